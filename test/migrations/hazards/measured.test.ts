import { beforeAll, describe, expect, test } from 'vitest';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import type { LockMode } from '../../../src/migrations/rehearsal/lock-mode.ts';
import type {
  MeasuredStatement,
  Measurement,
  RelationRef,
} from '../../../src/migrations/rehearsal/measurement.ts';
import { createTestDatabase } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import { catalogOf, judge, pendingScripts } from './scene.ts';

let before: RehearsalCatalog;
beforeAll(async () => {
  await using db = await createTestDatabase();
  await db.query(baseSchema);
  before = await catalogOf(db.uri);
});

function relation(name: string): RelationRef {
  const found = before.relations.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  const { oid, schema, kind } = found;
  return { oid, schema, name, kind };
}

type Seen = Partial<Omit<MeasuredStatement, 'locks' | 'rewritten'>> & {
  readonly locks?: readonly (readonly [table: string, mode: LockMode, heldMs: number])[];
  readonly rewritten?: readonly string[];
};

/** What was seen of the statements of one script, in their order. */
function measurementOf(script: string, seen: readonly Seen[]): Measurement {
  const [pending] = pendingScripts([script]);
  const statements = pending?.parsed.kind === 'parsed' ? pending.parsed.statements : [];
  return {
    before: before.relations,
    notes: [],
    circumstances: {
      serverVersion: 180_001,
      databaseBytes: 1,
      computeSize: undefined,
      cache: 'warm',
      transport: 'statements',
      engine: 'bundled',
      isProductionData: true,
      lockTimeoutMs: 0,
      statementTimeoutMs: 0,
    },
    statements: seen.map((one, index) => ({
      migration: 'm1',
      file: 'prisma/migrations/m1/migration.sql',
      index,
      line: statements[index]?.line ?? 1,
      text: statements[index]?.text ?? script,
      kind: statements[index]?.kind ?? 'Script',
      status: 'done',
      startMs: index * 10_000,
      durationMs: 4711,
      walBytes: 398 * 1024 ** 2,
      transaction: index,
      source: 'exact',
      ...one,
      locks: (one.locks ?? []).map(([table, mode, heldMs]) => ({
        relation: relation(table),
        mode,
        heldMs,
        waitedMs: 0,
      })),
      rewritten: (one.rewritten ?? []).map(relation),
    })),
  };
}

/** The catalog with a number of rows for users. */
function withRows(rows: number | undefined): RehearsalCatalog {
  return {
    ...before,
    relations: before.relations.map((one) => (one.name === 'users' ? { ...one, rows } : one)),
  };
}

const retype = 'ALTER TABLE users ALTER COLUMN age TYPE bigint;';
const exclusive = 'AccessExclusiveLock';
const production = { limits: { isProductionData: true } };

describe('a hazard that the measurement shows', () => {
  test('is confirmed, with what was measured', () => {
    const measurement = measurementOf(retype, [
      { locks: [['users', exclusive, 4667]], rewritten: ['users', 'users_pkey'] },
    ]);
    const { hazards } = judge(retype, { before: withRows(3_000_000), measurement, ...production });
    expect(hazards).toHaveLength(1);
    expect(hazards[0]).toMatchObject({
      basis: 'confirmed',
      finding: {
        rule: 'change-column-type',
        severity: 'error',
        location: { file: 'prisma/migrations/m1/migration.sql', line: 1, endLine: 1 },
      },
    });
    expect(hazards[0]?.finding.evidence).toBe(
      [
        'ACCESS EXCLUSIVE on public.users: reads and writes wait. The table is rewritten.',
        'Measured: ACCESS EXCLUSIVE on public.users held for 4.7 s; new storage for public.users, public.users_pkey; the statement took 4.7 s; 398 MB of WAL.',
        'public.users: about 3,000,000 rows, 16 kB.',
      ].join('\n'),
    );
  });

  test('by a lock that a statement before took in the same transaction', () => {
    const sql = 'ALTER TABLE users ADD COLUMN a int; ALTER TABLE users ALTER COLUMN age SET NOT NULL;';
    const measurement = measurementOf(sql, [
      { locks: [['users', exclusive, 900]], transaction: 1 },
      { transaction: 1 },
    ]);
    const { hazards } = judge(sql, { before, measurement, transport: 'script' });
    expect(hazards.map(({ basis, finding }) => [finding.rule, basis])).toEqual([
      ['set-not-null', 'confirmed'],
    ]);
  });

  test('by a weaker lock it is not', () => {
    const sql = 'ALTER TABLE users ALTER COLUMN age SET NOT NULL;';
    const measurement = measurementOf(sql, [
      { locks: [['users', 'AccessShareLock', 5]], source: 'observed' },
    ]);
    expect(judge(sql, { before, measurement }).hazards).toMatchObject([{ basis: 'static only' }]);
  });

  test('when the script was measured as a whole', () => {
    const measurement = measurementOf(`DO $$BEGIN END$$; ${retype}`, [
      { kind: 'Script', locks: [['users', exclusive, 400]], rewritten: ['users'] },
    ]);
    const { hazards } = judge(`DO $$BEGIN END$$; ${retype}`, { before, measurement });
    expect(hazards).toMatchObject([{ basis: 'confirmed', statement: { migration: 'm1', index: 1 } }]);
  });
});

