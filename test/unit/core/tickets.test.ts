// Tickets signed with the very key of the house, but wrong in one thing each (SEC-08), and good once under load (SEC-47).
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import { createSecrets } from '../../../src/core/secrets.js';
import { createTickets, TICKET_MS } from '../../../src/core/tickets.js';
import { testDatabase } from '../../support/database.js';

const ACTOR: Actor = {
  user_id: 7,
  login: 'alice',
  is_admin: false,
  personal_project_id: 1,
  token_id: 9,
  kind: 'native',
  scopes: null,
  read_only: false,
  session_at: null,
  expires_at: null,
};
const GRANT = { actor: ACTOR, instance_id: 3, request: { kind: 'console', width: 80, height: 24 } } as const;

type Dict = Record<string, unknown>;

function part(ticket: string, index: number): Dict {
  return JSON.parse(Buffer.from(ticket.split('.')[index] ?? '', 'base64url').toString()) as Dict;
}

t.test('SEC-08 SEC-47 tickets', async (t) => {
  const db = await testDatabase(t);
  const old = Buffer.alloc(32, 1);
  const secrets = createSecrets([old]);
  let now = 1_800_000_000_500;
  const make = (over = secrets): ReturnType<typeof createTickets> =>
    createTickets({ db, secrets: over, clock: () => now });
  const tickets = await make();
  const refused = { code: 'unauthenticated' };
  const stored = async (): Promise<string> =>
    ((await db.read.settings.get('ticket_key')) as { key_enc: string }).key_enc;
  const open = async (): Promise<Buffer> =>
    secrets.open(Buffer.from(await stored(), 'base64'), 'settings.value:ticket_key');
  const key: KeyObject = createPrivateKey({ key: await open(), type: 'pkcs8', format: 'der' });

  await t.test('one of many that come at once is taken', async (t) => {
    const { ticket, id, expires_at } = await tickets.issue(GRANT);
    t.ok(expires_at - now <= TICKET_MS && expires_at > now + TICKET_MS - 1_000);
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => tickets.redeem(ticket)));
    const good = all.filter((one) => one.status === 'fulfilled');
    t.match(good, [{ value: { id, ...GRANT } }]);
    t.equal(good.length, 1);
  });

  await t.test('our key, and one thing wrong', async (t) => {
    const { ticket } = await tickets.issue(GRANT);
    const [header, claims] = [part(ticket, 0), part(ticket, 1)];
    const sign = (wrong: { header?: Dict; claims?: Dict }): Promise<string> =>
      new SignJWT({ ...claims, ...wrong.claims })
        .setProtectedHeader({ ...header, ...wrong.header } as { alg: string })
        .sign(key);
    const seconds = Math.floor(now / 1000);
    const faults: Record<string, Parameters<typeof sign>[0]> = {
      'typ of another kind of token': { header: { typ: 'JWT' } },
      'no typ': { header: { typ: undefined } },
      'another kid': { header: { kid: 'other' } },
      'no kid': { header: { kid: undefined } },
      'another issuer': { claims: { iss: 'somebody' } },
      'another audience': { claims: { aud: 'gantry:other' } },
      'no audience': { claims: { aud: undefined } },
      expired: { claims: { exp: seconds - 1 } },
      'no exp': { claims: { exp: undefined } },
      'no iat': { claims: { iat: undefined } },
      'issued long ago': { claims: { iat: seconds - 60 } },
      'of the future': { claims: { iat: seconds + 60, exp: seconds + 90 } },
      'no jti': { claims: { jti: undefined } },
      'a jti nobody has': { claims: { jti: 'made-up' } },
    };
    for (const [what, wrong] of Object.entries(faults))
      await t.rejects(tickets.redeem(await sign(wrong)), refused, what);
    await t.rejects(tickets.redeem(`${ticket}${'A'.repeat(10_000)}`), refused, 'huge');
    t.match(await tickets.redeem(ticket), GRANT, 'none of them touched the good one');
    for (const wrong of [{ sub: '8' }, { tok: 10 }, { ins: 4 }, { req: 'x' }]) {
      const fresh = await tickets.issue(GRANT);
      const bent = await sign({ claims: { ...part(fresh.ticket, 1), ...wrong } });
      await t.rejects(tickets.redeem(bent), refused, `bound: ${JSON.stringify(wrong)}`);
      await t.rejects(tickets.redeem(fresh.ticket), refused, 'and spent by the attempt');
    }
  });

  await t.test('time, restarts, keys and numbers', async (t) => {
    const { ticket } = await tickets.issue(GRANT);
    const again = await make();
    await t.rejects(again.redeem(ticket), refused, 'another process knows nothing of it');
    now += TICKET_MS + 1_000;
    await t.rejects(tickets.redeem(ticket), refused, 'too late');
    const sealed = await stored();
    const kid = part((await again.issue(GRANT)).ticket, 0)['kid'];
    const rotated = await make(createSecrets([Buffer.alloc(32, 2), old]));
    t.not(await stored(), sealed, 'SEC-43 sealed again under the new data key');
    t.equal(part((await rotated.issue(GRANT)).ticket, 0)['kid'], kid, 'the same key');
    const many = await make(createSecrets([Buffer.alloc(32, 2)]));
    for (let count = 0; count < 64; count += 1) await many.issue(GRANT);
    await t.rejects(many.issue(GRANT), { code: 'rate_limited' });
    await t.resolves(many.issue({ ...GRANT, actor: { ...ACTOR, user_id: 8 } }), 'others are not hindered');
    now += TICKET_MS + 1_000;
    await t.resolves(many.issue(GRANT), 'what ended makes room');
  });
});
