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
  /** Goes as a bearer token. */
  readonly token?: string;
  /** POST where it is left out. */
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  /** JSON; '' sends none. */
  readonly body: string;
  /** Beside those that follow from the rest. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why wrk cannot be used, '' when it can. */
export function wrkMissing(): string {
  return existsSync(WRK) ? '' : 'wrk is not installed (Debian package wrk)';
}

// One line per request: verb, path, headers (between bars) and body behind tabs. A status from 400 on counts as an error in `done`.
const SCRIPT = `
local requests = {}
local at = 0
function init(args)
  for line in io.lines(args[1]) do
    local verb, path, rest, body = line:match("^([^\\t]*)\\t([^\\t]*)\\t([^\\t]*)\\t(.*)$")
    local headers = {}
    for name, value in rest:gmatch("([^|:]+): ([^|]*)") do headers[name] = value end
    if body == "" then body = nil end
    requests[#requests + 1] = wrk.format(verb, path, headers, body)
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
  await writeFile(list, requests.map(lineOf).join('\n'), { mode: 0o600 });
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

function lineOf({ token, method = 'POST', path, body, headers }: WrkRequest): string {
  const all = {
    ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...headers,
  };
  const texts = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [method, path, texts.join('|'), body].join('\t');
}
