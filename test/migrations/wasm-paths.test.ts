import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { loadSchemaEngine } from '../../src/migrations/schema-engine.ts';
import { createTestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';

const require = createRequire(import.meta.url);

test('both WebAssembly files can lie anywhere, as they do beside the bundle', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrate-wasm-'));
  const wasm = { schemaEngine: join(folder, 'engine.wasm'), sqlParser: join(folder, 'parser.wasm') };
  try {
    const engine = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    await copyFile(join(engine, 'schema_engine_bg.wasm'), wasm.schemaEngine);
    await copyFile(require.resolve('libpg-query/wasm/libpg-query.wasm'), wasm.sqlParser);
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': 'CREATE TABLE a (id int)',
      '2_bad': 'SELECT 1;\nSELECT nope',
    });
    const run = await migrate(requestFor(project, db.uri), contextFor(recordingLogger(), { wasm }));
    expect(run).toMatchObject({ kind: 'failed', failure: { line: 2 } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a file that is not there says so', async () => {
  await expect(loadSchemaEngine('/nowhere/engine.wasm')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the process ends when the work does: the engine’s timer for the lock does not hold it', async () => {
  await using db = await createTestDatabase();
  await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)' });
  await project.write(
    'main.mts',
    `import { migrate } from ${JSON.stringify(new URL('../../src/migrations/migrate.ts', import.meta.url).pathname)};
const quiet = () => {};
const log = { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet, group: (_, work) => work() };
const run = await migrate(
  { engine: 'bundled', workingDirectory: process.argv[2], directUri: process.argv[3], environment: {}, allowProjectCode: false },
  { log, signal: new AbortController().signal, timeoutMs: 60_000, mask: (text) => text },
);
console.log(run.kind, process.getActiveResourcesInfo().includes('Timeout'));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    require.resolve('tsx'),
    join(project.folder, 'main.mts'),
    project.folder,
    db.uri,
  ]);
  expect(stdout.trim()).toBe('applied false');
});
