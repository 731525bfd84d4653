// Every kind of operation there is; the crash suite walks this list.
import type { Kind } from '../kind.js';
import { instanceCreate } from './instance.create.js';
import { instanceDelete } from './instance.delete.js';
import { instanceRename } from './instance.rename.js';
import { stateKinds } from './instance.state.js';
import { instanceUpdate } from './instance.update.js';
import { snapshotKinds } from './snapshots.js';
import { volumeKinds } from './volumes.js';

/** All kinds. */
export const kinds: readonly Kind[] = [
  instanceCreate,
  instanceUpdate,
  instanceRename,
  instanceDelete,
  ...stateKinds,
  ...snapshotKinds,
  ...volumeKinds,
];
