/** Reads the COPY blocks out of the SQL that pg_dump and pg_restore write. */
import { unquote } from '../../postgres/object-name.ts';
import { type LineTally, lineTally } from './copy-line-hash.ts';

export interface CopyBlock {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  readonly hash: string;
}

const lineFeed = 0x0a;
const backslash = 0x5c;
const fullStop = 0x2e;

const identifier = '"(?:[^"]|"")+"|[^\\s."(),]+';
const copyStatement = new RegExp(`^COPY (${identifier})\\.(${identifier}) (?:\\([\\s\\S]*\\))? FROM stdin;$`);
/** A name may hold line breaks; more than these, and it was no COPY statement. */
const mostStatementBytes = 262_144;

interface OpenBlock {
  readonly schema: string;
  readonly name: string;
  readonly tally: LineTally;
}

/**
 * Every table of the stream, in its order.
 * @throws Error when the stream ends inside of a block: what wrote it broke off
 */
export async function readCopyBlocks(
  sql: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<readonly CopyBlock[]> {
  const blocks: CopyBlock[] = [];
  let open: OpenBlock | undefined;
  let statement = '';
  const take = (bytes: Buffer, start: number, end: number) => {
    if (open !== undefined) {
      if (!isEnd(bytes, start, end)) return open.tally.add(bytes, start, end);
      blocks.push({ schema: open.schema, name: open.name, rows: open.tally.rows(), hash: open.tally.hash() });
      open = undefined;
      return;
    }
    statement = continued(statement, bytes.subarray(start, end));
    const found = copyStatement.exec(statement);
    if (found === null) return;
    open = { schema: unquote(found[1] ?? ''), name: unquote(found[2] ?? ''), tally: lineTally() };
    statement = '';
  };
  await forEachLine(sql, onBytes, take);
  if (open !== undefined) throw new Error('The dump ended within the rows of a table.');
  return blocks;
}

/** `\.` and nothing else. */
function isEnd(bytes: Buffer, start: number, end: number): boolean {
  return end - start === 2 && bytes[start] === backslash && bytes[start + 1] === fullStop;
}

/** What may yet become a COPY statement; empty for any other line. */
function continued(statement: string, line: Buffer): string {
  if (statement !== '' && statement.length < mostStatementBytes)
    return `${statement}\n${line.toString('utf8')}`;
  return line.subarray(0, 5).toString('latin1') === 'COPY ' ? line.toString('utf8') : '';
}

type TakeLine = (bytes: Buffer, start: number, end: number) => void;

async function forEachLine(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
  take: TakeLine,
): Promise<void> {
  let pending: Buffer[] = [];
  for await (const chunk of stream) {
    onBytes(chunk.length);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      if (pending.length === 0) take(bytes, start, end);
      else {
        const line = Buffer.concat([...pending, bytes.subarray(start, end)]);
        pending = [];
        take(line, 0, line.length);
      }
      start = end + 1;
    }
    if (start < bytes.length) pending.push(bytes.subarray(start));
  }
  if (pending.length > 0) {
    const line = Buffer.concat(pending);
    take(line, 0, line.length);
  }
}
