// Gives what a host refuses in words of its own the code it should have had.
import { AppError, type Code, isAppError } from '../../errors.js';

/** Texts and the codes they mean. */
export type Refusals = readonly [RegExp, Code][];

/** Runs `work`; a refusal whose text is known gets its code, everything else passes. */
export async function recoded<T>(known: Refusals, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // What is unreachable or not trusted says so whatever its text.
    if (!isAppError(error) || ['host_unreachable', 'host_untrusted', 'cancelled'].includes(error.code)) {
      throw error;
    }
    const code = known.find(([pattern]) => pattern.test(error.message))?.[1];
    if (code === undefined || code === error.code) throw error;
    throw new AppError(code, error.message, { cause: error });
  }
}
