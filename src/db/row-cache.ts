// Rows that are read far more often than written, kept by number until a commit touches them.

/** How many rows are kept; beyond it the oldest are read again. */
const KEPT = 20_000;

/** Filled by the reading connection, emptied by the writing one; one process owns the database, so nobody else writes. */
export class RowCache<R> {
  readonly #rows = new Map<number, R>();
  readonly #touched = new Set<number>();

  get(id: number): R | undefined {
    return this.#rows.get(id);
  }

  /** Keeps a row just read; in the same turn as the read, or a commit could come between. */
  keep(id: number, row: R): void {
    if (this.#rows.size >= KEPT) {
      const oldest = this.#rows.keys().next();
      if (!oldest.done) this.#rows.delete(oldest.value);
    }
    this.#rows.set(id, row);
  }

  /** A transaction writes this row; it is dropped once that is committed. */
  touch(id: number): void {
    this.#touched.add(id);
  }

  /** Drops what was touched; called after each commit, before anybody goes on. */
  committed(): void {
    for (const id of this.#touched) this.#rows.delete(id);
    this.#touched.clear();
  }
}
