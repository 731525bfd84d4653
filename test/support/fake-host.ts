// A scriptable LXD or Incus in memory, over https or a unix socket: behaves as LXD 5.0.2 was measured to, fast, and
// goes wrong on demand. Tests of the provider and of everything above it use it.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { Endpoint } from '../../src/providers/provider.js';
import { selfSigned, type TestCertificate } from './certificates.js';
import { dripOut, flood, liar } from './fake-host/broken.js';
import { EventHub } from './fake-host/events.js';
import type { Reply } from './fake-host/instances.js';
import { Operations, render } from './fake-host/operations.js';
import { route } from './fake-host/routes.js';
import { seenRequest } from './fake-host/seen.js';
import { noFaults, Refusal, type FakeInstance, type Faults, type SeenRequest } from './fake-host/types.js';
import { World, type Delays } from './fake-host/world.js';
import { until } from './until.js';

export type { FakeInstance, Faults, SeenRequest } from './fake-host/types.js';

/** How a fake host begins. */
export interface FakeHostOptions {
  kind: 'https' | 'unix';
  flavour?: 'lxd' | 'incus';
  /** Names of instances that are there; `name:running` for one that runs. */
  instances?: string[];
  /** Client certificates (fingerprints) trusted from the start; a unix socket trusts everyone. */
  trusted?: string[];
  password?: string;
  /** After how long a finished operation is forgotten (LXD: 5 s). */
  forget_ms?: number;
  delays?: Partial<Delays>;
  clustered?: boolean;
  /** Randomness of faults, 0 to 1. */
  random?: () => number;
}

export class FakeHost {
  readonly faults: Faults = noFaults();
  readonly requests: SeenRequest[] = [];
  readonly events: EventHub;
  readonly world: World;
  readonly operations: Operations;
  /** TCP or unix connections taken so far. */
  connections = 0;
  readonly password: string;
  private readonly sockets = new Set<Socket>();
  private readonly trusted: Set<string>;
  private readonly tokens = new Set<string>();
  private readonly websockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  private server: Server | HttpsServer | null = null;
  private port = 0;
  private socketPath = '';
  private folder = '';

  private constructor(
    private readonly options: FakeHostOptions,
    private certificate: TestCertificate,
  ) {
    this.password = options.password ?? 'sesame';
    this.trusted = new Set(options.trusted);
    this.events = new EventHub(this.faults, options.random ?? Math.random);
    const delays = { create: 5, start: 3, stop: 3, other: 2, ...options.delays };
    this.world = new World(options.flavour ?? 'lxd', this.events, this.faults, delays);
    this.operations = new Operations(this.events, this.faults, options.forget_ms ?? 5_000);
    for (const entry of options.instances ?? []) {
      const [name = '', status] = entry.split(':');
      this.world.place(name, { status: status === 'running' ? 'Running' : 'Stopped' });
    }
  }

  /** Starts a fake host on a free port or socket. */
  static async start(options: FakeHostOptions): Promise<FakeHost> {
    const fake = new FakeHost(options, await selfSigned('fake-host'));
    if (options.kind === 'unix') {
      fake.folder = await mkdtemp(join(tmpdir(), 'fake-lxd-'));
      fake.socketPath = join(fake.folder, 'unix.socket');
    }
    await fake.up();
    return fake;
  }

  /** Where it is, with its present certificate pinned. */
  get endpoint(): Endpoint {
    const protocol = this.options.flavour ?? 'lxd';
    if (this.options.kind === 'unix')
      return { protocol, address: '', port: 0, path: this.socketPath, tls_cert: null };
    return { protocol, address: '127.0.0.1', port: this.port, path: '', tls_cert: this.certificate.cert };
  }

  get fingerprint(): string {
    return this.certificate.fingerprint;
  }

  get overlaps(): World['overlaps'] {
    return this.world.overlaps;
  }

  /** An instance of the default project, undefined when there is none. */
  instance(name: string, project = 'default'): FakeInstance | undefined {
    return this.world.find(project, name);
  }

  /** Puts an instance there as somebody else's client would; announced unless `silent`. */
  add(name: string, given: Partial<FakeInstance> & { silent?: boolean } = {}): FakeInstance {
    const { silent, ...rest } = given;
    const instance = this.world.place(name, rest);
    if (silent !== true) this.world.lifecycle('created', instance);
    return instance;
  }

  /** Removes an instance behind everybody's back; announced unless `silent`. */
  remove(name: string, options: { project?: string; silent?: boolean } = {}): void {
    const instance = this.world.need(options.project ?? 'default', name);
    this.world.instances.delete(`${instance.project}/${name}`);
    if (options.silent !== true) this.world.lifecycle('deleted', instance);
  }

