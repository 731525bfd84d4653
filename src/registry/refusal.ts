// What the caller may know of what was thrown: an AppError as it is, anything else as a bug of ours.
import { AppError, isAppError } from '../errors.js';

/** Where failures are told to whoever runs this (pino fits). */
export interface FailureLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The error to answer with; `name` is the method or route, for the log. */
export function refusalOf(thrown: unknown, name: string, request_id: string, log: FailureLog): AppError {
  const about = { err: thrown, request_id, method: name };
  if (isAppError(thrown)) {
    // The caller gets a sentence; what was behind it is for whoever runs this.
    if (thrown.status >= 500 && thrown.cause !== undefined) log.warn(about, 'a call failed below us');
    return thrown;
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new AppError('unavailable', 'the call was given up', { cause: thrown });
  }
  log.error(about, 'a method failed');
  return new AppError('internal', `internal error, request ${request_id}`, { cause: thrown });
}
