// Users as the native wire shows them.
import { createHash } from 'node:crypto';
import type { UserRow } from '../../core/accounts.js';
import type { Resource } from './document.js';

/** What a user sees of itself. */
export function user(row: UserRow) {
  return {
    email: row.email,
    group: row.is_admin === 1 ? (1 as const) : (4 as const),
    login: row.login,
    password_locked: row.password_locked_at !== null,
    photo: photo(row.login),
  };
}

/** A user as a resource. */
export function userResource(row: UserRow): Resource<'user', ReturnType<typeof user>> {
  return { id: row.id, type: 'user', attributes: user(row) };
}

/** A session that was opened, by whatever secret: its token is shown this once. */
export function session({ token, user: row }: { token: string; user: UserRow }) {
  return {
    data: { id: row.id, type: 'user' as const, attributes: { token } },
    included: [userResource(row)],
  };
}

/** A row of the list that administrators see. */
export function userRow(row: UserRow) {
  return {
    id: row.id,
    type: 'user' as const,
    attributes: {
      ...user(row),
      user_admin: row.is_admin === 1,
      user_disabled: row.disabled_at !== null,
      user_timeadd: Math.floor(row.created_at / 1000),
    },
  };
}

/** A picture of the first letter on a colour of its own: nobody outside is asked for one. */
function photo(login: string): string {
  const hue = createHash('sha256').update(login.toLowerCase()).digest().readUInt16BE(0) % 360;
  const letter = /[A-Za-z0-9]/.exec(login)?.[0]?.toUpperCase() ?? '?';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue},45%,45%)"/>` +
    `<text x="32" y="44" font-family="sans-serif" font-size="34" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
