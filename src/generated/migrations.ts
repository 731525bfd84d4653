// Written by `npm run gen` from schemas/: change those, not this.
import * as m0001_accounts from '../../migrations/0001_accounts.js';
import * as m0002_fleet from '../../migrations/0002_fleet.js';
import * as m0003_work from '../../migrations/0003_work.js';
import * as m0004_passkeys from '../../migrations/0004_passkeys.js';
import * as m0005_images from '../../migrations/0005_images.js';
import * as m0006_audit from '../../migrations/0006_audit.js';
import * as m0007_catalogue from '../../migrations/0007_catalogue.js';
import * as m0008_uploads from '../../migrations/0008_uploads.js';
import * as m0009_network from '../../migrations/0009_network.js';
import * as m0010_machines from '../../migrations/0010_machines.js';
import * as m0011_traffic from '../../migrations/0011_traffic.js';
import * as m0012_panel from '../../migrations/0012_panel.js';
import * as m0014_product_retirement from '../../migrations/0014_product_retirement.js';
import * as m0015_deltas from '../../migrations/0015_deltas.js';

export const MIGRATIONS = [
  { name: '0001_accounts', migration: m0001_accounts },
  { name: '0002_fleet', migration: m0002_fleet },
  { name: '0003_work', migration: m0003_work },
  { name: '0004_passkeys', migration: m0004_passkeys },
  { name: '0005_images', migration: m0005_images },
  { name: '0006_audit', migration: m0006_audit },
  { name: '0007_catalogue', migration: m0007_catalogue },
  { name: '0008_uploads', migration: m0008_uploads },
  { name: '0009_network', migration: m0009_network },
  { name: '0010_machines', migration: m0010_machines },
  { name: '0011_traffic', migration: m0011_traffic },
  { name: '0012_panel', migration: m0012_panel },
  { name: '0014_product_retirement', migration: m0014_product_retirement },
  { name: '0015_deltas', migration: m0015_deltas },
] as const;
