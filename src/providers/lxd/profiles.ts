// Profiles: list, read, make, replace by ETag, rename, delete.
import { AppError, type Code, invalid, isAppError } from '../../errors.js';
import type { HostProfiles, HostProfileUse } from '../parts/profiles.js';
import type { Client } from './client.js';
import type { Context } from './instances.js';
import { toProfile } from './map.js';
import { objectSegment } from './names.js';
import { instanceOf } from './track.js';
import { listOf, record, required } from './types.js';

// LXD takes nearly any name; what could mean something in a path or a query is left to those who made it.
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._:+@-]{0,254}$/u;

// What 5.0.2 says of a profile it will not take, most of it with the status of a fault of its own.
const REFUSED: [RegExp, Code][] = [
  [/relies on this profile's root disk/i, 'bad_state'],
  [/currently in use/i, 'conflict'],
  [/device validation failed|volatile keys|unknown configuration key|invalid/i, 'invalid_params'],
  [/affected 0 rows/i, 'not_found'],
];
const SAVED = /profile change still saved/i;

function path(name: string): string {
  if (!NAME.test(name) || name.includes('..')) {
    throw invalid('profile_name', 'must be 1 to 255 letters, digits, spaces, dots, underscores and hyphens');
  }
  return `/1.0/profiles/${encodeURIComponent(name)}`;
}

/** Gives what the host refuses its right code; everything else passes. */
async function refusals<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (SAVED.test(error.message)) {
      throw new AppError('host_failed', error.message, { cause: error, details: { saved: true } });
    }
    // What is unreachable or not trusted says so whatever its text.
    if (!['host_failed', 'not_found', 'conflict', 'invalid_params'].includes(error.code)) throw error;
    const code = REFUSED.find(([pattern]) => pattern.test(error.message))?.[1];
    if (code === undefined || code === error.code) throw error;
    throw new AppError(code, error.message, { cause: error });
  }
}

async function read(client: Client, name: string): Promise<HostProfileUse | null> {
  try {
    // A list carries no ETags and may name what is not fit for a caller to name.
    const answer = await client.get(`/1.0/profiles/${encodeURIComponent(name)}`);
    const profile = toProfile(record(answer.metadata), answer.etag.replaceAll('"', ''));
    return { ...profile, instances: instancesAmong(profile.used_by) };
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}

function instancesAmong(paths: readonly string[]): HostProfileUse['instances'] {
  const found = new Map<string, HostProfileUse['instances'][number]>();
  for (const path_ of paths) {
    const ref = instanceOf(path_, 'default');
    if (ref !== null) found.set(`${ref.project}/${ref.name}`, ref);
  }
  return [...found.values()];
}

/** Calls about profiles. */
export function profileCalls({ client }: Context): HostProfiles {
  return {
    profiles: async () => {
      const answer = await client.get('/1.0/profiles', { query: { recursion: 1 } });
      const names = listOf(answer.metadata, 'profiles').map((entry) =>
        required(entry['name'], 'profile name'),
      );
      const found = await Promise.all(names.map((name) => read(client, name)));
      return found.filter((profile): profile is HostProfileUse => profile !== null);
    },
    profile: async (name) => {
      path(name);
      return read(client, name);
    },
    addProfile: async (name, spec) => {
      objectSegment('profile_name', name);
      await refusals(client.call('POST', '/1.0/profiles', { body: { name, ...spec } }));
    },
    replaceProfile: async (name, spec, etag) => {
      const { description, config, devices } = spec;
      try {
        await refusals(
          client.call('PUT', path(name), {
            body: { description, config, devices },
            headers: { 'if-match': `"${etag}"` },
          }),
        );
        return true;
      } catch (error) {
        if (isAppError(error) && error.code === 'conflict' && /etag/i.test(error.message)) return false;
        throw error;
      }
    },
    renameProfile: async (name, to) => {
      objectSegment('profile_rename', to);
      await refusals(client.call('POST', path(name), { body: { name: to } }));
    },
    deleteProfile: async (name) => {
      await refusals(client.call('DELETE', path(name)));
    },
  };
}
