// Answers of routes that depend on rows alone: good until anything is written, and then made anew.
import { Prepared } from '../core/prepared.js';
import type { DialectAnswer } from '../dialects/dialect.js';

/** Characters of answers that are kept at most. */
const MOST = 8_388_608;

/** The memory of finished answers. */
export interface KeptAnswers {
  get(key: string): DialectAnswer | undefined;
  /** To be asked before the rows are read, and given to `keep` with what was made of them. */
  readonly writes: number;
  /** Gives the answer back with its text finished; keeps it unless something was written meanwhile. */
  keep(key: string, writes: number, answer: DialectAnswer): DialectAnswer;
}

/** Makes it; `onCommit` tells of every write. */
export function keptAnswers(onCommit: (listener: () => void) => void): KeptAnswers {
  const known = new Map<string, DialectAnswer>();
  let size = 0;
  let writes = 0;
  onCommit(() => {
    writes += 1;
    if (size === 0) return;
    known.clear();
    size = 0;
  });
  return {
    get: (key) => known.get(key),
    get writes() {
      return writes;
    },
    keep: (key, before, answer) => {
      const { body } = answer;
      const json = JSON.stringify(body);
      const finished = { ...answer, body: new Prepared(json, () => body) };
      const room = size + json.length + key.length <= MOST;
      if (before === writes && room && !known.has(key)) {
        known.set(key, finished);
        size += json.length + key.length;
      }
      return finished;
    },
  };
}
