// Prefixes: kept by administrators whole and never one over another; pools of a place hold it; quotas count them.
import type { PrefixWish } from '../../src/core/network/prefixes.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

type World = Parameters<Parameters<typeof apiCase>[1]>[1];
type Purpose = PrefixWish['purpose'];

async function attempt(
  world: World,
  prefix: string,
  prefix_purpose: Purpose,
  more: Record<string, number> = {},
): Promise<[string, string]> {
  const answer = await world.app.call(
    'prefix.add',
    { prefix, prefix_purpose, ...more },
    { token: world.adminToken },
  );
  return [codeOf(answer), detailOf(answer)];
}

const rows = async (world: World, filter = {}, token = world.adminToken): Promise<Resource['attributes'][]> =>
  (await must<Resource[]>(world, 'prefix.list', { filter }, token)).map(({ attributes }) => attributes);

export const cases = [
  apiCase(
    'prefixes: what is no network, or would lie over another, is refused with the fix',
    async (t, world) => {
      const invalid: [string, Purpose, Record<string, number>, RegExp][] = [
        ['2001:db8:100::1/42', 'pool', {}, /^prefix has bits set .* the network is 2001:db8:100::\/42$/],
        ['2001:db8:0100::/42', 'pool', {}, /^prefix must be written 2001:db8:100::\/42$/],
        ['2001:DB8:100::/42', 'pool', {}, /must be written 2001:db8:100::\/42/],
        ['2001:db8:100::/129', 'pool', {}, /must be a network/],
        ['10.0.0.0/33', 'pool', {}, /must be a network/],
        ['2001:db8:100::', 'pool', {}, /must be a network/],
        ['fe80::/42', 'pool', {}, /must lie in 2000::\/3 or fc00::\/7/],
        ['2001:db8:100::/42', 'pool', { server_id: 1 }, /server_id goes with prefix_purpose host/],
        ['2001:db8:100::/48', 'host', {}, /server_id must name the server/],
        ['2001:db8:100::/64', 'host', { server_id: 1 }, /larger than a \/64/],
        ['10.0.0.0/8', 'host', { server_id: 1 }, /IPv6/],
        ['2001:db8:100::/48', 'host', { server_id: 1, location_id: 1 }, /location_id goes with/],
        ['2001:db8:100::/56', 'reservation', {}, /project_id must name/],
        ['2001:db8:100::/42', 'pool', { project_id: 4 }, /project_id goes with/],
      ];
      for (const [prefix, purpose, more, detail] of invalid) {
        const [code, text] = await attempt(world, prefix, purpose, more);
        t.equal(code, 'invalid_params', `${prefix} ${purpose}`);
        t.match(text, detail, `${prefix} ${purpose}`);
      }
      for (const more of [{ server_id: 99 }, { server_id: 0 }]) {
        t.not((await attempt(world, '2001:db8:100::/48', 'host', more))[0], 'ok');
      }
      t.equal((await attempt(world, '2001:db8:100::/42', 'pool', { location_id: 99 }))[0], 'not_found');
      t.equal((await attempt(world, '2001:db8:100::/56', 'reservation', { project_id: 99 }))[0], 'not_found');
      for (const over of ['2001:db8:f000::/42', '2001:db8::/32', '2001:db8:f020::/44']) {
        const [code, text] = await attempt(world, over, 'pool');
        t.equal(code, 'conflict', over);
        t.match(text, /overlaps the pool 2001:db8:f000::\/42 \(prefix_id 1\)/);
      }
      t.match(await attempt(world, '2001:db8:e000:180::/57', 'reservation', { project_id: 4 }), [
        'conflict',
        /overlaps the reservation 2001:db8:e000:100::\/56/,
      ]);
      t.match(await attempt(world, '2001:db8:e000::/52', 'reservation', { project_id: 4 }), [
        'conflict',
        /overlaps/,
      ]);
      t.equal((await attempt(world, '2001:db8:f000::/48', 'host', { server_id: 1 }))[0], 'ok');
      t.match(await attempt(world, '2001:db8:f005::/48', 'host', { server_id: 1 }), [
        'conflict',
        /has the block 2001:db8:f000::\/48 already/,
      ]);
      t.equal((await attempt(world, '192.0.2.0/24', 'pool'))[0], 'ok', 'of both families');
      t.equal((await attempt(world, '192.0.2.128/25', 'reservation', { project_id: 4 }))[0], 'ok');
      t.equal((await attempt(world, 'fd00:1::/48', 'pool'))[0], 'ok');
      t.match(await rows(world, { prefix_purpose: 'pool' }), [
        { prefix: '2001:db8:f000::/42', prefix_public: true, prefix_used: 1, location_id: 1 },
        { prefix: '2001:db8:e000::/48', prefix_used: 1, location_id: null },
        { prefix: '192.0.2.0/24', prefix_used: 1 },
        { prefix: 'fd00:1::/48', prefix_public: false, prefix_used: 0 },
      ]);
      const told = await history(world, { type: 'prefix.added' });
      t.match(told.at(-1), { data: { prefix: 'fd00:1::/48', prefix_purpose: 'pool' } });
    },
  ),

  apiCase(
    'prefixes: what is given out stays; a place keeps its pools; others see their own',
    async (t, world) => {
      const remove = (prefix_id: number): Promise<string> =>
        refused(world, 'prefix.delete', { prefix_id }, world.adminToken);
      t.same(
        (await rows(world, {}, world.userToken)).map(({ prefix }) => prefix),
        ['2001:db8:e000:100::/56'],
      );
      t.same(await rows(world, {}, world.otherToken), []);
      t.equal(
        await refused(world, 'prefix.add', { prefix: 'fd00::/48', prefix_purpose: 'pool' }),
        'forbidden',
      );
      t.equal(await refused(world, 'prefix.delete', { prefix_id: 3 }), 'forbidden');
      t.equal(await remove(2), 'conflict');
      for (const id of [3, 2, 1]) t.equal(await remove(id), 'ok');
      t.same(await rows(world), []);
      const [, text] = await attempt(world, 'fd00:1::/48', 'pool', { location_id: 2 });
      t.equal(text, '');
      const [own] = await rows(world);
      const gone = await world.app.call('location.delete', { location_id: 2 }, { token: world.adminToken });
      t.match([codeOf(gone), detailOf(gone)], ['bad_state', /ams1 has the pools fd00:1::\/48/]);
      t.equal(await remove(Number(own?.['prefix_id'])), 'ok');
      t.equal(await refused(world, 'location.delete', { location_id: 2 }, world.adminToken), 'ok');
    },
  ),
];
