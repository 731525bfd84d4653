// Tickets of sessions: signed, good once and for 30 seconds, bound to user, token, instance and exactly one request.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Db } from '../db/open.js';
import { AppError } from '../errors.js';
import { uuid } from '../ids.js';
import type { Actor } from './access.js';
import type { Secrets } from './secrets.js';

/** What a ticket lets its bearer open, once. */
export interface TicketGrant {
  readonly id: string;
  readonly actor: Actor;
  readonly instance_id: number;
  readonly request: SessionRequest;
}

/** What is asked of the host when a ticket is redeemed. */
export type SessionRequest =
  | {
      readonly kind: 'exec';
      readonly command: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
      readonly interactive: boolean;
      readonly user?: number;
      readonly group?: number;
      readonly cwd: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'console'; readonly width: number; readonly height: number };

export interface Tickets {
  /** Throws `rate_limited` when the user holds too many that were not used. */
  issue(grant: Omit<TicketGrant, 'id'>): Promise<{ ticket: string; id: string; expires_at: number }>;
  /** Spends a ticket; throws `unauthenticated` for every one that is not exactly as it should be. */
  redeem(ticket: string): Promise<TicketGrant>;
}

/** How long a ticket is good, in milliseconds. */
export const TICKET_MS = 30_000;
/** Ours have about 400 characters; what is longer is not even looked at. */
const LONGEST = 1024;
const ALG = 'EdDSA';
const TYP = 'gantry-session+jwt';
const ISSUER = 'gantry';
const AUDIENCE = 'gantry:instance.session';
const SETTING = 'ticket_key';
const AAD = 'settings.value:ticket_key';
/** Unused tickets of one user. */
const PER_USER = 64;

interface Keys {
  readonly kid: string;
  readonly private: KeyObject;
  readonly public: KeyObject;
}

/**
 * Makes the service; the key is read, or made at the first start. What a ticket is for is remembered here and only its
 * hash signed, so a command and its environment never stand in a URL. That memory is also what makes it good once:
 * one process owns the database, taking a grant out is one step, and after a restart no ticket of before is worth anything.
 */
export async function createTickets(deps: {
  db: Db;
  secrets: Secrets;
  clock: () => number;
}): Promise<Tickets> {
  const { clock } = deps;
  const keys = await loadKeys(deps.db, deps.secrets);
  const waiting = new Map<string, TicketGrant & { expires_at: number }>();

  const sweep = (now: number): void => {
    // In the order of issue, which is that of expiry.
    for (const [id, { expires_at }] of waiting) {
      if (expires_at > now) break;
      waiting.delete(id);
    }
  };

  return {
    issue: async ({ actor, instance_id, request }) => {
      const now = clock();
      sweep(now);
      const own = [...waiting.values()].filter((grant) => grant.actor.user_id === actor.user_id).length;
      if (own >= PER_USER) {
        throw new AppError('rate_limited', `${own} tickets wait to be used: use them or wait`, {
          retry_after: TICKET_MS / 1000,
        });
      }
      const id = uuid();
      const expires_at = (Math.floor(now / 1000) + TICKET_MS / 1000) * 1000;
      waiting.set(id, { id, actor, instance_id, request, expires_at });
      const ticket = await new SignJWT({ tok: actor.token_id, ins: instance_id, req: digest(request) })
        .setProtectedHeader({ alg: ALG, typ: TYP, kid: keys.kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(String(actor.user_id))
        .setJti(id)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(expires_at / 1000)
        .sign(keys.private);
      return { ticket, id, expires_at };
    },

    redeem: async (ticket) => {
      const claims = await verify(ticket, keys, clock());
      const id = typeof claims['jti'] === 'string' ? claims['jti'] : '';
      const grant = waiting.get(id);
      // The first to come takes it, whatever is found out after.
      waiting.delete(id);
      if (
        grant === undefined ||
        grant.expires_at <= clock() ||
        claims['sub'] !== String(grant.actor.user_id) ||
        claims['tok'] !== grant.actor.token_id ||
        claims['ins'] !== grant.instance_id ||
        claims['req'] !== digest(grant.request)
      ) {
        throw refusal();
      }
      return grant;
    },
  };
}

/** The claims of a ticket of ours; the algorithm and the key are ours to say, whatever its header says (RFC 8725). */
async function verify(ticket: string, keys: Keys, now: number): Promise<Record<string, unknown>> {
  if (ticket.length > LONGEST) throw refusal();
  try {
    const { payload } = await jwtVerify(
      ticket,
      ({ kid }) => {
        if (kid !== keys.kid) throw refusal();
        return keys.public;
      },
      {
        algorithms: [ALG],
        typ: TYP,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub', 'jti', 'tok', 'ins', 'req'],
        maxTokenAge: TICKET_MS / 1000,
        currentDate: new Date(now),
      },
    );
    return payload;
  } catch (cause) {
    throw refusal(cause);
  }
}

function refusal(cause?: unknown): AppError {
  return new AppError('unauthenticated', 'this ticket is not good (any more): ask for a new one', { cause });
}

function digest(request: SessionRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

async function loadKeys(db: Db, secrets: Secrets): Promise<Keys> {
  const stored = (await db.read.settings.get(SETTING)) as { key_enc: string } | undefined;
  let der: Buffer;
  if (stored === undefined) {
    der = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
    await save(db, secrets, der);
  } else {
    const sealed = Buffer.from(stored.key_enc, 'base64');
    der = secrets.open(sealed, AAD);
    if (!secrets.isCurrent(sealed)) await save(db, secrets, der);
  }
  const own = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  const pub = createPublicKey(own);
  const kid = createHash('sha256')
    .update(pub.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16);
  return { kid, private: own, public: pub };
}

async function save(db: Db, secrets: Secrets, der: Buffer): Promise<void> {
  const key_enc = secrets.seal(der, AAD).toString('base64');
  await db.tx((tx) => tx.settings.set(SETTING, JSON.stringify({ key_enc })));
}
