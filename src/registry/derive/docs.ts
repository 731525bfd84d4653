// The pages of docs/ that follow from contracts: one per method, their table, who may call what.
import type { Bundle, ContractInfo, Defs } from '../schema.js';
import { CODES } from '../../errors.js';
import { resultKind } from './catalog.js';
import { commonNames } from './common.js';
import { errorsOf } from './faults.js';
import { type Field, fieldsOf } from './flatten.js';
import { cell, methodsPage } from './methods-page.js';
import { BANNER } from './names.js';
import type { Proof } from './seed.js';

const HEAD = `<!-- ${BANNER} -->\n`;

/** Every page by its path under docs/. */
export function pages(bundle: Bundle, proofs: readonly Proof[]): Record<string, string> {
  const result: Record<string, string> = {
    'methods/README.md': methodsPage(bundle, proofs),
    'permissions.md': permissions(bundle),
  };
  for (const contract of bundle.contracts)
    result[`methods/${contract.name}.md`] = page(bundle.defs, contract);
  return result;
}

function page(defs: Defs, contract: ContractInfo): string {
  const common = new Set(commonNames(contract));
  const fields = fieldsOf(defs, defs[contract.params]);
  const own = fields.filter((field) => !common.has(field.name));
  const names = fields.filter((field) => common.has(field.name)).map((field) => `\`${field.name}\``);
  const lines = [HEAD, `# ${contract.name}`, '', contract.description, '', '| | |', '|---|---|'];
  lines.push(`| HTTP | ${contract.verbs.map((verb) => `\`${verb} /v1/${contract.name}\``).join(', ')} |`);
  lines.push(`| scope | \`${contract.scope}\` |`);
  if (contract.body !== 'json') lines.push(`| body | ${BODIES[contract.body]} |`);
  lines.push(`| changes something | ${contract.mutates ? 'yes: audited, idempotency keys apply' : 'no'} |`);
  lines.push(
    `| answers | ${ANSWERS[resultKind(defs, contract)]} |`,
    `| since | ${contract.since} |`,
    '',
    '## Params',
    '',
  );
  if (own.length > 0) lines.push(...fieldTable(own), '', `Also: ${names.join(', ')}.`);
  else lines.push(`None of its own. Also: ${names.join(', ')}.`);
  lines.push('', '## Errors', '', '| code | HTTP | JSON-RPC |', '|---|---|---|');
  for (const code of errorsOf(contract))
    lines.push(`| \`${code}\` | ${CODES[code].http} | ${CODES[code].rpc} |`);
  for (const example of contract.examples) {
    lines.push('', `## Example: ${example.summary}`, '', ...json(example.request));
    if (example.result !== undefined) lines.push('', ...json(example.result));
    if (example.error !== undefined) lines.push('', `Answers the error \`${example.error}\`.`);
  }
  return `${lines.join('\n')}\n`;
}

const BODIES = {
  multipart: '`multipart/form-data`: the bytes as part `file`, all other params as JSON in part `payload`',
  'octet-stream': '`application/octet-stream`: the bytes; all other params in the query',
};

const ANSWERS = {
  single: 'one resource',
  list: 'a list',
  ack: 'an acknowledgement',
  operation: 'an operation',
  stream: 'a stream of events',
  bytes: 'bytes over HTTP, or a document where there are none',
  document: 'a document',
};

/** Fields as the lines of a table. */
export function fieldTable(fields: readonly Field[]): string[] {
  return ['| name | type | | |', '|---|---|---|---|', ...fields.map(row)];
}

function row(field: Field): string {
  const types = [...field.types.map((type) => typeText(field, type)), ...(field.nullable ? ['null'] : [])];
  const choices = field.choices?.map((choice) => `\`${String(choice)}\``).join(', ');
  const need = field.required
    ? 'required'
    : field.default === undefined
      ? 'optional'
      : `default \`${JSON.stringify(field.default)}\``;
  return `| \`${field.name}\` | ${choices ?? types.join(' or ')} | ${need} | ${cell(field.description)} |`;
}

function typeText(field: Field, type: string): string {
  if (type === 'object' && field.name === 'file') return 'bytes';
  return type === 'array' && field.items !== undefined ? `list of ${field.items.join(' or ')}` : type;
}

function json(value: unknown): string[] {
  return ['```json', JSON.stringify(value, null, 2), '```'];
}

function permissions({ contracts }: Bundle): string {
  const scopes = [...new Set(contracts.map((contract) => contract.scope))].sort(byRank);
  const lines = [HEAD, '# Permissions', '', 'What a token must carry for each method.'];
  lines.push('A session carries all that its user may do; `*`, `noun:*` and `*:verb` are patterns.');
  lines.push('A read-only token calls none of the methods marked with *.', '');
  lines.push(
    'Beyond the scope, each method looks at its object as this user: what is not visible is `not_found`.',
    '',
  );
  lines.push('| scope | methods |', '|---|---|');
  for (const scope of scopes) {
    const names = contracts.filter((contract) => contract.scope === scope);
    lines.push(`| \`${scope}\` | ${names.map((c) => `\`${c.name}\`${c.mutates ? '\\*' : ''}`).join(', ')} |`);
  }
  lines.push(
    '',
    '`public`: no token. `user`: any token. `admin`: an administrator; an API token of one needs the scope too.',
  );
  return `${lines.join('\n')}\n`;
}

function byRank(a: string, b: string): number {
  const rank = (scope: string): number =>
    ['public', 'user', 'admin'].indexOf(scope) + (scope.includes(':') ? 9 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
