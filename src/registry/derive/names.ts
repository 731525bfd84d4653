// How files and methods are spelled as keys, types and identifiers.

/** `ssh-key.serverList` as `SshKeyServerList`. */
export function pascal(name: string): string {
  return name
    .split(/[.\-_/]/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** `ssh-key.serverList` as `sshKeyServerList`. */
export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** First line of every generated file. */
export const BANNER = 'Written by `npm run gen` from schemas/: change those, not this.';
