// Every kind of operation there is; the crash suite walks this list.
import type { FreeKind, Kind } from '../kind.js';
import { instanceCreate } from './instance.create.js';
import { instanceDelete } from './instance.delete.js';
import { instanceRename } from './instance.rename.js';
import { stateKinds } from './instance.state.js';
import { suspendKinds } from './instance.suspend.js';
import { instanceUpdate } from './instance.update.js';
import { simplestreamImport } from './simplestream.import.js';
import { simplestreamPush } from './simplestream.push.js';
import { snapshotKinds } from './snapshots.js';
import { volumeKinds } from './volumes.js';

/** All kinds. */
export const kinds: readonly Kind[] = [
  instanceCreate,
  instanceUpdate,
  instanceRename,
  instanceDelete,
  ...stateKinds,
  ...suspendKinds,
  ...snapshotKinds,
  ...volumeKinds,
];

/** Those that are about no instance. */
export const freeKinds: readonly FreeKind[] = [simplestreamImport, simplestreamPush];
