import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { checkCopy } from '../../src/backups/check-copy.ts';
import { BackupDamage } from '../../src/backups/damage.ts';
import { fetchDump, fetchSchema } from '../../src/backups/fetch-dump.ts';
import type { BackupManifest } from '../../src/backups/manifest.ts';
import { serializeManifest } from '../../src/backups/manifest-file.ts';
import { openBackup } from '../../src/backups/open-backup.ts';
import { signManifest } from '../../src/backups/signature.ts';
import { parsePublicKeys, parseSignKey, type SignKey } from '../../src/backups/signing-keys.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { CancelledError, ExternalError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { random } from '../report/hostile-text.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { type AgeKeys, backupOf, makeAgeKeys, makeDraft, makeDumpFolder } from './made-backup.ts';
import { createMemoryStore, type MemoryStore, serviceFailure } from './memory-store.ts';

function makeSignKey(): SignKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return parseSignKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

const signKey = makeSignKey();
const trusted = { publicKeys: parsePublicKeys(signKey.publicPem) };
const { id } = makeDraft();
const place = (name: string) => `${backupFolder(id)}/${name}`;
let keys: AgeKeys;
let temporary: TemporaryFolder;
let sealed: ReadonlyMap<string, Buffer>;
let plain: ReadonlyMap<string, Buffer>;
let targets = 0;

beforeAll(async () => {
  keys = await makeAgeKeys();
  temporary = await createTemporaryFolder('damage-');
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), { 'toc.dat': 900, '1.dat.gz': 150_000 });
  const stored = async (recipients: AgeKeys['recipients'] | undefined) => {
    const store = createMemoryStore();
    await storeBackup(
      backupOf({ stores: [store], dump: { format: 'directory', folder }, recipients, signKey }),
    );
    return store.objects;
  };
  sealed = await stored(keys.recipients);
  plain = await stored(undefined);
});
afterAll(() => temporary[Symbol.asyncDispose]());

function storeOf(
  objects: ReadonlyMap<string, Buffer>,
  changes: Record<string, Buffer | undefined> = {},
): MemoryStore {
  const store = createMemoryStore();
  for (const [key, bytes] of objects) store.objects.set(key, bytes);
  for (const [name, bytes] of Object.entries(changes))
    if (bytes === undefined) store.objects.delete(place(name));
    else store.objects.set(place(name), bytes);
  return store;
}

const part = (objects: ReadonlyMap<string, Buffer>, name: string) =>
  objects.get(place(name)) ?? Buffer.alloc(0);

/** Opens and fetches everything; nothing may be left on the disk when it fails. */
async function outcomeOf(store: MemoryStore, identities = keys.identities): Promise<string> {
  targets += 1;
  const target = join(temporary.path, `to-${targets}`);
  let isFetched = false;
  try {
    const backup = await openBackup(store, id, trusted);
    const options = { identities, log: silentLogger, signal: new AbortController().signal };
    await fetchDump(backup, target, options);
    isFetched = true;
    await fetchSchema(backup, options);
    return 'whole';
  } catch (thrown) {
    if (!(thrown instanceof BackupDamage)) throw thrown;
    return thrown.kind;
  } finally {
    expect((await readdir(temporary.path)).includes(`to-${targets}`)).toBe(isFetched);
  }
}

/** The manifest changed and signed again by `key`. */
function resigned(changes: (manifest: BackupManifest) => unknown, key: SignKey | undefined) {
  const manifest: BackupManifest = JSON.parse(part(sealed, 'manifest.json').toString());
  const bytes = Buffer.from(JSON.stringify(changes(manifest)));
  return {
    'manifest.json': bytes,
    ...(key === undefined ? {} : { 'manifest.sig': signManifest(bytes, key) }),
  };
}

test('undamaged ones come back', async () => {
  expect(await outcomeOf(storeOf(sealed))).toBe('whole');
  expect(await outcomeOf(storeOf(plain))).toBe('whole');
});

