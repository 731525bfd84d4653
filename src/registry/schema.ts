// Contracts as data: the shapes that derive/ makes of schemas/ and that run time reads from generated/.

/** A JSON Schema, draft 2020-12. Booleans stand only inside one. */
export type JsonSchema = { [keyword: string]: unknown };

/** All schemas by key (`Instance`, `InstanceAddParams`); every `$ref` in them is `#/$defs/<Key>...`. */
export type Defs = Readonly<Record<string, JsonSchema>>;

export type Verb = 'GET' | 'POST';

/** One example of a contract: a request with its result or its error code. */
export interface Example {
  readonly summary: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

/** A contract file with its defaults filled in; `params` and `result` are keys of Defs. */
export interface ContractInfo {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly mutates: boolean;
  readonly long: boolean;
  readonly list: boolean;
  readonly stream: boolean;
  readonly body: 'json' | 'multipart' | 'octet-stream';
  /** `bytes`: a stream of bytes over HTTP, or the document of `result` where there are none to send. */
  readonly answer: 'document' | 'bytes';
  readonly verbs: readonly Verb[];
  readonly secrets: readonly string[];
  readonly params: string;
  readonly result: string | null;
  readonly errors: readonly string[];
  readonly examples: readonly Example[];
  readonly seed: boolean;
  readonly since: string;
}

/** A verb and a path below a dialect's mount. */
export interface RouteWay {
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with a slash; `{name}` stands for one part of a path. */
  readonly path: string;
}

/** A route of a dialect, with its contract's defaults filled in; `params` and `result` are keys of Defs. */
export interface RouteInfo {
  /** `<dialect>/<stem>`: what audit rows and metrics call it. */
  readonly name: string;
  readonly dialect: string;
  readonly stem: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly mutates: boolean;
  /** How it is asked for: its own way first, then others that do the same. */
  readonly ways: readonly RouteWay[];
  /** Its answers depend on rows alone: neither on hosts nor on time, and no secret stands in them. */
  readonly kept: boolean;
  /** Status of success. */
  readonly status: number;
  /** `none`: whatever is sent is not looked at. A GET never has one. */
  readonly body: 'json' | 'form' | 'none';
  readonly secrets: readonly string[];
  /** Fields of the body, or of the query where the verb is GET. */
  readonly params: string;
  /** The body of success. */
  readonly result: string | null;
  /** Statuses of refusals, each with when it comes. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly examples: readonly Pick<Example, 'summary' | 'request' | 'result'>[];
  /** Number of the description that asks for it, null for what we added. */
  readonly seed: string | null;
  readonly since: string;
}

/** An event type and the key of its data's schema. */
export interface EventInfo {
  readonly type: string;
  readonly summary: string;
  readonly data: string;
}

/** Everything that is derived from: contracts, routes, events and the schemas they name. */
export interface Bundle {
  readonly defs: Defs;
  readonly contracts: readonly ContractInfo[];
  readonly routes: readonly RouteInfo[];
  readonly events: readonly EventInfo[];
}

/** A schema's value as an object, or undefined when it is anything else. */
export function asObject(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : undefined;
}

/** The members of a schema's `properties`, empty when it has none. */
export function propertiesOf(schema: JsonSchema | undefined): Record<string, JsonSchema> {
  return (asObject(schema?.['properties']) ?? {}) as Record<string, JsonSchema>;
}

/** The names in a schema's `required`. */
export function requiredOf(schema: JsonSchema | undefined): string[] {
  const required = schema?.['required'];
  return Array.isArray(required) ? (required as string[]) : [];
}

/** Follows `#/$defs/Key/...` references until a schema without one; undefined when a target is missing. */
export function resolve(defs: Defs, schema: JsonSchema | undefined): JsonSchema | undefined {
  let here = schema;
  for (let hops = 0; here !== undefined && hops < 16; hops++) {
    const ref = here['$ref'];
    if (typeof ref !== 'string') return here;
    const target = lookUp(defs, ref);
    if (target === undefined) return undefined;
    // Keywords beside a `$ref` (a description, a default) hold as well.
    const { $ref: _ref, ...beside } = here;
    here = { ...target, ...beside };
  }
  return here;
}

function lookUp(defs: Defs, ref: string): JsonSchema | undefined {
  const [key, ...rest] = ref.replace('#/$defs/', '').split('/');
  let here: unknown = key === undefined ? undefined : defs[key];
  for (const part of rest) here = asObject(here)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  return asObject(here);
}
