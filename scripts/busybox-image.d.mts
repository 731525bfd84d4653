// Types of busybox-image.mjs for the TypeScript tests that use it.

/** Where the static busybox is, or null when the package busybox-static is missing. */
export function findBusybox(): string | null;

/** Writes the image to `outFile` and returns its fingerprint (SHA-256, hex). */
export function buildBusyboxImage(outFile: string): string;
