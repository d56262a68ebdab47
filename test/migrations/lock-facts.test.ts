/** The table of facts: measured again on every Postgres that is installed here, and what is said about it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { contradictions } from '../../scripts/lock-facts/claim.ts';
import { type Evidence, factOf } from '../../scripts/lock-facts/evidence.ts';
import type { Form } from '../../scripts/lock-facts/form.ts';
import { forms } from '../../scripts/lock-facts/forms.ts';
import { type MeasuredServer, measureAll } from '../../scripts/lock-facts/measure-all.ts';
import { collect, renderModule } from '../../scripts/lock-facts/module.ts';
import { renderLockFacts } from '../../scripts/lock-facts/page.ts';
import { differences, surprises } from '../../scripts/lock-facts/remarks.ts';
import { installedMajors, serverPackages } from '../../scripts/lock-facts/server.ts';
import type { MeasuredFact } from '../../src/migrations/lock-facts/lock-fact.ts';
import { lockFactOf, lockForms, measuredFactOf } from '../../src/migrations/lock-facts/lock-facts.ts';
import { measuredFacts, measuredVersions } from '../../src/migrations/lock-facts/measured.ts';
import { repositoryRoot } from '../support/consumer.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const committed = { versions: measuredVersions, facts: measuredFacts };

describe('measured again', () => {
  let servers: readonly MeasuredServer[] = [];

  beforeAll(async () => {
    await using folder = await createTemporaryFolder('lock-facts-');
    servers = await measureAll(installedMajors(), folder.path);
  }, 300_000);

  test('on at least one version', () => {
    expect(installedMajors().length).toBeGreaterThan(0);
  });

  test.each(installedMajors())('%i: as the table says', (major) => {
    const facts = servers.find((server) => server.major === major)?.facts ?? new Map<string, MeasuredFact>();
    const differing = forms
      .map(({ id }) => ({ id, measured: facts.get(id), table: factInTable(id, major) }))
      .filter(({ measured, table }) => !isDeepStrictEqual(measured, table));
    expect(differing).toEqual([]);
    expect(facts.size).toBeGreaterThan(0);
  });
});

/** Without the version that it holds from. */
function factInTable(id: string, major: number): MeasuredFact | undefined {
  const fact = measuredFactOf(id, major);
  if (fact === undefined) return undefined;
  const { locks, rewritten, scanned, runsInTransaction } = fact;
  return { locks, rewritten, scanned, runsInTransaction };
}

