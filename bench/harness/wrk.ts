// HTTP load: wrk on its own core, with a Lua script that rotates requests rendered beforehand.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { pinned } from './pin.js';
import type { Load } from './types.js';

const WRK = '/usr/bin/wrk';
export const CONNECTIONS = 64;

/** One request of the rotation. */
export interface WrkRequest {
  readonly token: string;
  readonly path: string;
  readonly body: string;
}

/** Why wrk cannot be used, '' when it can. */
export function wrkMissing(): string {
  return existsSync(WRK) ? '' : 'wrk is not installed (Debian package wrk)';
}

// One line per request: token, path and body behind tabs. A status from 400 on counts as an error in `done`.
const SCRIPT = `
local requests = {}
local at = 0
function init(args)
  for line in io.lines(args[1]) do
    local token, path, body = line:match("^([^\\t]*)\\t([^\\t]*)\\t(.*)$")
    requests[#requests + 1] = wrk.format("POST", path, {
      ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }, body)
  end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nRESULT {"units":%d,"seconds":%f,"p50_ms":%f,"p99_ms":%f,"errors":%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;

/** Writes the rotation once and returns the load generator for a server. */
export async function wrkLoad(
  stem: string,
  url: string,
  requests: readonly WrkRequest[],
): Promise<(seconds: number) => Promise<Load>> {
  const script = `${stem}.lua`;
  const list = `${stem}.txt`;
  await writeFile(script, SCRIPT, { mode: 0o600 });
  await writeFile(list, requests.map(({ token, path, body }) => `${token}\t${path}\t${body}`).join('\n'), {
    mode: 0o600,
  });
  return async (seconds) => {
    const whole = Math.max(1, Math.round(seconds));
    const [program, args] = pinned('load', WRK, [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${whole}s`,
      '-s',
      script,
      url,
      '--',
      list,
    ]);
    const { stdout } = await promisify(execFile)(program, args);
    const found = /^RESULT (.*)$/m.exec(stdout)?.[1];
    if (found === undefined) throw new Error(`wrk said nothing: ${stdout}`);
    return JSON.parse(found) as Load;
  };
}
