import { UserError } from '../../errors.ts';

/** The first bytes of `toc.dat` and of the custom format. https://github.com/postgres/postgres/blob/master/src/bin/pg_dump/pg_backup_archiver.c (`WriteHead`) */
const mark = Buffer.from('PGDMP');
export const markBytes = mark.length;

/** @throws UserError for what pg_dump did not write: an empty file, an error message, a compressed script */
export function requireMark(start: Uint8Array, what: string): void {
  if (Buffer.from(start.subarray(0, markBytes)).equals(mark)) return;
  throw new UserError(`${what} is no archive of pg_dump: it does not begin with ${mark}.`, {
    hint: 'pg_dump has failed, or was told another format than `directory` or `custom`. Nothing was stored.',
  });
}

/** The same bytes, when they begin as an archive does. @throws UserError else, before any is handed on */
export async function* archiveOnly(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let start = Buffer.alloc(0);
  for await (const piece of source) {
    if (start.length >= markBytes) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < markBytes) continue;
    requireMark(start, 'The dump');
    yield start;
  }
  if (start.length < markBytes) requireMark(start, 'The dump');
}
