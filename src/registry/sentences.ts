// What ajv says about params, as sentences that name the field and the fix: one fault each.
import type { ErrorObject } from 'ajv';
import type { Fault } from '../errors.js';
import { asObject, propertiesOf, requiredOf } from './schema.js';

const MOST = 20;

/** Faults of refused params; ajv must run with `verbose`. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const error of relevant(errors)) {
    const fault = faultOf(error);
    faults.set(`${fault.pointer ?? ''} ${fault.detail}`, fault);
    if (faults.size === MOST) break;
  }
  return [...faults.values()];
}

/** The nearest of some names by edit distance; undefined when none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(name, candidate, least);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** A failed union reports each branch first: what they said below it is noise. */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false;
    return !unions.some((union) => union !== error && isBranchOf(error, union));
  });
}

function isBranchOf(error: ErrorObject, union: ErrorObject): boolean {
  const { instancePath } = union;
  if (error.instancePath !== instancePath && !error.instancePath.startsWith(`${instancePath}/`)) return false;
  const parent = asObject(union.parentSchema);
  if (parent === undefined || !('properties' in parent)) return true;
  // The union stands beside members: only "one of these must be there" comes from its branches.
  return (
    error.keyword === 'required' &&
    error.instancePath === instancePath &&
    !requiredOf(parent).includes((error.params as { missingProperty: string }).missingProperty)
  );
}

function faultOf(error: ErrorObject): Fault {
  const params = error.params as Record<string, unknown>;
  const path = error.instancePath;
  const inside = path === '' ? '' : `${nameOf(path)}.`;
  if (error.keyword === 'required') {
    const name = String(params['missingProperty']);
    return { detail: `${inside}${name} is missing: it is required`, pointer: `${path}/${escape(name)}` };
  }
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
    const near = nearest(name, Object.keys(propertiesOf(asObject(error.parentSchema))));
    const fix = near === undefined ? 'leave it out' : `did you mean ${inside}${near}?`;
    return { detail: `${inside}${cut(name)} is not known here: ${fix}`, pointer: `${path}/${escape(name)}` };
  }
  if (error.propertyName !== undefined) {
    const detail = `${inside}${cut(error.propertyName)} is not an allowed name${inside === '' ? '' : ` in ${nameOf(path)}`}`;
    return { detail, pointer: `${path}/${escape(error.propertyName)}` };
  }
  return { detail: `${path === '' ? 'params' : nameOf(path)} ${ruleOf(error, params)}`, pointer: path };
}

function ruleOf(error: ErrorObject, params: Record<string, unknown>): string {
  switch (error.keyword) {
    case 'type':
      return `must be ${typesText(params['type'])}`;
    case 'enum':
      return `must be one of ${listText(params['allowedValues'] as unknown[])}`;
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    case 'minLength':
      return params['limit'] === 1
        ? 'must not be empty'
        : `must have at least ${String(params['limit'])} characters`;
    case 'maxLength':
      return `must have at most ${String(params['limit'])} characters`;
    case 'minItems':
      return `must have at least ${String(params['limit'])} entries`;
    case 'maxItems':
      return `must have at most ${String(params['limit'])} entries`;
    case 'minProperties':
      return `must have at least ${String(params['limit'])} members`;
    case 'maxProperties':
      return `must have at most ${String(params['limit'])} members`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${String(params['comparison'])} ${String(params['limit'])}`;
    case 'multipleOf':
      return `must be a multiple of ${String(params['multipleOf'])}`;
    case 'uniqueItems':
      return 'must not name the same entry twice';
    case 'pattern':
      return `must match ${String(params['pattern'])}`;
    case 'format':
      return `must be a valid ${String(params['format'])}`;
    case 'anyOf':
    case 'oneOf':
      return unionText(error);
    case 'dependentRequired':
      return `needs ${String(params['missingProperty'])} beside ${String(params['property'])}`;
    default:
      return error.message ?? 'is not valid';
  }
}

function unionText(error: ErrorObject): string {
  const branches = (error.schema as unknown[]).map(asObject);
  if (branches.every((branch) => requiredOf(branch).length > 0)) {
    return `need ${branches.map((branch) => requiredOf(branch).join(' and ')).join(', or ')}`;
  }
  const types = branches.map((branch) => branch?.['type']);
  if (types.every((type) => typeof type === 'string')) return `must be ${typesText([...new Set(types)])}`;
  return 'must have one of the forms that the contract names';
}

const WORDS: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

function typesText(type: unknown): string {
  const types = Array.isArray(type) ? (type as string[]) : String(type).split(',');
  return types.map((name) => WORDS[name] ?? name).join(' or ');
}

function listText(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
}

/** `/filter/0/name` as `filter.0.name`. */
function nameOf(pointer: string): string {
  return cut(pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escape(name: string): string {
  return cut(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

/** Levenshtein distance, given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
