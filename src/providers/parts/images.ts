// Images in a host's own store: what core asks for and gets.
import type { Hooks, InstanceRef } from './basics.js';

/** An image; times in ms, 0 for none. */
export interface HostImage {
  fingerprint: string;
  aliases: string[];
  architecture: string;
  type: 'container' | 'virtual-machine';
  description: string;
  os: string;
  release: string;
  serial: string;
  cached: boolean;
  size: number;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  public: boolean;
}

/** What a file of an image is: all of it, its metadata, or a root file for containers or for machines. */
export type ImagePartName = 'image' | 'metadata' | 'rootfs' | 'rootfs.img';

/** One file of an image as it comes from somewhere; read to its end before the next one is asked for. */
export interface ImagePart {
  name: ImagePartName;
  body: AsyncIterable<Uint8Array>;
}

/** An image on its way from a host; read `parts` or close it. */
export interface ImageExport {
  parts: AsyncIterable<ImagePart>;
  close: () => void;
}

/** One file of an image on its way to a host. */
export interface ImageFile extends ImagePart {
  /** Bytes. */
  size: number;
}

/** An image made for a while, and whose it is. */
export interface MarkedImage {
  fingerprint: string;
  /** Bytes. */
  size: number;
  /** As it was given when it was made. */
  mark: string;
}

export interface HostImages {
  images(): Promise<HostImage[]>;
  /** Fingerprint behind an alias or fingerprint prefix in the host's own store; null when there is none. */
  findImage(alias: string): Promise<string | null>;
  /** Resolves when the image is gone; throws `not_found` when it was not there. */
  deleteImage(fingerprint: string, project?: string): Promise<void>;
  /** Begins to read an image's files, all of it at once or metadata first; throws `not_found`. */
  exportImage(image: { project: string; fingerprint: string }, signal?: AbortSignal): Promise<ImageExport>;
  /**
   * Enters an image in the default project: one whole file, or metadata and then a root file. The host checks the
   * fingerprint; throws `conflict` when it has the image already.
   */
  importImage(image: { fingerprint: string; files: readonly ImageFile[] }, hooks?: Hooks): Promise<void>;
  /** Lets an alias of the default project lead to an image; throws `conflict` when it leads to another, unless moved. */
  setAlias(alias: string, fingerprint: string, options: { move: boolean }): Promise<void>;
  /** Makes an image of a snapshot, in its project and bearing a mark by which it is found again. */
  publishSnapshot(ref: InstanceRef, snapshot: string, mark: string, hooks?: Hooks): Promise<void>;
  /** Resolves when one of the host's own operations is over or forgotten. */
  ended(hostOperation: string, signal?: AbortSignal): Promise<void>;
  /** Images of a project that bear any mark. */
  markedImages(project: string): Promise<MarkedImage[]>;
}
