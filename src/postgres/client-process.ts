/** Runs one of Postgres's programs: no shell, its own process group, its words on standard error kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { interruptGroup } from '../process-group.ts';

export interface ProgramCall {
  /** Absolute, or a name to be looked up on the PATH of `environment`. */
  readonly path: string;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** On abort SIGINT, SIGTERM and SIGKILL, three seconds apart, to the program and all that it started. */
  readonly signal: AbortSignal;
  /** Each line of standard error, as it comes. */
  onErrorLine?(line: string): void;
}

export type ProgramEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly errors: string }
  | { readonly kind: 'killed'; readonly signal: string; readonly errors: string }
  | { readonly kind: 'not-started'; readonly errors: string };

export interface RunningProgram {
  /** Must be read to its end, or destroyed, before `ended` resolves. */
  readonly stdout: Readable;
  /** Never rejects. `errors` is the end of what it wrote to standard error. */
  readonly ended: Promise<ProgramEnd>;
}

/** Enough for what a program says before it gives up; `--verbose` may go on for hours. */
const keptCharacters = 16_384;

export function startProgram(call: ProgramCall): RunningProgram {
  const child = spawn(call.path, [...call.argv], {
    env: { ...call.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const errors = keepErrors(child.stderr, call.onErrorLine);
  const done = new AbortController();
  const stop = () => void interruptGroup(child.pid, done.signal);
  if (call.signal.aborted) stop();
  call.signal.addEventListener('abort', stop, { once: true });
  const ended = endOf(child, errors).finally(() => {
    done.abort();
    call.signal.removeEventListener('abort', stop);
  });
  return { stdout: child.stdout, ended };
}

export interface ProgramOutput {
  readonly end: ProgramEnd;
  readonly stdout: string;
}

/** For programs that say little: waits for the end. @throws the signal's reason when it was aborted */
export async function runProgram(call: ProgramCall): Promise<ProgramOutput> {
  call.signal.throwIfAborted();
  const { stdout, ended } = startProgram(call);
  const chunks: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = await ended;
  call.signal.throwIfAborted();
  return { end, stdout: Buffer.concat(chunks).toString('utf8') };
}

/**
 * What a program writes, as it comes. Ends only when the program said that all is well: output that breaks off ends with
 * an error, so that no half of it looks whole. Leaving the loop before the end stops the program.
 * @param failure what to throw for any other end
 */
export async function* programOutput(
  call: ProgramCall,
  failure: (end: ProgramEnd) => Error,
): AsyncGenerator<Uint8Array, void> {
  const left = new AbortController();
  const signal = AbortSignal.any([call.signal, left.signal]);
  signal.throwIfAborted();
  const { stdout, ended } = startProgram({ ...call, signal });
  try {
    for await (const chunk of stdout) if (chunk instanceof Uint8Array) yield chunk;
    const end = await ended;
    call.signal.throwIfAborted();
    if (end.kind !== 'exited' || end.code !== 0) throw failure(end);
  } finally {
    left.abort();
    stdout.destroy();
    await ended;
  }
}

function endOf(child: ChildProcess, errors: () => string): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', errors: error.message }));
    child.once('close', (code, signal) => {
      if (code === null) resolve({ kind: 'killed', signal: signal ?? 'an unknown signal', errors: errors() });
      else resolve({ kind: 'exited', code, errors: errors() });
    });
  });
}

function keepErrors(stream: Readable, onLine: ((line: string) => void) | undefined): () => string {
  const decoder = new StringDecoder('utf8');
  let kept = '';
  let pending = '';
  stream.on('data', (chunk: Buffer) => {
    const text = decoder.write(chunk);
    kept = (kept + text).slice(-keptCharacters);
    if (onLine === undefined) return;
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (pending !== '') onLine?.(pending);
  });
  return () => kept.trim();
}
