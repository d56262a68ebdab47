import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { BackupManifest } from '../../src/backups/manifest.ts';
import { draftedManifest } from '../../src/backups/manifest-draft.ts';
import { manifestSchema, parseManifest, serializeManifest } from '../../src/backups/manifest-file.ts';
import { UserError } from '../../src/errors.ts';
import { hostileTexts, random } from '../report/hostile-text.ts';
import { makeAgeKeys, makeDraft } from './made-backup.ts';

const { recipients } = await makeAgeKeys();
const sha256 = 'ab'.repeat(32);

function makeManifest(changes: Partial<BackupManifest> = {}): BackupManifest {
  return {
    ...draftedManifest(
      { draft: makeDraft(), dump: { format: 'directory' }, recipients },
      {
        packed: [{ name: 'toc.dat', bytes: 3, sha256 }],
        files: [
          { name: 'dump.tar.age', role: 'dump', bytes: 2_248, sha256, plain: { bytes: 2_048, sha256 } },
          { name: 'schema.json.age', role: 'schema', bytes: 220, sha256, plain: { bytes: 20, sha256 } },
          { name: 'RECOVERY.md', role: 'recovery', bytes: 900, sha256 },
        ],
      },
    ),
    finishedAt: '2026-11-22T05:01:00.123456Z',
    seconds: { dump: 1.5, proof: 0.5, store: 0.25 },
    ...changes,
  };
}

const ajv = new Ajv({ strict: true, strictTuples: false });
addFormats.default(ajv);
const validate = ajv.compile(manifestSchema());

const parses = (value: unknown) => {
  try {
    parseManifest(Buffer.from(JSON.stringify(value)));
    return true;
  } catch (thrown) {
    if (thrown instanceof UserError) return false;
    throw thrown;
  }
};

test('what is written is read as the same, and the same bytes whatever the order of the fields', () => {
  const manifest = makeManifest();
  const bytes = serializeManifest(manifest);
  expect(parseManifest(bytes)).toEqual(manifest);
  const reversed = Object.fromEntries(Object.entries(manifest).toReversed());
  expect(serializeManifest(parseManifest(Buffer.from(JSON.stringify(reversed)))).equals(bytes)).toBe(true);
  expect(validate(JSON.parse(bytes.toString()))).toBe(true);
  expect(bytes.toString()).toContain('\n{"schema":"public","name":"users","rows":1200,');
  const unsigned = makeManifest({ keep: 'forever', encryption: { kind: 'none' }, files: plainFiles });
  expect(parseManifest(serializeManifest(unsigned))).toEqual(unsigned);
});

const plainFiles = [{ name: 'dump.tar', role: 'dump', bytes: 2_048, sha256 }] as const;

test('hostile names come back as they are', () => {
  const { facts } = makeManifest();
  const tables = hostileTexts.map((name) => ({ schema: name, name, rows: 0, hash: '0', bytes: 0 }));
  const manifest = makeManifest({ facts: { ...facts, tables, roles: hostileTexts }, database: '"a"\n`b`' });
  expect(parseManifest(serializeManifest(manifest))).toEqual(manifest);
});

test('twenty thousand tables are read in a moment', () => {
  const { facts, dump } = makeManifest();
  const tables = Array.from({ length: 20_000 }, (_, index) => ({
    schema: 'public',
    name: `table_${index}`,
    rows: index,
    hash: '-9223372036854775809123',
    bytes: 8192,
  }));
  const files = [
    ...dump.files,
    ...tables.map(({ rows }) => ({ name: `${rows}.dat.gz`, bytes: rows, sha256 })),
  ];
  const bytes = serializeManifest(makeManifest({ facts: { ...facts, tables }, dump: { ...dump, files } }));
  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const bare = timed(() => JSON.parse(bytes.toString()));
  expect(parseManifest(bytes).facts.tables).toEqual(tables);
  expect(timed(() => parseManifest(bytes))).toBeLessThan(50 * bare);
});

