import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { rehearsalSchemaText } from '../../../scripts/rehearsal-schema.ts';
import { UserError } from '../../../src/errors.ts';
import {
  parseRehearsal,
  parseRehearsalText,
  rehearsalJson,
  rehearsalSchema,
} from '../../../src/migrations/rehearsal/rehearsal-json.ts';
import { hostileTexts } from '../../report/hostile-text.ts';
import { hostileRehearsal } from './fixtures/hostile-rehearsal.ts';
import { makeHazard, makeMeasurement, makeRehearsal, makeStatement } from './fixtures/made-rehearsal.ts';
import { neonhubRehearsal, productionRows } from './fixtures/neonhub-rehearsal.ts';

const validate = new Ajv({ strict: true, strictTuples: false }).compile(rehearsalSchema());

const rehearsals = [
  ['neonhub', neonhubRehearsal],
  ['empty', makeRehearsal()],
  ['hostile', hostileRehearsal(60)],
] as const;

describe('a rehearsal as JSON', () => {
  test.each(rehearsals)('comes back as it went, and its schema takes it: %s', (_name, rehearsal) => {
    const json = rehearsalJson(rehearsal);
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
    const { findings, estimates, ...rest } = parseRehearsalText(json);
    expect(rest).toEqual(rehearsal);
    expect(estimates).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(rehearsal.hazards.length);
    expect(rehearsalJson(rehearsal)).toBe(json);
  });

  test('has the findings with their places, worst first, and the estimates', () => {
    const { findings, estimates, verdict } = parseRehearsalText(
      rehearsalJson(neonhubRehearsal, productionRows),
    );
    expect(verdict).toBe('error');
    expect(findings.map(({ severity }) => severity)).toEqual([
      ...['error', 'error', 'error', 'error'],
      ...['warning', 'warning', 'warning'],
      ...['notice', 'notice'],
    ]);
    expect(findings.find(({ rule }) => rule === 'change-column-type')?.location).toEqual({
      file: 'prisma/migrations/20261120103000_metric_value_numeric/migration.sql',
      line: 2,
      endLine: 3,
    });
    expect(estimates).toMatchObject([
      {
        statement: { migration: '20261120103000_metric_value_numeric', index: 0 },
        table: { schema: 'public', name: 'metric_events' },
        rows: 3_000_000,
        productionRows: 41_000_000,
      },
    ]);
  });

  test('is cut where it is too long, so that it can always be read', () => {
    const long = 'x'.repeat(300_000);
    const statement = makeStatement({ text: long, migration: long });
    const rehearsal = makeRehearsal({
      measurement: makeMeasurement({ statements: [statement], notes: [long] }),
      hazards: [makeHazard(statement, { message: long, evidence: long, fix: long, subject: long })],
      rollback: {
        kind: 'done',
        result: {
          sql: long,
          losesData: true,
          losses: [long],
          rehearsed: { durationMs: 1, succeeded: false, message: long },
          findings: [],
        },
      },
    });
    const json = rehearsalJson(rehearsal);
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
    const read = parseRehearsalText(json);
    expect(read.measurement.statements[0]?.text).toHaveLength(200_000);
    expect(read.hazards[0]?.finding.message).toHaveLength(20_000);
    expect(read.hazards[0]?.statement.migration).toBe(read.measurement.statements[0]?.migration);
  });

  test.each([
    [
      'another version',
      { ...neonhubRehearsal, version: 2 },
      'The rehearsal has version 2; this release reads version 1.',
    ],
    ['no rehearsal', [], 'rehearsal is a list, not an object.'],
    [
      'a verdict of its own',
      { ...document(), verdict: 'fine' },
      'rehearsal.verdict is "fine", not pass or warning or error.',
    ],
    [
      'half a part',
      { ...document(), load: { kind: 'skipped' } },
      'rehearsal.load is an object, not of a known form.',
    ],
    [
      'a time before time',
      changedStatement({ durationMs: -1 }),
      'statements[0].durationMs is -1, not a number from 0.',
    ],
    ['half a byte', changedStatement({ walBytes: 0.5 }), 'statements[0].walBytes is 0.5, not a whole number'],
    [
      'a lock nobody knows',
      changedStatement({ locks: [{ mode: 'SuperLock' }] }),
      'locks[0].relation is missing',
    ],
  ])('is refused with what is wrong: %s', (_name, value, message) => {
    expect(() => parseRehearsal(value)).toThrow(message);
    expect(() => parseRehearsal(value)).toThrow(UserError);
    expect(validate(value)).toBe(false);
  });

  test.each(['', '{', '[]', 'null', ...hostileTexts])('is refused where it is none: %j', (json) => {
    expect(() => parseRehearsalText(json)).toThrow(UserError);
  });
});

test('the JSON Schema is the committed file', () => {
  const file = new URL('../../../docs/schemas/rehearsal.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(rehearsalSchemaText());
});

function document() {
  return JSON.parse(rehearsalJson(neonhubRehearsal));
}

function changedStatement(fields: Readonly<Record<string, unknown>>) {
  const rehearsal = document();
  Object.assign(rehearsal.measurement.statements[0], fields);
  return rehearsal;
}
