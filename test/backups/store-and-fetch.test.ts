import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchDump, fetchSchema } from '../../src/backups/fetch-dump.ts';
import { listBackups } from '../../src/backups/list-backups.ts';
import { openBackup } from '../../src/backups/open-backup.ts';
import { parsePublicKeys, parseSignKey } from '../../src/backups/signing-keys.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { silentLogger } from '../../src/log.ts';
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