describe('the manifest', () => {
  test('missing, unreadable, of a later release', async () => {
    expect(await outcomeOf(createMemoryStore())).toBe('missing');
    expect(await outcomeOf(storeOf(sealed, { 'manifest.json': undefined }))).toBe('missing');
    expect(
      await outcomeOf(
        storeOf(
          sealed,
          resigned(() => ({ kind: 'other' }), signKey),
        ),
      ),
    ).toBe('unreadable');
    expect(
      await outcomeOf(
        storeOf(
          sealed,
          resigned((all) => ({ ...all, version: 2 }), signKey),
        ),
      ),
    ).toBe('unreadable');
  });

  test('unsigned, by another key, changed', async () => {
    expect(await outcomeOf(storeOf(sealed, { 'manifest.sig': undefined }))).toBe('unsigned');
    expect(
      await outcomeOf(
        storeOf(
          sealed,
          resigned((all) => all, makeSignKey()),
        ),
      ),
    ).toBe('unknown signer');
    expect(
      await outcomeOf(
        storeOf(
          sealed,
          resigned((all) => ({ ...all, database: 'x' }), undefined),
        ),
      ),
    ).toBe('bad signature');
    expect(await outcomeOf(storeOf(sealed, { 'manifest.sig': Buffer.alloc(5_000) }))).toBe('unreadable');
  });

  test('without public keys the signature is told and not required', async () => {
    const open = (changes: Record<string, Buffer | undefined>) =>
      openBackup(storeOf(sealed, changes), id, { publicKeys: [] });
    expect((await open({})).signature).toEqual({ kind: 'unknown key', keyId: signKey.id });
    expect((await open({ 'manifest.sig': undefined })).signature).toEqual({ kind: 'unsigned' });
  });

  test('an old backup in the place of a new one, signature and all', async () => {
    const newer = makeDraft('2026-11-23T05:00:00Z').id;
    const store = storeOf(sealed);
    for (const [key, bytes] of sealed)
      store.objects.set(`${backupFolder(newer)}/${key.split('/').at(-1)}`, bytes);
    await expect(openBackup(store, newer, trusted)).rejects.toMatchObject({ kind: 'misplaced' });
    await expect(openBackup(store, id, trusted)).resolves.toMatchObject({ id });
    await expect(openBackup(store, '../other', trusted)).rejects.toThrow('is not the id of a backup');
  });

  test('any flipped bit of it or of its signature', async () => {
    const next = random(11);
    for (const name of ['manifest.json', 'manifest.sig'])
      for (let round = 0; round < 100; round += 1) {
        const changed = Buffer.from(part(sealed, name));
        const bit = Math.floor(next() * changed.length * 8);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await outcomeOf(storeOf(sealed, { [name]: changed }))).toMatch(
          /^(?:bad signature|unknown signer)$/,
        );
      }
  });
});

