// What each role in a project lets its holder do with what belongs to the project.

export const ROLES = ['owner', 'admin', 'collaborator', 'limited_collaborator', 'billing'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What can be asked for, each including those before it. `read`: see the project and what is in it; `operate`:
 * power, consoles and logs; `write`: make, change and delete instances, and whatever acts as root inside them;
 * `manage`: name and members of the project; `own`: its owners, and its end.
 */
export const ABILITIES = ['read', 'operate', 'write', 'manage', 'own'] as const;
export type Ability = (typeof ABILITIES)[number];

const HIGHEST: Readonly<Record<Role, Ability>> = {
  owner: 'own',
  admin: 'manage',
  collaborator: 'write',
  limited_collaborator: 'operate',
  billing: 'read',
};

/** The most that these roles allow together; null when none of them is known. */
export function abilityOf(roles: readonly string[]): Ability | null {
  const ranks = roles.filter(isRole).map((role) => ABILITIES.indexOf(HIGHEST[role]));
  return ABILITIES[Math.max(-1, ...ranks)] ?? null;
}

/** Whether one ability includes another. */
export function includes(held: Ability, wanted: Ability): boolean {
  return ABILITIES.indexOf(held) >= ABILITIES.indexOf(wanted);
}

/** The roles of a membership as stored, in their own order. */
export function readRoles(text: string): Role[] {
  const stored = JSON.parse(text) as unknown;
  const held: unknown[] = Array.isArray(stored) ? stored : [];
  return ROLES.filter((role) => held.includes(role));
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
