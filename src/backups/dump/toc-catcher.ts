import { type ArchiveToc, parseToc } from './archive-toc.ts';

export interface TocCatcher {
  /** Lets the dump through as it is. */
  watch(dump: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void): AsyncIterable<Uint8Array>;
  /** After the end. @throws Error when what went through was no whole archive */
  toc(): ArchiveToc;
}

/** Reads the table of contents out of a dump in the custom format that goes by: it stands at its head. */
export function tocCatcher(): TocCatcher {
  const head: Uint8Array[] = [];
  let [kept, nextTry] = [0, 64 * 1024];
  let toc: ArchiveToc | undefined;
  let isWhole = false;
  const look = () => {
    toc = parseToc(Buffer.concat(head));
    // Twice as much before the next try, so that the tries together cost no more than the last.
    nextTry = kept * 2;
    if (toc !== undefined) head.length = 0;
  };
  return {
    async *watch(dump, onBytes) {
      for await (const chunk of dump) {
        onBytes(chunk.length);
        if (toc === undefined) {
          head.push(chunk);
          kept += chunk.length;
          if (kept >= nextTry) look();
        }
        yield chunk;
      }
      if (toc === undefined) look();
      isWhole = true;
    },
    toc() {
      if (!isWhole) throw new Error('The dump was not read to its end.');
      if (toc === undefined) throw new Error('The dump ended before its table of contents did.');
      return toc;
    },
  };
}