describe('the objects', () => {
  test('missing, shorter, longer, another one', async () => {
    for (const [objects, ending] of [
      [sealed, '.age'],
      [plain, ''],
    ] as const)
      for (const name of [`dump.tar${ending}`, `schema.json${ending}`]) {
        const bytes = part(objects, name);
        const outcome = (changed: Buffer | undefined) => outcomeOf(storeOf(objects, { [name]: changed }));
        expect(await outcome(undefined)).toBe('missing');
        expect(await outcome(Buffer.alloc(0))).toBe('truncated');
        expect(await outcome(bytes.subarray(0, -1))).toBe('truncated');
        expect(await outcome(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('tampered');
        expect(await outcome(Buffer.alloc(bytes.length))).toBe('tampered');
      }
  });

  test('a store that says the right length and gives fewer or more bytes', async () => {
    for (const objects of [sealed, plain])
      for (const change of [-1, -70_000, 1, 70_000]) {
        const store = storeOf(objects);
        const { read } = store;
        store.read = async (key) => {
          const name = key.split('/').at(-1) ?? '';
          if (!name.startsWith('dump')) return read(key);
          const bytes = part(objects, name);
          const changed =
            change < 0 ? bytes.subarray(0, change) : Buffer.concat([bytes, Buffer.alloc(change)]);
          return (async function* () {
            yield changed;
          })();
        };
        expect(await outcomeOf(store)).toMatch(change < 0 ? /truncated/ : /tampered|truncated/);
      }
  });

  test.each(['sealed', 'plain'])('any flipped bit, swapped or repeated part: %s', async (which) => {
    const objects = which === 'sealed' ? sealed : plain;
    const name = which === 'sealed' ? 'dump.tar.age' : 'dump.tar';
    const bytes = part(objects, name);
    const next = random(5);
    const anywhere = () => Math.floor(next() * bytes.length);
    for (let round = 0; round < 60; round += 1) {
      const flipped = Buffer.from(bytes);
      const bit = round < 20 ? Math.floor(next() * 400 * 8) : anywhere() * 8;
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const [from, to] = [anywhere(), anywhere()].toSorted((left, right) => left - right) as [number, number];
      const swapped = Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
      for (const changed of [flipped, swapped])
        expect(await outcomeOf(storeOf(objects, { [name]: changed })), `round ${round}`).toMatch(
          changed.equals(bytes) ? 'whole' : /^(?:tampered|truncated)$/,
        );
    }
  });

  test('the dump of another backup for the same key', async () => {
    const other = createMemoryStore();
    const folder = await makeDumpFolder(join(temporary.path, 'other'), {
      'toc.dat': 900,
      '1.dat.gz': 150_000,
    });
    await storeBackup(
      backupOf({
        stores: [other],
        dump: { format: 'directory', folder },
        recipients: keys.recipients,
        signKey,
      }),
    );
    const changed = part(other.objects, 'dump.tar.age');
    expect(await outcomeOf(storeOf(sealed, { 'dump.tar.age': changed }))).toBe('tampered');
  });
});

test('a copy is looked through without fetching it', async () => {
  const name = 'dump.tar.age';
  const look = async (changes: Record<string, Buffer | undefined>) => {
    const store = storeOf(sealed, changes);
    const backup = await openBackup(store, id, trusted);
    store.read = () => expect.unreachable();
    return (await checkCopy(backup)).map(({ kind, message }) => `${kind}: ${message.split('/').at(-1)}`);
  };
  const bytes = part(sealed, name);
  expect(await look({})).toEqual([]);
  expect(await look({ [name]: undefined, 'RECOVERY.md': Buffer.from('#') })).toEqual([
    `missing: ${name}, which the manifest names.`,
    expect.stringMatching(/^truncated: RECOVERY.md has 1 bytes; the manifest says \d+\.$/),
  ]);
  expect(await look({ [name]: Buffer.alloc(bytes.length) })).toEqual([
    `tampered: ${name} has another content than when it was stored.`,
  ]);
  expect(await look({ [name]: Buffer.concat([bytes, bytes]) })).toEqual([
    expect.stringMatching(/^tampered: .* more than/),
  ]);
});

test('a dump that does not fit on the disk is told before it is fetched', async () => {
  const changes = resigned((manifest) => {
    const [dump, ...rest] = manifest.files;
    return { ...manifest, files: [{ ...dump, plain: { bytes: 2 ** 52, sha256: '00'.repeat(32) } }, ...rest] };
  }, signKey);
  const store = storeOf(sealed, changes);
  const backup = await openBackup(store, id, trusted);
  store.read = () => expect.unreachable();
  const options = { identities: keys.identities, log: silentLogger, signal: new AbortController().signal };
  await expect(fetchDump(backup, join(temporary.path, 'full'), options)).rejects.toThrow(
    'The dump needs 4096 TB',
  );
  expect(await readdir(temporary.path)).not.toContain('full');
});

describe('keys', () => {
  test('a wrong identity is told apart from a changed header', async () => {
    const { identities } = await makeAgeKeys();
    expect(await outcomeOf(storeOf(sealed), identities)).toBe('wrong key');
    const changed = Buffer.from(part(sealed, 'dump.tar.age'));
    changed[60] = changed[60] === 65 ? 66 : 65;
    expect(await outcomeOf(storeOf(sealed, { 'dump.tar.age': changed }), keys.identities)).toBe('tampered');
  });

  test('no identity for an encrypted one', async () => {
    const backup = await openBackup(storeOf(sealed), id, trusted);
    const options = { identities: undefined, log: silentLogger, signal: new AbortController().signal };
    await expect(fetchDump(backup, join(temporary.path, 'none'), options)).rejects.toMatchObject({
      kind: 'wrong key',
    });
  });
});

test('a signed manifest whose hashes of files are not those of the tar', async () => {
  const changes = resigned((manifest) => {
    const [first, ...rest] = manifest.dump.files;
    return {
      ...manifest,
      dump: { ...manifest.dump, files: [{ ...first, sha256: '00'.repeat(32) }, ...rest] },
    };
  }, signKey);
  expect(await outcomeOf(storeOf(sealed, changes))).toBe('tampered');
  const { length } = serializeManifest(JSON.parse(changes['manifest.json'].toString()));
  expect(length).toBeGreaterThan(0);
});

test('a store that fails is no damage; cancelled is cancelled; a folder that exists is not touched', async () => {
  const store = storeOf(sealed);
  const backup = await openBackup(store, id, trusted);
  const target = join(temporary.path, 'failing');
  const options = { identities: keys.identities, log: silentLogger, signal: new AbortController().signal };
  store.fault = (operation) => {
    if (operation === 'read') throw serviceFailure();
  };
  await expect(fetchDump(backup, target, options)).rejects.toBeInstanceOf(ExternalError);
  store.fault = () => undefined;
  const cancelled = AbortSignal.abort(new CancelledError('SIGTERM'));
  await expect(fetchDump(backup, target, { ...options, signal: cancelled })).rejects.toBeInstanceOf(
    CancelledError,
  );
  expect(await readdir(temporary.path)).not.toContain('failing');
  await mkdir(target);
  await expect(fetchDump(backup, target, options)).rejects.toThrow('EEXIST');
  expect(await readdir(temporary.path)).toContain('failing');
});
