// All repositories, bound to one connection.
import { auditRowsRepository } from './audit-rows.js';
import type { Connection } from './connection.js';
import { eventsRepository } from './events.js';
import { idempotencyRepository } from './idempotency.js';
import { type InstanceCache, instancesRepository } from './instances.js';
import { leasesRepository } from './leases.js';
import { locationsRepository } from './locations.js';
import { loginAttemptsRepository } from './login-attempts.js';
import { membershipsRepository } from './memberships.js';
import { operatingSystemsRepository } from './operating-systems.js';
import { operationsRepository } from './operations.js';
import { plansRepository } from './plans.js';
import { projectsRepository } from './projects.js';
import { quotasRepository } from './quotas.js';
import { serversRepository } from './servers.js';
import { settingsRepository } from './settings.js';
import { simplestreamsRepository } from './simplestreams.js';
import { sshKeysRepository } from './ssh-keys.js';
import { tokensRepository } from './tokens.js';
import { userCodesRepository } from './user-codes.js';
import { usersRepository } from './users.js';
import { webauthnCredentialsRepository } from './webauthn-credentials.js';

/** Binds every repository to a connection (the writer's inside a transaction, the reader's outside). */
export function repositories(connection: Connection, instances: InstanceCache) {
  return {
    auditRows: auditRowsRepository(connection),
    events: eventsRepository(connection),
    idempotency: idempotencyRepository(connection),
    instances: instancesRepository(connection, instances),
    leases: leasesRepository(connection),
    locations: locationsRepository(connection),
    loginAttempts: loginAttemptsRepository(connection),
    memberships: membershipsRepository(connection),
    operatingSystems: operatingSystemsRepository(connection),
    operations: operationsRepository(connection),
    plans: plansRepository(connection),
    projects: projectsRepository(connection),
    quotas: quotasRepository(connection),
    servers: serversRepository(connection),
    settings: settingsRepository(connection),
    simplestreams: simplestreamsRepository(connection),
    sshKeys: sshKeysRepository(connection),
    tokens: tokensRepository(connection),
    userCodes: userCodesRepository(connection),
    users: usersRepository(connection),
    webauthnCredentials: webauthnCredentialsRepository(connection),
  };
}

export type Repositories = ReturnType<typeof repositories>;
