// What the sweep over routes needs to know of each dialect: credentials, the form of its refusals, its spelling of ids.
import { credential } from '../dialects/support/transcript.js';
import type { World } from '../support/world.js';

type Headers = Record<string, string>;

/** One dialect as the sweep sees it. */
export interface Kit {
  /** Headers of a new credential of a native token's user. */
  headers(world: World, token: string): Promise<Headers>;
  /** Headers that carry a token of another API where this one wants its own. */
  foreign(token: string): Headers;
  /** Whose token to use: the API of game panels belongs to administrators. */
  user(world: World): string;
  /** The answer without a credential. */
  unauthenticated: number;
  /** What is answered with status 200 although it was refused. */
  refusedWith200: boolean;
  /** Whether a body is a refusal in this dialect's form. */
  isRefusal(body: unknown): boolean;
  /** A row's id in this dialect. */
  id(row: { id: number; uuid: string }): string;
  /** An id of nothing, in the same form. */
  nobody: string;
}

const oid = (uuid: string): string => uuid.replaceAll('-', '').slice(0, 24);
const dict = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** By dialect; one that is not here is not swept, which the sweep says. */
export const KITS: Readonly<Record<string, Kit>> = {
  aarch64: {
    headers: async (world, token) => ({
      Authorization: (await credential(world, 'aarch64', token)).token,
    }),
    foreign: (token) => ({ Authorization: token }),
    user: (world) => world.userToken,
    unauthenticated: 403,
    refusedWith200: true,
    isRefusal: (body) => {
      const { meta, data } = dict(body);
      const { success, message } = dict(meta);
      return success === false && typeof message === 'string' && data === null;
    },
    id: ({ uuid }) => oid(uuid),
    nobody: 'f'.repeat(24),
  },
  panel: {
    headers: async (world, token) => ({ 'x-api-key': (await credential(world, 'panel', token)).token }),
    foreign: (token) => ({ 'x-api-key': token }),
    user: (world) => world.adminToken,
    unauthenticated: 401,
    refusedWith200: false,
    isRefusal: (body) => typeof dict(body)['error'] === 'string',
    id: ({ uuid }) => uuid,
    nobody: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
  },
  cvm: {
    headers: async (world, token) => {
      const pair = await credential(world, 'cvm', token);
      return { 'API-Public-Token': pair.public_id, 'API-Private-Token': pair.token };
    },
    foreign: (token) => ({ 'API-Public-Token': 'f'.repeat(32), 'API-Private-Token': token }),
    user: (world) => world.userToken,
    unauthenticated: 401,
    refusedWith200: false,
    isRefusal: (body) => {
      const { errors } = dict(body);
      return Array.isArray(errors) && errors.length > 0 && errors.every((one) => typeof one === 'string');
    },
    id: ({ id }) => String(id),
    nobody: '987654',
  },
};
