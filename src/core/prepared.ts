// Answers whose JSON text was put together before: a row that did not change is not rendered again.

/** A finished answer. `JSON.stringify` sees the value; whoever writes text takes `json`. */
export class Prepared<T = unknown> {
  readonly json: string;
  readonly value: T;

  constructor(value: T) {
    this.value = value;
    this.json = JSON.stringify(value);
  }

  toJSON(): T {
    return this.value;
  }
}

/** Gives the answer for a row, made anew only when `state` (what else shows in it) or the row is another. */
export type PreparedAnswers = <T>(row: object, state: string, make: () => T) => Prepared<T>;

/** Makes the memory of answers; it holds a row's answer as long as the row is held. */
export function preparedAnswers(): PreparedAnswers {
  const known = new WeakMap<object, { state: string; answer: Prepared }>();
  return <T>(row: object, state: string, make: () => T): Prepared<T> => {
    const kept = known.get(row);
    if (kept?.state === state) return kept.answer as Prepared<T>;
    const answer = new Prepared(make());
    known.set(row, { state, answer });
    return answer;
  };
}
