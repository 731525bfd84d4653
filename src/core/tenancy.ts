// Whose everything is and what is on offer: projects, their members, and the catalogue.
import type { Db } from '../db/open.js';
import type { Audit } from './audit.js';
import { createLocations, type Locations } from './catalogue/locations.js';
import { createOperatingSystems, type OperatingSystems } from './catalogue/operating-systems.js';
import { createPlans, type Plans } from './catalogue/plans.js';
import { createMembers, type Members } from './members.js';
import { createOverview, type Overview } from './overview.js';
import { createProjects, type Projects } from './projects.js';
import type { Rights } from './rights.js';

/** These services, as members of the core. */
export interface Tenancy {
  readonly projects: Projects;
  readonly members: Members;
  readonly locations: Locations;
  readonly plans: Plans;
  readonly operatingSystems: OperatingSystems;
  readonly overview: Overview;
}

/** Makes them. */
export function createTenancy(deps: { db: Db; clock: () => number; audit: Audit; rights: Rights }): Tenancy {
  return {
    projects: createProjects(deps),
    members: createMembers(deps),
    locations: createLocations(deps),
    plans: createPlans(deps),
    operatingSystems: createOperatingSystems(deps),
    overview: createOverview(deps),
  };
}
