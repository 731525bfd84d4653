// All repositories, bound to one connection.
import type { Connection } from './connection.js';
import { eventsRepository } from './events.js';
import { idempotencyRepository } from './idempotency.js';
import { type InstanceCache, instancesRepository } from './instances.js';
import { leasesRepository } from './leases.js';
import { loginAttemptsRepository } from './login-attempts.js';
import { operationsRepository } from './operations.js';
import { projectsRepository } from './projects.js';
import { serversRepository } from './servers.js';
import { settingsRepository } from './settings.js';
import { sshKeysRepository } from './ssh-keys.js';
import { tokensRepository } from './tokens.js';
import { userCodesRepository } from './user-codes.js';
import { usersRepository } from './users.js';

/** Binds every repository to a connection (the writer's inside a transaction, the reader's outside). */
export function repositories(connection: Connection, instances: InstanceCache) {
  return {
    events: eventsRepository(connection),
    idempotency: idempotencyRepository(connection),
    instances: instancesRepository(connection, instances),
    leases: leasesRepository(connection),
    loginAttempts: loginAttemptsRepository(connection),
    operations: operationsRepository(connection),
    projects: projectsRepository(connection),
    servers: serversRepository(connection),
    settings: settingsRepository(connection),
    sshKeys: sshKeysRepository(connection),
    tokens: tokensRepository(connection),
    userCodes: userCodesRepository(connection),
    users: usersRepository(connection),
  };
}

export type Repositories = ReturnType<typeof repositories>;
