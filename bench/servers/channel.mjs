// What every baseline server does with its parent: reports its URL, ends when asked or when the parent is gone.

/** Reports where the server listens. */
export function ready(port) {
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  process.send({ urls: [`http://127.0.0.1:${port}`] });
}
