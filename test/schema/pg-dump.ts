import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';

const run = promisify(execFile);

/** A pg_dump of at least this major version: Debian's folders, then PATH. Undefined where there is none. */
export async function findPgDump(major: number): Promise<string | undefined> {
  const folder = '/usr/lib/postgresql';
  const versions = await readdir(folder).catch(() => []);
  const candidates = [...versions.map((version) => join(folder, version, 'bin/pg_dump')), 'pg_dump'];
  for (const path of candidates) {
    const version = await run(path, ['--version']).then(
      ({ stdout }) => Number(/(\d+)/.exec(stdout)?.[1] ?? 0),
      () => 0,
    );
    if (version >= major) return path;
  }
  return undefined;
}

/** `pg_dump --schema-only`, as statements in an order of their own; columns of a table sorted. */
export async function dumpedStatements(pgDump: string, uri: string): Promise<readonly string[]> {
  const { host, port, user, database, password } = parseConnectionUri(uri);
  const { stdout } = await run(
    pgDump,
    ['--schema-only', '-h', host, '-p', String(port), '-U', user, database],
    { env: { ...process.env, PGPASSWORD: password }, maxBuffer: 256 * 1024 * 1024 },
  );
  return normalized(stdout);
}

function normalized(dump: string): readonly string[] {
  const lines = dump
    .split('\n')
    .filter((line) => !/^(--|\\(un)?restrict|SET |SELECT pg_catalog\.set_config)/.test(line) && line !== '');
  return lines
    .join('\n')
    .split(/;\n/)
    .map((statement) => withoutSequenceName(withSortedColumns(statement.trim())))
    .toSorted();
}

function withSortedColumns(statement: string): string {
  const match = /^(CREATE (?:UNLOGGED )?TABLE .*? \()\n([\s\S]*)\n(\)[\s\S]*)$/.exec(statement);
  if (match === null) return statement;
  const [, head = '', body = '', tail = ''] = match;
  const columns = body
    .split('\n')
    .map((line) => line.replace(/,$/, ''))
    .toSorted();
  return `${head}\n${columns.join('\n')}\n${tail}`;
}

/** Of identity columns: Postgres's affair. */
function withoutSequenceName(statement: string): string {
  return statement.replace(/SEQUENCE NAME \S+/, 'SEQUENCE NAME');
}
