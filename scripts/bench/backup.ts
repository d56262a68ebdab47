import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { compressionOption } from '../../src/backups/dump/compression.ts';
import type { ProofMode } from '../../src/backups/proof/database-facts.ts';
import { takeDump } from '../../src/backups/take-dump.ts';
import { silentLogger } from '../../src/log.ts';
import type { ClientProgram } from '../../src/postgres/client-program.ts';
import { findClientProgram } from '../../src/postgres/client-programs/find-client-program.ts';
import { withDatabase } from '../../src/postgres/connection-uri.ts';
import { libpqEnvironment } from '../../src/postgres/libpq-environment.ts';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { formatBytes } from '../../src/report/quantity.ts';
import { backupData } from './backup-data.ts';
import { median } from './median.ts';

const rounds = 5;
const jobs = 2;
const { signal } = new AbortController();

/** A dump with and without its proof against the same pg_dump alone, in turns, and against the pipe that guides show. */
export async function benchBackup(): Promise<string> {
  const pgDump = await findClientProgram({
    name: 'pg_dump',
    serverMajor: 15,
    environment: process.env,
    log: silentLogger,
    signal,
    install: false,
  });
  const pgRestore = {
    ...pgDump,
    name: 'pg_restore' as const,
    path: pgDump.path.replace(/pg_dump$/, 'pg_restore'),
  };
  const folder = await mkdtemp(join(tmpdir(), 'bench-backup-'));
  await chmod(folder, 0o755);
  try {
    await using server = await startServer({
      dataDirectory: join(folder, 'data'),
      binaries: embeddedBinaries('pg15'),
      password: 'bench-backup-password',
      environment: process.env,
      settings: { shared_buffers: '512MB', max_wal_size: '8GB' },
    });
    const uri = withDatabase(server.uri, 'bench');
    await run(server.uri, ['CREATE DATABASE bench']);
    await run(uri, backupData(1).split(';'));
    return await measure({ uri, pgDump, pgRestore, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(uri: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  for (const statement of statements) if (statement.trim() !== '') await client.query(statement);
  await client.end();
}

interface Place {
  readonly uri: string;
  readonly pgDump: ClientProgram;
  readonly pgRestore: ClientProgram;
  readonly folder: string;
}

async function measure(place: Place): Promise<string> {
  const ways = {
    alone: () => dumpAlone(place),
    unproved: () => own(place, 'none'),
    proved: () => own(place, 'source'),
    archive: () => own(place, 'archive'),
    streamed: () => streamed(place),
    documented: () => documented(place),
  };
  const times: Record<string, number[]> = {};
  const sizes: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      sizes[name] = await way();
      times[name] = [...(times[name] ?? []), performance.now() - start];
    }
  const base = times.alone ?? [];
  const ratio = (name: string) =>
    median((times[name] ?? []).map((ms, index) => ms / (base[index] ?? Number.NaN)));
  const line = (name: string, what: string, goal = '') =>
    `  ${what.padEnd(34)} ${(median(times[name] ?? []) / 1000).toFixed(2).padStart(6)} s  ${ratio(name).toFixed(2)} times  ${formatBytes(sizes[name] ?? 0)}${goal}`;
  return [
    `Backups of 0.5 GB, medians of ${rounds} runs in turns, ratios within each turn`,
    line('alone', 'pg_dump -Fd -j2, best compression'),
    line('unproved', 'backup without proof', '  (goal: at most 1.10)'),
    line('proved', 'with the proof of the source', '  (goal: at most 1.60)'),
    line('archive', 'with the proof of the archive'),
    line('streamed', 'streamed, proved'),
    line('documented', 'pg_dump | gzip, as guides show'),
  ].join('\n');
}

async function dumpAlone({ uri, pgDump, folder }: Place): Promise<number> {
  const target = join(folder, 'alone');
  await using libpq = await libpqEnvironment({ uri, environment: process.env, applicationName: 'bench' });
  const compression = compressionOption(pgDump, pgDump.version >= 160_000 ? 'zstd:3' : 'gzip:1');
  const argv = ['-Fd', `-j${jobs}`, compression, '--no-sync', '-f', target];
  const { status, stderr } = spawnSync(pgDump.path, argv, { env: libpq.variables });
  if (status !== 0) throw new Error(stderr.toString());
  const bytes = await bytesOf(target);
  await rm(target, { recursive: true });
  return bytes;
}

async function bytesOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function own(place: Place, proof: ProofMode): Promise<number> {
  const path = join(place.folder, 'own');
  await takeDump({ ...settingsOf(place), proof, output: { kind: 'folder', path } });
  const bytes = await bytesOf(path);
  await rm(path, { recursive: true });
  return bytes;
}

function settingsOf({ uri, pgDump, pgRestore }: Place) {
  return {
    uri,
    pgDump,
    pgRestore,
    jobs,
    tables: {},
    environment: process.env,
    log: silentLogger,
    signal,
    timeoutMs: 20_000,
    lockTimeoutMs: 10_000,
  };
}

async function streamed(place: Place): Promise<number> {
  let bytes = 0;
  const write = async (dump: AsyncIterable<Uint8Array>) => {
    for await (const chunk of dump) bytes += chunk.length;
  };
  await takeDump({ ...settingsOf(place), proof: 'source', output: { kind: 'stream', write } });
  return bytes;
}

/** `pg_dump "$URL" | gzip > file`, with the password where it does no harm here. */
async function documented({ uri, pgDump, folder }: Place): Promise<number> {
  const file = join(folder, 'documented.sql.gz');
  await using libpq = await libpqEnvironment({ uri, environment: process.env, applicationName: 'bench' });
  const { status } = spawnSync('bash', ['-o', 'pipefail', '-c', `"${pgDump.path}" | gzip > "${file}"`], {
    env: libpq.variables,
  });
  if (status !== 0) throw new Error('the documented pipe failed');
  return (await stat(file)).size;
}
