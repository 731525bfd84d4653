// A passkey authenticator in software: ES256 keys, attestation `none`, and a browser's client data around them.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** One thing to be wrong about what the authenticator or the browser says. */
export interface Twist {
  readonly origin?: string;
  readonly rp_id?: string;
  /** `webauthn.create`, `webauthn.get` or whatever else. */
  readonly type?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  readonly present?: boolean;
  readonly verified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  /** Changed after it was signed. */
  readonly spoiled?: boolean;
}

interface Creation {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}

interface Request {
  readonly challenge: string;
  readonly rpId: string;
}

/** What a panel sends as the second step of `user.credentialMake`. */
export interface MadeKey {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: { readonly attestationObject: string; readonly clientDataJSON: string };
}

/** What a panel sends to `user.assertionVerify`. */
export interface UsedKey {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly authenticatorData: string;
    readonly clientDataJSON: string;
    readonly signature: string;
    readonly userHandle: string;
  };
}

const b64u = (bytes: Buffer): string => bytes.toString('base64url');
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** One key in one authenticator, used from pages of one origin. */
export class Authenticator {
  readonly credential_id: Buffer;
  counter: number;
  private readonly privateKey: KeyObject;
  private readonly cose: Buffer;
  private handle = Buffer.alloc(0);

  /** `counter` 0 that never moves: the authenticator keeps none. */
  constructor(
    private readonly origin: string,
    private readonly options: { counting?: boolean; id?: Buffer } = {},
  ) {
    this.credential_id = options.id ?? randomBytes(32);
    this.counter = 0;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.cose = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  }

  get id(): string {
    return b64u(this.credential_id);
  }

  /** Makes the key; `options` as `user.credentialMake` gave them. */
  create(options: Creation, twist: Twist = {}): MadeKey {
    this.handle = Buffer.from(options.user.id, 'base64');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credential_id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credential_id, this.cose]);
    const authData = Buffer.concat([this.data(options.rp.id, 0x40, twist), attested]);
    const attestationObject = cborMap([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', authData],
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        attestationObject: b64u(attestationObject),
        clientDataJSON: b64u(this.client('webauthn.create', options.challenge, twist)),
      },
    };
  }

  /** Uses the key; `options` as `user.assertionGet` gave them. */
  get(options: Request, twist: Twist = {}): UsedKey {
    const authData = this.data(options.rpId, 0, twist);
    const client = this.client('webauthn.get', options.challenge, twist);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(client)]))
      .sign(this.privateKey);
    if (twist.spoiled) authData[36] = (authData[36] ?? 0) ^ 1;
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        authenticatorData: b64u(authData),
        clientDataJSON: b64u(client),
        signature: b64u(signature),
        userHandle: twist.userHandle ?? b64u(this.handle),
      },
    };
  }

  private data(rp_id: string, flags: number, twist: Twist): Buffer {
    if (this.options.counting !== false) this.counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.counter ?? this.counter);
    const present = twist.present === false ? 0 : 0x01;
    const verified = twist.verified === false ? 0 : 0x04;
    return Buffer.concat([sha256(twist.rp_id ?? rp_id), Buffer.from([flags | present | verified]), counter]);
  }

  private client(type: string, challenge: string, twist: Twist): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: b64u(Buffer.from(twist.challenge ?? challenge, 'base64')),
        origin: twist.origin ?? this.origin,
        crossOrigin: twist.crossOrigin ?? false,
        ...(twist.topOrigin !== undefined && { topOrigin: twist.topOrigin }),
      }),
    );
  }
}

type Cbor = number | string | Buffer | Map<string, string>;

/** A CBOR map of at most 23 members, in the order given. */
function cborMap(members: readonly (readonly [number | string, Cbor])[]): Buffer {
  return Buffer.concat([
    Buffer.from([0xa0 + members.length]),
    ...members.flatMap(([key, value]) => [cbor(key), cbor(value)]),
  ]);
}

function cbor(value: Cbor): Buffer {
  if (value instanceof Map) return Buffer.from([0xa0]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(2, value.length), value]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
