// Answers for people: a table for a list, lines for one thing. Columns are chosen from what the rows say.
import type { AnyDocument, AnyResource } from '../client/client.js';

const WIDE = 48;

/** Of one value, in characters; tokens and fingerprints are shorter. */
const LONGEST = 200;

/** An answer document as text; `columns` is the width of the terminal, `flag` the one that asks for the next page. */
export function renderDocument(document: AnyDocument, columns: number, hint = '', flag = 'after'): string {
  const { data } = document;
  if (!Array.isArray(data)) return renderOne(data, document.included ?? [], columns);
  if (data.length === 0) return 'none\n';
  const next = document.meta?.['next'];
  const more = typeof next === 'string' && next !== '' ? `more: --${flag} ${next}${hint}\n` : '';
  return renderTable(data, columns) + more;
}

/** A table of resources: id and name first, then what differs or matters, as far as the width goes. */
export function renderTable(rows: readonly AnyResource[], columns: number): string {
  const type = rows[0]?.type ?? '';
  const names = chooseColumns(rows, type);
  const cells = rows.map((row) =>
    names.map((name) => cell(name, name === 'id' ? row.id : row.attributes[name])),
  );
  const heads = names.map((name) => heading(name, type));
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...cells.map((row) => (row[index] ?? '').length)),
  );
  let room = columns;
  let shown = 0;
  for (const width of widths) {
    if (shown > 0 && room < width) break;
    room -= width + 2;
    shown++;
  }
  const line = (texts: readonly string[]): string =>
    texts
      .slice(0, shown)
      .map((text, index) => (index === shown - 1 ? text : text.padEnd((widths[index] ?? 0) + 2)))
      .join('')
      .trimEnd();
  return [heads, ...cells].map((row) => `${line(row)}\n`).join('');
}

function chooseColumns(rows: readonly AnyResource[], type: string): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row.attributes)) names.add(name);
  const chosen = [...names].filter((name) => useful(name, rows, type));
  chosen.sort((a, b) => rank(a, type) - rank(b, type));
  return rows.some((row) => row.id !== undefined) ? ['id', ...chosen] : chosen;
}

function useful(name: string, rows: readonly AnyResource[], type: string): boolean {
  const own = type.replaceAll('-', '_');
  if (name === 'id' || name === `${own}_id` || name === 'provider' || name === 'etag') return false;
  const values = rows.map((row) => row.attributes[name]);
  if (values.every((value) => value === null || value === undefined || value === '')) return false;
  if (values.some((value) => typeof value === 'object' && value !== null && !isFlatList(value))) return false;
  return values.every((value) => !String(value).includes('\n'));
}

function isFlatList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** Names come first, then state, then the rest in the answer's own order; times last. */
function rank(name: string, type: string): number {
  const short = heading(name, type).toLowerCase();
  if (short === 'name' || short === 'login') return 0;
  if (short === 'status' || short === 'state') return 1;
  if (short === 'type' || short === 'method') return 2;
  if (name.endsWith('_at') || short.startsWith('time')) return 9;
  return name.endsWith('_id') ? 8 : 5;
}

function heading(name: string, type: string): string {
  const own = `${type.replaceAll('-', '_')}_`;
  const short = name.startsWith(own) ? name.slice(own.length) : name;
  return short.replaceAll('_', ' ').toUpperCase();
}

/** One value as a short text: times readable, long texts cut. */
function cell(name: string, value: unknown): string {
  const text = valueText(name, value);
  return text.length > WIDE ? `${text.slice(0, WIDE - 1)}…` : text;
}

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && value > 0) {
    if (name === 'at' || name.endsWith('_at')) return timeText(value < 1e11 ? value * 1000 : value);
    if (/time/.test(name) && value > 1e8 && value < 1e11) return timeText(value * 1000);
  }
  if (Array.isArray(value) && isFlatList(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Milliseconds as `2026-01-31 12:00:00` in local time. */
export function timeText(ms: number): string {
  const date = new Date(ms);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function renderOne(data: AnyResource, included: readonly AnyResource[], columns: number): string {
  const attributes = Object.entries(data.attributes).filter(([name]) => name !== 'response');
  if (attributes.length === 0) return 'done\n';
  const width = Math.max(...attributes.map(([name]) => name.length));
  const lines =
    data.id === undefined || attributes.some(([name]) => name === `${data.type}_id`)
      ? []
      : [`${'id'.padEnd(width)}  ${data.id}`];
  for (const [name, value] of attributes) lines.push(...block(name, value, width));
  const groups = new Map<string, AnyResource[]>();
  for (const one of included) {
    // A login carries its own user once more among what is included.
    if (one.type === data.type && one.id === data.id) continue;
    groups.set(one.type, [...(groups.get(one.type) ?? []), one]);
  }
  const tables = [...groups].map(([type, rows]) => `\n${type}\n${renderTable(rows, columns)}`);
  return `${lines.join('\n')}\n${tables.join('')}`;
}

/** A picture or a list of hundreds says nothing to a reader: its beginning, and where the rest is. */
function readable(text: string): string {
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST)}... (${text.length} characters; --json shows all)`;
}

function block(name: string, value: unknown, width: number): string[] {
  if (typeof value === 'object' && value !== null && !isFlatList(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return [`${name.padEnd(width)}  -`];
    return [name, ...entries.map(([key, inner]) => `  ${key}: ${valueText(key, inner)}`)];
  }
  const text = valueText(name, value);
  if (!text.includes('\n')) return [`${name.padEnd(width)}  ${readable(text)}`];
  return [
    name,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}
