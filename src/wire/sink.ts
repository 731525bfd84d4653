// Where the wire puts uploads: what it asks of the staging folder that the composition root hands in.
import type { UploadWriter } from '../registry/registry.js';

export type { UploadWriter } from '../registry/registry.js';

/** Where uploads are kept until their call has run; handed in by the composition root. */
export interface UploadSink {
  open(options: { limit: number }): Promise<UploadWriter>;
  /** Nothing happens when somebody took the file away. */
  discard(id: string): Promise<void>;
}
