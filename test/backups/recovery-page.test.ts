import { execFile, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { draftedManifest } from '../../src/backups/manifest-draft.ts';
import { fetchingFrom } from '../../src/backups/recovery-fetching.ts';
import { type RecoveryFacts, recoveryPage } from '../../src/backups/recovery-page.ts';
import { parseSignKey } from '../../src/backups/signing-keys.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { quoteIdentifier } from '../../src/postgres/identifier.ts';
import { hostileTexts } from '../report/hostile-text.ts';
import { shownText, toHtml } from '../report/parsed-markdown.ts';
import { findPgDump } from '../schema/pg-dump.ts';
import { createTestDatabase, queryOnce, serverUri } from '../support/database.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { backupOf, makeAgeKeys, makeDraft } from './made-backup.ts';
import { createMemoryStore } from './memory-store.ts';

const run = promisify(execFile);
const pgDump = await findPgDump(15);
const hasAge = spawnSync('age', ['--version']).status === 0;
const sha256 = 'ab'.repeat(32);

function factsOf(changes: Partial<RecoveryFacts['manifest']> = {}): RecoveryFacts {
  const manifest = draftedManifest(
    { draft: makeDraft(), dump: { format: 'directory' }, recipients: undefined },
    { packed: [], files: [{ name: 'dump.tar', role: 'dump', bytes: 3, sha256 }] },
  );
  return { manifest: { ...manifest, ...changes }, locations: ['s3://bucket/backups'], publicKey: undefined };
}

/** Every command of the page, in its order. */
function commandsOf(page: string): string {
  return [...page.matchAll(/^(`{3,})bash\n([\s\S]*?)\n\1$/gm)].map((match) => match[2]).join('\n');
}

test.runIf(pgDump !== undefined && hasAge)(
  'its commands, run as they stand, bring the database back under its own name',
  async () => {
    await using source = await createTestDatabase();
    await using temporary = await createTemporaryFolder('recovery-');
    await source.query(`CREATE TABLE public.users (id int PRIMARY KEY, name text);
      INSERT INTO public.users SELECT n, 'name ' || n FROM generate_series(1, 5000) n;
      SELECT lo_from_bytea(0, 'large')`);
    const dumpFolder = join(temporary.path, 'made');
    const { host, port, user, password } = parseConnectionUri(source.uri);
    const environment = {
      PATH: `${dirname(pgDump ?? '')}:${process.env.PATH}`,
      PGHOST: host,
      PGPORT: String(port),
      PGUSER: user,
      PGPASSWORD: password,
    };
    await run('pg_dump', ['-Fd', '-j2', '-f', dumpFolder, source.name], { env: environment });
    const database = `it's a "copy"\\ of é ${source.name}`;
    const { privateKey } = generateKeyPairSync('ed25519');
    const signKey = parseSignKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const keys = await makeAgeKeys();
    const place = join(temporary.path, 'the place');
    const store = createMemoryStore({ location: pathToFileURL(place).href });
    const [locale] = await source.query(
      'SELECT datcollate FROM pg_database WHERE datname = current_database()',
    );
    const draft = { ...makeDraft(), database };
    await storeBackup(
      backupOf({
        stores: [store],
        dump: { format: 'directory', folder: dumpFolder },
        recipients: keys.recipients,
        signKey,
        draft: { ...draft, server: { ...draft.server, locale: String(locale?.datcollate) } },
      }),
    );
    for (const [key, bytes] of store.objects) {
      await mkdir(dirname(join(place, key)), { recursive: true });
      await writeFile(join(place, key), bytes);
    }
    const desk = join(temporary.path, 'desk');
    await mkdir(desk);
    await writeFile(join(desk, 'key.txt'), keys.identity, { mode: 0o600 });
    await writeFile(join(desk, 'key.pub'), signKey.publicPem);
    const page = [...store.objects].find(([key]) => key.endsWith('RECOVERY.md'))?.[1].toString() ?? '';
    try {
      const { stdout } = await run('bash', ['-eu', '-o', 'pipefail', '-c', commandsOf(page)], {
        cwd: desk,
        env: environment,
      });
      expect(stdout).toContain('dump.tar.age: OK');
      expect(stdout).toContain('Signature Verified Successfully');
      await access(join(desk, 'schema.json'));
      const [row] = await queryOnce(
        serverUri(database),
        `SELECT (SELECT count(*)::int FROM public.users) AS users,
        (SELECT count(*)::int FROM pg_largeobject_metadata) AS objects,
        (SELECT reltuples::int FROM pg_class WHERE oid = 'public.users'::regclass) AS analyzed`,
      );
      expect(row).toEqual({ users: 5000, objects: 1, analyzed: 5000 });
    } finally {
      await queryOnce(serverUri(), `DROP DATABASE IF EXISTS ${quoteIdentifier(database)}`);
    }
  },
);

test('names of the database stay in their place: no command, no heading, no end of a block', () => {
  for (const name of [
    ...hostileTexts,
    "'; rm -rf / #",
    '`touch /tmp/x`',
    '$(touch /tmp/x)',
    '\n```\n# Not ours\n',
    '-d postgres',
  ]) {
    const facts = factsOf();
    const { manifest } = facts;
    const page = recoveryPage({
      ...facts,
      manifest: {
        ...manifest,
        database: name,
        notInBackup: [{ subject: name, reason: name }],
        facts: {
          ...manifest.facts,
          tables: [{ schema: name, name, rows: 1, hash: '0', bytes: 0 }],
          roles: [name],
          settings: [name],
        },
      },
    });
    const headings = page.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.filter((line) => line.includes('Not ours'))).toEqual([]);
    const printed = commandsOf(page)
      .replace(/^(?:aws|sha256sum|[0-9a-f]{64}|END|#|mkdir|tar|pg_restore|psql).*$/gm, '')
      .trim();
    const { stdout } = spawnSync('bash', ['-c', `createdb() { printf '%s\\0' "$@"; }\n${printed}`], {
      encoding: 'buffer',
    });
    if (!name.includes('\0')) expect(stdout.toString().split('\0').at(-2)).toBe(Buffer.from(name).toString());
  }
});

test('what it says of places, keys and versions', () => {
  const plain = recoveryPage(factsOf());
  expect(plain).toContain(`aws s3 cp --recursive s3://bucket/backups/app/2026/11/${makeDraft().id}/ .`);
  expect(plain).not.toContain('age -d');
  expect(plain).toContain('is not signed');
  expect(plain).toContain('17.12, 18.7, 19 or any later major');
  expect(plain.match(/^## .*$/gm)).toEqual([
    '## 1. Fetch it',
    '## 2. Check that it is what was stored',
    '## 3. Unpack',
    '## 4. Restore',
    '## What must be there afterwards',
    '## What is not in it',
  ]);
  const old = { ...factsOf().manifest.dump, clientVersion: 130_023 };
  expect(recoveryPage(factsOf({ dump: old }))).toContain('14.25, 15.20, 16.16, 17.12, 18.7, 19 or any later');
  const dump = { ...factsOf().manifest.dump, clientVersion: 200_001, format: 'custom' } as const;
  expect(recoveryPage(factsOf({ dump }))).toContain('pg_restore of PostgreSQL 20 or any later major');
  expect(recoveryPage(factsOf())).toBe(plain);
  expect(shownText(toHtml(plain))).toContain('public.users');
});

test('how to fetch it from every kind of place', async () => {
  const manifest = factsOf({
    origin: { ...makeDraft().origin, run: 'https://github.com/neonhub/app/actions/runs/4711/attempts/1' },
  }).manifest;
  const { id } = manifest;
  const commands = (location: string) => commandsOf(fetchingFrom(location, manifest));
  expect(commands('s3://bucket/prefix?endpoint=https://r2.example.com')).toBe(
    `aws s3 cp --recursive --endpoint-url https://r2.example.com s3://bucket/prefix/app/2026/11/${id}/ .`,
  );
  expect(commands('s3://bucket/')).toContain(` s3://bucket/app/2026/11/${id}/ .`);
  expect(commands('artifact')).toBe(
    `gh run download 4711 --repo neonhub/app --name backup-${id}\ncp app/2026/11/${id}/* .`,
  );
  expect(fetchingFrom('ftp://somewhere', manifest)).toContain(`below \`app/2026/11/${id}\``);
  const [download = '', rename = ''] = commands("release:v1 'beta'").split('\n');
  expect(download).toBe(
    `gh release download 'v1 '\\''beta'\\''' --repo neonhub/app --pattern 'app--2026--11--${id}--*'`,
  );
  await using folder = await createTemporaryFolder('release-');
  const names = ['dump.tar.age', 'manifest.json'];
  for (const name of names)
    await writeFile(join(folder.path, `${backupFolder(id)}/${name}`.replaceAll('/', '--')), name);
  await run('bash', ['-euc', rename], { cwd: folder.path });
  expect((await readdir(folder.path)).toSorted()).toEqual(names);
});
