/** Asks git about the checkout. Plumbing only, with arguments of ours: no pager, no filter, no hook, no network runs. */
import { execFile } from 'node:child_process';

export type GitResult =
  | { readonly kind: 'done'; readonly output: Buffer }
  /** Git answered no; `message` is what it said, cut. */
  | { readonly kind: 'refused'; readonly code: number; readonly message: string }
  | { readonly kind: 'absent' };

export type Git = (argv: readonly string[]) => Promise<GitResult>;

export interface GitOptions {
  /** Any folder of the checkout. */
  readonly directory: string;
  /** The base environment: git finds its own configuration (`safe.directory`) by HOME. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

const timeoutMs = 30_000;
const longestMessage = 2000;
/** A Prisma schema of this size would be a mistake. */
const largestOutput = 64 * 1024 * 1024;

/** @throws the signal's reason when that is aborted */
export function gitIn({ directory, environment, signal }: GitOptions): Git {
  const env = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
  return (argv) =>
    new Promise((resolve, reject) => {
      const options = {
        cwd: directory,
        env,
        signal,
        timeout: timeoutMs,
        maxBuffer: largestOutput,
        encoding: 'buffer',
      } as const;
      execFile('git', [...argv], options, (error, output, errors) => {
        if (signal.aborted) return reject(signal.reason);
        if (error === null) return resolve({ kind: 'done', output });
        if (error.code === 'ENOENT') return resolve({ kind: 'absent' });
        const message = errors.toString('utf8').trim().slice(0, longestMessage);
        const code = typeof error.code === 'number' ? error.code : 1;
        return resolve({ kind: 'refused', code, message: message === '' ? error.message : message });
      });
    });
}
