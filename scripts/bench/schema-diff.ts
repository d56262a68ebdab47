import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { parseConnectionUri, withDatabase } from '../../src/postgres/connection-uri.ts';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { findPgDump } from '../../test/schema/pg-dump.ts';
import { median } from './median.ts';

const rounds = 5;

/** Of so many tables: three indexes (one of them the primary key's) and two constraints a table, a view and a function for every twenty. */
export function largeSchema(tables: number): string {
  return `
DO $$
DECLARE n int;
BEGIN
  FOR n IN 1..${tables} LOOP
    EXECUTE format('CREATE TABLE table_%s (id bigint CONSTRAINT table_%s_key PRIMARY KEY, owner_id bigint NOT NULL, email text NOT NULL,
      name varchar(80), amount numeric(12,2) DEFAULT 0, state text DEFAULT ''new'', payload jsonb, created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz, deleted_at timestamptz, CONSTRAINT table_%s_amount CHECK (amount >= 0))', n, n, n);
    EXECUTE format('CREATE INDEX table_%s_owner ON table_%s (owner_id)', n, n);
    EXECUTE format('CREATE UNIQUE INDEX table_%s_email ON table_%s (lower(email)) WHERE deleted_at IS NULL', n, n);
    IF n % 20 = 0 THEN
      EXECUTE format('CREATE VIEW view_%s AS SELECT t.id, t.email, o.name AS owner FROM table_%s t JOIN table_%s o ON o.id = t.owner_id', n, n, n - 1);
      EXECUTE format('CREATE FUNCTION function_%s(a bigint) RETURNS bigint LANGUAGE sql STABLE AS ''SELECT count(*) FROM public.table_%s WHERE owner_id = a''', n, n);
    END IF;
    IF n % 500 = 0 THEN COMMIT; END IF;
  END LOOP;
END $$`;
}

/** What a pull request changes. */
const changes = `ALTER TABLE table_1 ADD COLUMN note text;
DROP INDEX table_2_owner;
ALTER TABLE table_3 ALTER COLUMN name TYPE text;
ALTER TABLE table_4 RENAME COLUMN email TO address`;

/**
 * Snapshot of both sides and their diff, in a process of its own, against `pg_dump --schema-only` of both: at a thousand
 * tables, and at ten thousand against a thousand.
 */
export async function benchSchemaDiff(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-schema-'));
  await chmod(folder, 0o755);
  try {
    await using server = await startServer({
      dataDirectory: join(folder, 'data'),
      binaries: embeddedBinaries('pg15'),
      password: 'bench-schema-password',
      environment: process.env,
      settings: { max_locks_per_transaction: '1024' },
    });
    const small = await measureSize(server.uri, 1_000);
    const large = await measureSize(server.uri, 10_000);
    return describe(small, large);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function queryOnce(uri: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

interface Sample {
  readonly tables: number;
  /** Milliseconds, medians. */
  readonly own: number;
  readonly dumps: number | undefined;
  /** Megabytes at the most. */
  readonly memory: number;
}

async function measureSize(serverUri: string, tables: number): Promise<Sample> {
  const uris = ['old', 'new'].map((side) => withDatabase(serverUri, `${side}_${tables}`));
  for (const [index, side] of ['old', 'new'].entries()) {
    await queryOnce(serverUri, `CREATE DATABASE "${side}_${tables}"`);
    await queryOnce(uris[index] ?? '', largeSchema(tables));
  }
  await queryOnce(uris[1] ?? '', changes);
  for (const uri of uris) await queryOnce(uri, 'VACUUM ANALYZE');
  const pgDump = await findPgDump(15);
  const own: number[] = [];
  const memory: number[] = [];
  const dumps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const result = await compareInChild(uris);
    own.push(result.ms);
    memory.push(result.memory);
    if (pgDump !== undefined && tables <= 1_000) dumps.push(await dumpBoth(pgDump, uris));
  }
  return {
    tables,
    own: median(own),
    dumps: dumps.length === 0 ? undefined : median(dumps),
    memory: Math.max(...memory),
  };
}

/** Connecting, reading and comparing, without the start of Node: an action pays that once for everything it does. */
async function compareInChild(uris: readonly string[]): Promise<{ ms: number; memory: number }> {
  const script = join(import.meta.dirname, 'schema-diff-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, BENCH_URIS: JSON.stringify(uris) },
  });
  const { ms, memory }: { ms: number; memory: number } = JSON.parse(stdout);
  return { ms, memory };
}

async function dumpBoth(pgDump: string, uris: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const uri of uris) {
    const { host, port, user, database, password } = parseConnectionUri(uri);
    execFileSync(
      pgDump,
      ['--schema-only', '-h', host, '-p', String(port), '-U', user, '-f', '/dev/null', database],
      {
        env: { ...process.env, PGPASSWORD: password },
      },
    );
  }
  return performance.now() - start;
}

function describe(small: Sample, large: Sample): string {
  const ms = (value: number | undefined) =>
    value === undefined ? '    –' : `${value.toFixed(0).padStart(5)} ms`;
  const ratio = small.dumps === undefined ? 'no pg_dump here' : (small.own / small.dumps).toFixed(2);
  return [
    `Snapshots of two schemas and their diff, medians of ${rounds} runs`,
    `  1,000 tables                     ${ms(small.own)}, at most ${small.memory.toFixed(0)} MB`,
    `  pg_dump --schema-only of both    ${ms(small.dumps)}`,
    `  ratio                            ${ratio} (goal: at most 0.5)`,
    `  10,000 tables                    ${ms(large.own)}, at most ${large.memory.toFixed(0)} MB (goal: under 600 MB)`,
    `  against 1,000 tables             ${(large.own / small.own).toFixed(1)} times (goal: at most 12)`,
  ].join('\n');
}
