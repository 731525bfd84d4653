// Prefixes as numbers: text to bytes and back, first and last address, what lies in what.
import { Address4, Address6 } from 'ip-address';
import { AppError, invalid } from '../../errors.js';

export type Family = 4 | 6;

/** A block of addresses: its bytes sort in numeric order. */
export interface Block {
  readonly family: Family;
  /** 4 or 16 bytes. */
  readonly network: Buffer;
  readonly length: number;
}

/** Bits of an address. */
export function bitsOf(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** The number that the bytes of an address are. */
export function numberOf(address: Buffer): bigint {
  return BigInt(`0x${address.toString('hex')}`);
}

/** The bytes of an address. */
export function bytesOf(family: Family, number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(bitsOf(family) / 4, '0'), 'hex');
}

/** How many addresses a block has. */
export function sizeOf({ family, length }: Pick<Block, 'family' | 'length'>): bigint {
  return 1n << BigInt(bitsOf(family) - length);
}

/** First and last address of a block, as numbers. */
export function rangeOf(block: Block): { first: bigint; last: bigint } {
  const first = numberOf(block.network);
  return { first, last: first + sizeOf(block) - 1n };
}

/** Whether a block lies in another one, or is the same. */
export function contains(outer: Block, inner: Block): boolean {
  if (outer.family !== inner.family) return false;
  const [a, b] = [rangeOf(outer), rangeOf(inner)];
  return a.first <= b.first && b.last <= a.last;
}

/** An address `offset` behind the first one of a block. */
export function addressIn(block: Block, offset: bigint): Buffer {
  return bytesOf(block.family, numberOf(block.network) + offset);
}

/** An address in its one spelling (RFC 5952). */
export function addressText(address: Buffer): string {
  return address.length === 4
    ? Address4.fromBigInt(numberOf(address)).correctForm()
    : Address6.fromBigInt(numberOf(address)).correctForm();
}

/** A block in its one spelling: `2001:db8::/48`. */
export function blockText({ network, length }: Pick<Block, 'network' | 'length'>): string {
  return `${addressText(network)}/${length}`;
}

/** The bytes of an address written as text; null when it is none. */
export function parseAddress(text: string): Buffer | null {
  if (text.includes('/') || text.includes('%')) return null;
  if (Address4.isValid(text)) return bytesOf(4, new Address4(text).bigInt());
  if (Address6.isValid(text)) return bytesOf(6, new Address6(text).bigInt());
  return null;
}

/** A block written as text, in its one spelling; throws `invalid_params` that says how it would be right. */
export function parseBlock(field: string, text: string): Block {
  const [, address = '', digits = ''] = /^([^/]*)\/([0-9]{1,3})$/.exec(text) ?? [];
  const bytes = parseAddress(address);
  const length = Number(digits);
  const family: Family = bytes?.length === 4 ? 4 : 6;
  if (bytes === null || length > bitsOf(family)) {
    throw invalid(field, 'must be a network with its prefix length, such as 2001:db8::/42');
  }
  const step = sizeOf({ family, length });
  const block: Block = { family, network: bytesOf(family, (numberOf(bytes) / step) * step), length };
  const right = blockText(block);
  if (!block.network.equals(bytes)) {
    throw invalid(field, `has bits set behind its length: the network is ${right}`);
  }
  if (right !== text) throw invalid(field, `must be written ${right}`);
  return block;
}

/** `no_capacity`, in words that say what would help. */
export function noCapacity(message: string): AppError {
  return new AppError('no_capacity', message);
}
