// A result that is no document: bytes for the wire to send as they come.

/** What else is known of the bytes. */
export interface BytesOptions {
  /** Media type. */
  readonly type: string;
  /** Number of bytes, null when only the end will tell. */
  readonly size: number | null;
  /** Headers beside type and length. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the source at once; called when nobody wants the rest. */
  readonly close?: () => void;
}

/** The answer of a method whose contract says `"answer": "bytes"`. */
export class Bytes {
  readonly type: string;
  readonly size: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly close: () => void;

  constructor(
    readonly body: AsyncIterable<Uint8Array> | Uint8Array,
    options: BytesOptions,
  ) {
    this.type = options.type;
    this.size = options.size;
    this.headers = options.headers ?? {};
    this.close = options.close ?? (() => undefined);
  }
}
