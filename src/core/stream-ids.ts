// Ids of panel streams: signed by a key kept in the database, so none needs a state before it is used.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface StreamIds {
  make(): string;
  valid(id: string): boolean;
}

/** Stream ids under a key (32 bytes). */
export function createStreamIds(key: Buffer): StreamIds {
  const sign = (random: string): Buffer =>
    createHmac('sha256', key).update(`stream\0${random}`).digest().subarray(0, 16);
  return {
    make: () => {
      const random = randomBytes(16).toString('hex');
      return `${random}${sign(random).toString('hex')}`;
    },
    valid: (id) => {
      if (!/^[0-9a-f]{64}$/.test(id)) return false;
      return timingSafeEqual(Buffer.from(id.slice(32), 'hex'), sign(id.slice(0, 32)));
    },
  };
}
