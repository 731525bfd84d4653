// The one pipeline of every call: authenticate, scope, validate, idempotency, run, audit, measure.
import type { Actor, AuditDraft, Caller } from '../core/access.js';
import { Prepared } from '../core/prepared.js';
import { AppError, isAppError } from '../errors.js';
import { Bytes } from './bytes.js';
import type { Contracts } from './contract.js';
import { openrpc } from './derive/openrpc.js';
import { auditDraft } from './redact.js';
import { type FailureLog, refusalOf } from './refusal.js';
import type { MethodInfo, Registry } from './registry.js';
import type { Request } from './request.js';
import { type ContractInfo, propertiesOf } from './schema.js';
import { isScope, type ScopeCheck, scopeCheck } from './scope.js';
import { type Admission, checkWay, type UploadGate, withoutId, withUpload } from './upload.js';

/** What the pipeline needs of core; core's own type has more. */
export interface RegistryCore {
  readonly accounts: {
    /** Throws `unauthenticated`. */
    authenticate(token: string): Actor;
    onRevoked(token_id: number, listener: () => void): () => void;
  };
  readonly idempotency: {
    /** Runs once per caller and key; later calls get the stored answer, other params `conflict` (REL-71). */
    run(
      caller: Caller,
      method: string,
      params: Record<string, unknown>,
      run: () => unknown,
    ): Promise<unknown>;
  };
  readonly audit: {
    /** Writes the row of a call whose change did not write it itself. */
    finish(caller: Caller, outcome: AuditOutcome): Promise<void>;
  };
}

/** How an audited call ended. */
export type AuditOutcome = { readonly ok: true } | { readonly code: string };

/** A row of the handler table (generated/methods). */
export interface HandlerEntry {
  readonly name: string;
  readonly handler: (ctx: never, params: never) => unknown;
}

/** Takes seconds. */
export interface Observer {
  observe(seconds: number): void;
}

export interface RegistryOptions {
  readonly contracts: Contracts;
  readonly methods: Readonly<Record<string, HandlerEntry>>;
  readonly core: RegistryCore;
  readonly log: FailureLog;
  /** `calls`: seconds by method and code. `mismatches`: results that broke their contract, by method. */
  readonly metrics?: {
    readonly calls: { labels(method: string, code: string): Observer };
    readonly mismatches: { inc(labels: { method: string }): void };
  };
  /** `always` refuses a wrong result (tests, development); `sampled` logs one in a hundred. */
  readonly checkResults: 'always' | 'sampled';
  /** Has a word before an upload is read. */
  readonly uploads?: UploadGate;
  /** Stands in the OpenRPC document. */
  readonly version?: string;
}

interface Entry {
  readonly contract: ContractInfo;
  readonly info: MethodInfo;
  readonly handler: (ctx: object, params: object) => unknown;
  readonly check: ScopeCheck;
  readonly isPublic: boolean;
  readonly ok: Observer | undefined;
  calls: number;
}

/** Who calls, as core sees it. The address is looked up only when asked for: that costs as much as the rest. */
class RegistryCaller implements Caller {
  readonly via = 'native';
  readonly client_request_id: string;

  constructor(
    readonly actor: Actor | null,
    params: Record<string, unknown>,
    private readonly request: Request,
    readonly audit: AuditDraft | null,
  ) {
    const id = params['request_id'];
    this.client_request_id = typeof id === 'string' ? id : '';
    // What changes something goes on after an await, when the connection may be gone.
    if (audit !== null) void request.address;
  }

  get request_id(): string {
    return this.request.id;
  }

  get address(): string {
    return this.request.address;
  }

  get idempotency_key(): string | null {
    return this.request.idempotency_key;
  }
}

const SAMPLE = 100;

/**
 * Builds the registry. Throws, naming all of them, when a contract has no scope or no handler, or a
 * handler no contract (SEC-21).
 */
