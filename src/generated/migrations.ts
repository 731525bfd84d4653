// Written by `npm run gen` from schemas/: change those, not this.
import * as m0001_accounts from '../../migrations/0001_accounts.js';
import * as m0002_fleet from '../../migrations/0002_fleet.js';
import * as m0003_work from '../../migrations/0003_work.js';
import * as m0004_passkeys from '../../migrations/0004_passkeys.js';
import * as m0005_images from '../../migrations/0005_images.js';
import * as m0006_audit from '../../migrations/0006_audit.js';
import * as m0007_catalogue from '../../migrations/0007_catalogue.js';

export const MIGRATIONS = [
  { name: '0001_accounts', migration: m0001_accounts },
  { name: '0002_fleet', migration: m0002_fleet },
  { name: '0003_work', migration: m0003_work },
  { name: '0004_passkeys', migration: m0004_passkeys },
  { name: '0005_images', migration: m0005_images },
  { name: '0006_audit', migration: m0006_audit },
  { name: '0007_catalogue', migration: m0007_catalogue },
] as const;
