// Which error codes a method may answer: the common ones by what it is, then its own.
import { type Code, CODES } from '../../errors.js';
import type { ContractInfo } from '../schema.js';

/** Codes of a method, common ones first. Throws when a contract names a code that does not exist. */
export function errorsOf(contract: ContractInfo): Code[] {
  const common: Code[] = ['invalid_params'];
  if (contract.scope !== 'public') common.push('unauthenticated', 'forbidden');
  if (contract.mutates) common.push('conflict');
  common.push('rate_limited', 'internal', 'unavailable');
  for (const code of contract.errors) {
    if (!(code in CODES)) throw new Error(`schemas/${contract.name}.json: there is no error code "${code}"`);
  }
  return [...new Set([...common, ...(contract.errors as Code[])])];
}

/** The same grouped by HTTP status, ascending. */
export function byStatus(codes: readonly Code[]): [number, Code[]][] {
  const groups = new Map<number, Code[]>();
  for (const code of codes) {
    const status = CODES[code].http;
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
