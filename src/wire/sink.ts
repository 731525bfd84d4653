// Where the wire puts uploads: what it asks of the staging folder that the composition root hands in.
import type { Upload } from '../registry/registry.js';

/** Takes the bytes of one upload; what `write` answers is awaited before the next chunk. */
export interface UploadWriter {
  write(chunk: Uint8Array): Promise<void> | void;
  finish(): Promise<Upload>;
  abort(): Promise<void>;
}

/** Where uploads are kept until their call has run; handed in by the composition root. */
export interface UploadSink {
  open(options: { limit: number }): Promise<UploadWriter>;
  /** Nothing happens when somebody took the file away. */
  discard(id: string): Promise<void>;
}
