// Contracts at run time: what they say of a method, and its validators, each compiled on first use.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { AppError, type Fault } from '../errors.js';
import { type Bundle, type ContractInfo, requiredOf, type RouteInfo, resolve } from './schema.js';
import { faultsOf } from './sentences.js';

type Params = Record<string, unknown>;

/** Contracts by name, with checks of what goes in and what comes out; a route's name is `<dialect>/<stem>`. */
export interface Contracts {
  readonly bundle: Bundle;
  get(name: string): ContractInfo | undefined;
  /** Checks params and fills in defaults in place; `invalid_params` with one fault per error. */
  validateParams(name: string, params: unknown): Params;
  /** What is wrong with a result, in one line; null when it keeps its contract. */
  resultFault(name: string, result: unknown): string | null;
}

interface Entry {
  readonly info: Pick<ContractInfo | RouteInfo, 'params' | 'result'>;
  params?: ValidateFunction;
  result?: ValidateFunction;
}

/** Wraps the bundle of generated/schemas. */
export function createContracts(bundle: Bundle): Contracts {
  const contracts = new Map(bundle.contracts.map((info) => [info.name, info]));
  const entries = new Map<string, Entry>(
    [...bundle.contracts, ...bundle.routes].map((info) => [info.name, { info }]),
  );
  const shared = { strict: false, validateSchema: false, verbose: true, $data: false } as const;
  const lazy = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const requests = lazy(() => engine(bundle, new Ajv2020({ ...shared, allErrors: true, useDefaults: true })));
  const results = lazy(() => engine(bundle, new Ajv2020(shared)));

  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`there is no contract of ${name}`);
    return entry;
  };

  return {
    bundle,
    get: (name) => contracts.get(name),
    validateParams(name, params) {
      const entry = entryOf(name);
      const validate = (entry.params ??= compile(requests(), entry.info.params));
      const input = params ?? {};
      if (validate(input)) return input as Params;
      throw refused(faultsOf(validate.errors ?? []));
    },
    resultFault(name, result) {
      const entry = entryOf(name);
      if (entry.info.result === null) return null;
      const validate = (entry.result ??= compile(results(), entry.info.result));
      if (validate(result)) return null;
      const error = validate.errors?.[0];
      return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`;
    },
  };
}

/** Names that a params schema requires (follows references). */
export function requiredParams(bundle: Bundle, info: ContractInfo): string[] {
  return requiredOf(resolve(bundle.defs, bundle.defs[info.params]));
}

function engine(bundle: Bundle, ajv: Ajv2020): Ajv2020 {
  formats.default.default(ajv);
  ajv.addSchema({ $defs: bundle.defs }, 'bundle');
  return ajv;
}

function compile(ajv: Ajv2020, key: string): ValidateFunction {
  return ajv.compile({ $ref: `bundle#/$defs/${key}` });
}

function refused(faults: Fault[]): AppError {
  return new AppError('invalid_params', faults.map((fault) => fault.detail).join('; '), { faults });
}
