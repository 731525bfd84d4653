// What examples of projects and of the catalogue need: a project of alice's, two locations, a plan, an operating system, a product of images, addresses.
import type { TestApp } from './app.js';

/** Fills the catalogue; `owner` is user 2, and the project becomes the fourth. */
export async function addCatalogue(app: TestApp, admin: string, owner: string): Promise<void> {
  const shop = await app.must<{ id: number }>('project.add', { project_name: 'shop' }, { token: owner });
  const member = { project_id: shop.id, user_id: 1, roles: ['billing'] };
  await app.must('project.member.add', member, { token: admin });
  await app.must('location.add', { location_code: 'dal1' }, { token: admin });
  await app.must('location.add', { location_code: 'ams1' }, { token: admin });
  const plan = { plan_slug: 'small', plan_vcpus: 1, plan_memory_mb: 1024, plan_disk_mb: 10_240 };
  await app.must('plan.add', { ...plan, plan_location_ids: [1] }, { token: admin });
  const product = { product_os: 'void', product_release: 'rolling', product_arch: 'amd64' };
  if (app.app.config.simplestream.enabled) await app.must('simplestream.add', product, { token: admin });
  await app.must('os.add', { os_slug: 'busybox', os_image_alias: 'busybox' }, { token: admin });
  const pools = [
    { prefix: '2001:db8:f000::/42', prefix_purpose: 'pool', location_id: 1 },
    { prefix: '2001:db8:e000::/48', prefix_purpose: 'pool' },
  ];
  for (const pool of pools) await app.must('prefix.add', pool, { token: admin });
  const kept = { prefix: '2001:db8:e000:100::/56', prefix_purpose: 'reservation', project_id: shop.id };
  await app.must('prefix.add', kept, { token: admin });
}
