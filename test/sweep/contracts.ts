// The contracts the sweep walks: what the running house is built from.
import { CONTRACTS, DEFS, EVENTS, ROUTES } from '../../src/generated/schemas.js';
import { type Contracts, createContracts } from '../../src/registry/contract.js';

/** Every native contract, as the house loads them. */
export function houseContracts(): Contracts {
  return createContracts({ defs: DEFS, contracts: CONTRACTS, routes: ROUTES, events: EVENTS });
}
