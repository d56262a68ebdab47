import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Table, Value } from './rows.ts';

/** COPY in text format: the fastest way in that needs no file on the server. `progress` is told the rows sent so far. */
export async function copyTable(
  client: pg.Client,
  table: Table,
  progress: (rows: number) => void,
): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const target = client.query(from(`COPY "${table.name}" (${columns}) FROM STDIN`));
  await pipeline(Readable.from(chunks(table, progress)), target);
}

/** Rows in pieces of about 64 kB: one write a row would cost more than the row. */
function* chunks(table: Table, progress: (rows: number) => void): Iterable<string> {
  let lines: string[] = [];
  let [size, sent] = [0, 0];
  for (const row of table.rows()) {
    const line = `${row.map(copyText).join('\t')}\n`;
    lines.push(line);
    size += line.length;
    sent += 1;
    if (size < 65_536) continue;
    yield lines.join('');
    progress(sent);
    [lines, size] = [[], 0];
  }
  if (lines.length > 0) yield lines.join('');
}

/** https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS */
function copyText(value: Value): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(
    /[\\\t\n\r]/g,
    (char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char] ?? char,
  );
}
