import { formatDuration } from '../duration.ts';
import { formatBytes } from '../report/quantity.ts';
import { type ProgressOptions, progressLog } from './progress-log.ts';

/** The same bytes, with a line now and then of how far it is, and one at the end. */
export async function* withProgress(
  source: AsyncIterable<Uint8Array>,
  options: Omit<ProgressOptions, 'measure'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const start = performance.now();
  using progress = progressLog(options);
  let bytes = 0;
  for await (const piece of source) {
    yield piece;
    bytes += piece.length;
    progress.add(piece.length);
  }
  const elapsedMs = performance.now() - start;
  const rate = formatBytes((bytes / Math.max(1, elapsedMs)) * 1000);
  options.log.info(`${options.what}: ${formatBytes(bytes)} in ${formatDuration(elapsedMs)}, ${rate}/s.`);
}
