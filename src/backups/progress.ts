import { formatDuration } from '../duration.ts';
import type { Logger } from '../log.ts';
import { formatBytes } from '../report/quantity.ts';

export interface ProgressReport {
  readonly log: Logger;
  /** Begins the line: `Storing the dump`. */
  readonly title: string;
  /** When it is known beforehand. */
  readonly totalBytes: number | undefined;
  /** Milliseconds between two lines. */
  readonly everyMs?: number;
  /** Milliseconds, monotonic. */
  readonly clock?: () => number;
}

/** The same bytes; tells now and then how many have passed, how fast, and how long the rest takes. */
export async function* withProgress(
  source: AsyncIterable<Uint8Array>,
  { log, title, totalBytes, everyMs = 10_000, clock = () => performance.now() }: ProgressReport,
): AsyncGenerator<Uint8Array, void, undefined> {
  const start = clock();
  let told = start;
  let bytes = 0;
  for await (const piece of source) {
    yield piece;
    bytes += piece.length;
    const now = clock();
    if (now - told < everyMs) continue;
    told = now;
    log.info(`${title}: ${progressText({ bytes, totalBytes, elapsedMs: now - start })}`);
  }
  const elapsedMs = clock() - start;
  log.info(`${title}: ${formatBytes(bytes)} in ${formatDuration(elapsedMs)}, ${rate(bytes, elapsedMs)}.`);
}

interface Passed {
  readonly bytes: number;
  readonly totalBytes: number | undefined;
  readonly elapsedMs: number;
}

function progressText({ bytes, totalBytes, elapsedMs }: Passed): string {
  if (totalBytes === undefined || bytes === 0) return `${formatBytes(bytes)}, ${rate(bytes, elapsedMs)}`;
  const left = Math.max(0, (elapsedMs / bytes) * (totalBytes - bytes));
  return `${formatBytes(bytes)} of ${formatBytes(totalBytes)}, ${rate(bytes, elapsedMs)}, ${formatDuration(left)} left`;
}

function rate(bytes: number, elapsedMs: number): string {
  return `${formatBytes((bytes / Math.max(1, elapsedMs)) * 1000)}/s`;
}
