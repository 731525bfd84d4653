// docs/methods/README.md: all methods by noun, the tests that prove them on a real host, and the events.
import type { Bundle, ContractInfo } from '../schema.js';
import { fieldsOf } from './flatten.js';
import { BANNER } from './names.js';
import { type Proof, SEED_METHODS } from './seed.js';

/** The page's text. */
export function methodsPage(bundle: Bundle, proofs: readonly Proof[]): string {
  const { contracts } = bundle;
  const nouns = [...new Set(contracts.map(({ name }) => nounOf(name)))];
  const lines = [`<!-- ${BANNER} -->\n`, '# Methods', ''];
  lines.push(`${contracts.length} methods: ${nouns.map((noun) => `[${noun}](#${noun})`).join(', ')}.`);
  lines.push('[Which test proves what on a real LXD](#proved-on-a-real-lxd), and [the events](#events).');
  for (const noun of nouns) {
    const own = contracts.filter(({ name }) => nounOf(name) === noun);
    lines.push('', `## ${noun}`, '', '| method | scope | |', '|---|---|---|', ...own.map(row));
  }
  lines.push(...provedLines(bundle, proofs), ...eventLines(bundle));
  return `${lines.join('\n')}\n`;
}

function nounOf(name: string): string {
  return name.split('.')[0] ?? name;
}

function row({ name, scope, summary }: ContractInfo): string {
  return `| [\`${name}\`](${name}.md) | \`${scope}\` | ${cell(summary)} |`;
}

/** A table cell's text. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function provedLines({ contracts }: Bundle, proofs: readonly Proof[]): string[] {
  const there = new Set(contracts.map(({ name }) => name));
  const others = [...there].filter(
    (name) => !SEED_METHODS.includes(name) && proofs.some(({ methods }) => methods.includes(name)),
  );
  const rows = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const own = proofs.filter(({ methods }) => methods.includes(name));
      const link = there.has(name) ? `[\`${name}\`](${name}.md)` : `\`${name}\``;
      if (own.length === 0) return [`| ${link} | **missing** | |`];
      return own.map(({ file, title }, at) => {
        const said = cell(title.slice(title.indexOf(': ') + 2));
        return `| ${at === 0 ? link : ''} | [${file.slice('test/'.length)}](../../${file}) | ${said} |`;
      });
    });
  const head = ['', '| method | test | what it shows |', '|---|---|---|'];
  return [
    '',
    '## Proved on a real LXD',
    '',
    `The ${SEED_METHODS.length} methods that this API was to have from the beginning, each with the tests that run it against a real daemon.`,
    ...head,
    ...rows(SEED_METHODS),
    ...(others.length === 0 ? [] : ['', 'And of the others:', ...head, ...rows(others)]),
  ];
}

function eventLines({ events, defs }: Bundle): string[] {
  return [
    '',
    '## Events',
    '',
    '| event | data | |',
    '|---|---|---|',
    ...events.map(({ type, data, summary }) => {
      const names = fieldsOf(defs, defs[data]).map((field) => `\`${field.name}\``);
      return `| \`${type}\` | ${names.join(', ')} | ${cell(summary)} |`;
    }),
  ];
}
