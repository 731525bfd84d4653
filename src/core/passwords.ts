// Passwords: the rules for new ones, and Argon2id hashing that never takes the machine (SEC-01, SEC-04).
import { hash as argon2, verify as argon2Verify } from '@node-rs/argon2';
import { AppError, invalid } from '../errors.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

export interface Passwords {
  /** Hashes a password as a PHC string; `rate_limited` when too many wait. */
  hash(password: string): Promise<string>;
  /** Whether it fits; a null hash (unknown user, no password) costs the same time and never fits. */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** Whether a stored hash was made with weaker parameters than today's. */
  outdated(hash: string): boolean;
}

/** OWASP's minimum for Argon2id: memory in KiB, passes, lanes. */
export const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is verified for users who do not exist: the same work, and never a fit (SEC-02). */
const NOBODYS_HASH = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** At most so many hashes run at once, and so many wait; each takes 19 MiB and a pool thread. */
const BOUNDS = { running: 2, waiting: 32 };

const LENGTH = { least: 12, most: 256 };

/** Refuses a new password that is too short, too long or too common; `field` is named in the fault. */
export function checkPassword(field: string, password: string): void {
  const length = [...normalise(password)].length;
  if (length < LENGTH.least || length > LENGTH.most) {
    throw invalid(
      field,
      `must have ${LENGTH.least} to ${LENGTH.most} characters; a sentence is a good choice`,
    );
  }
  if (COMMON_PASSWORDS.has(normalise(password).toLowerCase())) {
    throw invalid(field, 'is one of the commonest passwords; choose another');
  }
}

/** The form in which passwords are hashed: NFKC, so that every keyboard gives the same bytes. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

/** Makes the hasher with its own queue. */
export function createPasswords(): Passwords {
  const turns = createTurns();
  const make = (password: string): Promise<string> => argon2(normalise(password), PARAMETERS); // Argon2id is the library's default

  return {
    hash: (password) => turns(() => make(password)),
    verify: (hash, password) =>
      turns(async () => {
        const fits = await argon2Verify(hash ?? NOBODYS_HASH, normalise(password));
        return fits && hash !== null;
      }),
    outdated: (hash) => {
      const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash);
      if (found === null) return true;
      return Number(found[1]) < PARAMETERS.memoryCost || Number(found[2]) < PARAMETERS.timeCost;
    },
  };
}

/** Runs jobs in order, few at once; refuses what would wait behind too many. */
function createTurns(): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= BOUNDS.running) {
      if (waiting.length >= BOUNDS.waiting) {
        throw new AppError('rate_limited', 'too many logins at once; try again in a moment', {
          retry_after: 1,
        });
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await job();
    } finally {
      // The turn is handed on, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