export function createRegistry(options: RegistryOptions): Registry {
  const { contracts, core, log, metrics } = options;
  const table = tableOf(options);
  let document: unknown;

  const optionalActor = (token: string | null): Actor | null => {
    if (token === null) return null;
    try {
      return core.accounts.authenticate(token);
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  };

  const requiredActor = (token: string | null): Actor => {
    if (token === null) throw new AppError('unauthenticated', 'a bearer token is needed');
    return core.accounts.authenticate(token);
  };

  const failed = (error: unknown, entry: Entry, request: Request, started: number): AppError => {
    const { name } = entry.contract;
    const refusal = refusalOf(error, name, request.id, log);
    metrics?.calls.labels(name, refusal.code).observe((performance.now() - started) / 1000);
    return refusal;
  };

  const checked = (entry: Entry, result: unknown, request: Request): unknown => {
    if (entry.info.stream || result instanceof Bytes) return result;
    if (options.checkResults === 'sampled' && entry.calls++ % SAMPLE !== 0) return result;
    const fault = contracts.resultFault(
      entry.contract.name,
      result instanceof Prepared ? result.value : result,
    );
    if (fault === null) return result;
    metrics?.mismatches.inc({ method: entry.contract.name });
    if (options.checkResults === 'always') throw new Error(`result of ${entry.contract.name}: ${fault}`);
    log.warn({ request_id: request.id, method: entry.contract.name, fault }, 'a result broke its contract');
    return result;
  };

  const finished = (entry: Entry, result: unknown, request: Request, started: number): unknown => {
    const answer = checked(entry, result, request);
    entry.ok?.observe((performance.now() - started) / 1000);
    return answer;
  };

  const later = async (
    entry: Entry,
    result: Promise<unknown>,
    request: Request,
    started: number,
  ): Promise<unknown> => {
    try {
      return finished(entry, await result, request, started);
    } catch (error) {
      throw failed(error, entry, request, started);
    }
  };

  const inputOf = (entry: Entry, raw: unknown, request: Request): Record<string, unknown> => {
    checkWay(entry.contract, request);
    return contracts.validateParams(entry.contract.name, withUpload(entry.contract, raw, request));
  };

  /** The error of a call that changes something, once its row is written. */
  const refused = async (
    entry: Entry,
    caller: Caller,
    error: unknown,
    request: Request,
    started: number,
  ): Promise<AppError> => {
    const { name } = entry.contract;
    const refusal = failed(error, entry, request, started);
    try {
      if (caller.audit?.written === false) await core.audit.finish(caller, { code: refusal.code });
    } catch (cause) {
      // The caller is owed the first error; a full disk must not hide it.
      log.error({ err: cause, request_id: request.id, method: name }, 'an audit row could not be written');
    }
    return refusal;
  };

  const run = (entry: Entry, caller: Caller, params: object, request: Request): unknown =>
    entry.handler({ core, actor: caller.actor, caller, request }, params);

  /** The way of what changes something: idempotency around it, exactly one audit row after it (SEC-80). */
  const mutate = async (
    entry: Entry,
    actor: Actor | null,
    raw: unknown,
    request: Request,
    started: number,
  ): Promise<unknown> => {
    const { name, secrets } = entry.contract;
    const known = knownOf(contracts, entry.contract, raw);
    let caller: Caller = new RegistryCaller(actor, known, request, auditDraft(name, known, secrets));
    try {
      if (actor !== null) entry.check(actor);
      const params = inputOf(entry, raw, request);
      const kept = withoutId(entry.contract, params);
      caller = new RegistryCaller(actor, params, request, auditDraft(name, kept, secrets));
      const answer =
        request.idempotency_key !== null && actor !== null
          ? await core.idempotency.run(caller, name, kept, () => run(entry, caller, params, request))
          : await run(entry, caller, params, request);
      if (caller.audit?.written === false) await core.audit.finish(caller, { ok: true });
      return finished(entry, answer, request, started);
    } catch (error) {
      throw await refused(entry, caller, error, request, started);
    }
  };

  const admit = async (
    name: string,
    request: Request,
    size: number | null,
    query: Record<string, unknown> = {},
  ): Promise<Admission> => {
    const entry = table.get(name);
    if (entry === undefined) throw new AppError('method_not_found', unknownMethod(name));
    const started = performance.now();
    let actor: Actor | null;
    try {
      actor = entry.isPublic ? optionalActor(request.token) : requiredActor(request.token);
    } catch (error) {
      throw failed(error, entry, request, started);
    }
    try {
      if (actor !== null) entry.check(actor);
      return (await options.uploads?.admit(actor, name, size, query)) ?? {};
    } catch (error) {
      const draft = entry.contract.mutates ? auditDraft(name, {}, []) : null;
      const caller = new RegistryCaller(actor, {}, request, draft);
      throw await refused(entry, caller, error, request, started);
    }
  };

  return {
    info: (name) => table.get(name)?.info,
    call(name, params, request) {
      const entry = table.get(name);
      if (entry === undefined) throw new AppError('method_not_found', unknownMethod(name));
      const started = performance.now();
      try {
        const actor = entry.isPublic ? optionalActor(request.token) : requiredActor(request.token);
        if (entry.contract.mutates) return mutate(entry, actor, params, request, started);
        if (actor !== null) entry.check(actor);
        const input = inputOf(entry, params, request);
        const result = run(entry, new RegistryCaller(actor, input, request, null), input, request);
        if (result instanceof Promise) return later(entry, result, request, started);
        return finished(entry, result, request, started);
      } catch (error) {
        throw failed(error, entry, request, started);
      }
    },
    admit,
    authenticate: (token) => core.accounts.authenticate(token),
    onRevoked: (token_id, listener) => core.accounts.onRevoked(token_id, listener),
    discover: () => (document ??= openrpc(contracts.bundle, options.version ?? '0.0.0')),
  };
}

function unknownMethod(name: string): string {
  return `there is no method ${name.length > 80 ? `${name.slice(0, 80)}...` : name}: rpc.discover lists them`;
}

function tableOf({ contracts, methods, metrics }: RegistryOptions): Map<string, Entry> {
  const table = new Map<string, Entry>();
  const faults: string[] = [];
  for (const contract of contracts.bundle.contracts) {
    const { name } = contract;
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!isScope(contract.scope)) faults.push(`the contract of ${name} has no scope`);
    if (method === undefined) faults.push(`${name} has a contract but no handler`);
    else if (method.name !== name) faults.push(`the handler of ${name} calls itself ${method.name}`);
    else table.set(name, entryOf(contract, method, metrics));
  }
  for (const name of Object.keys(methods)) {
    if (contracts.get(name) === undefined) faults.push(`${name} has a handler but no contract`);
  }
  if (faults.length > 0) throw new Error(`the method table is not whole: ${faults.join('; ')}`);
  return table;
}

function entryOf(contract: ContractInfo, method: HandlerEntry, metrics: RegistryOptions['metrics']): Entry {
  const isPublic = contract.scope === 'public';
  return {
    contract,
    info: {
      name: contract.name,
      get: contract.verbs.includes('GET'),
      stream: contract.stream,
      public: isPublic,
      mutates: contract.mutates,
      body: contract.body,
    },
    handler: method.handler as Entry['handler'],
    check: scopeCheck(contract),
    isPublic,
    ok: metrics?.calls.labels(contract.name, 'ok'),
    calls: 0,
  };
}

/** The members of unchecked params that the contract knows: what the audit row of a refused call may hold. */
function knownOf({ bundle }: Contracts, contract: ContractInfo, raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  const names = propertiesOf(bundle.defs[contract.params]);
  return Object.fromEntries(Object.entries(raw).filter(([name]) => Object.hasOwn(names, name)));
}
