// Projects, their machines and their members.
import type { Caller } from '../../core/access.js';
import type { Core } from '../../core/core.js';
import { isAppError } from '../../errors.js';
import { oid } from '../../ids.js';
import { success, understood } from './envelope.js';
import { vm } from './present.js';

/** POST /project */
export const create = understood<{ name: string }>(async ({ core, caller, request }) => {
  const project = await core.projects.add(caller, request.input.name);
  return success('Project created', oid(project.uuid));
});

/** GET /projects */
export const list = understood(async ({ core, caller }) => {
  const projects = await core.overview.projects(caller);
  const machines = await core.machines.describe(
    projects.flatMap(({ instances }) => instances),
    caller,
  );
  const byInstance = new Map(machines.map((machine) => [machine.row.id, machine]));
  return success(
    'Retrieved project list',
    projects.map(({ project, emails, instances, writable }) => ({
      _id: oid(project.uuid),
      name: project.name,
      users: emails,
      vms: instances.flatMap(({ id, state }) => {
        const machine = byInstance.get(id);
        // For its clients a deleted machine is gone with the answer.
        if (machine === undefined || state === 'deleting') return [];
        return [vm(writable ? machine : { ...machine, password: null }, project.uuid)];
      }),
    })),
  );
});

/** POST /project/adduser */
export const adduser = understood<{ project: string; email: string }>(async ({ core, caller, request }) => {
  const { id } = await core.overview.project(caller, request.input.project);
  await letIn(core, caller, id, request.input.email);
  return success('User added to project');
});

/** Who is in already stays as they are. */
async function letIn(core: Core, caller: Caller, project_id: number, email: string): Promise<void> {
  try {
    await core.members.add(caller, project_id, { email: email.trim() }, ['collaborator']);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error;
  }
}
