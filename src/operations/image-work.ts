// What operations about images need of the image server: core does it, steps call it.
import type { OperationRow } from '../db/operations.js';
import type { ImageFile, ImagePart } from '../providers/parts/images.js';

/** A version of a product, and the image it is to offer. */
export interface ImportTarget {
  product_id: number;
  serial: string;
}

/** A file of an image on another image server, below its URL. */
export interface RemoteFile {
  /** Metadata or a root file; a whole image is `image`. */
  name: ImagePart['name'];
  path: string;
  /** Hex; '' when the server does not say. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** How much of an image has come. */
export interface Arrival {
  signal: AbortSignal;
  /** Bytes of all its files so far. */
  arrived: (bytes: number) => void;
}

/** One of our images: its files, as often as they are asked for. */
export interface OwnImage {
  fingerprint: string;
  /** Bytes of all files. */
  size: number;
  files(): ImageFile[];
}

export interface ImageWork {
  /** Whether the version offers the image. */
  has(target: ImportTarget, fingerprint: string): Promise<boolean>;
  /**
   * Takes the files of an image as a version's, for whom the operation was asked. Throws what an upload throws, and
   * `host_failed` when together they are not the image that was asked for.
   */
  receive(
    operation: OperationRow,
    target: ImportTarget,
    image: { fingerprint: string; size: number; parts: AsyncIterable<ImagePart> },
    arrival: Arrival,
  ): Promise<void>;
  /** The files of an image on another server, each checked against its hash. */
  remote(
    source: { url: string; files: readonly RemoteFile[] },
    signal: AbortSignal,
  ): AsyncIterable<ImagePart>;
  /** An image of ours; throws `not_found` once its files are gone. */
  own(fingerprint: string): Promise<OwnImage>;
  /** Whether a temporary image bears the mark of an operation of ours that is over. */
  isOver(mark: string): Promise<boolean>;
}
