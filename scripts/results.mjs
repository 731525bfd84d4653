// What the tests said when they last ran: kept beside the packages, file by file, for the checklist.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TOP } from './steps.mjs';

const FILE = join(TOP, 'node_modules/.cache/gantry/results.json');
/** Requirement ids as titles carry them. */
const ID = /\b(?:SEC|REL)-\d+\b/g;

/** The ids in a text, each once. */
export function idsIn(text) {
  return [...new Set(text.match(ID) ?? [])];
}

/** By test file (relative to the top): `[{ title, result: 'passed' | 'failed' | 'skipped' }]`. */
export function readResults() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/** Adds the titles of files that just ran; files that are gone are forgotten. */
export function writeResults(added) {
  const all = { ...readResults(), ...added };
  const kept = Object.entries(all).filter(([file]) => existsSync(join(TOP, file)));
  mkdirSync(dirname(FILE), { recursive: true });
  const own = `${FILE}.${process.pid}`;
  writeFileSync(own, JSON.stringify(Object.fromEntries(kept)));
  renameSync(own, FILE);
}
