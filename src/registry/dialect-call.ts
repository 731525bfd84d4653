// The pipeline of a dialect's routes: authenticate, scope, read, validate, idempotency, run, audit, measure.
import { type Actor, actorOf, type AuditDraft, type Caller } from '../core/access.js';
import type { Core } from '../core/core.js';
import { Prepared } from '../core/prepared.js';
import type {
  Dialect,
  DialectAnswer,
  DialectContext,
  DialectHandler,
  DialectName,
  DialectRequest,
} from '../dialects/dialect.js';
import { AppError, isAppError } from '../errors.js';
import type { Observer } from './call.js';
import type { Contracts } from './contract.js';
import { type InputReader, inputReader } from './dialect-input.js';
import { keptAnswers } from './dialect-kept.js';
import type { Dialects, RouteRequest } from './dialect.js';
import { auditDraft } from './redact.js';
import { type FailureLog, refusalOf } from './refusal.js';
import type { RouteInfo } from './schema.js';
import { isScope, type ScopeCheck, scopeCheck } from './scope.js';

export interface DialectOptions {
  readonly contracts: Contracts;
  /** In the order in which they answer for paths that are nobody's route. */
  readonly dialects: readonly Dialect[];
  readonly core: Core;
  readonly log: FailureLog;
  /** `calls`: seconds by route and code. `mismatches`: answers that broke their contract, by route. */
  readonly metrics?: {
    readonly calls: { labels(method: string, code: string): Observer };
    readonly mismatches: { inc(labels: { method: string }): void };
  };
  /** `always` refuses a wrong answer (tests, development); `sampled` logs one in a hundred. */
  readonly checkResults: 'always' | 'sampled';
}

interface Entry {
  readonly route: RouteInfo;
  readonly dialect: Dialect;
  readonly handler: DialectHandler;
  readonly check: ScopeCheck;
  readonly input: InputReader;
  readonly ok: Observer | undefined;
  calls: number;
}

const SAMPLE = 100;

/** Who calls, as core sees it. The address is looked up only when asked for. */
class RouteCaller implements Caller {
  readonly client_request_id = '';

