/** What may have become of a stored backup, and what a drill says of it. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drillFindings } from '../../../src/backups/drill/drill-findings.ts';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../support/database.ts';
import { type AgeKeys, makeAgeKeys } from '../made-backup.ts';
import {
  changeObject,
  drill,
  embeddedTarget,
  makeBackup,
  objectPath,
  openScene,
  type Scene,
  type SignPair,
  sharedTarget,
  signPair,
} from './scene.ts';

const hostile = 'a "b\'; -- c';
const schema = `
  CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, note text);
  INSERT INTO users (email, note) SELECT 'person-' || g, 'note ' || g FROM generate_series(1, 300) g;
  CREATE TABLE "${hostile.replaceAll('"', '""')}" (x int, y text);
  INSERT INTO "${hostile.replaceAll('"', '""')}" VALUES (1, 'one'), (1, 'one'), (NULL, '');
  CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM users;
  CREATE TABLE log (at date) PARTITION BY RANGE (at);
  CREATE TABLE log_2026 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  INSERT INTO log VALUES ('2026-02-03');
  SELECT lo_from_bytea(0, 'large object');
  SELECT nextval('users_id_seq');`;

let database: TestDatabase;
let keys: AgeKeys;
let signer: SignPair;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(schema);
  keys = await makeAgeKeys();
  signer = signPair();
});

afterAll(() => database[Symbol.asyncDispose]());

/** What the drill of it said: the verdict, the rules of its errors, and all in one text. */
async function verdictOf(scene: Scene, id: string, change: Parameters<typeof drill>[2] = {}) {
  const outcome = await drill(scene, id, change);
  const findings = drillFindings(outcome);
  return {
    outcome,
    verdict: outcome.record.verdict,
    reason: outcome.record.reason ?? '',
    errors: findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    findings,
  };
}

test('an encrypted, signed backup is restored and proved equal', async () => {
  await using scene = await openScene();
  const id = await makeBackup(scene, database, { recipients: keys.recipients, sign: signer.sign });
  const { outcome, verdict, findings } = await verdictOf(scene, id, {
    trusted: signer.trusted,
    identities: keys.identities,
    assertions: ['SELECT count(*) = 300 FROM users'],
    openTarget: embeddedTarget,
  });
  expect({ verdict, reason: outcome.record.reason }).toEqual({ verdict: 'verified', reason: undefined });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(outcome.record).toMatchObject({ isSigned: true, rows: 304, tables: 3, differences: [] });
  expect(outcome.record.timings.map(({ step }) => step).toSorted()).toEqual(
    ['amcheck', 'analyze', 'assert-sql', 'compare', 'download', 'restore'].toSorted(),
  );
  expect(outcome.record.rtoSeconds).toBeGreaterThan(0.2);
  expect(outcome.record.notCompared.map(({ subject }) => subject)).not.toContain(
    'structure of tables and indexes (amcheck)',
  );
  expect(await readdir(join(scene.setup.folder.path, 'work'))).toEqual([]);
});

