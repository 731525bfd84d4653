// Names: which words on the command line mean which method, and what is close to a mistyped one.
import type { Catalog } from '../client/catalog.js';

/** `user_passwordRepeat` -> `user-password-repeat`. */
export function kebab(name: string): string {
  return name
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** `image.serverList` -> [`image`, `server-list`]. */
export function wordsOf(method: string): string[] {
  return method.split('.').map(kebab);
}

/** The method that the first words name, the longest match first, and how many words it took. */
export function findMethod(
  catalog: Catalog,
  words: readonly string[],
): { method: string; used: number } | null {
  let best: { method: string; used: number } | null = null;
  for (const method of Object.keys(catalog)) {
    const named = wordsOf(method);
    if (named.length > words.length || (best !== null && best.used >= named.length)) continue;
    if (named.every((word, index) => word === kebab(words[index] ?? '')))
      best = { method, used: named.length };
  }
  return best;
}

/** Every noun, in order. */
export function nounsOf(catalog: Catalog): string[] {
  return [...new Set(Object.keys(catalog).map((method) => wordsOf(method)[0] ?? ''))].sort();
}

/** The nearest of some words, if one is near enough to have been meant. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = (word.length < 3 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of known) {
    const far = distance(word, candidate);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
