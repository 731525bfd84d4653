// Sessions of people on a host: a command's streams, a console's terminal.
import type { AppError } from '../../errors.js';
import type { InstanceRef } from './basics.js';

/** What a command is started with. */
export interface ExecOptions {
  command: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** With a terminal: output arrives as stream 1, both kinds mixed. */
  interactive: boolean;
  /** Numbers in the guest; absent: the host's default (0). */
  user?: number;
  group?: number;
  /** Absolute path in the guest; '' for the user's home. */
  cwd: string;
  width: number;
  height: number;
}

/** Columns and rows of a terminal. */
export interface TerminalSize {
  width: number;
  height: number;
}

/** How a session ended. */
export interface SessionEnd {
  /** `exit`: by itself; `closed`: by us; `gone`: its instance stopped, restarted or was deleted; `lost`: the host broke it off. */
  reason: 'exit' | 'closed' | 'gone' | 'lost';
  /** The command's; null for consoles and wherever the host did not say. */
  exit_code: number | null;
  /** What went wrong, null when nothing did. */
  error: AppError | null;
}

/** Who hears what a session says. */
export interface SessionListener {
  /** Output as it comes; 2 is standard error (commands without a terminal). The bytes are the listener's. */
  data(stream: 1 | 2, bytes: Uint8Array): void;
  /** So many bytes of input more were handed to the host's connection. */
  taken(bytes: number): void;
  /** Once, and last. */
  end(end: SessionEnd): void;
}

/** An open session; every call after the end does nothing. */
export interface HostSession {
  write(bytes: Uint8Array): void;
  /** End of input (commands without a terminal). */
  eof(): void;
  resize(size: TerminalSize): void;
  /** Sends a signal by its number to the command; consoles have none. */
  signal(number: number): void;
  /** Holds output back: the host's sender has to wait. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** Calls about sessions. They end before a stop, restart or delete of the same host object is sent. */
export interface HostSessions {
  /** Starts a command; `signal` gives up while it is being opened. */
  openExec(
    ref: InstanceRef,
    options: ExecOptions,
    listener: SessionListener,
    signal?: AbortSignal,
  ): Promise<HostSession>;
  openConsole(
    ref: InstanceRef,
    size: TerminalSize,
    listener: SessionListener,
    signal?: AbortSignal,
  ): Promise<HostSession>;
}
