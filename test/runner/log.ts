import type { SecretMasker } from './masks.ts';

/** The log of a job. */
export interface JobLog {
  /** A line of the runner's own: masked, and not part of `raw`. */
  runner(line: string): void;
  /** A line that a process printed. */
  process(line: string): void;
  /** What a person sees on GitHub. */
  readonly shown: string;
  /** What processes printed and the runner would show, before masking; without `::add-mask::` commands. */
  readonly raw: string;
}

/** Masks are applied when a line is written, so what was printed before its `::add-mask::` stays readable. */
export function createLog(masker: SecretMasker, onLine: (line: string) => void): JobLog {
  const shown: string[] = [];
  const raw: string[] = [];
  return {
    runner(line) {
      shown.push(masker.mask(line));
    },
    process(line) {
      shown.push(masker.mask(line));
      raw.push(line);
      onLine(line);
    },
    get shown() {
      return shown.map((line) => `${line}\n`).join('');
    },
    get raw() {
      return raw.map((line) => `${line}\n`).join('');
    },
  };
}