describe('the table', () => {
  test('has every form once, and all four versions', () => {
    expect(lockForms).toEqual(forms.map(({ id }) => id));
    expect(new Set(lockForms).size).toBe(lockForms.length);
    expect(lockForms.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(lockForms.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(measuredVersions).map(Number)).toEqual([...serverPackages.keys()]);
  });

  test('is as it was written, and the page says the same', async () => {
    const text = (path: string) => readFile(join(repositoryRoot, path), 'utf8');
    expect(await text('src/migrations/lock-facts/measured.ts')).toBe(renderModule(committed));
    expect(await text('docs/lock-facts.md')).toBe(renderLockFacts(committed));
  });

  test.each([...surprises, ...differences])('holds what the page says: $text', ({ claims }) => {
    const wrong = claims.flatMap((claim) =>
      measuredFacts[claim.form].flatMap((fact: MeasuredFact) => contradictions(claim, fact)),
    );
    expect(claims.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('a claim that is not so is found', () => {
    const fact = measuredFacts['drop-table-referencing'][0];
    const claim = {
      form: 'drop-table-referencing',
      locks: { 'referenced table': 'none', table: 'ShareLock', view: 'none' },
      scanned: ['table'],
      rewritten: [],
    } as const;
    expect(contradictions(claim, fact)).toEqual([
      'drop-table-referencing: referenced table none',
      'drop-table-referencing: table ShareLock',
      'drop-table-referencing: scanned',
    ]);
  });
});

describe('a rule asks', () => {
  test('for a form on a version', () => {
    expect(lockFactOf('alter-table-add-column-default-volatile', 16)).toEqual({
      locks: [
        { role: 'table', mode: 'AccessExclusiveLock' },
        { role: 'index', mode: 'AccessExclusiveLock' },
      ],
      rewritesTable: true,
      rewritesIndexes: true,
      scansTable: true,
      runsInTransaction: true,
    });
    expect(lockFactOf('create-index-concurrently', 17)).toMatchObject({ runsInTransaction: false });
    expect(lockFactOf('reindex-index', 17)).toMatchObject({ rewritesTable: false, rewritesIndexes: true });
    expect(lockFactOf('alter-sequence', 17)).toMatchObject({ rewritesTable: false, rewritesIndexes: false });
  });

  test.each([
    ['grant-select', 12, []],
    ['grant-select', 17, []],
    ['grant-select', 18, ['AccessShareLock']],
    ['grant-select', 21, ['AccessShareLock']],
    ['alter-table-set-expression', 16, undefined],
    ['alter-table-set-expression', 17, ['AccessExclusiveLock', 'AccessExclusiveLock']],
    ['alter-table-add-not-null-not-valid', 14, undefined],
    ['alter-table-add-not-null-not-valid', 19, ['AccessExclusiveLock']],
    ['toString', 18, undefined],
  ])('%s on %i', (form, major, modes) => {
    expect(lockFactOf(form, major)?.locks.map(({ mode }) => mode)).toEqual(modes);
  });
});

describe('evidence', () => {
  const form: Form = { id: 'made-up', statement: 'SELECT 1', roles: { customer: 'referenced table' } };
  const relation = (oid: number, name: string) =>
    ({ oid, name, kind: 'r', tableName: undefined, fileNode: oid, pages: 24 }) as const;
  const item = relation(1, 'item');
  const evidence: Evidence = {
    before: [item],
    after: [item],
    locks: [
      { oid: 1, mode: 'AccessShareLock' },
      { oid: 1, mode: 'ShareLock' },
      { oid: 99, mode: 'AccessExclusiveLock' },
    ],
    blocks: new Map([[1, 23]]),
    messages: [],
    runsInTransaction: true,
  };

  test('gives the strongest mode, and not of what is new', () => {
    expect(factOf(form, evidence)).toEqual({
      locks: [{ role: 'table', mode: 'ShareLock' }],
      rewritten: [],
      scanned: [],
      runsInTransaction: true,
    });
  });

  test('tells a scan by its blocks and a rewrite by its storage', () => {
    const after = [{ ...item, fileNode: 7 }];
    expect(factOf(form, { ...evidence, after, blocks: new Map([[1, 24]]) })).toMatchObject({
      rewritten: ['table'],
      scanned: ['table'],
    });
  });

  test('an index that came back under another oid with its storage was not rewritten', () => {
    const index = { oid: 2, name: 'item_pkey', kind: 'i', tableName: 'item', fileNode: 2, pages: 0 };
    const back = (fileNode: number) => ({
      ...evidence,
      before: [item, index],
      after: [item, { ...index, oid: 3, fileNode }],
    });
    expect(factOf(form, back(2)).rewritten).toEqual([]);
    expect(factOf(form, back(3)).rewritten).toEqual(['index']);
  });

  test('a table too small to tell a scan is refused', () => {
    expect(() => factOf(form, { ...evidence, before: [{ ...item, pages: 3 }] })).toThrow('item has 3 pages');
  });

  test('what is locked must have a role', () => {
    const stranger = relation(2, 'stranger');
    const locks = [{ oid: 2, mode: 'AccessShareLock' }] as const;
    expect(() =>
      factOf(form, { ...evidence, before: [item, stranger], after: [item, stranger], locks }),
    ).toThrow('made-up: stranger is involved');
  });

  test.each([
    'rewriting table "item"',
    'verifying table "item"',
    'building index "i" on table "item" serially',
  ])('the server says %s, and it was not counted', (message) => {
    expect(() => factOf(form, { ...evidence, messages: [message] })).toThrow('the server’s messages');
  });
});

describe('from servers to the table', () => {
  const fact = (rewritten: MeasuredFact['rewritten']): MeasuredFact => ({
    locks: [],
    rewritten,
    scanned: [],
    runsInTransaction: true,
  });
  const server = (major: number, of: (id: string) => MeasuredFact | undefined): MeasuredServer => ({
    major,
    version: `${major}.0`,
    facts: new Map(
      forms.flatMap(({ id }) => (of(id) === undefined ? [] : [[id, of(id) ?? fact([])] as const])),
    ),
  });

  test('one entry for as long as nothing changes', () => {
    const servers = [
      server(15, () => fact([])),
      server(16, () => fact([])),
      server(17, () => fact(['table'])),
      server(18, () => fact(['table'])),
    ];
    expect(collect(servers).facts.truncate?.map(({ since }) => since)).toEqual([15, 17]);
  });

  test('a form that a newer version lost, or that none knows, is an error', () => {
    const without = (id: string) => (id === 'truncate' ? undefined : fact([]));
    expect(() => collect([server(15, () => fact([])), server(16, without)])).toThrow(
      'truncate is gone in 16',
    );
    expect(() => collect([server(15, without)])).toThrow('truncate: no server knows it');
  });
});