describe('a hazard that the measurement does not show', () => {
  test('is a notice that says so', () => {
    const measurement = measurementOf(retype, [{ locks: [['users', exclusive, 3]] }]);
    const [hazard] = judge(retype, { before, measurement }).hazards;
    expect(hazard).toMatchObject({ basis: 'static only', finding: { severity: 'notice' } });
    expect(hazard?.finding.evidence).toContain('not seen: the table was not rewritten');
  });

  test('is nothing where it was a guess', () => {
    const sql = 'ALTER TABLE users ADD COLUMN code text DEFAULT short_id();';
    const measurement = measurementOf(sql, [{ locks: [['users', exclusive, 3]] }]);
    expect(judge(sql, { before, measurement }).hazards).toEqual([]);
    expect(judge(sql, { before }).hazards).toMatchObject([{ finding: { severity: 'warning' } }]);
  });

  test.each(['failed', 'not run'] as const)('stays what it is when the statement has %s', (status) => {
    const measurement = measurementOf(retype, [{ status }]);
    expect(judge(retype, { before, measurement }).hazards).toMatchObject([
      { basis: 'static only', finding: { severity: 'error' } },
    ]);
  });

  test('stays what it is when an observer may have missed it', () => {
    const measurement = measurementOf(retype, [{ source: 'observed' }]);
    expect(judge(retype, { before, measurement }).hazards).toMatchObject([
      { basis: 'static only', finding: { severity: 'error' } },
    ]);
  });

  test('stays what it is when it is about meaning', () => {
    const sql = 'ALTER TABLE users RENAME COLUMN name TO full_name;';
    const measurement = measurementOf(sql, [{}]);
    expect(judge(sql, { before, measurement }).hazards).toMatchObject([{ finding: { severity: 'error' } }]);
  });
});

