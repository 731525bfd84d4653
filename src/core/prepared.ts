// Answers whose JSON text was put together before: a row that did not change is not rendered again.

/** A finished answer. `JSON.stringify` sees the value; whoever writes text takes `json`. */
export class Prepared<T = unknown> {
  readonly json: string;
  readonly #make: () => T;

  constructor(json: string, make: () => T) {
    this.json = json;
    this.#make = make;
  }

  get value(): T {
    return this.#make();
  }

  toJSON(): T {
    return this.value;
  }
}

/** Gives the answer for a row, made anew only when `state` (what else shows in it) or the row is another. */
export type PreparedAnswers = <T>(row: object, state: string, make: () => T) => Prepared<T>;

/** Makes the memory of one kind of answer; it holds a row's answer as long as the row is held. */
export function preparedAnswers(): PreparedAnswers {
  const known = new WeakMap<object, { state: string; answer: Prepared }>();
  return <T>(row: object, state: string, make: () => T): Prepared<T> => {
    const kept = known.get(row);
    if (kept?.state === state) return kept.answer as Prepared<T>;
    const value = make();
    const answer = new Prepared(JSON.stringify(value), () => value);
    known.set(row, { state, answer });
    return answer;
  };
}

/** A list document of finished rows. */
export function preparedList<R>(
  rows: readonly Prepared<R>[],
  next: string | null,
): Prepared<{ data: R[]; meta: { next: string | null } }> {
  const json = `{"data":[${rows.map((row) => row.json).join(',')}],"meta":{"next":${JSON.stringify(next)}}}`;
  return new Prepared(json, () => ({ data: rows.map((row) => row.value), meta: { next } }));
}
