// Roles of members: what they add up to, and what the rights make of them.
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import { createRights } from '../../../src/core/rights.js';
import { ABILITIES, abilityOf, includes, readRoles, type Role } from '../../../src/core/roles.js';
import { seedServer, seedUser, testDatabase } from '../../support/database.js';

const actor = (user_id: number, is_admin = false): Actor => ({ user_id, is_admin }) as Actor;

t.test('roles add up to the most that one of them allows', (t) => {
  const table: [string[], ReturnType<typeof abilityOf>][] = [
    [[], null],
    [['chef'], null],
    [['billing'], 'read'],
    [['limited_collaborator'], 'operate'],
    [['limited_collaborator', 'billing'], 'operate'],
    [['collaborator', 'chef'], 'write'],
    [['admin', 'collaborator'], 'manage'],
    [['billing', 'owner'], 'own'],
  ];
  for (const [roles, ability] of table) t.equal(abilityOf(roles), ability, roles.join(', '));
  for (const [rank, held] of ABILITIES.entries()) {
    t.same(
      ABILITIES.filter((wanted) => includes(held, wanted)),
      ABILITIES.slice(0, rank + 1),
      held,
    );
  }
  t.same(readRoles('["billing","owner","chef",1]'), ['owner', 'billing']);
  t.same(readRoles('{"owner":true}'), []);
  t.end();
});

t.test('SEC-20 what a member may is what the roles say, and changes with them', async (t) => {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    for (const login of ['admin', 'alice', 'bob']) await seedUser(tx, login);
    await seedServer(tx, 'of-alice', { added_by: 2 });
    const shop = await tx.projects.insert(2, 'shop', 1);
    await tx.memberships.insert(shop, 2, ['owner'], 1);
  });
  const rights = createRights(db);
  const bob = actor(3);
  const may = (who: Actor): string[] => ABILITIES.filter((ability) => rights.may(who, 4, ability));
  const become = async (roles: Role[] | null): Promise<void> => {
    await db.tx(async (tx) => {
      await tx.memberships.remove(4, 3);
      if (roles !== null) await tx.memberships.insert(4, 3, roles, 2);
    });
    rights.changed(3);
  };
  t.same(may(bob), []);
  t.same(may(actor(2)), ABILITIES);
  t.same(may(actor(1, true)), ABILITIES, 'administrators may everything');
  await become(['billing']);
  t.same(may(bob), ['read']);
  const at = { server_id: 1, project_id: 4, lxd_name: 'web-1' };
  t.throws(() => rights.requireIn(bob, at, 'operate'), { code: 'forbidden', message: /web-1/ });
  await become(['limited_collaborator', 'billing']);
  t.same(may(bob), ['read', 'operate']);
  t.doesNotThrow(() => rights.requireIn(bob, at, 'operate'));
  t.doesNotThrow(() => rights.requireIn(actor(2), { ...at, project_id: 1 }, 'write'), 'on her own server');
  await db.tx((tx) => tx.projects.update(4, { deleted_at: 3 }));
  rights.changed();
  t.ok(rights.inProject(bob, 4), 'the history of a deleted project stays with its members');
  await become(null);
  t.same(may(bob), []);
  t.notOk(rights.inProject(bob, 4));
});