describe('no byte of it comes near pg_restore', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const forbidden = {
    openTarget: () => Promise.reject(new Error('pg_restore must not be reached')),
  };

  test.each([
    ['truncated', (bytes: Buffer) => bytes.subarray(0, -1), /bytes; the manifest says/],
    ['one flipped bit', flipped, /another content|damaged|changed|tamper/i],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]), /more than/],
    ['empty', () => Buffer.alloc(0), /0 bytes/],
  ] as const)('%s', async (name, change, words) => {
    for (const [at, file, options] of [
      ['2026-11-01T00:00:00Z', 'dump.tar', {}],
      ['2026-11-02T00:00:00Z', 'dump.tar.age', { recipients: keys.recipients }],
    ] as const) {
      await using own = await openScene();
      const id = await makeBackup(own, database, { at, ...options });
      await changeObject(own, id, file, change);
      const told = await verdictOf(own, id, { ...forbidden, identities: keys.identities });
      expect(told.verdict, `${name} ${file}: ${told.reason}`).toBe('failed');
      expect(told.errors).toEqual(['backup-damaged']);
      if (file === 'dump.tar') expect(told.reason).toMatch(words);
    }
  });

  test('a dump that is gone, a manifest that is gone, a manifest that is none', async () => {
    const id = await makeBackup(scene, database, { at: '2026-11-03T00:00:00Z' });
    await rm(objectPath(scene, id, 'dump.tar'));
    expect(await verdictOf(scene, id, forbidden)).toMatchObject({
      verdict: 'failed',
      errors: ['backup-damaged'],
    });
    await truncate(objectPath(scene, id, 'manifest.json'), 100);
    expect(await verdictOf(scene, id, forbidden)).toMatchObject({ verdict: 'failed' });
    await rm(objectPath(scene, id, 'manifest.json'));
    expect(await verdictOf(scene, id, forbidden)).toMatchObject({ verdict: 'failed' });
  });

  test('the wrong identity, and none, prove nothing', async () => {
    const id = await makeBackup(scene, database, { at: '2026-11-04T00:00:00Z', recipients: keys.recipients });
    const other = await makeAgeKeys();
    for (const identities of [other.identities, undefined])
      expect(await verdictOf(scene, id, { ...forbidden, identities })).toMatchObject({
        verdict: 'could-not-verify',
        errors: ['could-not-verify'],
      });
  });

  test('unsigned, by another key, or changed after it was signed', async () => {
    const unsigned = await makeBackup(scene, database, { at: '2026-11-05T00:00:00Z' });
    const foreign = await makeBackup(scene, database, { at: '2026-11-06T00:00:00Z', sign: signPair().sign });
    const changed = await makeBackup(scene, database, { at: '2026-11-07T00:00:00Z', sign: signer.sign });
    await changeObject(scene, changed, 'manifest.json', (bytes) =>
      Buffer.from(bytes.toString().replace('"rows":300', '"rows":299')),
    );
    for (const id of [unsigned, foreign, changed]) {
      const told = await verdictOf(scene, id, { ...forbidden, trusted: signer.trusted });
      expect(told, id).toMatchObject({ verdict: 'failed', errors: ['backup-damaged'] });
    }
  });

  test('the manifest of another backup in its place', async () => {
    const older = await makeBackup(scene, database, { at: '2026-11-08T00:00:00Z', sign: signer.sign });
    const newer = await makeBackup(scene, database, { at: '2026-11-09T00:00:00Z', sign: signer.sign });
    for (const name of ['manifest.json', 'manifest.sig'])
      await writeFile(objectPath(scene, newer, name), await readFile(objectPath(scene, older, name)));
    const told = await verdictOf(scene, newer, { ...forbidden, trusted: signer.trusted });
    expect(told).toMatchObject({ verdict: 'failed', errors: ['backup-damaged'] });
    expect(told.reason).toContain(older);
  });

  test('an archive of unknown origin and a pg_restore with a known hole', async () => {
    const id = await makeBackup(scene, database, { at: '2026-11-10T00:00:00Z' });
    const told = await verdictOf(scene, id, { ...forbidden, allowsUnpatched: false });
    expect(told).toMatchObject({ verdict: 'could-not-verify', errors: ['could-not-verify'] });
    expect(told.reason).toContain('CVE-2026-116314');
  });

  test('a store that fails is no damage', async () => {
    const id = await makeBackup(scene, database, { at: '2026-11-11T00:00:00Z' });
    const { ExternalError } = await import('../../../src/errors.ts');
    const store = {
      ...scene.store,
      read: () => Promise.reject(new ExternalError('S3', 'The store has failed.', { status: 500 })),
    };
    expect(await verdictOf(scene, id, { ...forbidden, store })).toMatchObject({
      verdict: 'could-not-verify',
      reason: 'The store has failed.',
    });
  });
});

