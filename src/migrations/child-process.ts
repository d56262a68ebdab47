/** Runs a program, streams its output to the log, and stops it in good order. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { interruptGroup } from '../process-group.ts';

export interface ChildOptions {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** On abort SIGINT, SIGTERM and SIGKILL, three seconds apart, to the program and all that it started. */
  readonly signal: AbortSignal;
  /** Each line of standard output and standard error, as it comes. */
  onLine(line: string): void;
}

export type ChildResult =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly message: string };

/** No shell: `argv` reaches the program as it is. */
export async function runChild(
  program: string,
  argv: readonly string[],
  options: ChildOptions,
): Promise<ChildResult> {
  if (options.signal.aborted) return { kind: 'killed', signal: 'SIGINT' };
  const child = spawn(program, [...argv], {
    cwd: options.workingDirectory,
    env: { ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that what it started can be signalled too.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<ChildResult>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', message: error.message }));
    child.once('close', (code, signal) => resolve(resultOf(code, signal)));
  });
  const done = new AbortController();
  const stop = () => void interruptGroup(child.pid, done.signal);
  options.signal.addEventListener('abort', stop, { once: true });
  const output = [child.stdout, child.stderr].map((stream) => forward(stream, options.onLine));
  try {
    const result = await ended;
    await Promise.all(output);
    return result;
  } finally {
    done.abort();
    options.signal.removeEventListener('abort', stop);
  }
}

function resultOf(code: number | null, signal: NodeJS.Signals | null): ChildResult {
  return code === null ? { kind: 'killed', signal: signal ?? 'unknown signal' } : { kind: 'exited', code };
}

async function forward(stream: Readable, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    onLine(line);
}
