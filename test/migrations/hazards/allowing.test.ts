import { beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type Baseline, parseBaseline } from '../../../src/migrations/hazards/baseline.ts';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { createTestDatabase } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import { catalogOf, judge } from './scene.ts';

let before: RehearsalCatalog;
beforeAll(async () => {
  await using db = await createTestDatabase();
  await db.query(baseSchema);
  before = await catalogOf(db.uri);
});

/** Rules that are left, those that are allowed with their reasons, and what the notices say. */
function outcome(sql: string | readonly string[], baseline?: Baseline) {
  const { hazards, allowed } = judge(sql, { before, ...(baseline === undefined ? {} : { baseline }) });
  return {
    left: hazards
      .filter(({ finding }) => finding.rule !== 'allow-ignored')
      .map(({ finding }) => finding.rule),
    allowed: allowed.map(({ hazard, reason, by }) => `${hazard.finding.rule} ${by}: ${reason}`),
    notices: hazards
      .filter(({ finding }) => finding.rule === 'allow-ignored')
      .map(({ finding }) => `${finding.location?.line} ${finding.subject}: ${finding.message}`),
  };
}

const drop = 'ALTER TABLE users DROP COLUMN nickname;';
const isAllowed = { left: [], allowed: ['drop-column comment: unused since 2.4'], notices: [] };

describe('an allow comment', () => {
  test.each([
    ['above', `-- db-actions: allow drop-column unused since 2.4\n${drop}`],
    [
      'above, among Prisma’s',
      `-- DropColumn\n-- db-actions: allow drop-column unused since 2.4\n-- AlterTable\n${drop}`,
    ],
    ['behind, in its line', `${drop} -- db-actions: allow drop-column unused since 2.4`],
    [
      'behind, after the last of several lines',
      `ALTER TABLE users\n  DROP COLUMN nickname; -- db-actions: allow drop-column unused since 2.4\nSELECT 1;`,
    ],
    [
      'inside, in its first line',
      `ALTER TABLE users -- db-actions: allow drop-column unused since 2.4\n  DROP COLUMN nickname;`,
    ],
    ['with a colon behind the rule', `--db-actions:   allow drop-column:   unused since 2.4  \n${drop}`],
    ['after another statement', `SELECT 1;\n\n-- db-actions: allow drop-column unused since 2.4\n${drop}`],
    ['with Windows line ends', `-- é😀\r\n-- db-actions: allow drop-column unused since 2.4\r\n${drop}\r\n`],
    ['for the file', `-- db-actions: allow-file drop-column unused since 2.4\n\nSELECT 1;\n${drop}`],
  ])('%s', (_, sql) => {
    expect(outcome(sql)).toEqual(isAllowed);
  });

  test('allows one rule of one statement', () => {
    const sql = `-- db-actions: allow drop-column unused since 2.4
ALTER TABLE comments DROP COLUMN user_id;
ALTER TABLE comments DROP COLUMN body;`;
    expect(outcome(sql)).toEqual({
      left: ['drop-foreign-key', 'drop-column'],
      allowed: ['drop-column comment: unused since 2.4'],
      notices: [],
    });
  });

  test('two, for two rules', () => {
    const sql = `-- db-actions: allow drop-column unused since 2.4
-- db-actions: allow drop-foreign-key nobody is awake then
ALTER TABLE comments DROP COLUMN user_id;`;
    expect(outcome(sql)).toMatchObject({ left: [], notices: [] });
  });

  test('in a text is none', () => {
    const sql = `INSERT INTO teams (slug) VALUES ('\n-- db-actions: allow drop-column unused since 2.4\n');\n${drop}`;
    expect(outcome(sql)).toEqual({ left: ['drop-column'], allowed: [], notices: [] });
  });

  test.each([
    [
      'no reason',
      `-- db-actions: allow drop-column\n${drop}`,
      '1 drop-column: This has no effect: it gives no reason, and one is required.',
    ],
    ['no rule', `-- db-actions: allow\n${drop}`, '1 db-actions: This has no effect: it names no rule.'],
    [
      'an unknown rule',
      `\n-- db-actions: allow drop-colunm why\n${drop}`,
      '2 drop-colunm: This has no effect: there is no rule of that name.',
    ],
    [
      'another word',
      `-- db-actions: ignore drop-column why\n${drop}`,
      '1 db-actions: This has no effect: after `db-actions:` comes `allow` or `allow-file`, then a rule and a reason.',
    ],
    [
      'an empty line below',
      `-- db-actions: allow drop-column why\n\n${drop}`,
      '1 drop-column: This has no effect: it stands neither above a statement nor beside one.',
    ],
    [
      'nothing below',
      `${drop}\n-- db-actions: allow drop-column why`,
      '2 drop-column: This has no effect: it stands neither above a statement nor beside one.',
    ],
    [
      'a place inside, not in the first line',
      `ALTER TABLE users\n-- db-actions: allow drop-column why\nDROP COLUMN nickname;`,
      '2 drop-column: This has no effect: it stands neither above a statement nor beside one.',
    ],
    [
      'the file’s, below a statement',
      `${drop}\n-- db-actions: allow-file drop-column why\nSELECT 1;`,
      '2 drop-column: This has no effect: `allow-file` must stand above the first statement.',
    ],
  ])('with %s is a notice', (_, sql, notice) => {
    expect(outcome(sql)).toEqual({ left: ['drop-column'], allowed: [], notices: [notice] });
  });

  test('that is not needed is a notice', () => {
    const sql = '-- db-actions: allow set-not-null why\nALTER TABLE users ADD COLUMN a int;';
    expect(outcome(sql)).toEqual({
      left: [],
      allowed: [],
      notices: ['1 set-not-null: This has no effect: there is nothing here that the rule reports.'],
    });
  });

  test('of another file is none of this one’s', () => {
    const sql = ['-- db-actions: allow-file drop-column unused since 2.4\nSELECT 1;', drop];
    expect(outcome(sql)).toMatchObject({
      left: ['drop-column'],
      notices: [expect.stringContaining('nothing here')],
    });
  });

  test('for a script that cannot be parsed', () => {
    expect(outcome('-- db-actions: allow-file unparsed-script psql runs it\n\\set x 1')).toEqual({
      left: [],
      allowed: ['unparsed-script comment: psql runs it'],
      notices: [],
    });
  });
});