  constructor(
    readonly actor: Actor | null,
    readonly via: DialectName,
    private readonly request: RouteRequest,
    readonly audit: AuditDraft | null,
  ) {
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

/** A request as its handler sees it. */
class HandlerRequest implements DialectRequest {
  constructor(
    readonly route: string,
    readonly input: Record<string, unknown>,
    private readonly request: RouteRequest,
  ) {}

  get params(): Readonly<Record<string, string>> {
    return this.request.params;
  }

  get query(): URLSearchParams {
    return new URLSearchParams(this.request.query);
  }

  get base(): string {
    return this.request.base;
  }

  get address(): string {
    return this.request.address;
  }

  get signal(): AbortSignal {
    return this.request.signal;
  }

  header(name: string): string {
    return this.request.header(name);
  }
}

class HandlerContext implements DialectContext {
  constructor(
    readonly core: Core,
    readonly caller: Caller,
    readonly request: DialectRequest,
  ) {}

  get actor(): Actor {
    return actorOf(this.caller);
  }
}

/**
 * Builds the table. Throws, naming all of them, when a contract has no scope or no handler, or a handler
 * no contract (SEC-21).
 */
export function createDialects(options: DialectOptions): Dialects {
  const { contracts, core, log, metrics } = options;
  const table = tableOf(options);
  const kept = keptAnswers((listener) => core.onCommit(listener));
  const byName = new Map<string, Dialect>(options.dialects.map((dialect) => [dialect.name, dialect]));

  const authenticate = ({ dialect, route }: Entry, request: RouteRequest): Actor | null => {
    try {
      const actor = dialect.authenticate(core, request);
      if (actor !== null || route.scope === 'public') return actor;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'unauthenticated') throw error;
      if (route.scope === 'public') return null;
      request.refused = true;
      throw error;
    }
    throw new AppError('unauthenticated', 'a credential is needed');
  };

  const failed = ({ route }: Entry, error: unknown, request: RouteRequest, started: number): AppError => {
    const refusal = refusalOf(error, route.name, request.id, log);
    metrics?.calls.labels(route.name, refusal.code).observe((performance.now() - started) / 1000);
    return refusal;
  };

  const checked = (entry: Entry, answer: DialectAnswer, request: RouteRequest): DialectAnswer => {
    if (options.checkResults === 'sampled' && entry.calls++ % SAMPLE !== 0) return answer;
    const fault = faultOf(contracts, entry.route, answer);
    if (fault === null) return answer;
    const method = entry.route.name;
    metrics?.mismatches.inc({ method });
    if (options.checkResults === 'always') throw new Error(`answer of ${method}: ${fault}`);
    log.warn({ request_id: request.id, method, fault }, 'an answer broke its contract');
    return answer;
  };

  const finished = (
    entry: Entry,
    answer: DialectAnswer,
    request: RouteRequest,
    started: number,
  ): DialectAnswer => {
    checked(entry, answer, request);
    entry.ok?.observe((performance.now() - started) / 1000);
    return answer;
  };

  const later = async (
    entry: Entry,
    answer: Promise<DialectAnswer>,
    request: RouteRequest,
    started: number,
  ): Promise<DialectAnswer> => {
    try {
      return finished(entry, await answer, request, started);
    } catch (error) {
      throw failed(entry, error, request, started);
    }
  };

  const run = (entry: Entry, caller: Caller, input: Record<string, unknown>, request: RouteRequest) =>
    entry.handler(new HandlerContext(core, caller, new HandlerRequest(entry.route.stem, input, request)));

  /** The same answer as before where nothing was written since; else a new one. */
  const known = (
    entry: Entry,
    caller: Caller,
    actor: Actor,
    input: Record<string, unknown>,
    request: RouteRequest,
    started: number,
  ): DialectAnswer | Promise<DialectAnswer> => {
    const { name } = entry.route;
    const key = `${name} ${actor.token_id} ${JSON.stringify(request.params)} ${JSON.stringify(input)}`;
    const before = kept.get(key);
    if (before !== undefined) {
      entry.ok?.observe((performance.now() - started) / 1000);
      return before;
    }
    const { writes } = kept;
    const make = async (): Promise<DialectAnswer> =>
      kept.keep(key, writes, await run(entry, caller, input, request));
    return later(entry, make(), request, started);
  };

  const inputOf = ({ route, input }: Entry, request: RouteRequest): Record<string, unknown> =>
    contracts.validateParams(
      route.name,
      request.verb === 'get' || request.verb === 'head'
        ? input.fromQuery(request.query)
        : input.fromBody(route.body === 'none' ? undefined : request.body()),
    );

  /** What of a refused call its row may say: nothing when it could not even be read. */
  const knownOf = ({ route, input }: Entry, request: RouteRequest): Record<string, unknown> => {
    try {
      return input.fromBody(route.body === 'none' ? undefined : request.body());
    } catch (error) {
      if (isAppError(error)) return {};
      throw error;
    }
  };

  /** The error of a call that changes something, once its row is written. */
  const refused = async (
    entry: Entry,
    caller: Caller,
    error: unknown,
    request: RouteRequest,
    started: number,
  ): Promise<AppError> => {
    const refusal = failed(entry, error, request, started);
    try {
      if (caller.audit?.written === false) await core.audit.finish(caller, { code: refusal.code });
    } catch (cause) {
      // The caller is owed the first error; a full disk must not hide it.
      const about = { err: cause, request_id: request.id, method: entry.route.name };
      log.error(about, 'an audit row could not be written');
    }
    return refusal;
  };

  /** The way of what changes something: idempotency around it, exactly one audit row after it (SEC-80). */
  const mutate = async (
    entry: Entry,
    actor: Actor | null,
    request: RouteRequest,
    started: number,
  ): Promise<DialectAnswer> => {
    const { name, secrets } = entry.route;
    const via = entry.dialect.name;
    const draft = (input: Record<string, unknown>): AuditDraft =>
      auditDraft(name, { ...input, ...request.params }, secrets);
    let caller: Caller = new RouteCaller(actor, via, request, draft(knownOf(entry, request)));
    try {
      if (actor !== null) entry.check(actor);
      const input = inputOf(entry, request);
      caller = new RouteCaller(actor, via, request, draft(input));
      const answer =
        request.idempotency_key !== null && actor !== null
          ? repeated(
              await core.idempotency.run(caller, name, { path: request.params, input }, () =>
                run(entry, caller, input, request),
              ),
            )
          : await run(entry, caller, input, request);
      if (caller.audit?.written === false) await core.audit.finish(caller, { ok: true });
      return finished(entry, answer, request, started);
    } catch (error) {
      throw await refused(entry, caller, error, request, started);
    }
  };

  return {
    served: options.dialects.map(({ name }) => ({
      name,
      routes: [...table.values()]
        .filter(({ dialect }) => dialect.name === name)
        .map(({ route }) => ({ name: route.name, ways: route.ways, body: route.body })),
    })),
    call(name, request) {
      const entry = table.get(name);
      if (entry === undefined) throw new Error(`there is no route ${name}`);
      const started = performance.now();
      try {
        const actor = authenticate(entry, request);
        if (entry.route.mutates) return mutate(entry, actor, request, started);
        if (actor !== null) entry.check(actor);
        const input = inputOf(entry, request);
        const caller = new RouteCaller(actor, entry.dialect.name, request, null);
        if (entry.route.kept && actor !== null) return known(entry, caller, actor, input, request, started);
        const answer = run(entry, caller, input, request);
        if (answer instanceof Promise) return later(entry, answer, request, started);
        return finished(entry, answer, request, started);
      } catch (error) {
        throw failed(entry, error, request, started);
      }
    },
    render(name, error, request_id, route) {
      const dialect = byName.get(name);
      if (dialect === undefined) throw new Error(`there is no dialect ${name}`);
      return dialect.renderError(
        error,
        request_id,
        route === null ? null : (table.get(route)?.route.stem ?? null),
      );
    },
  };
}

/** A stored answer; one that was lost in a crash is known by its operation only, which no dialect shows. */
function repeated(answer: unknown): DialectAnswer {
  if (typeof answer === 'object' && answer !== null && 'status' in answer) return answer as DialectAnswer;
  throw new AppError('conflict', 'this call was carried out before a restart; its answer was not kept');
}

function faultOf(contracts: Contracts, route: RouteInfo, { status, body }: DialectAnswer): string | null {
  if (status !== route.status) return `status ${status}, not ${route.status}`;
  return contracts.resultFault(route.name, body instanceof Prepared ? body.value : body);
}

function tableOf({ contracts, dialects, metrics }: DialectOptions): Map<string, Entry> {
  const table = new Map<string, Entry>();
  const faults: string[] = [];
  const { routes, defs } = contracts.bundle;
  for (const route of routes) {
    const dialect = dialects.find(({ name }) => name === route.dialect);
    const handlers = dialect?.handlers ?? {};
    const handler = Object.hasOwn(handlers, route.stem) ? handlers[route.stem] : undefined;
    if (!isScope(route.scope)) faults.push(`the contract of ${route.name} has no scope`);
    if (dialect === undefined || handler === undefined) {
      faults.push(`${route.name} has a contract but no handler`);
      continue;
    }
    table.set(route.name, {
      route,
      dialect,
      handler,
      check: scopeCheck(route),
      input: inputReader(defs, route),
      ok: metrics?.calls.labels(route.name, 'ok'),
      calls: 0,
    });
  }
  for (const { name, handlers } of dialects) {
    for (const stem of Object.keys(handlers)) {
      if (!routes.some((route) => route.name === `${name}/${stem}`)) {
        faults.push(`${name}/${stem} has a handler but no contract`);
      }
    }
  }
  if (faults.length > 0) throw new Error(`the table of routes is not whole: ${faults.join('; ')}`);
  return table;
}
