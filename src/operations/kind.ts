// What a kind of operation is: ordered steps that look first and act only if not done.
import type { Repositories } from '../db/repositories.js';
import type { InstanceRow } from '../db/instances.js';
import type { OperationRow } from '../db/operations.js';
import type { Host, Hooks, InstanceRef, Progress } from '../providers/provider.js';
import type { ImageWork } from './image-work.js';

export type Json = Record<string, unknown>;

/** What a step may use. `notes` survive a restart of ours once the step has begun. */
export interface StepContext {
  readonly operation: OperationRow;
  readonly input: Json;
  readonly notes: Json;
  readonly host: Host;
  readonly instance: InstanceRow;
  readonly ref: InstanceRef;
  /** This step had begun before (a restart of ours, or a host that went away): look harder. */
  readonly resumed: boolean;
  /** The host went away while this step ran: what it said of the work is lost. */
  readonly host_lost: boolean;
  readonly hooks: Hooks;
  readonly now: () => number;
}

/** One idempotent step. */
export interface Step {
  name: string;
  /** False leaves the step out (nothing asks for it). */
  wanted?: (input: Json) => boolean;
  /** Whether what this step makes is there already. */
  done: (context: StepContext) => Promise<boolean>;
  /** What must be remembered before acting. */
  before?: (context: StepContext) => Promise<Json>;
  run: (context: StepContext) => Promise<Json | void>;
  /** What is read anew after it, when that is not the name the instance had before. */
  reads?: (context: StepContext) => InstanceRef;
  /** Writes what is now true and its event; called once the instance was read anew. Idempotent. */
  commit?: (tx: Repositories, context: StepContext) => Promise<void>;
}

/** A kind of operation. */
export interface Kind {
  name: string;
  /** Native method whose caller waits for it on the panel's stream. */
  method: string;
  /** What `instance_status` shows while it runs. */
  word: string;
  steps: readonly Step[];
  /** It may begin on an instance that is gone already. */
  ends?: boolean;
  /** Result stored with a success, from the notes. */
  result?: (notes: Json) => Json;
  /** Cleans the rows up when the operation ends without success. */
  failed?: (tx: Repositories, operation: OperationRow, instance: InstanceRow, now: number) => Promise<void>;
}

/** What a step of work without an instance may use. */
export interface FreeContext {
  readonly operation: OperationRow;
  readonly input: Json;
  /** What is remembered so far; `note` adds to it. */
  readonly notes: Json;
  /** This step had begun before: look harder. */
  readonly resumed: boolean;
  /** Aborts when cancelling was asked for, or we stop. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly images: ImageWork;
  /** A server's connection, waited for as the operation was told to; throws `host_unreachable`. */
  reach(server_id: number): Promise<Host>;
  /** How work on that host reports back: progress, cancelling, and its number there. */
  hooks(host: Host): Hooks;
  progress(progress: Progress): void;
  /** Remembers at once: it is there after a kill. */
  note(more: Json): Promise<void>;
}

/** One idempotent step of work without an instance. */
export interface FreeStep {
  name: string;
  /** False leaves the step out (nothing asks for it). */
  wanted?: (input: Json) => boolean;
  /** It is begun again when a server that went away is back. */
  again?: (input: Json) => boolean;
  /** Whether what this step makes is there already. */
  done: (context: FreeContext) => Promise<boolean>;
  run: (context: FreeContext) => Promise<Json | void>;
}

/** A kind of operation that is about no instance; its lane stands in its input. */
export interface FreeKind {
  name: string;
  steps: readonly FreeStep[];
  /** Result from the notes; stored with a failure, too. */
  result?: (notes: Json) => Json | undefined;
  /** Takes away what must not stay when the operation ends without success; what it throws is only logged. */
  undo?: (context: FreeContext) => Promise<void>;
}
