// A TCP forwarder in front of a host: its port can be cut, with a refusal or in silence, and mended.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A port of 127.0.0.1 that leads to another. */
export interface Forwarder {
  readonly port: number;
  /** Nothing listens any more, and what was open is closed. */
  refuse(): Promise<void>;
  /** What is sent gets lost, in both directions, and connections are made but say nothing. */
  silence(): void;
  /** All is as before; what was held back arrives. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one that leads to a port of 127.0.0.1. */
export async function startForwarder(target: number): Promise<Forwarder> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let server: Server | null = null;
  let silent = false;
  let port = 0;

  const take = (near: Socket): void => {
    const far = connect(target, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('data', (chunk) => other.write(chunk));
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
      if (silent) one.pause();
    }
  };
  const listen = async (): Promise<void> => {
    const made = createServer(take);
    await new Promise<void>((resolve, reject) => {
      made.once('error', reject);
      made.listen(port, '127.0.0.1', resolve);
    });
    port = (made.address() as AddressInfo).port;
    server = made;
  };
  const refuse = async (): Promise<void> => {
    const closing = server;
    server = null;
    const closed = new Promise<void>((resolve) =>
      closing === null ? resolve() : closing.close(() => resolve()),
    );
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
    await closed;
  };
  await listen();
  return {
    get port() {
      return port;
    },
    refuse,
    silence: () => {
      silent = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    mend: async () => {
      silent = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
      if (server === null) await listen();
    },
    close: refuse,
  };
}
