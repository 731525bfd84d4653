// What a kind of operation is: ordered steps that look first and act only if not done.
import type { Repositories } from '../db/repositories.js';
import type { InstanceRow } from '../db/instances.js';
import type { OperationRow } from '../db/operations.js';
import type { Host, Hooks, InstanceRef } from '../providers/provider.js';

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
