// Snapshots of an instance: list, make, restore, delete; and its rename.
import { isAppError } from '../../errors.js';
import type { HostSnapshots } from '../parts/snapshots.js';
import type { Answer } from './client.js';
import { instanceSegment, projectName, snapshotSegment } from './names.js';
import type { Context } from './instances.js';
import { toSnapshot } from './map.js';
import { follow } from './operations.js';
import type { Hooks, InstanceRef } from '../provider.js';
import { type Refusals, recoded } from './refusals.js';
import { listOf, record } from './types.js';

const REFUSED: Refusals = [
  [/already exists|already in use/i, 'conflict'],
  [/of running \S+ not allowed|isn't running/i, 'bad_state'],
  [/CRIU isn't installed|requires that the instance .*stateful/i, 'unsupported'],
  [/invalid (?:instance )?snapshot name|invalid instance name/i, 'invalid_params'],
  [/does not exist/i, 'not_found'],
];

function path(ref: InstanceRef): string {
  return `/1.0/instances/${instanceSegment(ref.name)}`;
}

/** Calls about snapshots and names. */
export function snapshotCalls(context: Context): HostSnapshots {
  const { client } = context;
  const query = (ref: InstanceRef) => ({ project: projectName(ref.project) });

  const work = (call: Promise<Answer>, hooks: Hooks | undefined): Promise<unknown> =>
    recoded(
      REFUSED,
      call.then((answer) => follow(client, context.board, answer, context.waitSeconds, hooks)),
    );

  return {
    snapshots: async (ref) => {
      const answer = await client.get(`${path(ref)}/snapshots`, { query: { recursion: 1, ...query(ref) } });
      const found = listOf(answer.metadata, 'snapshots').map(toSnapshot);
      return found.sort((a, b) => a.created_at - b.created_at);
    },
    snapshot: async (ref, name) => {
      try {
        const answer = await client.get(`${path(ref)}/snapshots/${snapshotSegment(name)}`, {
          query: query(ref),
        });
        return toSnapshot(record(answer.metadata));
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
    addSnapshot: async (ref, name, { stateful }, hooks) => {
      snapshotSegment(name);
      await work(
        client.call('POST', `${path(ref)}/snapshots`, {
          query: query(ref),
          body: { name, stateful },
          signal: hooks?.signal,
        }),
        hooks,
      );
    },
    restoreSnapshot: async (ref, name, hooks) => {
      snapshotSegment(name);
      await work(
        client.call('PUT', path(ref), {
          query: query(ref),
          body: { restore: name, stateful: false },
          signal: hooks?.signal,
        }),
        hooks,
      );
    },
    deleteSnapshot: async (ref, name, hooks) => {
      try {
        await work(
          client.call('DELETE', `${path(ref)}/snapshots/${snapshotSegment(name)}`, {
            query: query(ref),
            signal: hooks?.signal,
          }),
          hooks,
        );
      } catch (error) {
        if (!isAppError(error) || error.code !== 'not_found') throw error;
      }
    },
    rename: async (ref, name, hooks) => {
      instanceSegment(name);
      await work(
        client.call('POST', path(ref), { query: query(ref), body: { name }, signal: hooks?.signal }),
        hooks,
      );
    },
  };
}
