// SEC-25: prefixes count against the quota of addresses, in the transaction that takes them.
import t from 'tap';
import { machineWorld } from '../machines/world.js';

interface Bound {
  attributes: { quota_resource: string; quota_used: number | null };
}

t.test('SEC-25 the quota of addresses', async (t) => {
  const { world, core, as, wish, make } = await machineWorld(t);
  const { adminToken, userToken } = world;
  const set = (quota_maximum: number): Promise<unknown> =>
    world.app.must(
      'quota.set',
      { user_id: 2, quota_resource: 'addresses', quota_maximum },
      { token: adminToken },
    );
  const used = async (): Promise<number | null | undefined> =>
    (await world.app.must<Bound[]>('quota.list', {}, { token: userToken })).find(
      ({ attributes }) => attributes.quota_resource === 'addresses',
    )?.attributes.quota_used;
  t.equal(await used(), 1, 'what is reserved for a project of theirs counts');
  await set(3);
  const made = await Promise.allSettled(Array.from({ length: 6 }, () => make()));
  t.equal(made.filter(({ status }) => status === 'fulfilled').length, 2, 'as many as fit');
  t.match(
    made.find((one) => one.status === 'rejected'),
    { reason: { code: 'quota_exceeded', message: /the quota of 3 addresses is used up \(3 in use\)/ } },
  );
  t.equal(await used(), 3);
  const plain = core.machines.create(as(userToken), wish({ network: 'profile' }), { wait: 20 });
  t.ok((await plain).instance_id, 'one without a prefix takes none');
  const first = made.find((one) => one.status === 'fulfilled');
  const instance_id = first?.value.id;
  await world.app.must('instance.delete', { instance_id, force: true, wait: 20 }, { token: userToken });
  t.equal(await used(), 2, 'given back, though it still rests');
  t.ok((await make()).id);
});
