// The passkey library behind one door. It is the largest we have, so it is loaded when the first key is used.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** A new key as a browser hands it over, binary members as base64url. */
export interface NewKeyResponse {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly response: {
    readonly attestationObject: string;
    readonly clientDataJSON: string;
    readonly transports?: readonly string[];
  };
}

/** The use of a key as a browser hands it over, binary members as base64url. */
export interface AssertionResponse {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly response: {
    readonly authenticatorData: string;
    readonly clientDataJSON: string;
    readonly signature: string;
    readonly userHandle?: string;
  };
}

/** What must hold of either. */
export interface Expected {
  /** As sent, base64url. */
  readonly challenge: string;
  readonly origins: ReadonlySet<string>;
  readonly rp_id: string;
}

/** What is kept of a new key. */
export interface KeyData {
  readonly credential_id: Buffer;
  readonly public_key: Buffer;
  readonly sign_count: number;
  readonly transports: readonly string[];
  readonly aaguid: string;
  /** null when the authenticator says nothing of itself. */
  readonly attestation: Buffer | null;
}

/** Algorithms we take: EdDSA, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257] as const;

const library = () => import('@simplewebauthn/server');

/** Loads the library, so that whether a key is known does not show in how long the first answer takes. */
export async function ready(): Promise<void> {
  await library();
}

/** The challenge a browser says it answered; null when its page was embedded in a foreign one, or it says nothing. */
export function challengeOf(clientDataJSON: string): Buffer | null {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >;
    if (said['crossOrigin'] !== undefined && said['crossOrigin'] !== false) return null;
    if (said['topOrigin'] !== undefined) return null;
    const { challenge } = said;
    return typeof challenge === 'string' ? Buffer.from(challenge, 'base64url') : null;
  } catch {
    return null;
  }
}

/** The new key, when everything about it is as it must be; null else. Its holder must have been verified. */
export async function verifyNewKey(given: NewKeyResponse, expected: Expected): Promise<KeyData | null> {
  const { verifyRegistrationResponse } = await library();
  const transports = [...(given.response.transports ?? [])];
  const response: RegistrationResponseJSON = {
    id: given.id,
    rawId: given.rawId,
    type: given.type as 'public-key',
    clientExtensionResults: {},
    response: {
      ...given.response,
      transports: transports,
    },
  };
  try {
    const { registrationInfo: made } = await verifyRegistrationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rp_id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (made === undefined) return null;
    return {
      credential_id: Buffer.from(made.credential.id, 'base64url'),
      public_key: Buffer.from(made.credential.publicKey),
      sign_count: made.credential.counter,
      transports,
      aaguid: made.aaguid,
      attestation: made.fmt === 'none' ? null : Buffer.from(made.attestationObject),
    };
  } catch {
    // The library throws a sentence for each thing that may be wrong; whoever sent it learns none of them.
    return null;
  }
}

/**
 * The counter of a use, when everything about it but that counter is as it must be; null else. The counter is
 * judged by the caller: one that went back tells of a copied key only if the signature is right.
 */
export async function verifyUse(
  given: AssertionResponse,
  expected: Expected,
  public_key: Buffer,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library();
  const response: AuthenticationResponseJSON = {
    id: given.id,
    rawId: given.rawId,
    type: given.type as 'public-key',
    clientExtensionResults: {},
    response: given.response,
  };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rp_id,
      requireUserVerification: true,
      credential: { id: given.id, publicKey: new Uint8Array(public_key), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
