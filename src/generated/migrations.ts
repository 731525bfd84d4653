// Written by `npm run gen` from schemas/: change those, not this.
import * as m0001_accounts from '../../migrations/0001_accounts.js';
import * as m0002_fleet from '../../migrations/0002_fleet.js';
import * as m0003_work from '../../migrations/0003_work.js';

export const MIGRATIONS = [
  { name: '0001_accounts', migration: m0001_accounts },
  { name: '0002_fleet', migration: m0002_fleet },
  { name: '0003_work', migration: m0003_work },
] as const;
