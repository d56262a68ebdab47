import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { silentLogger } from '../../src/log.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import {
  byStatement,
  contextFor,
  createProject,
  historyTable,
  requestFor,
  type TestProject,
} from '../../test/migrations/project.ts';
import { createTemporaryFolder } from '../../test/support/temporary-folder.ts';
import { median } from './median.ts';

/** A script, and the tables that it changes. */
interface Load {
  /** Also of the template database. */
  readonly name: string;
  readonly tables: string;
  /** One statement a line. */
  readonly script: string;
  readonly rounds: number;
}

const tableCount = 20;
const smallStatements = 200;
const millions = 4;

const small: Load = {
  name: 'small',
  tables: Array.from(
    { length: tableCount },
    (_, table) => `CREATE TABLE t${table} (id int PRIMARY KEY, name text);`,
  ).join('\n'),
  script: Array.from({ length: smallStatements }, (_, index) =>
    smallStatement(index % tableCount, index),
  ).join('\n'),
  rounds: 5,
};

function smallStatement(table: number, index: number): string {
  if (index % 4 === 0) return `CREATE TABLE fresh${index} (id int PRIMARY KEY, t int REFERENCES t${table});`;
  if (index % 4 === 1) return `CREATE INDEX i${index} ON t${table} (name);`;
  return `ALTER TABLE t${table} ADD COLUMN c${index} int NOT NULL DEFAULT 0;`;
}

const long: Load = {
  name: 'long',
  tables: `CREATE TABLE large (id int NOT NULL, a int, b int);
INSERT INTO large SELECT n, n, -n FROM generate_series(1, ${millions}000000) n;
ALTER TABLE large ADD PRIMARY KEY (id);`,
  script: `ALTER TABLE large ALTER COLUMN a TYPE bigint;
CREATE INDEX large_a ON large (a);
CREATE INDEX large_b ON large (b);
ALTER TABLE large ALTER COLUMN b SET NOT NULL;
ALTER TABLE large ALTER COLUMN b TYPE bigint;`,
  rounds: 3,
};

/** Runs the script on a copy of the tables. */
interface Way {
  readonly name: string;
  /** @returns milliseconds */
  run(uri: string, project: TestProject): Promise<number>;
}

const scriptFile = 'prisma/migrations/1_change/migration.sql';

/**
 * What measuring costs: the bundled engine with and without it, and the same file through `psql -f`, all of them statement
 * by statement, as Prisma 7 sends them. Each time on a fresh copy of one template, in an order that changes.
 */
export async function benchRehearsal(): Promise<string> {
  await using folder = await createTemporaryFolder('bench-rehearsal-');
  await using server = await startServer({
    dataDirectory: join(folder.path, 'data'),
    password: 'bench-server-password',
    environment: process.env,
    settings: { autovacuum: 'off', max_wal_size: '4GB' },
  });
  const ways = [await plainWay(server.uri), engineWay('bundled engine', false), engineWay('measuring', true)];
  const parts = [
    'Measuring a migration, sent statement by statement, medians of alternating runs on fresh copies',
    row('load before', `${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`),
  ];
  parts.push(...describeSmall(ways, await measure(small, ways, server.uri)));
  parts.push(...describeLong(ways, await measure(long, ways, server.uri)));
  return parts.join('\n');
}

/** Milliseconds by way, in the order of the ways. */
async function measure(load: Load, ways: readonly Way[], server: string): Promise<readonly number[]> {
  await using project = await createProject({ '1_change': load.script });
  await project.write('package.json', byStatement);
  await query(server, `CREATE DATABASE ${load.name}`);
  await query(on(server, load.name), `${load.tables}${historyTable}`);
  await query(on(server, load.name), 'VACUUM ANALYZE');
  const samples = ways.map((): number[] => []);
  for (let round = 0; round < load.rounds; round += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const index = (turn + round) % ways.length;
      await query(server, 'DROP DATABASE IF EXISTS copy');
      await query(server, `CREATE DATABASE copy TEMPLATE ${load.name} STRATEGY file_copy`);
      samples[index]?.push((await ways[index]?.run(on(server, 'copy'), project)) ?? Number.NaN);
    }
  }
  await query(server, 'DROP DATABASE copy');
  return samples.map(median);
}

function describeSmall(ways: readonly Way[], medians: readonly number[]): readonly string[] {
  const [plain = Number.NaN, engine = Number.NaN, measuring = Number.NaN] = medians;
  const each = (milliseconds: number) => `${(milliseconds / smallStatements).toFixed(2)} ms a statement`;
  return [
    `  ${smallStatements} small statements, ${small.rounds} runs each`,
    ...rows(ways, medians),
    row('more than the engine', each(measuring - engine)),
    row(
      `more than ${ways[0]?.name}`,
      `${each(measuring - plain)} (goal: under 30 ms), ratio ${(measuring / plain).toFixed(2)}`,
    ),
  ];
}

function describeLong(ways: readonly Way[], medians: readonly number[]): readonly string[] {
  const [plain = Number.NaN, engine = Number.NaN, measuring = Number.NaN] = medians;
  const more = (other: number) => `${((measuring / other - 1) * 100).toFixed(1)} %`;
  return [
    `  Rewrites and index builds over ${millions} M rows, ${long.rounds} runs each`,
    ...rows(ways, medians),
    row('more than the engine', more(engine)),
    row(`more than ${ways[0]?.name}`, `${more(plain)} (goal: under 3 % of 10 s and more)`),
  ];
}

function rows(ways: readonly Way[], medians: readonly number[]): readonly string[] {
  return ways.map(({ name }, index) =>
    row(name, `${(medians[index] ?? Number.NaN).toFixed(0).padStart(6)} ms`),
  );
}

function row(name: string, value: string): string {
  return `    ${name.padEnd(24)} ${value}`;
}

/** `psql` of the system, else one simple query per statement. */
async function plainWay(uri: string): Promise<Way> {
  try {
    await psql(uri, ['-c', 'SELECT 1']);
    return { name: 'psql -f', run: (copy, { folder }) => psql(copy, ['-f', join(folder, scriptFile)]) };
  } catch {
    return { name: 'a query per statement', run: perStatement };
  }
}

async function psql(uri: string, argv: readonly string[]): Promise<number> {
  const { host, port, user, password, database } = parseConnectionUri(uri);
  const env = {
    PATH: process.env.PATH,
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
  };
  const start = performance.now();
  const child = spawn('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...argv], { env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`psql ended with ${code}.`);
  return performance.now() - start;
}

async function perStatement(uri: string, { folder }: TestProject): Promise<number> {
  const statements = (await readFile(join(folder, scriptFile), 'utf8')).split('\n');
  const client = new pg.Client({ connectionString: uri });
  const start = performance.now();
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
  return performance.now() - start;
}

function engineWay(name: string, isMeasured: boolean): Way {
  return {
    name,
    async run(uri, project) {
      const rehearse = isMeasured ? {} : undefined;
      const start = performance.now();
      const run = await migrate(
        requestFor(project, uri, { rehearse }),
        contextFor(silentLogger, { timeoutMs: 600_000 }),
      );
      const took = performance.now() - start;
      const measured = run.rehearsal?.measurement.statements.filter(({ source }) => source === 'exact');
      if (run.kind !== 'applied' || (measured !== undefined) !== isMeasured)
        throw new Error(`The bundled engine did not do what is benched: ${JSON.stringify(run)}`);
      return took;
    },
  };
}

async function query(uri: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function on(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
