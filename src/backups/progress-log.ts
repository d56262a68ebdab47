import { formatDuration } from '../duration.ts';
import type { Logger } from '../log.ts';
import { formatBytes } from '../report/quantity.ts';

export interface ProgressOptions {
  /** Starts the line: `Fingerprints`. */
  readonly what: string;
  /** Bytes expected; 0 when nobody knows. */
  readonly total: number;
  readonly log: Logger;
  /** Asked before each line, where nobody calls `add`: the bytes so far. */
  measure?(): Promise<number>;
  readonly everyMs?: number;
}

export interface ProgressLog extends Disposable {
  add(bytes: number): void;
}

const defaultEveryMs = 10_000;

/** A line now and then of what is done, how fast, and how long the rest may take; none for what is done at once. */
export function progressLog(options: ProgressOptions): ProgressLog {
  const start = performance.now();
  let done = 0;
  const tell = async () => {
    if (options.measure !== undefined) done = await options.measure().catch(() => done);
    options.log.info(progressLine(options, done, performance.now() - start));
  };
  const timer = setInterval(() => void tell(), options.everyMs ?? defaultEveryMs);
  timer.unref();
  return {
    add: (bytes) => {
      done += bytes;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** `Dump: 120 MB of about 400 MB, 12 MB/s, about 23 s left` */
export function progressLine(
  { what, total }: Pick<ProgressOptions, 'what' | 'total'>,
  done: number,
  elapsedMs: number,
): string {
  const rate = elapsedMs === 0 ? 0 : (done / elapsedMs) * 1000;
  const speed = `${formatBytes(rate)}/s`;
  if (total <= done || rate === 0) return `${what}: ${formatBytes(done)} so far, ${speed}`;
  const left = formatDuration(((total - done) / rate) * 1000);
  return `${what}: ${formatBytes(done)} of about ${formatBytes(total)}, ${speed}, about ${left} left`;
}