describe('restored, and not what it was', () => {
  test('4 bytes of a row, with every hash put right: only the content tells', async () => {
    await using scene = await openScene();
    const id = await makeBackup(scene, database, {
      async tamper(folder) {
        const changed = await changeData(folder, (text) => text.replace('\tnote 77\n', '\tNOTE 77\n'));
        expect(changed).toBe(1);
      },
    });
    const { verdict, errors, outcome } = await verdictOf(scene, id);
    expect({ verdict, errors }).toEqual({ verdict: 'failed', errors: ['restored-content-differs'] });
    expect(outcome.record.differences).toMatchObject([{ kind: 'content differs', subject: 'public.users' }]);
    expect(outcome.restored?.problems).toEqual([]);
  });

  test('one of two equal rows is missing, a sequence stands elsewhere, a table is not there', async () => {
    await using scene = await openScene();
    const id = await makeBackup(scene, database, {
      change: (draft) => ({
        ...draft,
        facts: {
          ...draft.facts,
          tables: [
            ...draft.facts.tables.map((table) =>
              table.name === hostile ? { ...table, rows: table.rows + 1 } : table,
            ),
            { schema: 'public', name: 'lost', rows: 5, hash: '1', bytes: 1 },
          ],
          sequences: draft.facts.sequences.map((sequence) => ({ ...sequence, lastValue: '999' })),
          largeObjects: { ...draft.facts.largeObjects, count: 2 },
        },
      }),
    });
    const { verdict, outcome } = await verdictOf(scene, id);
    expect(verdict).toBe('failed');
    expect(outcome.record.differences.map(({ kind }) => kind).toSorted()).toEqual([
      'large objects differ',
      'rows differ',
      'sequence differs',
      'table missing',
    ]);
  });

  test('the schema has an index less and a failing assertion is told with what it gave', async () => {
    await using scene = await openScene();
    await using other = await createTestDatabase();
    await other.query(schema);
    const id = await makeBackup(scene, other, {
      async tamper() {
        await other.query('CREATE INDEX later ON users (note)');
      },
    });
    const { verdict, errors, findings } = await verdictOf(scene, id, {
      assertions: [
        'SELECT true -- fine',
        'SELECT count(*) FROM users',
        'SELECT true, true',
        'SELECT true FROM users',
        'SELECT NULL::boolean',
        'SELECT 1 / 0 = 1',
        'DELETE FROM users RETURNING true',
        "SELECT set_config('x.y', pg_sleep(20)::text, false) = ''",
      ],
      assertionTimeoutMs: 300,
    });
    expect(verdict).toBe('failed');
    expect([...new Set(errors)]).toEqual(['restored-schema-differs', 'assertion-failed']);
    expect(findings.find(({ rule }) => rule === 'restored-schema-differs')?.subject).toContain('later');
    const gave = findings.filter(({ rule }) => rule === 'assertion-failed').map(({ message }) => message);
    expect(gave.map((message) => /gave (.*) instead/.exec(message)?.[1])).toEqual([
      'the number 300',
      '2 columns',
      'more than one row',
      'null',
      expect.stringContaining('error 22012'),
      expect.stringContaining('error 42601'),
      'nothing within the time that a statement has',
    ]);
  });

  test('an extension that the target does not have proves nothing, and is named', async () => {
    await using scene = await openScene();
    const id = await makeBackup(scene, database, {
      change: (draft) => ({
        ...draft,
        facts: { ...draft.facts, extensions: [{ name: 'pg_nowhere', version: '1.2' }] },
      }),
    });
    expect(await verdictOf(scene, id)).toMatchObject({
      verdict: 'could-not-verify',
      errors: ['could-not-verify'],
      reason: expect.stringContaining('pg_nowhere'),
    });
  });

  test('a backup without fingerprints is restored and still proves nothing', async () => {
    await using scene = await openScene();
    const id = await makeBackup(scene, database, { proof: 'none' });
    expect(await verdictOf(scene, id)).toMatchObject({
      verdict: 'could-not-verify',
      reason: expect.stringContaining('proof: none'),
    });
  });

  test('a restore that breaks off is a failure of the backup', async () => {
    await using scene = await openScene();
    const id = await makeBackup(scene, database, {
      tamper: async (folder) => {
        await changeData(folder, (text) => text.replace('1\tperson-1\t', 'x\tperson-1\t'));
      },
    });
    const { verdict, errors } = await verdictOf(scene, id);
    expect(verdict).toBe('failed');
    expect(errors).toContain('restore-failed');
  });
});

test.each([
  ['server', embeddedTarget],
  ['database', sharedTarget],
] as const)('an abort half-way leaves neither %s nor files', async (_what, openTarget) => {
  await using big = await createTestDatabase();
  await big.query(
    'CREATE TABLE slow AS SELECT g, repeat(md5(g::text), 30) t FROM generate_series(1, 50000) g',
  );
  const controller = new AbortController();
  await using scene = await openScene(controller.signal);
  const id = await makeBackup(scene, big);
  let uri = '';
  const drilling = drill(scene, id, {
    openTarget: async (manifest, own) => {
      const target = await openTarget(manifest, own);
      uri = target.uri;
      setTimeout(() => controller.abort(new Error('stopped by the test')), 200);
      return target;
    },
  });
  await expect(drilling).rejects.toThrow('stopped by the test');
  await expect(queryOnce(uri, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED|does not exist/);
  expect(await readdir(join(scene.setup.folder.path, 'work'))).toEqual([]);
});

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** Changes the plain data of a `-Z0` dump. @returns how many files changed */
async function changeData(folder: string, change: (text: string) => string): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.dat') || name === 'toc.dat') continue;
    const text = await readFile(join(folder, name), 'latin1');
    const changed = change(text);
    if (changed === text) continue;
    await writeFile(join(folder, name), changed, 'latin1');
    count += 1;
  }
  return count;
}
