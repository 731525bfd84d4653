// The fake's operations: run, wait, cancel, and be forgotten a while after the end.
import { randomUUID } from 'node:crypto';
import type { EventHub } from './events.js';
import { Refusal, type FakeOperation, type Faults, type Json } from './types.js';

const STATUS: Record<number, string> = {
  100: 'Operation created',
  103: 'Running',
  105: 'Pending',
  200: 'Success',
  400: 'Failure',
  401: 'Cancelled',
};

export interface NewOperation {
  project: string;
  description: string;
  resources: Record<string, string[]>;
  instance: string;
  may_cancel?: boolean;
  class?: FakeOperation['class'];
  metadata?: Json;
  /** The work; a thrown error's message becomes the failure. */
  run: (operation: FakeOperation, update: (metadata: Json) => void) => Promise<void>;
  /** Sent after the end again, as 5.0.2 does for exec. */
  runningAfterEnd?: boolean;
}

export class Operations {
  private readonly all = new Map<string, FakeOperation>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private held: (() => void)[] = [];

  constructor(
    private readonly events: EventHub,
    private readonly faults: Faults,
    private readonly forgetMs: number,
  ) {}

  /** Starts work in the background and answers its first state, like LXD's 202. */
  begin(spec: NewOperation): FakeOperation {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const now = new Date().toISOString();
    const operation: FakeOperation = {
      id: randomUUID(),
      project: spec.project,
      class: spec.class ?? 'task',
      description: spec.description,
      status_code: 105,
      created_at: now,
      updated_at: now,
      resources: spec.resources,
      metadata: spec.metadata ?? null,
      may_cancel: spec.may_cancel ?? false,
      err: '',
      finished,
      finish,
    };
    this.all.set(operation.id, operation);
    this.publish(operation);
    operation.status_code = 103;
    this.publish(operation);
    if (operation.class !== 'token') void this.run(operation, spec);
    return operation;
  }

  private async run(operation: FakeOperation, spec: NewOperation): Promise<void> {
    const about = { description: spec.description, instance: spec.instance };
    try {
      // The 202 is written before the work begins, as by the real one.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.faults.hold?.(about) === true) await new Promise<void>((resolve) => this.held.push(resolve));
      const failure = this.faults.fail?.(about) ?? null;
      if (failure !== null) throw new Error(failure);
      await spec.run(operation, (metadata) => {
        operation.metadata = { ...operation.metadata, ...metadata };
        this.publish(operation);
      });
      this.end(operation, 200, '');
    } catch (error) {
      this.end(operation, 400, error instanceof Error ? error.message : String(error));
    }
    if (spec.runningAfterEnd === true)
      this.events.emit('operation', operation.project, {
        ...render(operation),
        status: 'Running',
        status_code: 103,
      });
  }

  private end(operation: FakeOperation, code: 200 | 400 | 401, err: string): void {
    if (operation.status_code >= 200) return;
    operation.status_code = code;
    operation.err = err;
    operation.updated_at = new Date().toISOString();
    this.publish(operation);
    operation.finish();
    const forget = (): void => void this.all.delete(operation.id);
    if (this.faults.forget_operations) return forget();
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      forget();
    }, this.forgetMs);
    timer.unref();
    this.timers.add(timer);
  }

  private publish(operation: FakeOperation): void {
    this.events.emit('operation', operation.project, render(operation));
  }

  get(id: string): FakeOperation {
    const operation = this.all.get(id);
    if (operation === undefined) throw new Refusal(404, 'Operation not found');
    return operation;
  }

  list(project: string): Json {
    const byStatus: Record<string, Json[]> = {};
    for (const operation of this.all.values()) {
      if (operation.project !== project) continue;
      (byStatus[(STATUS[operation.status_code] ?? '').toLowerCase()] ??= []).push(render(operation));
    }
    return byStatus;
  }

  cancel(id: string): void {
    const operation = this.get(id);
    if (operation.status_code >= 200) throw new Refusal(400, 'Only running operations can be cancelled');
    if (!operation.may_cancel) throw new Refusal(400, "This operation can't be cancelled");
    this.end(operation, 401, '');
  }

  tokens(): FakeOperation[] {
    return [...this.all.values()].filter((one) => one.class === 'token' && one.status_code === 103);
  }

  finish(operation: FakeOperation): void {
    this.end(operation, 200, '');
  }

  /** Lets held operations go on. */
  release(): void {
    const held = this.held;
    this.held = [];
    for (const go of held) go();
  }

  /** What a restart of the daemon does. */
  forgetAll(): void {
    for (const operation of this.all.values()) operation.finish();
    this.all.clear();
  }

  running(): FakeOperation[] {
    return [...this.all.values()].filter((one) => one.status_code < 200);
  }

  close(): void {
    this.release();
    this.forgetAll();
    for (const timer of this.timers) clearTimeout(timer);
  }
}

/** The JSON of an operation. */
export function render(operation: FakeOperation): Json {
  return {
    id: operation.id,
    class: operation.class,
    description: operation.description,
    created_at: operation.created_at,
    updated_at: operation.updated_at,
    status: STATUS[operation.status_code] ?? '',
    status_code: operation.status_code,
    resources: operation.resources,
    metadata: operation.metadata,
    may_cancel: operation.may_cancel,
    err: operation.err,
    location: 'none',
  };
}