describe('the size of the table', () => {
  const severityOf = (sql: string, rows: number | undefined, isProductionData: boolean) =>
    judge(sql, { before: withRows(rows), limits: { isProductionData } }).hazards[0]?.finding.severity;

  test.each([
    [9_999, true, 'notice'],
    [10_000, true, 'error'],
    [undefined, true, 'error'],
    [5, false, 'error'],
  ] as const)('with %s rows, production’s data %s: %s', (rows, isProductionData, severity) => {
    expect(severityOf(retype, rows, isProductionData)).toBe(severity);
  });

  test('is said where it makes it a notice', () => {
    const [hazard] = judge(retype, { before: withRows(12), ...production }).hazards;
    expect(hazard?.finding.evidence).toContain('about 12 rows');
    expect(hazard?.finding.evidence).toContain('Fewer than 10,000 rows');
  });

  test('does not matter where rows or names go', () => {
    expect(severityOf('TRUNCATE users CASCADE;', 5, true)).toBe('error');
    expect(severityOf('ALTER TABLE users RENAME TO people;', 5, true)).toBe('error');
    expect(severityOf('ALTER TABLE posts DROP CONSTRAINT posts_author_id_fkey;', 5, true)).toBe('warning');
  });

  test('of a partitioned table is that of its partitions', () => {
    const rows: Record<string, number> = { events_2025: 6_000, events_2026: 5_000 };
    const relations = before.relations.map((one) => ({ ...one, rows: rows[one.name] ?? one.rows }));
    const judged = judge('CREATE INDEX i ON events (kind);', {
      before: { ...before, relations },
      ...production,
    });
    expect(judged.hazards[0]?.finding).toMatchObject({
      severity: 'error',
      evidence: expect.stringContaining('about 11,000 rows'),
    });
  });

  test('decides whether a lock is held over something slow', () => {
    const sql = 'ALTER TABLE posts ADD COLUMN a int; UPDATE users SET age = 1;';
    const rules = (rows: number) =>
      judge(sql, { before: withRows(rows), transport: 'script', ...production }).hazards.map(
        ({ finding }) => `${finding.rule} ${finding.severity}`,
      );
    expect(rules(5)).toEqual(['update-without-where notice']);
    expect(rules(1e6)).toEqual(['update-without-where warning', 'lock-held-over-slow-statement error']);
  });

  test('time on production’s data settles whether it was slow', () => {
    const sql = 'ALTER TABLE posts ADD COLUMN a int; UPDATE users SET age = 1;';
    const judged = (heldMs: number) =>
      judge(sql, {
        before: withRows(1e6),
        transport: 'script',
        measurement: measurementOf(sql, [
          { locks: [['posts', exclusive, heldMs]], transaction: 1 },
          { locks: [['users', 'RowExclusiveLock', 5]], transaction: 1 },
        ]),
        ...production,
      }).hazards.find(({ finding }) => finding.rule === 'lock-held-over-slow-statement');
    expect(judged(20)?.finding.severity).toBe('notice');
    expect(judged(2000)).toMatchObject({ basis: 'confirmed', finding: { severity: 'error' } });
  });
});

describe('what the facts predict', () => {
  const evidenceOf = (sql: string, transport: 'script' | 'statements' = 'statements') =>
    judge(sql, { before, transport }).hazards.map(({ finding }) => finding.evidence?.split('\n'));

  test('names the other tables: partitions, parents', () => {
    expect(evidenceOf('CREATE INDEX i ON events (kind);')[0]?.slice(0, 2)).toEqual([
      'SHARE on public.events: writes wait.',
      'Also: SHARE on public.events_2025, SHARE on public.events_2026.',
    ]);
    expect(evidenceOf('ALTER TABLE events DETACH PARTITION events_2025;')[0]?.[1]).toBe(
      'Also: ACCESS EXCLUSIVE on public.events_2025.',
    );
    expect(evidenceOf('DROP TABLE comments;')[0]?.[1]).toBe(
      'Also: ACCESS EXCLUSIVE on public.posts, ACCESS EXCLUSIVE on public.users.',
    );
  });

  test('tells of a stronger lock that is held over it', () => {
    const sql = 'ALTER TABLE posts ADD COLUMN a int;\nCREATE INDEX i ON posts (a);';
    expect(evidenceOf(sql, 'script')[0]?.[0]).toBe(
      'ACCESS EXCLUSIVE of the statement in line 1 is held over it.',
    );
    expect(evidenceOf(sql)[0]?.[0]).toBe('SHARE on public.posts: writes wait.');
  });

  test('is nothing where nobody waits', () => {
    expect(evidenceOf('DELETE FROM comments;')).toEqual([undefined]);
  });
});

