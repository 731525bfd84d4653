// All repositories, bound to one connection.
import { auditRowsRepository } from './audit-rows.js';
import { bgpPeersRepository } from './bgp-peers.js';
import type { Connection } from './connection.js';
import { deltasRepository } from './deltas.js';
import { eventsRepository } from './events.js';
import { idempotencyRepository } from './idempotency.js';
import { type InstanceCache, instancesRepository } from './instances.js';
import { leasesRepository } from './leases.js';
import { locationsRepository } from './locations.js';
import { loginAttemptsRepository } from './login-attempts.js';
import { machinesRepository } from './machines.js';
import { membershipsRepository } from './memberships.js';
import { operatingSystemsRepository } from './operating-systems.js';
import { operationsRepository } from './operations.js';
import { plansRepository } from './plans.js';
import { portsRepository } from './ports.js';
import { prefixesRepository } from './prefixes.js';
import { projectsRepository } from './projects.js';
import { quotasRepository } from './quotas.js';
import { ownedRepository } from './owned.js';
import { rosterRepository } from './roster.js';
import { serversRepository } from './servers.js';
import { settingsRepository } from './settings.js';
import { simplestreamsRepository } from './simplestreams.js';
import { sshKeysRepository } from './ssh-keys.js';
import { tokensRepository } from './tokens.js';
import { trafficRepository } from './traffic.js';
import { uploadsRepository } from './uploads.js';
import { userCodesRepository } from './user-codes.js';
import { usersRepository } from './users.js';
import { webauthnCredentialsRepository } from './webauthn-credentials.js';

/** Binds every repository to a connection (the writer's inside a transaction, the reader's outside). */
export function repositories(connection: Connection, instances: InstanceCache) {
  return {
    auditRows: auditRowsRepository(connection),
    deltas: deltasRepository(connection),
    bgpPeers: bgpPeersRepository(connection),
    events: eventsRepository(connection),
    idempotency: idempotencyRepository(connection),
    instances: instancesRepository(connection, instances),
    leases: leasesRepository(connection),
    locations: locationsRepository(connection),
    loginAttempts: loginAttemptsRepository(connection),
    machines: machinesRepository(connection),
    memberships: membershipsRepository(connection),
    operatingSystems: operatingSystemsRepository(connection),
    operations: operationsRepository(connection),
    plans: plansRepository(connection),
    ports: portsRepository(connection),
    prefixes: prefixesRepository(connection),
    projects: projectsRepository(connection),
    quotas: quotasRepository(connection),
    owned: ownedRepository(connection),
    roster: rosterRepository(connection),
    servers: serversRepository(connection),
    settings: settingsRepository(connection),
    simplestreams: simplestreamsRepository(connection),
    sshKeys: sshKeysRepository(connection),
    tokens: tokensRepository(connection),
    traffic: trafficRepository(connection),
    uploads: uploadsRepository(connection),
    userCodes: userCodesRepository(connection),
    users: usersRepository(connection),
    webauthnCredentials: webauthnCredentialsRepository(connection),
  };
}

export type Repositories = ReturnType<typeof repositories>;
