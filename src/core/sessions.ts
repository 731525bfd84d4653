// Sessions on instances: tickets for commands and consoles, what they open, and everything that ends them (SEC-09, SEC-47).
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { EventRow } from '../db/events.js';
import { AppError, isAppError } from '../errors.js';
import type { Tail } from '../events/tail.js';
import type { HostSession, SessionListener } from '../providers/provider.js';
import { type Actor, actorOf, type Caller } from './access.js';
import type { Audit } from './audit.js';
import type { Hosts } from './hosts.js';
import type { InstanceName, Instances } from './instances.js';
import type { Rights } from './rights.js';
import { sessionLog } from './session-log.js';
import type { SessionRequest, TicketGrant, Tickets } from './tickets.js';
import type { Tokens } from './tokens.js';

export type { SessionRequest } from './tickets.js';

/** Why a session is over; `error` where something failed. */
export interface SessionOver {
  /**
   * `exit`: by itself; `closed`: its client left; `gone`: the instance stopped, restarted or was deleted; `lost`: the host
   * broke it off; `failed`: it never began; `revoked`: its token died; `forbidden`: its right was withdrawn; `stopping`: we stop.
   */
  reason: 'exit' | 'closed' | 'gone' | 'lost' | 'failed' | 'revoked' | 'forbidden' | 'stopping';
  exit_code: number | null;
  error: AppError | null;
}

/** Who hears a session. */
export interface SessionSink {
  /** It runs; said before the first output. */
  started(): void;
  data(stream: 1 | 2, bytes: Uint8Array): void;
  /** So many bytes more of the input are on their way to the host. */
  taken(bytes: number): void;
  /** Once, and last. */
  over(end: SessionOver): void;
}

/** A redeemed ticket: nothing runs before `start`. */
export interface OpenSession {
  readonly kind: 'exec' | 'console';
  /** Output and input are those of a terminal, in one stream. */
  readonly terminal: boolean;
  readonly user_id: number;
  /** When its token ends (ms); null: never. */
  readonly expires_at: number | null;
  start(sink: SessionSink): void;
  write(bytes: Uint8Array): void;
  eof(): void;
  resize(width: number, height: number): void;
  signal(number: number): void;
  pause(): void;
  resume(): void;
  /** Its client left, its token ended by the clock, or we stop. */
  close(reason: 'closed' | 'revoked' | 'stopping'): void;
}

/** A ticket and where to go with it. */
export interface SessionTicket {
  instance_id: number;
  session_id: string;
  ticket: string;
  url: string;
  path: string;
  /** ms */
  expires_at: number;
}

export interface Sessions {
  /** A ticket for one session on an instance that runs; nothing is started. `base`: how the caller reached us, '' unknown. */
  ask(caller: Caller, name: InstanceName, request: SessionRequest, base: string): Promise<SessionTicket>;
  /** Spends a ticket, and looks again whether its user still may (SEC-47). */
  redeem(ticket: string, peer: { address: string; request_id: string }): Promise<OpenSession>;
  /** Ends them all, and waits until that is written. */
  close(): Promise<void>;
}

export interface SessionsDeps {
  db: Db;
  clock: () => number;
  tail: Pick<Tail, 'listen'>;
  tickets: Tickets;
  tokens: Pick<Tokens, 'onRevoked' | 'isLive'>;
  instances: Pick<Instances, 'find'>;
  hosts: Pick<Hosts, 'online'>;
  rights: Pick<Rights, 'changed'>;
  audit: Audit;
  limits: { sessions_per_user: number; sessions_per_instance: number };
  /** Where those who do not say how they reached us reach us. */
  public_url: () => string;
  onError: (error: unknown, what: string) => void;
}

/** One open session as the service keeps it. */
interface Live {
  readonly user_id: number;
  readonly row: InstanceRow;
  end(over: SessionOver): void;
  recheck(): Promise<void>;
}

/** Where tickets are redeemed. */
const PATH = '/v1/instance.session';

/** As the caller reached us, or by our public address; that one also knows of a proxy that ends TLS before us. */
function socketBase(base: string, public_url: string): string {
  const own = URL.canParse(public_url) ? new URL(public_url) : null;
  const asked = URL.canParse(base) ? new URL(base) : own;
  const chosen = own !== null && asked?.host === own.host ? own : asked;
  return (chosen?.origin ?? '').replace(/^http/, 'ws');
}