describe('what no rule explains', () => {
  const opaque = "DO $$ BEGIN EXECUTE 'ALTER TABLE users ALTER age TYPE bigint'; END $$;";

  test('a rewrite', () => {
    const measurement = measurementOf(opaque, [
      { locks: [['users', exclusive, 4667]], rewritten: ['users', 'users_pkey'] },
    ]);
    const { hazards, notes } = judge(opaque, { before, measurement });
    expect(hazards).toMatchObject([
      {
        basis: 'measured only',
        statement: { migration: 'm1', index: 0 },
        finding: {
          rule: 'rewrite-measured',
          severity: 'error',
          subject: 'public.users',
          location: { line: 1 },
        },
      },
    ]);
    expect(notes).toEqual([
      'DO at prisma/migrations/m1/migration.sql:1 runs code that the rules do not read: what it locks is known from the measurement alone.',
    ]);
  });

  test('indexes built anew count where they block, and tell of their table', () => {
    const blocking = measurementOf(opaque, [
      { locks: [['users', 'ShareLock', 30]], rewritten: ['users_email_key'] },
    ]);
    expect(judge(opaque, { before, measurement: blocking }).hazards).toMatchObject([
      { finding: { rule: 'rewrite-measured', subject: 'public.users' } },
    ]);
    const free = measurementOf(opaque, [
      { locks: [['users', 'ShareUpdateExclusiveLock', 30]], rewritten: ['users_email_key'] },
    ]);
    expect(judge(opaque, { before, measurement: free }).hazards).toEqual([]);
  });

  test('a lock held too long, on a table that is large enough', () => {
    const sql = 'ALTER TABLE users ADD COLUMN a int; SELECT 1;';
    const judged = (heldMs: number, rows: number | undefined, maxLockDurationMs?: number) =>
      judge(sql, {
        before: withRows(rows),
        measurement: {
          ...measurementOf(sql, [
            { locks: [['users', exclusive, heldMs]], transaction: 1, durationMs: 2 },
            { transaction: 1, durationMs: 1990 },
          ]),
          before: withRows(rows).relations,
        },
        limits: { maxLockDurationMs },
      }).hazards;
    expect(judged(1001, 50_000, 1000)).toMatchObject([
      {
        basis: 'measured only',
        finding: {
          rule: 'lock-held-too-long',
          severity: 'error',
          message: expect.stringMatching(/held for 1\.0 s, more than the 1\.0 s.*statement in line 1/),
        },
      },
    ]);
    expect(judged(1001, undefined, 1000)).toHaveLength(1);
    expect(judged(1000, 50_000, 1000)).toEqual([]);
    expect(judged(9000, 9_999, 1000)).toEqual([]);
    expect(judged(9000, 50_000, undefined)).toEqual([]);
  });

  test('a lock is told once, not beside the error that explains it', () => {
    const measurement = measurementOf(retype, [
      { locks: [['users', exclusive, 9000]], rewritten: ['users'] },
    ]);
    expect(judge(retype, { before, measurement }).hazards.map(({ finding }) => finding.rule)).toEqual([
      'change-column-type',
    ]);
  });

  test('it is told beside a warning that does not', () => {
    const sql = 'ALTER TABLE users DROP COLUMN nickname;';
    const measurement = measurementOf(sql, [{ locks: [['users', exclusive, 9000]] }]);
    expect(judge(sql, { before, measurement }).hazards.map(({ finding }) => finding.rule)).toEqual([
      'drop-column',
      'lock-held-too-long',
    ]);
  });

  test('partitions are told with their table', () => {
    const sql = 'ALTER TABLE events ADD COLUMN a int;';
    const locks = ['events', 'events_2025', 'events_2026'].map((name) => [name, exclusive, 5000] as const);
    const { hazards } = judge(sql, { before, measurement: measurementOf(sql, [{ locks }]) });
    expect(hazards.map(({ finding }) => finding.subject)).toEqual(['public.events']);
  });

  test('in a script that cannot be parsed', () => {
    const sql = '\\set x 1\nALTER TABLE users ALTER age TYPE bigint;';
    const measurement = measurementOf(sql, [
      { kind: 'Script', locks: [['users', exclusive, 100]], rewritten: ['users'] },
    ]);
    expect(judge(sql, { before, measurement }).hazards).toMatchObject([
      { finding: { rule: 'unparsed-script', severity: 'notice' } },
      { basis: 'measured only', finding: { rule: 'rewrite-measured' } },
    ]);
  });

  test('of a command without files', () => {
    const measurement = measurementOf('', [
      { migration: 'command', file: undefined, locks: [['users', exclusive, 100]], rewritten: ['users'] },
    ]);
    const [hazard] = judge([], { before, measurement }).hazards;
    expect(hazard?.statement).toEqual({ migration: 'command', index: 0 });
    expect(hazard?.finding.location).toBeUndefined();
  });
});
