import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { backupId } from '../../src/backups/backup-id.ts';
import { drillPrograms } from '../../src/backups/drill/drill-programs.ts';
import { databaseFactsReader } from '../../src/backups/drill/facts-reader.ts';
import { runDrill } from '../../src/backups/drill/run-drill.ts';
import { storedSubject } from '../../src/backups/drill/stored-subject.ts';
import { parseIdentities } from '../../src/backups/encryption/identities.ts';
import { parseRecipients } from '../../src/backups/encryption/recipients.ts';
import { readDatabaseFacts } from '../../src/backups/proof/read-facts.ts';
import { startEmbeddedTarget } from '../../src/backups/restore/embedded-target.ts';
import type { RestoreContext } from '../../src/backups/restore/restore-target.ts';
import { parsePublicKeys, parseSignKey } from '../../src/backups/signing-keys.ts';
import { createFileStore } from '../../src/backups/storage/file/file-store.ts';
import type { BackupStore } from '../../src/backups/storage/store.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { type TakenDump, takeDump } from '../../src/backups/take-dump.ts';
import { silentLogger } from '../../src/log.ts';
import type { ClientProgram } from '../../src/postgres/client-program.ts';
import { findClientProgram } from '../../src/postgres/client-programs/find-client-program.ts';
import { withDatabase } from '../../src/postgres/connection-uri.ts';
import { libpqEnvironment } from '../../src/postgres/libpq-environment.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { serializeSnapshot } from '../../src/schema/snapshot-file.ts';
import { backupData } from './backup-data.ts';
import { median } from './median.ts';

const rounds = 3;
const jobs = 2;
const { signal } = new AbortController();
const common = { environment: process.env, log: silentLogger, signal };

interface Place {
  readonly folder: string;
  readonly dump: string;
  readonly taken: TakenDump;
  readonly store: BackupStore;
  readonly id: string;
  readonly identity: string;
  readonly publicPem: string;
  readonly pgRestore: ClientProgram;
  readonly context: RestoreContext;
}