/** Whether an event may change who may use an instance, or whether it runs. */
function touches(event: EventRow, instance: InstanceRow): boolean {
  if (event.type.startsWith('instance.')) return event.instance_id === instance.id;
  if (event.type.startsWith('server.')) return event.server_id === instance.server_id;
  return /^(user|project|member)\./.test(event.type);
}

function callerOf(actor: Actor, peer: { address: string; request_id: string }): Caller {
  return { actor, ...peer, client_request_id: '', via: 'native', audit: null, idempotency_key: null };
}

/** Makes the service. */
export function createSessions(deps: SessionsDeps): Sessions {
  const { db } = deps;
  const live = new Set<Live>();
  const log = sessionLog(deps);

  /** The instance if this actor may use it right now and it runs. */
  const usable = async (
    caller: Caller,
    name: InstanceName,
    { kind }: Pick<SessionRequest, 'kind'>,
  ): Promise<InstanceRow> => {
    // A console asks for a login; a command runs as root.
    const row = await deps.instances.find(caller, name, kind === 'exec' ? 'write' : 'operate');
    const { lxd_name } = row;
    if (row.state === 'deleting') throw new AppError('bad_state', `${lxd_name} is being deleted`);
    if (row.suspended_at !== null) throw new AppError('bad_state', `${lxd_name} is suspended`);
    if (row.power_state !== 'running') {
      const fix = row.power_state === 'frozen' ? 'unfreeze it' : 'start it first';
      throw new AppError('bad_state', `${lxd_name} is ${row.power_state}: ${fix}`);
    }
    return row;
  };

  const reachable = async (row: InstanceRow): Promise<void> => {
    if (deps.hosts.online(row.server_id) !== null) return;
    const server = await db.read.servers.get(row.server_id);
    const name = server?.name ?? 'the server';
    throw server?.status === 'untrusted'
      ? new AppError('host_untrusted', `${name} shows another certificate than the pinned one`)
      : new AppError('host_unreachable', `${name} cannot be reached at the moment`, { retry_after: 5 });
  };

  /** The actor of a ticket as it stands now: the token lives, the user may still log in, the role may be another. */
  const actorNow = async ({ actor }: TicketGrant): Promise<Actor> => {
    const token = await db.read.tokens.get(actor.token_id);
    const user = await db.read.users.get(actor.user_id);
    if (
      token === undefined ||
      !deps.tokens.isLive(token) ||
      user === undefined ||
      user.disabled_at !== null
    ) {
      throw new AppError('unauthenticated', 'the token behind this ticket is revoked or expired');
    }
    return { ...actor, is_admin: user.is_admin === 1 };
  };

  const room = (user_id: number, instance_id: number): void => {
    const all = [...live];
    const { sessions_per_user, sessions_per_instance } = deps.limits;
    if (all.filter((one) => one.user_id === user_id).length >= sessions_per_user) {
      throw new AppError('rate_limited', `a user may hold ${sessions_per_user} sessions`, { retry_after: 5 });
    }
    if (all.filter(({ row }) => row.id === instance_id).length >= sessions_per_instance) {
      throw new AppError('rate_limited', `an instance may have ${sessions_per_instance} sessions`, {
        retry_after: 5,
      });
    }
  };

  const offTail = deps.tail.listen((rows) => {
    if (live.size === 0) return;
    for (const session of [...live]) {
      if (!rows.some((row) => touches(row, session.row))) continue;
      session.recheck().catch((error: unknown) => deps.onError(error, 'looking at a session again'));
    }
  });

  const redeem: Sessions['redeem'] = async (ticket, peer) => {
    const grant = await deps.tickets.redeem(ticket);
    const { request } = grant;
    const { token_id, user_id } = grant.actor;
    let over: SessionOver | null = null;
    let sink: SessionSink | null = null;
    let host: HostSession | null = null;
    /** Its pages in the log, once it is open. */
    let told: ReturnType<typeof log.of> | null = null;
    const opening = new AbortController();
    /** What the client sent before the host was ready for it; the wire bounds how much that can be. */
    let early: ((to: HostSession) => void)[] = [];
    let entry: Live | null = null;

    const end = (how: SessionOver): void => {
      if (over !== null) return;
      over = how;
      offRevoked();
      if (entry !== null) live.delete(entry);
      early = [];
      opening.abort();
      host?.close();
      told?.closed(how);
      sink?.over(how);
    };
    const quit = (reason: SessionOver['reason'], error: AppError | null = null): void =>
      end({ reason, exit_code: null, error });
    // Before anything is looked at: what is revoked from here on is heard.
    const offRevoked = deps.tokens.onRevoked(token_id, () => quit('revoked'));
    const check = async (): Promise<InstanceRow> => {
      const actor = await actorNow(grant);
      return usable(callerOf(actor, peer), { instance_id: grant.instance_id }, request);
    };
    const stillOpen = (): void => {
      if (over !== null) throw new AppError('unauthenticated', 'the token behind this ticket was revoked');
    };

    let row: InstanceRow;
    try {
      row = await check();
      await reachable(row);
      stillOpen();
      room(user_id, row.id);
    } catch (error) {
      offRevoked();
      throw error;
    }
    entry = {
      user_id,
      row,
      end,
      recheck: async () => {
        deps.rights.changed(user_id);
        try {
          await check();
        } catch (error) {
          if (!isAppError(error)) throw error;
          // A frozen instance keeps its sessions: they wait as it does.
          if (error.code === 'unauthenticated') quit('revoked');
          else if (error.code === 'bad_state') await goneUnlessFrozen();
          else quit('forbidden');
        }
      },
    };
    const goneUnlessFrozen = async (): Promise<void> => {
      const now = await db.read.instances.get(row.id);
      if (now?.power_state !== 'frozen' || now.suspended_at !== null || now.state === 'deleting')
        quit('gone');
    };
    live.add(entry);
    const pages = log.of(grant, row, peer.address);

    const begin = async (to: SessionSink): Promise<void> => {
      let said = false;
      const started = (): void => {
        if (said || over !== null) return;
        said = true;
        to.started();
      };
      const listener: SessionListener = {
        data: (stream, bytes) => {
          started();
          if (over === null) to.data(stream, bytes);
        },
        taken: (bytes) => {
          if (over === null) to.taken(bytes);
        },
        end,
      };
      const connection = deps.hosts.online(row.server_id);
      if (connection === null)
        throw new AppError('host_unreachable', 'the server cannot be reached at the moment');
      const ref = { project: row.lxd_project, name: row.lxd_name };
      const made =
        request.kind === 'exec'
          ? await connection.openExec(ref, request, listener, opening.signal)
          : await connection.openConsole(ref, request, listener, opening.signal);
      if (over !== null) return made.close();
      host = made;
      told = pages;
      pages.opened();
      started();
      for (const work of early.splice(0)) work(made);
    };
    const send = (work: (to: HostSession) => void): void => {
      if (host !== null) work(host);
      else if (over === null) early.push(work);
    };

    return {
      kind: request.kind,
      terminal: request.kind === 'console' || request.interactive,
      user_id,
      expires_at: grant.actor.expires_at,
      start: (to) => {
        sink = to;
        if (over !== null) return to.over(over);
        begin(to).catch((error: unknown) => {
          if (!isAppError(error)) deps.onError(error, 'opening a session');
          quit(
            'failed',
            isAppError(error) ? error : new AppError('internal', 'the session could not be opened'),
          );
        });
      },
      write: (bytes) => send((to) => to.write(bytes)),
      eof: () => send((to) => to.eof()),
      resize: (width, height) => send((to) => to.resize({ width, height })),
      signal: (number) => send((to) => to.signal(number)),
      pause: () => send((to) => to.pause()),
      resume: () => send((to) => to.resume()),
      close: (reason) => quit(reason),
    };
  };

  return {
    ask: async (caller, name, request, base) => {
      const actor = actorOf(caller);
      const row = await usable(caller, name, request);
      await reachable(row);
      const {
        id: session_id,
        ticket,
        expires_at,
      } = await deps.tickets.issue({
        actor,
        instance_id: row.id,
        request,
      });
      const labels = { server_id: row.server_id, project_id: row.project_id, instance_id: row.id };
      await deps.audit.change(
        caller,
        () => Promise.resolve(),
        () => ({ ...labels, data: { session_id } }),
      );
      const url = `${socketBase(base, deps.public_url())}${PATH}?ticket=${ticket}`;
      return { instance_id: row.id, session_id, ticket, url, path: PATH, expires_at };
    },
    redeem,
    close: async () => {
      offTail();
      for (const session of [...live]) session.end({ reason: 'stopping', exit_code: null, error: null });
      await log.settled();
    },
  };
}
