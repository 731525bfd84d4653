// Shapes and switches of the fake LXD host.

export type Json = Record<string, unknown>;

/** One request as the fake saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  /** Fingerprint of the client certificate, '' without one. */
  client: string;
}

/** Chooses requests; null chooses none. */
export type RequestMatch = ((request: SeenRequest) => boolean) | null;

export interface FakeInstance {
  project: string;
  name: string;
  type: 'container' | 'virtual-machine';
  status: 'Running' | 'Stopped' | 'Frozen' | 'Error';
  description: string;
  profiles: string[];
  config: Record<string, string>;
  devices: Record<string, Record<string, string>>;
  location: string;
  created_at: string;
  last_used_at: string;
  started_at: number;
  /** What LXD holds on it right now ("start", "update"), '' when free. */
  busy: string;
  logs: Map<string, string>;
  /** By absolute path. */
  files: Map<string, FakeFile>;
  /** What was written on the console and nobody has read. */
  console: string;
}

/** A file, directory or link (whose bytes are its target) inside an instance. */
export interface FakeFile {
  type: 'file' | 'directory' | 'symlink';
  mode: string;
  uid: number;
  gid: number;
  bytes: Buffer;
}

export interface FakeOperation {
  id: string;
  project: string;
  class: 'task' | 'websocket' | 'token';
  description: string;
  status_code: 100 | 103 | 105 | 200 | 400 | 401;
  created_at: string;
  updated_at: string;
  resources: Record<string, string[]>;
  metadata: Json | null;
  may_cancel: boolean;
  err: string;
  finished: Promise<void>;
  finish: () => void;
}

export interface FakeNetwork {
  type: string;
  managed: boolean;
  config: Record<string, string>;
  description: string;
}

export interface FakeVolume {
  name: string;
  type: string;
  pool: string;
  content_type: string;
  size?: string;
}

export interface FakeSnapshot {
  name: string;
  created_at: string;
  stateful: boolean;
  config: Record<string, string>;
  devices: FakeInstance['devices'];
  profiles: string[];
  description: string;
}

export interface FakeImage {
  fingerprint: string;
  aliases: string[];
  type: 'container' | 'virtual-machine';
  properties: Record<string, string>;
  size: number;
  cached: boolean;
  created_at: string;
}

/** A file of an image. */
export interface FakeImageFile {
  name: 'image' | 'metadata' | 'rootfs' | 'rootfs.img';
  bytes: Buffer;
}

/** What an exec does on the fake. */
export type ExecHandler = (
  command: string[],
  instance: FakeInstance,
) =>
  | { code: number; stdout: string; stderr: string }
  | Promise<{ code: number; stdout: string; stderr: string }>;

/** Everything that can be made to go wrong; the defaults are a healthy host. */
export interface Faults {
  /** Deliver events in a shuffled order. */
  reorder_events: boolean;
  delay_events_ms: number;
  /** Share of events (0 to 1) that is never delivered. */
  drop_events: number;
  duplicate_events: boolean;
  /** Never answered. */
  hang: RequestMatch;
  /** Answered one byte each 20 ms. */
  drip: RequestMatch;
  /** Answered with JSON that has no end. */
  huge: RequestMatch;
  /** The connection dies in the middle of the answer. */
  close_mid_body: RequestMatch;
  /** Answered with 200 and wrong types all over. */
  lie: RequestMatch;
  /** Answered with something that isn't JSON. */
  garbage: RequestMatch;
  /** Refused at once. */
  refuse: ((request: SeenRequest) => { status: number; error: string } | null) | null;
  /** Refused after the 202: text of the operation's failure. */
  fail: ((operation: { description: string; instance: string }) => string | null) | null;
  /** Operations that stay Running until `release()`. */
  hold: ((operation: { description: string; instance: string }) => boolean) | null;
  /** Finished operations vanish at once. */
  forget_operations: boolean;
  /** A graceful stop is ignored by the guest until its timeout. */
  ignore_shutdown: boolean;
  /** Milliseconds added to the clock that the Date header shows. */
  clock_skew_ms: number;
}

/** A healthy host. */
export function noFaults(): Faults {
  return {
    reorder_events: false,
    delay_events_ms: 0,
    drop_events: 0,
    duplicate_events: false,
    hang: null,
    drip: null,
    huge: null,
    close_mid_body: null,
    lie: null,
    garbage: null,
    refuse: null,
    fail: null,
    hold: null,
    forget_operations: false,
    ignore_shutdown: false,
    clock_skew_ms: 0,
  };
}

/** A refusal at once, thrown by routes. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
