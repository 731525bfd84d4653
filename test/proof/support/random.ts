// Choices that can be repeated: the same seed makes the same choices.

/** A source of repeatable choices. */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T | undefined;
  /** A source of its own, so that one client's choices do not depend on how fast the others are. */
  fork(): Random;
}

/** Makes a source (mulberry32) from a 32-bit seed. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (list) => list[Math.floor(next() * list.length)],
    fork: () => random(Math.floor(next() * 2 ** 32)),
  };
}

/** The seed of this run: GANTRY_PROOF_SEED, else a fresh one. */
export function seedOfRun(): number {
  const given = Number(process.env['GANTRY_PROOF_SEED'] ?? Number.NaN);
  return Number.isInteger(given) ? given : Math.floor(Math.random() * 2 ** 31);
}