  /** Changes an instance's state as somebody else's client would. */
  async act(
    name: string,
    action: 'start' | 'stop' | 'restart' | 'freeze' | 'unfreeze',
    project = 'default',
  ): Promise<void> {
    await this.world.changeState(this.world.need(project, name), action, true, 30);
  }

  /** The guest switches itself off. */
  poweroff(name: string, options: { project?: string; silent?: boolean } = {}): void {
    const instance = this.world.need(options.project ?? 'default', name);
    instance.status = 'Stopped';
    instance.config['volatile.last_state.power'] = 'STOPPED';
    if (options.silent !== true) this.world.lifecycle('shutdown', instance);
  }

  trust(fingerprint: string): void {
    this.trusted.add(fingerprint);
  }

  distrust(fingerprint: string): void {
    this.trusted.delete(fingerprint);
  }

  /** A join token, single use. */
  token(name = 'gantry'): string {
    const secret = randomBytes(16).toString('hex');
    const content = {
      client_name: name,
      fingerprint: this.fingerprint,
      addresses: [`127.0.0.1:${this.port}`],
      secret,
    };
    const token = Buffer.from(JSON.stringify(content)).toString('base64');
    this.tokens.add(token);
    return token;
  }

  /** Lets operations that `faults.hold` caught go on. */
  release(): void {
    this.operations.release();
  }

  /** Another certificate on the same port, as an attacker in between would show. */
  async changeCertificate(): Promise<void> {
    this.certificate = await selfSigned('fake-host');
    const { cert, key } = this.certificate;
    if (this.server !== null && 'setSecureContext' in this.server)
      this.server.setSecureContext({ cert, key });
    this.dropConnections();
  }

  /** Every connection dies; new ones are welcome. */
  dropConnections(): void {
    this.events.disconnect();
    for (const socket of this.sockets) socket.destroy();
  }

  /** The daemon is gone; running operations and their fates with it. */
  async down(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    this.events.close();
    this.dropConnections();
    await closed;
    this.operations.forgetAll();
  }

