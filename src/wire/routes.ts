// The route table: which path and verb goes to which part of the wire.
import { handleAction, handleMetrics, handlePreflight, handleUnknown, handleWrongVerb } from './actions.js';
import type { House } from './house.js';
import { handleRpc } from './rpc.js';
import { sessionBehavior } from './session-upgrade.js';
import { socketBehavior } from './upgrade.js';
import type { HttpRequest, HttpResponse, TemplatedApp } from './uws.js';

type Handler = (house: House, res: HttpResponse, req: HttpRequest, secure: boolean) => void;

// The panel asks under `/api`, an ingress may cut that off.
const PREFIXES = ['/v1', '/api/v1'] as const;

/** Adds every route of the native wire to an app. */
export function addRoutes(app: TemplatedApp, house: House, secure: boolean): void {
  const to =
    (handler: Handler) =>
    (res: HttpResponse, req: HttpRequest): void => {
      try {
        handler(house, res, req, secure);
      } catch (error) {
        // A bug, but one request's: what the library still holds of it is closed.
        house.log.error({ err: error }, 'request handler failed');
        res.close();
      }
    };
  const wrongVerb = (allow: string): Handler => {
    return (shared, res, req, tls) => handleWrongVerb(shared, res, req, tls, allow);
  };
  for (const prefix of PREFIXES) {
    app.ws(`${prefix}/socket`, socketBehavior(house, secure));
    app.ws(`${prefix}/event.subscribe`, socketBehavior(house, secure));
    app.ws(`${prefix}/instance.session`, sessionBehavior(house, secure));
    app.get(`${prefix}/:method`, to(handleAction));
    app.post(`${prefix}/:method`, to(handleAction));
    app.head(`${prefix}/:method`, to(handleAction));
    app.any(`${prefix}/:method`, to(wrongVerb('GET, HEAD, POST')));
  }
  app.options('/*', to(handlePreflight));
  app.post('/rpc', to(handleRpc));
  app.any('/rpc', to(wrongVerb('POST')));
  app.get('/metrics', to(handleMetrics));
  app.head('/metrics', to(handleMetrics));
  app.any('/metrics', to(wrongVerb('GET, HEAD')));
  app.any('/*', to(handleUnknown));
}
