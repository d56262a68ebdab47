import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { watchCommandLines } from './process-tree.ts';

/** How long the runner waits before it becomes harsher, in milliseconds. */
export interface CancelDelays {
  /** From SIGINT to SIGTERM. */
  readonly interrupt: number;
  /** From SIGTERM to SIGKILL. */
  readonly terminate: number;
  /** From the end of the process to giving up on output that a process left behind still holds open. */
  readonly output: number;
}

/** https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs */
export const RUNNER_DELAYS: CancelDelays = { interrupt: 7500, terminate: 2500, output: 5000 };

export interface ProcessRequest {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly workingDirectory: string;
  /** The whole environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
  readonly delays: CancelDelays;
  /** Gets the command lines of the process and of those that it starts. */
  readonly commandLines: Set<string>;
}

/** Signals sent to the entry process, in order. */
export type SentSignal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

export interface ProcessResult {
  /** 128 + signal number if a signal ended it. */
  readonly exitCode: number;
  readonly signals: readonly SentSignal[];
}

/**
 * Runs a process and gives its lines. When `signal` aborts, the entry process alone, not its children, gets SIGINT, then
 * SIGTERM, then SIGKILL; children that live on are orphans.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const { promise, resolve, reject } = withResolvers<ProcessResult>();
  const child = spawn(request.file, request.arguments, {
    cwd: request.workingDirectory,
    env: request.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWatching =
    child.pid === undefined ? () => {} : watchCommandLines(child.pid, request.commandLines);
  const signals: SentSignal[] = [];
  const timers: NodeJS.Timeout[] = [];
  let exitCode = 0;
  const send = (name: SentSignal) => {
    signals.push(name);
    child.kill(name);
  };
  const onAbort = () => {
    send('SIGINT');
    timers.push(
      setTimeout(() => send('SIGTERM'), request.delays.interrupt),
      setTimeout(() => send('SIGKILL'), request.delays.interrupt + request.delays.terminate),
    );
  };
  const stopTimers = () => {
    stopWatching();
    for (const timer of timers.splice(0)) clearTimeout(timer);
    request.signal.removeEventListener('abort', onAbort);
  };
  const finish = () => {
    stopTimers();
    for (const flush of flushers) flush();
    child.stdout.destroy();
    child.stderr.destroy();
    resolve({ exitCode, signals });
  };
  const flushers = [child.stdout, child.stderr].map((stream) => readLines(stream, request.onLine));
  child.once('error', (error) => {
    stopTimers();
    reject(error);
  });
  child.once('exit', (code, signal) => {
    stopTimers();
    exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
    timers.push(setTimeout(finish, request.delays.output));
  });
  child.once('close', finish);
  if (request.signal.aborted) onAbort();
  else request.signal.addEventListener('abort', onAbort, { once: true });
  return promise;
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Gives whole lines (LF, CR LF or a lone CR end one); the returned function gives what is left. */
function readLines(stream: Readable, onLine: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  stream.on('data', (chunk: Buffer) => {
    pending += decoder.write(chunk);
    // A CR at the very end may be half of a CR LF.
    const lines = pending.split(/\r\n|\n|\r(?=[^\n])/);
    pending = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  return () => {
    const rest = (pending + decoder.end()).replace(/\r$/, '');
    pending = '';
    if (rest !== '') onLine(rest);
  };
}

/** Ends every process whose environment holds this `RUNNER_TRACKING_ID`; gives their command lines. */
export function killOrphans(trackingId: string): readonly string[] {
  const killed: string[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    try {
      const environment = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0');
      if (!environment.includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue;
      const commandLine = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0').join(' ').trim();
      process.kill(Number(entry), 'SIGKILL');
      killed.push(commandLine);
    } catch {
      // It ended meanwhile, or belongs to another user.
    }
  }
  return killed;
}