describe('the baseline', () => {
  const entry = { migration: 'm1', rule: 'drop-column', subject: 'public.users.nickname', reason: 'history' };
  const baseline = (...accepted: readonly (typeof entry)[]): Baseline => ({ path: 'b.json', accepted });

  test('accepts what it names', () => {
    expect(outcome(drop, baseline(entry))).toEqual({
      left: [],
      allowed: ['drop-column baseline: history'],
      notices: [],
    });
  });

  test('is silent about migrations that are not pending', () => {
    expect(outcome('SELECT 1', baseline({ ...entry, migration: '2019_old' }))).toEqual({
      left: [],
      allowed: [],
      notices: [],
    });
  });

  test('tells of entries that accept nothing', () => {
    const { notices } = outcome(
      drop,
      baseline({ ...entry, subject: 'public.users.email' }, { ...entry, rule: 'no-such' }),
    );
    expect(notices).toEqual([
      '1 drop-column: This has no effect: the rule reports nothing about public.users.email in m1.',
      '1 no-such: This has no effect: there is no rule of that name.',
    ]);
  });

  test('is read', () => {
    const text = JSON.stringify({ version: 1, accepted: [entry] });
    expect(parseBaseline(text, 'b.json')).toEqual(baseline(entry));
  });

  test.each([
    ['{', 'The baseline b.json is no JSON'],
    ['[]', 'The baseline b.json is no baseline of version 1.'],
    ['{"version":2,"accepted":[]}', 'The baseline b.json is no baseline of version 1.'],
    ['{"version":1}', 'The baseline b.json has no list `accepted`.'],
    ['{"version":1,"accepted":[3]}', 'is wrong at `accepted[0].migration`: it is missing.'],
    [
      JSON.stringify({ version: 1, accepted: [entry, { ...entry, reason: ' ' }] }),
      'is wrong at `accepted[1].reason`: it is " ".',
    ],
    [
      JSON.stringify({ version: 1, accepted: [{ ...entry, rule: 7 }] }),
      'is wrong at `accepted[0].rule`: it is 7.',
    ],
  ])('%s is refused', (text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(UserError);
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });
});
