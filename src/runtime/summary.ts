import { appendFileSync, statSync } from 'node:fs';

/** The runner drops a step's whole summary when it is larger than 1 MiB (GITHUB_STEP_SUMMARY in its FileCommandManager). */
const summaryLimit = 1024 * 1024;

/** Appends Markdown to the step summary; what does not fit is left out with a line that says so. */
export function addToSummary(path: string | undefined, markdown: string): void {
  if (path === undefined || path === '') return;
  const left = summaryLimit - sizeOf(path);
  const text = `${markdown.trimEnd()}\n\n`;
  const tooLong = '\n\n_The step summary is full; the rest was left out._\n';
  if (Buffer.byteLength(text) <= left) appendFileSync(path, text);
  else if (Buffer.byteLength(tooLong) <= left) appendFileSync(path, tooLong);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
