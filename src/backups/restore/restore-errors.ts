/** What pg_restore said, read line by line: how far it is, and every error with what it was about. */

export interface RestoreError {
  /** Number of the archive's entry; undefined where pg_restore names none. */
  readonly entry: number | undefined;
  /** First line of the server's or the program's message; no row's content. */
  readonly message: string;
}

export interface RestoreOutput {
  /** Entries that are done; 0 when it never came to restoring anything. */
  readonly done: number;
  readonly errors: readonly RestoreError[];
  /** The last lines, for a failure that says nothing else. */
  readonly tail: readonly string[];
}

export interface OutputReader {
  read(line: string): void;
  result(): RestoreOutput;
}

const mostErrors = 1000;
const longestMessage = 400;

/** For `pg_restore --verbose` under LC_ALL=C. */
export function createOutputReader(onDone: (done: number) => void = () => {}): OutputReader {
  const errors: RestoreError[] = [];
  const tail: string[] = [];
  let [items, steps] = [0, 0];
  // With one job entries are told by what is done with them alone, with several by their number too.
  const done = () => (items > 0 ? items : steps);
  let entry: number | undefined;
  return {
    read(line) {
      const said = /^pg_restore: (.*)$/.exec(line)?.[1];
      if (said === undefined) return;
      tail.push(withoutValues(said));
      if (tail.length > 5) tail.shift();
      const from = /^from TOC entry (\d+);/.exec(said)?.[1];
      if (from !== undefined) entry = Number(from);
      const isItem = /^(processing|finished) item \d+ /.test(said);
      const isStep = !isItem && /^(creating|executing|processing data) /.test(said);
      if (isItem) items += 1;
      if (isStep) steps += 1;
      if (isItem || isStep) onDone(done());
      const error = /^error: (.*)$/.exec(said)?.[1];
      if (error === undefined) return;
      if (errors.length < mostErrors) errors.push({ entry, message: withoutValues(error) });
    },
    result: () => ({ done: done(), errors: [...errors], tail: [...tail] }),
  };
}

/**
 * A refused row's value stands in quotes behind a colon (`invalid input syntax for type integer: "…"`) or in brackets
 * (`Key (email)=(…)`); reports are read by more people than the data is.
 */
export function withoutValues(message: string): string {
  const first = message
    .replace(/: ".*"$/s, ': "…"')
    .replace(/\bvalue ".*?" is out of range/s, 'value "…" is out of range')
    .replaceAll(/=\(.*?\)/g, '=(…)');
  return first.length <= longestMessage ? first : `${first.slice(0, longestMessage - 1)}…`;
}
