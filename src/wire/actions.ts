// Native methods over HTTP: POST|GET|HEAD /v1/<method>, and the metrics page.
import { AppError } from '../errors.js';
import { Bytes, type MethodInfo, type Stream } from '../registry/registry.js';
import { isLoopback } from './address.js';
import { sendBytes } from './bytes.js';
import { handleDialect } from './dialects.js';
import { Exchange, isPromise } from './exchange.js';
import { isDict, queryParams } from './frames.js';
import { handleFile } from './files.js';
import type { House } from './house.js';
import { readJson } from './json.js';
import { bodyForm, callOf, readBody, tooLarge, wrongType } from './request.js';
import { admitStream, openSse, streamParams } from './sse.js';
import { handleUpload } from './upload.js';
import type { HttpRequest, HttpResponse } from './uws.js';

const HEADERS = 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID';
const DIALECT_VERBS = 'DELETE, GET, HEAD, PATCH, POST, PUT';
const DIALECT_HEADERS = 'API-Private-Token, API-Public-Token, X-Api-Key, X-Auth-Token';

/** Answers a call of one native method. */
export function handleAction(house: House, res: HttpResponse, req: HttpRequest, secure: boolean): void {
  const name = req.getParameter(0);
  const x = new Exchange(house, res, req, secure);
  const { head } = x;
  if (head.fault !== null) return x.fail(head.fault);
  const info = house.registry.info(name);
  if (info === undefined) {
    return x.fail(new AppError('method_not_found', `there is no method '${name}'`));
  }
  if (head.verb === 'post') {
    if (info.body !== 'json') {
      return handleUpload(x, { ...info, body: info.body }, (result) => answer(x, result));
    }
    return withBody(x, (params) => run(x, info, params));
  }
  const readable = head.verb === 'get' ? info.get || info.stream : head.verb === 'head' && info.get;
  if (!readable) {
    const allow = info.get ? 'GET, HEAD, POST' : info.stream ? 'GET, POST' : 'POST';
    const error = new AppError(
      'method_not_allowed',
      `${name} answers ${allow}, not ${head.verb.toUpperCase()}`,
    );
    return x.fail(error, undefined, [['Allow', allow]]);
  }
  try {
    run(x, info, info.stream ? streamParams(head.query) : queryParams(head.query));
  } catch (error) {
    x.fail(error);
  }
}

/** Reads the body of an action under its limits; an empty one is `{}`. Refusals are answered. */
export function withBody(
  x: Exchange,
  use: (params: unknown) => void,
  refuse: (error: unknown) => void = (error) => x.fail(error),
): void {
  const { head, house, res } = x;
  const limit = house.limits.body_bytes;
  const form = bodyForm(head.type);
  if (head.length > limit) return refuse(tooLarge(limit));
  if (head.length > 0 && form === null) return refuse(wrongType());
  readBody(res, limit, (body) => {
    if (x.over) return;
    if (body === null) return refuse(tooLarge(limit));
    let value: unknown = {};
    try {
      if (body.byteLength > 0) {
        if (form === null) throw wrongType();
        value = form === 'json' ? readJson(body, house.limits) : house.msgpack.read(body);
      }
    } catch (error) {
      return refuse(error);
    }
    use(value);
  });
}

function run(x: Exchange, info: MethodInfo, params: unknown): void {
  if (!isDict(params))
    return x.fail(new AppError('bad_request', 'the body must be an object of named parameters'));
  try {
    const call = callOf(x.head, info.stream ? 'sse' : 'http');
    x.call = call;
    const admitted = info.stream ? admitStream(x, params) : null;
    const result = x.house.registry.call(info.name, params, call);
    const finish = (value: unknown): void => {
      if (admitted === null) answer(x, value);
      else openSse(x, value as Stream, admitted);
    };
    if (!isPromise(result)) return finish(result);
    x.pin();
    result.then(finish).catch((error: unknown) => x.fail(error));
  } catch (error) {
    x.fail(error);
  }
}

function answer(x: Exchange, result: unknown): void {
  if (result instanceof Bytes) sendBytes(x, result);
  else x.send(result);
}

/** `/metrics`: for peers on this machine, or with an administrator's token. */
export function handleMetrics(house: House, res: HttpResponse, req: HttpRequest, secure: boolean): void {
  const x = new Exchange(house, res, req, secure);
  const { head } = x;
  try {
    if (head.fault !== null) throw head.fault;
    // A proxy on this machine that we do not know would make everybody local.
    const local = isLoopback(head.peer.address) && !head.peer.forwarded;
    if (head.token !== null) {
      if (!house.registry.authenticate(head.token).is_admin) {
        throw new AppError('forbidden', 'metrics need the token of an administrator');
      }
    } else if (!local) {
      throw new AppError('unauthenticated', 'metrics need the token of an administrator');
    }
    house.metrics.render().then(
      (text) => x.text(text),
      (error: unknown) => x.fail(error),
    );
  } catch (error) {
    x.fail(error);
  }
}

/** Everything we have no route for: files of a tree, a dialect's, or nothing. */
export function handleUnknown(house: House, res: HttpResponse, req: HttpRequest, secure: boolean): void {
  const { files, dialects } = house;
  const path = req.getUrl();
  if (files?.owns(path) === true) return handleFile(house, files, res, req, secure);
  const found = dialects?.paths.find(req.getHeader('host'), req.getMethod(), path) ?? null;
  if (dialects !== null && found !== null) return handleDialect(house, dialects, found, res, req, secure);
  const x = new Exchange(house, res, req, secure);
  x.fail(x.head.fault ?? new AppError('not_found', `there is nothing at ${x.head.path}`));
}

/** A known path asked with a verb it does not take. */
export function handleWrongVerb(
  house: House,
  res: HttpResponse,
  req: HttpRequest,
  secure: boolean,
  allow: string,
): void {
  const x = new Exchange(house, res, req, secure);
  const { fault, path } = x.head;
  x.fail(fault ?? new AppError('method_not_allowed', `${path} answers ${allow}`), undefined, [
    ['Allow', allow],
  ]);
}

/** OPTIONS: what a browser asks before it lets a page of another origin send a call. */
export function handlePreflight(house: House, res: HttpResponse, req: HttpRequest, secure: boolean): void {
  const asked = req.getHeader('access-control-request-method');
  const { dialects } = house;
  const found = dialects?.paths.find(req.getHeader('host'), 'options', req.getUrl()) ?? null;
  if (dialects !== null && found !== null && (asked === '' || req.getHeader('origin') === '')) {
    return handleDialect(house, dialects, found, res, req, secure);
  }
  const x = new Exchange(house, res, req, secure);
  if (x.head.fault !== null) return x.fail(x.head.fault);
  if (x.head.origin === '' || asked === '') {
    return x.fail(
      new AppError('method_not_allowed', `${x.head.path} answers GET, HEAD and POST`),
      undefined,
      [['Allow', 'GET, HEAD, POST']],
    );
  }
  x.nothing([
    ['Access-Control-Allow-Methods', found === null ? 'GET, HEAD, POST' : DIALECT_VERBS],
    ['Access-Control-Allow-Headers', found === null ? HEADERS : `${HEADERS}, ${DIALECT_HEADERS}`],
    ['Access-Control-Max-Age', '600'],
  ]);
}
