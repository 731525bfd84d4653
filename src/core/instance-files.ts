// Files and logs inside instances: asked of the host each time, never copied.
import { open as openFile } from 'node:fs/promises';
import type { Stage, Staged } from '../blobs/stage.js';
import type { InstanceRow } from '../db/instances.js';
import type { Db } from '../db/open.js';
import { AppError, missing } from '../errors.js';
import { append } from '../events/log.js';
import type { Host, HostEntry, HostLog, InstanceRef } from '../providers/provider.js';
import { type Caller, actorOf } from './access.js';
import type { Audit } from './audit.js';
import { createConsoleLogs } from './console-log.js';
import type { Hosts } from './hosts.js';
import { type InstanceName, type Instances, unreachable } from './instances.js';
import type { Rights } from './rights.js';
import type { Ability } from './roles.js';

/** What an upload becomes inside an instance. */
export interface FileWish {
  path: string;
  file: Staged;
  /** Octal text of the permission bits. */
  mode?: string | undefined;
  uid?: number | undefined;
  gid?: number | undefined;
}

/** The end of one log, and which others there are. */
export interface LogText {
  name: string;
  text: string;
  truncated: boolean;
  names: string[];
}

export interface InstanceFiles {
  /** What stands at a path; `signal` ends the reading of a file's bytes. */
  read(caller: Caller, name: InstanceName, path: string, signal: AbortSignal): Promise<HostEntry>;
  /** Creates or replaces a file; the uploaded bytes stay where they are. */
  write(caller: Caller, name: InstanceName, wish: FileWish): Promise<void>;
  /** The last 256 KiB of a log; without a name what stood on the console, or else the log of its start. */
  log(caller: Caller, name: InstanceName, log_name?: string): Promise<LogText>;
}

export interface InstanceFilesDeps {
  db: Db;
  clock: () => number;
  hosts: Hosts;
  instances: Instances;
  audit: Audit;
  rights: Rights;
  stage: Pick<Stage, 'path'>;
}

const LOG_BYTES = 262_144;
const READ_BYTES = 262_144;
/** The console's buffer stands among the logs under this name. */
const CONSOLE = 'console';
/** Logs of an instance's start, by its type. */
const START_LOGS = ['lxc.log', 'qemu.log'];

/** Makes the service. */
export function createInstanceFiles(deps: InstanceFilesDeps): InstanceFiles {
  const consoles = createConsoleLogs();

  const open = async (
    caller: Caller,
    name: InstanceName,
    ability: Ability,
  ): Promise<{ row: InstanceRow; ref: InstanceRef; host: Host }> => {
    const row = await deps.instances.find(caller, name, ability);
    if (row.state === 'deleting') throw new AppError('bad_state', `${row.lxd_name} is being deleted`);
    const server = await deps.db.read.servers.get(row.server_id);
    if (server === undefined) throw new AppError('not_found', `${row.lxd_name} is on a server that is gone`);
    const host = deps.hosts.online(server.id);
    if (host === null) throw unreachable(server, 'try again when it is back');
    return { row, ref: { project: row.lxd_project, name: row.lxd_name }, host };
  };

  return {
    read: async (caller, name, path, signal) => {
      // Root reads and writes them: what a shell could do, and no less a right.
      const { ref, host } = await open(caller, name, 'write');
      return host.readFile(ref, path, signal);
    },

    write: async (caller, name, { path, file, mode, uid, gid }) => {
      const { row, ref, host } = await open(caller, name, 'write');
      await host.writeFile(ref, path, {
        size: file.size,
        body: bytesOf(deps.stage.path(file.id)),
        ...(mode === undefined ? {} : { mode: mode.padStart(4, '0') }),
        ...(uid === undefined ? {} : { uid }),
        ...(gid === undefined ? {} : { gid }),
      });
      const labels = { server_id: row.server_id, project_id: row.project_id, instance_id: row.id };
      await deps.audit.change(
        caller,
        (tx) =>
          append(tx, {
            ...labels,
            type: 'instance.file_written',
            via: caller.via,
            at: deps.clock(),
            request_id: caller.client_request_id,
            user_id: actorOf(caller).user_id,
            data: { instance_name: row.lxd_name, path, size: file.size },
          }),
        () => labels,
      );
    },

    log: async (caller, name, log_name) => {
      const { row, ref, host } = await open(caller, name, 'operate');
      const [kept, shown] = await Promise.all([host.logNames(ref), host.readConsole(ref, LOG_BYTES)]);
      const owner = deps.rights.ownsServer(actorOf(caller), row.server_id);
      const names = kept.filter((one) => maySee(one, owner));
      const screen = consoles.merge(row.id, shown, row.power_state === 'stopped');
      if (screen !== null) names.unshift(CONSOLE);
      const wanted = log_name ?? names.find((one) => one === CONSOLE || START_LOGS.includes(one));
      if (wanted === undefined) throw new AppError('not_found', `${row.lxd_name} has no log yet: start it`);
      if (!names.includes(wanted)) throw missing('log_name');
      const log = wanted === CONSOLE ? screen : await host.readLog(ref, wanted, LOG_BYTES);
      if (log === null) throw missing('log_name');
      return { name: wanted, text: textOf(log), truncated: log.truncated, names };
    },
  };
}

/** Opened when the first byte is asked for, so one that is never sent leaves nothing open. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const handle = await openFile(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** What commands printed may be secret, and the host's own settings are for those it belongs to. */
function maySee(name: string, owner: boolean): boolean {
  return owner ? !name.startsWith('exec_') : name.endsWith('.log');
}

/** The end of a log as text; a character that was cut in two is left out. */
function textOf({ bytes, truncated }: HostLog): string {
  let from = 0;
  while (truncated && from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  return Buffer.from(bytes.subarray(from)).toString('utf8');
}