describe('what is refused', () => {
  const texts: Record<string, [string, string]> = {
    'no JSON': ['{"kind": "database', 'not JSON; is it whole?'],
    empty: ['', 'not JSON'],
    'another file': ['{"kind":"drill"}', 'no manifest of a backup'],
    'a list': ['[]', 'no manifest of a backup'],
    'a later release': [
      '{"kind":"database-actions-backup","version":2}',
      'has version 2; this release reads version 1',
    ],
    'no version': ['{"kind":"database-actions-backup"}', 'has version none'],
  };
  test.each(Object.entries(texts))('%s', (_name, [text, message]) => {
    expect(() => parseManifest(Buffer.from(text))).toThrow(message);
    expect(() => parseManifest(Buffer.from(text))).toThrow(UserError);
  });

  test('bytes that are no UTF-8', () => {
    const bytes = serializeManifest(makeManifest());
    bytes[bytes.indexOf('users')] = 0xff;
    expect(() => parseManifest(bytes)).toThrow('not JSON');
  });

  test('the text of a broken manifest is not in the error', () => {
    expect(() => parseManifest(Buffer.from('{"kind": hunter2}'))).not.toThrow('hunter2');
  });

  const [dumpFile, schemaFile, recoveryFile] = makeManifest().files;
  const { dump } = makeManifest();
  const contradictions: Record<string, Record<string, unknown>> = {
    'id of another series': { series: 'app-prod' },
    'no id': { id: 'app' },
    'no dump': { files: [schemaFile, recoveryFile] },
    'two dumps': { files: [dumpFile, { ...dumpFile, name: 'other' }] },
    'a name twice': { files: [dumpFile, { ...schemaFile, name: dumpFile?.name }] },
    'the manifest itself': { files: [dumpFile, { ...recoveryFile, name: 'manifest.json' }] },
    'a name that leads out': { files: [{ ...dumpFile, name: '../dump' }] },
    'a folder in a name': { files: [{ ...dumpFile, name: 'a/dump' }] },
    'plain bytes without encryption': { encryption: { kind: 'none' } },
    'encryption without plain bytes': { files: plainFiles },
    'packed twice': { dump: { ...dump, files: [...dump.files, ...dump.files] } },
    'packed without toc.dat': { dump: { ...dump, files: [] } },
    'packed outside': { dump: { ...dump, files: [...dump.files, { ...dump.files[0], name: '../x' }] } },
    'a hash too short': { files: [{ ...dumpFile, sha256: 'ab' }] },
    'a time that is none': { finishedAt: '2026-13-22T05:00:00Z' },
    'a local time': { finishedAt: '2026-11-22T05:00:00' },
    'negative bytes': { files: [{ ...dumpFile, bytes: -1 }] },
    'an unknown encryption': { encryption: { kind: 'rot13' } },
    'a rule of retention that is none': { keep: 'a while' },
  };
  test.each(Object.entries(contradictions))('%s', (_name, changes) => {
    expect(parses({ ...makeManifest(), ...changes })).toBe(false);
  });

  test('any field that is missing or of another type; the JSON schema says the same', () => {
    const manifest: Record<string, unknown> = JSON.parse(serializeManifest(makeManifest()).toString());
    for (const field of Object.keys(manifest)) {
      const { [field]: _gone, ...rest } = manifest;
      for (const changed of [rest, { ...manifest, [field]: 7.5 }, { ...manifest, [field]: null }]) {
        expect(parses(changed), field).toBe(false);
        expect(validate(changed), field).toBe(false);
      }
    }
  });

  test('random damage is told as damage, never thrown as anything else', () => {
    const bytes = serializeManifest(makeManifest());
    const next = random(3);
    for (let round = 0; round < 300; round += 1) {
      const changed = Buffer.from(bytes);
      for (let count = 0; count < 3; count += 1)
        changed[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      try {
        parseManifest(changed);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(UserError);
      }
    }
  });
});
