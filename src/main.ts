#!/usr/bin/env node
// The executable: `serve`, `migrate` and `backup` run the house; every other word is the command line's.
import type { Io } from './cli/io.js';

/** Flags of the server commands: `--a-b value`, `--a.b=value`, repeated ones become lists. */
function readFlags(args: readonly string[]): { flags: Record<string, string | string[]>; words: string[] } {
  const flags: Record<string, string | string[]> = {};
  const words: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const at = arg.indexOf('=');
    const name = at < 0 ? arg.slice(2) : arg.slice(2, at);
    const next = args[index + 1];
    const bare = at < 0 && (next === undefined || next.startsWith('--'));
    const value = at >= 0 ? arg.slice(at + 1) : bare ? 'true' : (next ?? '');
    if (at < 0 && !bare) index++;
    const known = flags[name];
    flags[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return { flags, words };
}

async function serve(args: readonly string[]): Promise<void> {
  const { startApp } = await import('./app.js');
  const app = await startApp({ flags: readFlags(args).flags, env: process.env });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    app.close().then(
      // A loop that is not empty by now is a leak, not work: it must not hold up a restart for ever.
      () => setTimeout(() => process.exit(0), 2_000).unref(),
      (error: unknown) => {
        process.stderr.write(`gantry: stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
    if (process.connected) process.disconnect();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', () => {
    app.reload().catch((error: unknown) => process.stderr.write(`gantry: reload failed: ${String(error)}\n`));
  });
  if (process.channel) {
    // Whoever started us over a channel is gone, or wants us to go.
    process.once('disconnect', () => {
      if (!stopping) stop();
    });
    process.channel.unref();
  }
  process.send?.({ urls: app.urls, ca: app.ca });
}

async function command(args: string[]): Promise<number> {
  const { processIo } = await import('./cli/io.js');
  const { runCli } = await import('./cli/cli.js');
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const io: Io = processIo(abort.signal);
  return runCli(args, io);
}

async function main(args: string[]): Promise<number | undefined> {
  const [first = '', ...rest] = args;
  const help = rest.includes('--help') || rest.includes('-h');
  if (help && first in HOUSE) {
    process.stdout.write(`${HOUSE[first]}\n`);
    return 0;
  }
  if (first === '--version' || first === 'version') {
    const { VERSION } = await import('./app.js');
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (first === 'serve') return (await serve(rest), undefined);
  if (first === 'migrate') {
    const { migrate } = await import('./app.js');
    const applied = await migrate({ flags: readFlags(rest).flags, env: process.env });
    process.stdout.write(applied.length === 0 ? 'nothing to do\n' : `applied ${applied.join(', ')}\n`);
    return 0;
  }
  if (first === 'backup') {
    const { flags, words } = readFlags(rest);
    const [file] = words;
    if (file === undefined) throw new Error('gantry backup FILE [--data DIR]');
    const { backup } = await import('./app.js');
    await backup({ flags, env: process.env, file });
    process.stdout.write(`${file}\n`);
    return 0;
  }
  return command(args);
}

const HOUSE: Readonly<Record<string, string>> = {
  serve:
    'gantry serve [--data DIR] [--listen URL]... [--config FILE] [--<setting> VALUE]...\n\nRuns Gantry. SIGTERM stops it, SIGHUP makes it read certificate and configuration again.',
  migrate: 'gantry migrate [--data DIR]\n\nBrings the database to the newest form.',
  backup: 'gantry backup FILE [--data DIR]\n\nCopies the database, also while Gantry runs.',
};

main(process.argv.slice(2)).then(
  (status) => {
    if (status !== undefined) process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`gantry: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
