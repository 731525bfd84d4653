// What examples of projects and of the catalogue need: a project of alice's, two locations, a plan, an operating system.
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
  await app.must('os.add', { os_slug: 'busybox', os_image_alias: 'busybox' }, { token: admin });
}
