// The grammar of ports: `containerPort:hostPort`, or one port for both, with an optional protocol, separated by commas.
import type { PortWish } from '../../core/machines/machines.js';
import { invalid } from '../../errors.js';

const ENTRY = /^([0-9]{1,5})(?::([0-9]{1,5}))?(?:\/(tcp|udp))?$/i;
const PRIMARY = /^([0-9]{1,5})(?::([0-9]{1,5}))?$/;
const MOST = 200;

/** Reads both fields; throws `invalid_params` for what is no port, is named twice, or is not among the mapped ones. */
export function readPorts(text: string, primary: string | number): PortWish[] {
  const wishes: PortWish[] = [];
  const entries = text.replace(/\s+/g, '').split(',');
  if (entries.length > MOST) throw invalid('ports', `must be ${MOST} at most`);
  for (const entry of entries) {
    const found = ENTRY.exec(entry);
    if (found === null) {
      throw invalid('ports', 'must be containerPort:hostPort, separated by commas, such as 25565:25565');
    }
    const [, inner = '', outer = inner, protocol] = found;
    const both = protocol === undefined ? (['tcp', 'udp'] as const) : [protocol.toLowerCase()];
    for (const one of both) {
      const wish: PortWish = {
        protocol: one === 'udp' ? 'udp' : 'tcp',
        guest_port: portOf('ports', inner),
        host_port: portOf('ports', outer),
        is_primary: false,
      };
      if (wishes.some((other) => other.protocol === wish.protocol && other.host_port === wish.host_port)) {
        throw invalid('ports', `name host port ${wish.host_port} twice`);
      }
      wishes.push(wish);
    }
  }
  return marked(wishes, String(primary).replace(/\s+/g, ''));
}

/** Marks the primary one: a host port, or the pair as it stands among the ports. */
function marked(wishes: readonly PortWish[], primary: string): PortWish[] {
  const found = PRIMARY.exec(primary);
  if (found === null) throw invalid('primary', 'must be a host port, or a pair as in ports');
  const [, first = '', second] = found;
  const host_port = portOf('primary', second ?? first);
  const guest_port = second === undefined ? undefined : portOf('primary', first);
  const is = (wish: PortWish): boolean =>
    wish.host_port === host_port && (guest_port === undefined || wish.guest_port === guest_port);
  if (!wishes.some(is)) throw invalid('primary', 'must be one of the mapped host ports');
  return wishes.map((wish) => ({ ...wish, is_primary: is(wish) }));
}

function portOf(field: string, text: string): number {
  const port = Number(text);
  if (port < 1 || port > 65_535) throw invalid(field, `must be numbers from 1 to 65535 (${text} is not)`);
  return port;
}
