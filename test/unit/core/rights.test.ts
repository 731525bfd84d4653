// What a user may see: kept in memory, right the moment it changes.
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import { createRights } from '../../../src/core/rights.js';
import type { Labels } from '../../../src/events/bus.js';
import { seedServer, seedUser, testDatabase } from '../../support/database.js';

const actor = (user_id: number, is_admin = false): Actor => ({ user_id, is_admin }) as Actor;
const labels = (given: Partial<Labels>): Labels => ({
  type: 'instance.started',
  user_id: null,
  project_id: null,
  server_id: null,
  instance_id: null,
  audit: false,
  ...given,
});

async function house(t: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    for (const login of ['admin', 'alice', 'bob']) await seedUser(tx, login);
    await seedServer(tx, 'of-alice', { added_by: 2 });
    await seedServer(tx, 'of-admin', { added_by: 1 });
    await tx.projects.grant(2, 3);
  });
  return { db, rights: createRights(db) };
}

t.test('owners, users and members', async (t) => {
  const { rights } = await house(t);
  const [admin, alice, bob] = [actor(1, true), actor(2), actor(3)];
  t.same(
    [admin, alice, bob].map((one) =>
      [1, 2].map((id) => [rights.ownsServer(one, id), rights.usesServer(one, id)]),
    ),
    [
      [
        [true, true],
        [true, true],
      ],
      [
        [true, true],
        [false, false],
      ],
      [
        [false, false],
        [false, true],
      ],
    ],
  );
  t.ok(rights.inProject(alice, 2));
  t.notOk(rights.inProject(bob, 2));
  t.ok(rights.inProject(admin, 2));
  t.equal(rights.instances(admin), null);
  t.same(rights.instances(bob), { project_ids: [3], owned_server_ids: [], granted_server_ids: [2] });
  t.match(rights.operations(alice), { user_id: 2, project_ids: [2], owned_server_ids: [1] });
});

t.test('SEC-22 which events', async (t) => {
  const { rights } = await house(t);
  const table: [string, Labels, boolean, boolean][] = [
    ["of alice's project", labels({ project_id: 2, server_id: 2, instance_id: 1 }), true, false],
    [
      "of bob's project on alice's server",
      labels({ project_id: 3, server_id: 1, instance_id: 1 }),
      true,
      true,
    ],
    [
      "of the administrator's project on a server bob may use",
      labels({ project_id: 1, server_id: 2 }),
      false,
      false,
    ],
    ['a server going away that bob may use', labels({ type: 'server.offline', server_id: 2 }), false, true],
    ['something else of that server', labels({ type: 'audit.call', server_id: 2 }), false, false],
    ["of alice's account", labels({ type: 'token.created', user_id: 2 }), true, false],
    ["alice's doing in bob's project", labels({ user_id: 2, project_id: 3 }), false, true],
    [
      "alice's doing on the other server",
      labels({ type: 'operation.created', user_id: 2, server_id: 2 }),
      false,
      false,
    ],
    ['of nobody', labels({ type: 'server.added' }), false, false],
  ];
  for (const [what, one, forAlice, forBob] of table) {
    t.equal(rights.sees(actor(2), one), forAlice, `${what}: alice`);
    t.equal(rights.sees(actor(3), one), forBob, `${what}: bob`);
    t.ok(rights.sees(actor(1, true), one), `${what}: administrator`);
  }
});

t.test('SEC-22 a change counts from the moment it is told', async (t) => {
  const { db, rights } = await house(t);
  const bob = actor(3);
  t.ok(rights.usesServer(bob, 2));
  await db.tx((tx) => tx.projects.ungrant(2, 3));
  t.ok(rights.usesServer(bob, 2), 'remembered');
  rights.changed(2);
  t.ok(rights.usesServer(bob, 2), "another user's change is not his");
  rights.changed(3);
  t.notOk(rights.usesServer(bob, 2));
  await db.tx((tx) => tx.projects.grant(2, 3));
  rights.changed();
  t.ok(rights.usesServer(bob, 2));
  await db.tx((tx) => tx.servers.update(1, { deleted_at: 5 }));
  rights.changed();
  t.notOk(rights.ownsServer(actor(2), 1), 'what is deleted is owned by nobody');
});
