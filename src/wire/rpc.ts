// JSON-RPC 2.0: single calls, batches and notifications, over POST /rpc and in socket frames.
import { AppError, isAppError } from '../errors.js';
import { withBody } from './actions.js';
import { asAppError, Exchange, isPromise } from './exchange.js';
import { idempotencyKey, rpcCall, rpcError, rpcId, rpcResult, type Dict, type FrameCall } from './frames.js';
import type { House } from './house.js';
import { Call } from './request.js';
import type { HttpRequest, HttpResponse } from './uws.js';

/** Runs one call; its answer, a promise of it, or null where none is wanted (a notification). */
export type RunOne = (call: FrameCall) => Dict | null | Promise<Dict | null>;

/** Answers one JSON-RPC value or a batch: what to send, or null for nothing. */
export function answerRpc(
  house: House,
  value: unknown,
  request_id: string,
  run: RunOne,
): Dict | Dict[] | null | Promise<Dict | Dict[] | null> {
  const one = (item: unknown): Dict | null | Promise<Dict | null> => {
    let call: FrameCall;
    try {
      call = rpcCall(item);
    } catch (error) {
      return rpcError(rpcId(item), asAppError(error, house.log, request_id), request_id);
    }
    return run(call);
  };
  if (!Array.isArray(value)) return one(value);
  const limit = house.limits.batch_calls;
  if (value.length === 0 || value.length > limit) {
    return rpcError(null, new AppError('bad_request', `a batch holds 1 to ${limit} calls`), request_id);
  }
  const answers = value.map(one);
  const wanted = (all: (Dict | null)[]): Dict[] | null => {
    const some = all.filter((answer) => answer !== null);
    return some.length === 0 ? null : some;
  };
  if (answers.some(isPromise))
    return Promise.all(answers.map((answer) => Promise.resolve(answer))).then(wanted);
  return wanted(answers as (Dict | null)[]);
}

/** Wraps the outcome of a call into its JSON-RPC answer; a notification's outcome is dropped. */
export function rpcOutcome(
  house: House,
  call: FrameCall,
  request_id: string,
  result: () => unknown,
): Dict | null | Promise<Dict | null> {
  const good = (value: unknown): Dict | null => (call.id === undefined ? null : rpcResult(call.id, value));
  const bad = (thrown: unknown): Dict | null => {
    const error = asAppError(thrown, house.log, request_id);
    return call.id === undefined ? null : rpcError(call.id, error, request_id);
  };
  try {
    const value = result();
    return isPromise(value) ? value.then(good, bad) : good(value);
  } catch (error) {
    return bad(error);
  }
}

/** Answers POST /rpc. */
export function handleRpc(house: House, res: HttpResponse, req: HttpRequest, secure: boolean): void {
  const x = new Exchange(house, res, req, secure);
  const refuse = (error: unknown): void => x.fail(error, (shown) => rpcError(null, shown, x.head.id));
  if (x.head.fault !== null) return refuse(x.head.fault);
  withBody(
    x,
    (value) => {
      const calls: Call[] | null = Array.isArray(value) ? [] : null;
      if (calls !== null) x.call = { abort: () => calls.forEach((call) => call.abort()) };
      const answer = answerRpc(house, value, x.head.id, (frame) => runHttp(x, frame, calls));
      if (isPromise(answer)) {
        x.pin();
        answer.then((ready) => finish(x, ready)).catch(refuse);
      } else finish(x, answer);
    },
    refuse,
  );
}

function finish(x: Exchange, answer: Dict | Dict[] | null): void {
  if (answer === null) return x.nothing();
  x.send(answer, Array.isArray(answer) ? 200 : httpStatus(answer));
}

// Answers are 200 as JSON-RPC clients expect, but for what only another transport can do (native wire, section 7).
function httpStatus(answer: Dict): number {
  const error = answer['error'] as { data: { code: string } } | undefined;
  return error?.data.code === 'upgrade_required' ? 426 : 200;
}

function runHttp(x: Exchange, frame: FrameCall, calls: Call[] | null): Dict | null | Promise<Dict | null> {
  const { house, head } = x;
  return rpcOutcome(house, frame, head.id, () => {
    if (frame.method === 'rpc.discover') return house.registry.discover();
    if (house.registry.info(frame.method)?.stream === true) {
      throw new AppError('upgrade_required', `${frame.method} needs a socket: /v1/socket`);
    }
    // The header names one call, so it means nothing for a batch.
    const key = frame.idempotency_key ?? (calls === null ? idempotencyKey(head.idempotency) : null);
    const call = new Call(head.id, 'rpc', head.token, head.peer, key);
    if (calls === null) x.call = call;
    else calls.push(call);
    return judged(x, () => house.registry.call(frame.method, frame.params, call));
  });
}

// Refused tokens count here as they do for actions.
function judged(x: Exchange, run: () => unknown): unknown {
  const judge = (error: unknown): never => {
    throw isAppError(error) ? x.judge(error) : error;
  };
  try {
    const result = run();
    return isPromise(result) ? result.catch(judge) : result;
  } catch (error) {
    return judge(error);
  }
}
