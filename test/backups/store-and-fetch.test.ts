import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { fetchDump, fetchSchema } from '../../src/backups/fetch-dump.ts';
import { listBackups } from '../../src/backups/list-backups.ts';
import { openBackup } from '../../src/backups/open-backup.ts';
import { withProgress } from '../../src/backups/progress.ts';
import { parsePublicKeys, parseSignKey } from '../../src/backups/signing-keys.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { silentLogger } from '../../src/log.ts';
import { sleep } from '../../src/wait.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { backupOf, makeAgeKeys, makeDumpFolder } from './made-backup.ts';
import { createMemoryStore } from './memory-store.ts';

const { signal } = new AbortController();

function makeSignKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return parseSignKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

test('what is stored comes back from every copy, file by file', async () => {
  await using temporary = await createTemporaryFolder('vault-');
  const folder = await makeDumpFolder(join(temporary.path, 'dump'));
  const keys = await makeAgeKeys();
  const signKey = makeSignKey();
  const stores = [createMemoryStore(), createMemoryStore({ location: 'memory://b', delay: 1 })];
  const { manifest, copies, manifestSha256, bytes } = await storeBackup(
    backupOf({ stores, dump: { format: 'directory', folder }, recipients: keys.recipients, signKey }),
  );
  expect(copies.map(({ location }) => location)).toEqual(['memory://a', 'memory://b']);
  for (const [index, store] of stores.entries()) {
    expect(store.writes.map((key) => key.split('/').at(-1))).toEqual([
      'dump.tar.age',
      'schema.json.age',
      'RECOVERY.md',
      'manifest.sig',
      'manifest.json',
    ]);
    expect([...store.objects.values()].reduce((sum, object) => sum + object.length, 0)).toBe(bytes);
    const [listed] = await listBackups(store, 'app');
    expect(listed).toMatchObject({ kind: 'complete', id: manifest.id, manifestSha256 });
    const backup = await openBackup(store, manifest.id, { publicKeys: parsePublicKeys(signKey.publicPem) });
    expect(backup.signature).toEqual({ kind: 'signed', keyId: signKey.id });
    expect(backup.manifest).toEqual(manifest);
    const target = join(temporary.path, `fetched-${index}`);
    const options = { identities: keys.identities, log: silentLogger, signal };
    expect((await fetchDump(backup, target, options)).path).toBe(target);
    expect((await readdir(target)).toSorted()).toEqual((await readdir(folder)).toSorted());
    for (const name of await readdir(folder))
      expect((await readFile(join(target, name))).equals(await readFile(join(folder, name)))).toBe(true);
    expect(await fetchSchema(backup, options)).toBe('{"format":"schema"}\n');
  }
});

test('the custom format is one file, encrypted or not, and is read as it comes', async () => {
  await using temporary = await createTemporaryFolder('vault-');
  const keys = await makeAgeKeys();
  const content = randomBytes(300_000);
  content.write('PGDMP');
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < content.length; at += 70_000) yield content.subarray(at, at + 70_000);
  }
  for (const recipients of [keys.recipients, undefined]) {
    const store = createMemoryStore();
    const dump = { format: 'custom', stream: stream() } as const;
    const { manifest } = await storeBackup(backupOf({ stores: [store], dump, recipients }));
    expect(manifest.files[0]?.name).toBe(recipients === undefined ? 'dump.custom' : 'dump.custom.age');
    expect(manifest.dump.files).toEqual([]);
    const stored = store.objects.get(`${backupFolder(manifest.id)}/${manifest.files[0]?.name}`);
    expect(stored?.includes(content.subarray(0, 1_000))).toBe(recipients === undefined);
    const backup = await openBackup(store, manifest.id, { publicKeys: [] });
    const identities = recipients === undefined ? undefined : keys.identities;
    const target = join(temporary.path, `to-${recipients?.keys.length ?? 0}`);
    const { path, format } = await fetchDump(backup, target, { identities, log: silentLogger, signal });
    expect(format).toBe('custom');
    expect((await readFile(path)).equals(content)).toBe(true);
  }
});

test('a dump that pg_dump never began is not stored', async () => {
  const store = createMemoryStore();
  for (const content of ['', 'pg_dump: error: connection refused']) {
    async function* stream(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(content);
    }
    const dump = { format: 'custom', stream: stream() } as const;
    const promise = storeBackup(backupOf({ stores: [store], dump }));
    await expect(promise).rejects.toThrow('no archive of pg_dump');
    expect(store.objects.size).toBe(0);
  }
});

test('progress is told now and then, and at the end', async () => {
  const log = recordingLogger();
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < 4; index += 1) {
      await sleep(20);
      yield new Uint8Array(1024 * 1024);
    }
  }
  const total = 4 * 1024 * 1024;
  for await (const _piece of withProgress(source(), { log, what: 'Storing', total, everyMs: 10 }));
  expect(
    log.lines.some((line) => /^info: Storing: \d.*MB of about 4\.0 MB, .*\/s, about .* left$/.test(line)),
  ).toBe(true);
  expect(log.lines.at(-1)).toMatch(/^info: Storing: 4\.0 MB in \d+ ms, .*\/s\.$/);
  const told = log.lines.length;
  await sleep(30);
  expect(log.lines.length).toBe(told);
});
