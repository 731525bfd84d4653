// The pages of docs/dialects/: every route of a dialect, what it takes and answers, and the tests that prove it.
import { asObject, type Bundle, propertiesOf, type RouteInfo } from '../schema.js';
import { fieldTable } from './docs.js';
import { type Mounts, proofsOf, type RouteProof } from './dialect-seed.js';
import { fieldsOf } from './flatten.js';
import { cell } from './methods-page.js';
import { BANNER } from './names.js';
import { DIALECTS } from './routes.js';

/** Every page by its path under docs/. */
export function dialectPages(bundle: Bundle, proofs: readonly RouteProof[]): Record<string, string> {
  const mounts = mountsOf(bundle);
  const pages = DIALECTS.flatMap((name) => {
    const routes = bundle.routes.filter(({ dialect }) => dialect === name);
    return routes.length === 0
      ? []
      : [[`dialects/${name}.md`, page(bundle, name, mounts.get(name) ?? '', routes, proofs)]];
  });
  return Object.fromEntries(pages) as Record<string, string>;
}

/** Where each dialect is unless configured. */
export function mountsOf({ defs }: Bundle): Mounts {
  const dialects = propertiesOf(propertiesOf(defs['Config'])['dialects']);
  return new Map(
    Object.entries(dialects).map(([name, schema]) => {
      const mount = asObject(propertiesOf(schema)['mount'])?.['default'];
      return [name, typeof mount === 'string' ? mount : ''];
    }),
  );
}

function page(
  { defs }: Bundle,
  name: string,
  mount: string,
  routes: readonly RouteInfo[],
  proofs: readonly RouteProof[],
): string {
  const lines = [`<!-- ${BANNER} -->\n`, `# ${name}: routes`, ''];
  lines.push(
    `Served under \`${mount}\`, where \`dialects.${name}.mount\` says nothing else; \`dialects.${name}.enabled: false\` switches it off.`,
    '',
    '| route | scope | transcript | on a real LXD |',
    '|---|---|---|---|',
    ...routes.map((route) => {
      const found = proofsOf(route, proofs);
      return `| ${[wayText(mount, route), route.scope === 'public' ? 'none' : `\`${route.scope}\``, links(found, false), links(found, true)].join(' | ')} |`;
    }),
  );
  for (const route of routes) {
    const fields = fieldsOf(defs, defs[route.params]);
    lines.push('', `## ${wayText(mount, route)}`, '', route.description);
    for (const { verb, path } of route.ways.slice(1))
      lines.push('', `The same: \`${verb} ${mount}${path}\`.`);
    if (fields.length > 0) lines.push('', ...fieldTable(fields));
    lines.push('', '| status | when |', '|---|---|', `| ${route.status} | ${cell(route.summary)} |`);
    for (const [status, when] of Object.entries(route.refusals)) lines.push(`| ${status} | ${cell(when)} |`);
    for (const { summary, request, result } of route.examples) {
      lines.push('', `${summary}:`, '', ...json(request));
      if (result !== undefined) lines.push('', ...json(result));
    }
    const found = proofsOf(route, proofs);
    if (found.length > 0) lines.push('', 'Proved by:', '', ...found.map(proofLine));
  }
  return `${lines.join('\n')}\n`;
}

function wayText(mount: string, { ways }: RouteInfo): string {
  const [own] = ways;
  return own === undefined ? '' : `\`${own.verb} ${mount}${own.path}\``;
}

function links(proofs: readonly RouteProof[], real: boolean): string {
  const files = [...new Set(proofs.filter((proof) => proof.real === real).map(({ file }) => file))];
  return files.length === 0 ? '**missing**' : files.map(link).join(', ');
}

function proofLine({ file, said }: RouteProof): string {
  return `- ${link(file)}: ${said}`;
}

function link(file: string): string {
  return `[${file.slice('test/'.length)}](../../${file})`;
}

function json(value: unknown): string[] {
  return ['```json', JSON.stringify(value, null, 2), '```'];
}