/** A whole drill (signature, hashes, decryption, restore, proof, amcheck) against pg_restore and one hash pass of its result. */
export async function benchDrill(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-drill-'));
  await chmod(folder, 0o755);
  try {
    const place = await prepare(folder);
    const times = { floor: [] as number[], drill: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.floor.push(await timed(() => floor(place)));
      times.drill.push(await timed(() => drill(place)));
    }
    const ratio = median(times.drill.map((ms, index) => ms / (times.floor[index] ?? Number.NaN)));
    const seconds = (list: readonly number[]) => `${(median(list) / 1000).toFixed(1)} s`;
    return [
      `Drill of 0.5 GB, medians of ${rounds} runs in turns; both start a server`,
      `  pg_restore -j${jobs} and one hash pass   ${seconds(times.floor)}`,
      `  the drill                       ${seconds(times.drill)}  ${ratio.toFixed(2)} times  (goal: at most 1.25)`,
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function prepare(folder: string): Promise<Place> {
  const [pgDump, pgRestore] = await Promise.all(
    (['pg_dump', 'pg_restore'] as const).map((name) =>
      findClientProgram({ name, serverMajor: 15, install: false, ...common }),
    ),
  );
  if (pgDump === undefined || pgRestore === undefined) throw new Error('no client programs');
  const dump = join(folder, 'dump');
  const taken = await dumped(folder, dump, pgDump);
  const context = {
    log: silentLogger,
    signal,
    now: () => new Date(),
    mask: () => {},
    environment: process.env,
    timeoutMs: 60_000,
    folder,
  };
  const place = join(folder, 'store');
  await mkdir(place);
  const store = createFileStore(
    { folder: place, location: 'file:///bench', isPublic: false },
    { ...context, fetch: globalThis.fetch },
  );
  return { folder, dump, taken, store, pgRestore, context, ...(await stored(store, dump, taken)) };
}

async function dumped(folder: string, dump: string, pgDump: ClientProgram): Promise<TakenDump> {
  await using server = await startServer({
    dataDirectory: join(folder, 'data'),
    password: 'bench-drill-password',
    environment: process.env,
    settings: { shared_buffers: '512MB', max_wal_size: '8GB' },
  });
  const uri = withDatabase(server.uri, 'bench');
  await run(server.uri, ['CREATE DATABASE bench']);
  await run(uri, backupData(1).split(';'));
  return await takeDump({
    uri,
    output: { kind: 'folder', path: dump },
    jobs,
    proof: 'source',
    tables: {},
    pgDump,
    timeoutMs: 20_000,
    lockTimeoutMs: 10_000,
    ...common,
  });
}

async function run(uri: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  for (const statement of statements) if (statement.trim() !== '') await client.query(statement);
  await client.end();
}

async function stored(store: BackupStore, dump: string, taken: TakenDump) {
  const identity = await generateX25519Identity();
  const pair = generateKeyPairSync('ed25519');
  const id = backupId({
    series: 'bench',
    takenAt: new Date(taken.snapshot.takenAt),
    trigger: 'manual',
    commit: '',
  });
  const { files: _files, format: _format, ...description } = taken.description;
  const { facts, notInBackup, seconds, server, snapshot, schema } = taken;
  await storeBackup({
    stores: [store],
    dump: { format: 'directory', folder: dump },
    schemaJson: () => (schema === undefined ? undefined : serializeSnapshot(schema)),
    draft: {
      id,
      series: 'bench',
      database: 'bench',
      origin: { trigger: 'manual', repository: 'acme/bench', commit: '' },
      proof: 'source',
      dump: description,
      ...{ facts, notInBackup, seconds, server, snapshot },
    },
    recipients: await parseRecipients(await identityToRecipient(identity)),
    signKey: parseSignKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    serverNow: () => Promise.resolve(new Date()),
    log: silentLogger,
    signal,
  });
  return { id, identity, publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

const maintenanceMegabytes = 256;

async function floor({ taken, dump, pgRestore, context }: Place): Promise<void> {
  const server = taken.server;
  await using target = await startEmbeddedTarget(
    { server, database: 'restored', maintenanceMegabytes },
    context,
  );
  await using libpq = await libpqEnvironment({ ...context, uri: target.uri, applicationName: 'bench' });
  const argv = [`-j${jobs}`, '--no-owner', '-d', 'restored', dump];
  const { status, stderr } = spawnSync(pgRestore.path, argv, { env: libpq.variables });
  if (status !== 0) throw new Error(stderr.toString());
  await readDatabaseFacts({
    uri: target.uri,
    applicationName: 'bench',
    timeoutMs: 20_000,
    workers: jobs,
    log: silentLogger,
    signal,
    hashing: { kind: 'row-text' },
  });
}

async function drill({ store, id, identity, publicPem, context }: Place): Promise<void> {
  const trust = { publicKeys: parsePublicKeys(publicPem) };
  const identities = await parseIdentities(identity);
  const { record } = await runDrill(
    {
      subject: storedSubject({
        store,
        backupId: id,
        series: 'bench',
        trust,
        identities,
        log: silentLogger,
        signal,
      }),
      openTarget: ({ server }, own) =>
        startEmbeddedTarget({ server, database: 'restored', maintenanceMegabytes }, own),
      programs: (backup) => drillPrograms(backup, { ...context, install: false, allowsUnpatched: true }),
      facts: databaseFactsReader({ workers: jobs, install: false }),
      assertions: [],
      assertionTimeoutMs: 5000,
      jobs,
      machine: { cores: availableParallelism(), memoryBytes: totalmem(), platform: process.platform },
    },
    context,
  );
  if (record.verdict !== 'verified') throw new Error(`${record.verdict}: ${record.reason ?? ''}`);
}
