// What the sweep needs of a running house; test/support/world.ts builds one.

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The fixture world: user 1 `admin`, user 2 `alice`, and a third who shares nothing with them. */
export interface World {
  readonly url: string;
  readonly adminToken: string;
  readonly userToken: string;
  readonly otherToken: string;
  call(name: string, params: unknown, options?: { token?: string }): Promise<Answer>;
}

/** One generated case: `run` tells what is wrong, null when nothing is. */
export interface SweepCase {
  readonly name: string;
  readonly method: string;
  /** Changes the world: give it one of its own. */
  readonly fresh: boolean;
  run(world: World): Promise<string | null>;
}