  /** Listens again at the same place. */
  async up(): Promise<void> {
    if (this.server !== null) return;
    const server = this.makeServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      if (this.options.kind === 'unix') server.listen(this.socketPath, resolve);
      else server.listen(this.port, '127.0.0.1', resolve);
    });
    if (this.options.kind === 'https') this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Down, up, and all operations forgotten: what a restart of LXD does. */
  async restart(): Promise<void> {
    await this.down();
    await this.up();
  }

  /** Resolves when `count` event sockets are open. */
  async subscribed(count = 1): Promise<void> {
    await until(() => this.events.size >= count, { what: `${count} event sockets` });
  }

  /** Requests seen at a path, newest last. */
  seen(method: string, path: string | RegExp): SeenRequest[] {
    const matches = (text: string): boolean => (typeof path === 'string' ? text === path : path.test(text));
    return this.requests.filter((one) => one.method === method && matches(one.path));
  }

  async stop(): Promise<void> {
    this.operations.close();
    this.events.close();
    await this.down();
    this.websockets.close();
    if (this.folder !== '') await rm(this.folder, { recursive: true, force: true });
  }

  private makeServer(): Server | HttpsServer {
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      this.handle(request, response).catch(() => request.socket.destroy());
    };
    const server =
      this.options.kind === 'unix'
        ? createHttp(handle)
        : createHttps(
            {
              cert: this.certificate.cert,
              key: this.certificate.key,
              requestCert: true,
              rejectUnauthorized: false,
            },
            handle,
          );
    const track = (socket: Socket): void => {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.sockets.delete(socket));
    };
    server.on('connection', (socket) => {
      this.connections += 1;
      track(socket);
    });
    if (this.options.kind === 'https') server.on('secureConnection', track);
    server.on('tlsClientError', () => undefined);
    server.on('upgrade', (request, socket, head) => {
      const seen = seenRequest(request, null);
      this.requests.push(seen);
      const refused = this.faults.refuse?.(seen) ?? null;
      const session = this.world.sessions.accepts(seen);
      const known = seen.path === '/1.0/events' || session !== null;
      if (!this.isTrusted(seen.client) || refused !== null || !known) {
        const status = refused?.status ?? (this.isTrusted(seen.client) ? 404 : 403);
        socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
        return;
      }
      if (this.faults.hang?.(seen) === true) return;
      this.websockets.handleUpgrade(request, socket, head, (ws) => {
        if (session !== null) return session(ws);
        this.events.subscribe(ws, new URL(request.url ?? '/', 'http://host').searchParams);
      });
    });
    return server;
  }

  private isTrusted(client: string): boolean {
    return this.options.kind === 'unix' || this.trusted.has(client);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const text = bytes.toString('utf8');
    const binary = /^(application\/octet-stream|multipart\/)/.test(request.headers['content-type'] ?? '');
    const body = binary ? bytes : text === '' ? null : (JSON.parse(text) as unknown);
    const seen = seenRequest(request, body);
    this.requests.push(seen);
    response.setHeader('Date', new Date(Date.now() + this.faults.clock_skew_ms).toUTCString());
    if (this.faults.hang?.(seen) === true) return;
    let reply: Reply;
    try {
      const refused = this.faults.refuse?.(seen) ?? null;
      if (refused !== null) throw new Refusal(refused.status, refused.error);
      reply = await route(
        {
          world: this.world,
          operations: this.operations,
          request: seen,
          ifMatch: (request.headers['if-match'] ?? '').replaceAll('"', ''),
          headers: request.headers,
        },
        {
          certificate: this.certificate.cert,
          fingerprint: this.certificate.fingerprint,
          trusted: this.isTrusted(seen.client),
          clustered: this.options.clustered === true,
          addresses: this.options.kind === 'https' ? [`127.0.0.1:${this.port}`] : [],
          enter: (secret, name) => this.enter(seen.client, secret, name),
        },
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = {
        type: 'error',
        status: '',
        status_code: 0,
        operation: '',
        error_code: error.status,
        error: error.message,
        metadata: null,
      };
      return this.send(response, seen, error.status, JSON.stringify(body));
    }
    this.answer(response, seen, request.headers.range, reply);
  }

  private enter(client: string, secret: string, name: string): void {
    if (client === '') throw new Refusal(400, 'No client certificate provided');
    if (
      !this.tokens.delete(secret) &&
      (secret === '' || secret !== this.password || this.options.flavour === 'incus')
    ) {
      throw new Refusal(403, 'not authorized');
    }
    this.trusted.add(client);
    this.world.certificates.set(client, { name, type: 'client' });
  }

  private answer(response: ServerResponse, seen: SeenRequest, range: string | undefined, reply: Reply): void {
    if (reply.kind === 'file' || reply.kind === 'bytes') {
      const wanted = /^bytes=-(\d+)$/.exec(range ?? '')?.[1];
      const bytes = reply.kind === 'file' ? Buffer.from(reply.text) : reply.bytes;
      const from = wanted === undefined ? 0 : Math.max(0, bytes.length - Number(wanted));
      response.writeHead(wanted === undefined ? 200 : 206, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': bytes.length - from,
        ...(wanted === undefined
          ? {}
          : { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
        ...(reply.kind === 'bytes' ? reply.headers : {}),
      });
      response.end(bytes.subarray(from));
      return;
    }
    const base = { status_code: 0, operation: '', error_code: 0, error: '' };
    if (reply.kind === 'async') {
      // A cluster names the project in the operation's URL.
      const query = this.options.clustered === true ? `?project=${reply.operation.project}` : '';
      const operation = `/1.0/operations/${reply.operation.id}${query}`;
      const metadata = { ...render(reply.operation), status: 'Running', status_code: 103 };
      const body = {
        ...base,
        type: 'async',
        status: 'Operation created',
        status_code: 100,
        operation,
        metadata,
      };
      return this.send(response, seen, 202, JSON.stringify(body));
    }
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
    if (reply.etag !== undefined) response.setHeader('ETag', `"${reply.etag}"`);
    const body = { ...base, type: 'sync', status: 'Success', status_code: 200, metadata: reply.metadata };
    this.send(response, seen, reply.status ?? 200, JSON.stringify(body));
  }

  private send(response: ServerResponse, seen: SeenRequest, status: number, json: string): void {
    response.setHeader('Content-Type', 'application/json');
    const { lie, garbage, huge, drip, close_mid_body } = this.faults;
    if (garbage?.(seen) === true) return void response.writeHead(200).end('<html>not json');
    if (lie?.(seen) === true) return void response.writeHead(200).end(liar(json));
    if (huge?.(seen) === true) return flood(response);
    if (drip?.(seen) === true) return dripOut(response, json);
    if (close_mid_body?.(seen) === true) {
      response.writeHead(status, { 'Content-Length': json.length + 10 });
      response.write(json.slice(0, json.length / 2), () => response.socket?.destroy());
      return;
    }
    response.writeHead(status).end(json);
  }
}
