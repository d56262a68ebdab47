import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BackupManifest } from '../../src/backups/manifest.ts';
import { parseManifest } from '../../src/backups/manifest-file.ts';
import type { RunnerEvent } from '../runner/github-context.ts';
import { type Consumer, createConsumer } from '../support/consumer.ts';
import { createTestDatabase } from '../support/database.ts';
import { createScene, neonKey } from '../support/preview-scene.ts';

const release = {
  name: 'release',
  payload: { action: 'published', release: { tag_name: 'v1.2.3' }, repository: { full_name: 'acme/shop' } },
};
/** Nobody's: its identity was thrown away. */
const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

function folderOf(id: string): string {
  const [series = '', at = ''] = id.split('_');
  return join(series, at.slice(0, 4), at.slice(4, 6), id);
}

async function manifestBelow(folder: string, id: string): Promise<BackupManifest> {
  return parseManifest(await readFile(join(folder, folderOf(id), 'manifest.json')));
}

async function shop() {
  const database = await createTestDatabase();
  await database.query(
    `CREATE TABLE orders (id serial PRIMARY KEY, note text);
     INSERT INTO orders (note) SELECT 'order ' || n FROM generate_series(1, 1000) n;
     CREATE TABLE _prisma_migrations (id text, migration_name text, finished_at timestamptz, rolled_back_at timestamptz);
     INSERT INTO _prisma_migrations VALUES ('1', '20260101_first', now(), NULL), ('2', '20260202_second', now(), NULL)`,
  );
  return database;
}

function backUp(consumer: Consumer, inputs: Readonly<Record<string, string>>, event: RunnerEvent = release) {
  const secrets = ['database-url', 'sign-key'].flatMap((name) => inputs[name] || []);
  return consumer.run({
    action: 'backup',
    with: inputs,
    event,
    github: { repository: 'acme/shop' },
    secrets,
  });
}

test.each([
  ['disk', 'source'],
  ['disk', 'archive'],
  ['never', 'source'],
])('a release is backed up into a folder (spool: %s, proof: %s)', async (spool, proof) => {
  await using database = await shop();
  await using consumer = await createConsumer();
  const inputs = { 'database-url': database.uri, to: 'backups', series: 'shop', spool, proof };
  const result = await backUp(consumer, inputs);
  expect(result.log).not.toContain('##[error]');
  expect(result.conclusion).toBe('success');
  const id = result.outputs['backup-id'] ?? '';
  expect(id).toMatch(/^shop_\d{8}T\d{6}Z_release_0123456$/);
  const folder = join(consumer.workspace, 'backups');
  const names = [
    spool === 'disk' ? 'dump.tar' : 'dump.custom',
    'manifest.json',
    'RECOVERY.md',
    'schema.json',
  ];
  expect(await filesBelow(folder)).toEqual(names.map((name) => join(folderOf(id), name)).toSorted());
  const manifest = await manifestBelow(folder, id);
  expect(manifest).toMatchObject({
    origin: { trigger: 'release', tag: 'v1.2.3', migrationHead: '20260202_second' },
    proof,
  });
  expect(manifest.facts.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['_prisma_migrations', 2],
    ['orders', 1000],
  ]);
  expect(result.summary).toContain('1,002 rows');
  expect(result.outputs.status).toBe('warning');
});

test('production on Neon is copied for the backup; encrypted, signed, in two places; a Neon snapshot beside it', async () => {
  await using scene = await createScene();
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const result = await scene.run({
    action: 'backup',
    event: release,
    with: {
      to: 'one\ntwo',
      'encrypt-to': recipient,
      'sign-key': pem,
      'neon-snapshot': 'true',
    },
    secrets: [neonKey, pem],
  });
  expect(result.conclusion).toBe('success');
  const id = result.outputs['backup-id'] ?? '';
  const names = ['dump.tar.age', 'manifest.json', 'manifest.sig', 'RECOVERY.md', 'schema.json.age'];
  for (const place of ['one', 'two'])
    expect(await filesBelow(join(scene.consumer.workspace, place))).toEqual(
      names.map((name) => join(folderOf(id), name)).toSorted(),
    );
  const manifest = await manifestBelow(join(scene.consumer.workspace, 'one'), id);
  expect(manifest.database).toBe('neondb');
  expect(manifest.encryption).toEqual({ kind: 'age', recipients: [recipient] });
  expect(manifest.facts.tables.map(({ name }) => name)).toContain('content_drafts');
  expect(result.summary).toContain('a copy of the branch main');
  expect(result.outputs.status).toBe('passed');
  const called = scene.neon.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
  const project = `/projects/${scene.neon.projectId}`;
  expect(called.filter((call) => call.startsWith('POST') && call.endsWith('/snapshot'))).toHaveLength(1);
  expect(called.filter((call) => call === `POST ${project}/branches`)).toHaveLength(1);
  expect(called.filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
});

test('an artifact of a public repository gets no plaintext, and nothing is dumped for it', async () => {
  await using scene = await createScene();
  const refused = await scene.run({ action: 'backup', event: release, with: { to: 'artifact' } });
  expect(refused.conclusion).toBe('failure');
  expect(refused.log).toContain('Anybody can read what is stored in artifact');
  expect(refused.log).toContain('`encrypt-to`');
  expect(scene.neon.requests).toEqual([]);
  const stored = await scene.run({
    action: 'backup',
    event: release,
    with: { to: 'artifact', 'encrypt-to': recipient },
  });
  expect(stored.conclusion).toBe('success');
  const id = stored.outputs['backup-id'] ?? '';
  const files = await filesBelow(join(scene.consumer.artifacts, `backup-${id}`));
  expect(files).toContain(join(folderOf(id), 'dump.tar.age'));
});

const fork = {
  name: 'pull_request',
  payload: {
    action: 'opened',
    pull_request: { number: 1, head: { sha: 'a'.repeat(40), repo: { full_name: 'mallory/shop' } } },
  },
};

test.each([
  ['no destination that is known', { to: 'ftp://nas/backups' }, /Input `to`: .*ftp/],
  [
    'a recipient that is none',
    { to: 'x', 'encrypt-to': 'age1nonsense' },
    /"age1nonsense" is no recipient of age/,
  ],
  ['a sign key that is none', { to: 'x', 'sign-key': 'hunter2-not-a-key' }, /no ed25519 private key/],
  ['nothing to back up', { to: 'x', 'database-url': '' }, /Nothing says which database to back up/],
  [
    'a pooler whose server is unknown',
    { to: 'x', 'database-url': 'postgres://u:secretword@db-pooler.example.com/app' },
    /pooler/,
  ],
  ['a copy of a given database', { to: 'x', source: 'branch' }, /`source: branch` cannot be had/],
])('%s is told, and nothing is stored', async (_what, inputs, message) => {
  await using database = await createTestDatabase();
  await using consumer = await createConsumer();
  const result = await backUp(consumer, { 'database-url': database.uri, timeout: '5s', ...inputs });
  expect(result.conclusion).toBe('failure');
  expect(result.log).toMatch(message);
  expect(result.log).not.toMatch(/hunter2|secretword/);
  expect(await filesBelow(join(consumer.workspace, 'x'))).toEqual([]);
});

test('a pull request from a fork backs up nothing', async () => {
  await using consumer = await createConsumer();
  const result = await backUp(consumer, { to: 'x' }, fork);
  expect(result.log).toContain('there is nothing to back up');
  expect(result.conclusion).toBe('failure');
});
