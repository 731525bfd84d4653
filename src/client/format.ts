// How socket frames are written: JSON text, or MessagePack, which is loaded only by who asks for it.

/** One way to write frames; `decode` throws on what it cannot read. */
export interface Format {
  /** The WebSocket subprotocol. */
  readonly protocol: string;
  encode(frame: unknown): string | Uint8Array;
  decode(data: unknown): unknown;
}

const decoder = new TextDecoder();

function bytes(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError('a frame of an unknown kind');
}

function jsonFormat(): Format {
  return {
    protocol: 'gantry.json',
    encode: (frame) => JSON.stringify(frame),
    decode: (data) => JSON.parse(typeof data === 'string' ? data : decoder.decode(bytes(data))) as unknown,
  };
}

/** Makes a format; MessagePack's code is loaded here, so that JSON users do not pay for it. */
export async function loadFormat(name: 'json' | 'msgpack'): Promise<Format> {
  if (name === 'json') return jsonFormat();
  const { Packr } = await import('msgpackr');
  const packr = new Packr({ useRecords: false });
  return {
    protocol: 'gantry.msgpack',
    encode: (frame) => packr.pack(frame),
    decode: (data) =>
      typeof data === 'string' ? (JSON.parse(data) as unknown) : (packr.unpack(bytes(data)) as unknown),
  };
}
