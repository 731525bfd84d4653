// What issuing and keeping certificates share: how a pair is written, and how long each is good.

/** A certificate and its key, as PEM text. */
export interface CertificatePair {
  cert: string;
  key: string;
}

export const DAY_MS = 86_400_000;
/** Validity in days; browsers and LXD take no server certificate for ever. */
export const DAYS = { authority: 3650, server: 397, renew: 30 };
