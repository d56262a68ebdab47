import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Rehearsal } from '../../../src/migrations/rehearsal/rehearsal.ts';
import {
  type RehearsalSarifOptions,
  rehearsalSarif,
} from '../../../src/migrations/rehearsal/rehearsal-sarif.ts';
import { hostileRehearsal } from './fixtures/hostile-rehearsal.ts';
import { makeHazard, makeMeasurement, makeRehearsal, makeStatement } from './fixtures/made-rehearsal.ts';
import { neonhubRehearsal } from './fixtures/neonhub-rehearsal.ts';

const validate = officialSchema();
const tool = { toolVersion: '1.4.0', informationUri: 'https://github.com/neonhub/database-actions' };

/** OASIS's own. Ajv knows no draft 4, of which the file uses nothing but the word `id`; one pattern is no Unicode one. */
function officialSchema() {
  const file = new URL('../../fixtures/sarif/sarif-2.1.0.schema.json', import.meta.url);
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

function runOf(rehearsal: Rehearsal, options: Partial<RehearsalSarifOptions> = {}) {
  const log = JSON.parse(rehearsalSarif(rehearsal, { ...tool, ...options }));
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return log.runs[0];
}

const statement = makeStatement({ line: 4, text: 'DROP TABLE\n  "users"' });

function of(fields: Partial<Omit<Rehearsal, 'verdict'>>, statements = [statement]): Rehearsal {
  return makeRehearsal({ measurement: makeMeasurement({ statements }), ...fields });
}

describe('SARIF', () => {
  test.each([
    ['a pull request', neonhubRehearsal],
    ['nothing', makeRehearsal()],
    ['the worst case', hostileRehearsal(200)],
  ])('of %s is valid, and what GitHub wants of it is there', (_name, rehearsal) => {
    const run = runOf(rehearsal, { allowed: 'suppressed' });
    expect(run.tool.driver.semanticVersion).toBe('1.4.0');
    for (const rule of run.tool.driver.rules) {
      expect(rule.help.markdown).not.toBe('');
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1_024);
      expect(rule.helpUri).toMatch(/^https:\/\//);
    }
    for (const result of run.results) {
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uriBaseId).toBe('%SRCROOT%');
      expect(physicalLocation.region.endLine).toBeGreaterThanOrEqual(physicalLocation.region.startLine);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).not.toMatch(/\{\d+\}|\]\(/);
    }
    const prints = run.results.map((result: { partialFingerprints: object }) =>
      JSON.stringify(result.partialFingerprints),
    );
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('has a result for each finding, with level, place and message', () => {
    const run = runOf(neonhubRehearsal);
    expect(
      run.results.map((result: { level: string; ruleId: string }) => `${result.level} ${result.ruleId}`),
    ).toEqual([
      'error change-column-type',
      'error data-refuses-not-null',
      'error data-refuses-unique',
      'error deployed-app-breaks',
      'warning add-foreign-key',
      'warning create-index-not-concurrent',
      'warning deployed-app-at-risk',
      'note lock-timeout-missing',
      'note rollback-loses-data',
    ]);
    expect(run.results[0]).toMatchObject({
      message: {
        text: expect.stringMatching(/^The type change .*\n\n4\.7 s on 3\.0 M rows.*\n\nFix:\n-- 1\. /s),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'prisma/migrations/20261120103000_metric_value_numeric/migration.sql',
              uriBaseId: '%SRCROOT%',
            },
            region: {
              startLine: 2,
              startColumn: 1,
              endLine: 3,
              endColumn: 51,
              snippet: { text: expect.stringMatching(/^ALTER TABLE "metric_events"/) },
            },
          },
        },
      ],
    });
  });

  test('puts what is of the run at the top of its first migration', () => {
    const advice = [{ rule: 'r', severity: 'notice', subject: 's', message: 'm' }] as const;
    const [result] = runOf(of({ advice })).results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'prisma/migrations/1_a/migration.sql', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1, endLine: 1 },
    });
  });

  test.each([['/etc/passwd'], ['../outside.sql'], ['a//b.sql'], [undefined]])(
    'tells beside the results what has no place in the repository: %s',
    (file) => {
      const outside = makeStatement({ file });
      const run = runOf(of({ hazards: [makeHazard(outside)] }, [outside]));
      expect(run.results).toEqual([]);
      expect(run.invocations[0].toolExecutionNotifications).toEqual([
        { level: 'warning', message: { text: 'Something waits.' }, associatedRule: { id: 'a-rule' } },
      ]);
    },
  );

  test('writes a path as a URI', () => {
    const odd = makeStatement({ file: './prisma/a b/#1 100%/ü.sql' });
    const [result] = runOf(of({ hazards: [makeHazard(odd)] }, [odd])).results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
      'prisma/a%20b/%231%20100%25/%C3%BC.sql',
    );
  });

  test('describes every rule, whether it found something or not, from the same place', () => {
    const rules = [
      { id: 'z-rule', title: 'Last', severity: 'error', why: 'Because.', docs: 'https://host.example/z' },
      { id: 'a-rule', title: 'First', severity: 'warning', why: 'Because.', docs: 'javascript:alert(1)' },
    ] as const;
    const hazards = [makeHazard(statement, { rule: 'm-rule-2', severity: 'notice' })];
    const described = runOf(of({ hazards }), { rules }).tool.driver.rules;
    expect(described.map(({ id }: { id: string }) => id)).toEqual(['a-rule', 'm-rule-2', 'z-rule']);
    expect(described[0].helpUri).toBe(tool.informationUri);
    expect(described[1]).toMatchObject({
      name: 'MRule2',
      shortDescription: { text: 'M rule 2' },
      defaultConfiguration: { level: 'note' },
      properties: { 'problem.severity': 'recommendation' },
    });
    expect(described[2]).toMatchObject({
      name: 'ZRule',
      helpUri: 'https://host.example/z',
      help: { markdown: '**Last**\n\nBecause.\n\n[What this means](https://host.example/z)' },
    });
  });

  test('leaves allowed hazards out for GitHub, and has them suppressed for others', () => {
    expect(JSON.stringify(runOf(neonhubRehearsal))).not.toContain('drop-column');
    const { results } = runOf(neonhubRehearsal, { allowed: 'suppressed' });
    expect(results.at(-1)).toMatchObject({
      ruleId: 'drop-column',
      suppressions: [
        { kind: 'inSource', status: 'accepted', justification: 'unused since 3.2, see the pull request 117' },
      ],
    });
    const allowed = [{ hazard: makeHazard(statement), reason: 'old', by: 'baseline' }] as const;
    const [external] = runOf(of({ allowed }), { allowed: 'suppressed' }).results;
    expect(external.suppressions[0].kind).toBe('external');
  });

  test('cannot be made to show a link or to take an argument', () => {
    const hazards = [makeHazard(statement, { message: '[here](https://evil.example) {0} {"a": {1}}' })];
    const [result] = runOf(of({ hazards })).results;
    expect(result.message.text).toBe('[here] (https://evil.example) { 0} {"a": { 1}}');
  });

  test('is the same for the same rehearsal', () => {
    expect(rehearsalSarif(neonhubRehearsal, tool)).toBe(rehearsalSarif(neonhubRehearsal, tool));
  });
});

describe('the fingerprint', () => {
  const fingerprints = (rehearsal: Rehearsal): readonly string[] =>
    runOf(rehearsal).results.map(
      (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['statement/v1'],
    );
  const printOf = (
    fields: Parameters<typeof makeStatement>[0],
    finding: Parameters<typeof makeHazard>[1] = {},
  ) => {
    const moved = makeStatement({ ...statement, ...fields });
    return fingerprints(of({ hazards: [makeHazard(moved, finding)] }, [moved]));
  };
  const first = printOf({});

  test.each([
    ['lines before it', { line: 90 }],
    ['statements before it', { index: 12 }],
    ['its layout', { text: ' DROP   TABLE "users"' }],
    ['the name of its migration', { migration: '2_b', file: 'prisma/migrations/2_b/migration.sql' }],
  ])('outlives a change of %s', (_name, fields) => {
    expect(printOf(fields)).toEqual(first);
  });

  test('outlives other numbers in the message', () => {
    expect(printOf({}, { message: '413 rows' })).toEqual(first);
  });

  test('differs by rule, subject and SQL', () => {
    const others = [
      printOf({}, { rule: 'b-rule' }),
      printOf({}, { subject: 'accounts' }),
      printOf({ text: 'DROP TABLE "accounts"' }),
    ];
    expect(new Set([...first, ...others.flat()]).size).toBe(4);
  });

  test('counts results that are alike', () => {
    const hazards = [makeHazard(statement), makeHazard(statement, { message: 'Something else waits.' })];
    const prints = fingerprints(of({ hazards }));
    expect(prints.map((print) => print.split(':')[1])).toEqual(['1', '2']);
  });
});

test('no more results than GitHub keeps, the worst first', () => {
  const hazards = Array.from({ length: 5_200 }, (_, index) =>
    makeHazard(statement, { subject: `t${index}`, severity: index === 5_100 ? 'error' : 'warning' }),
  );
  const run = runOf(of({ hazards }));
  expect(run.results).toHaveLength(5_000);
  expect(run.results[0].level).toBe('error');
  expect(run.invocations[0].toolExecutionNotifications).toEqual([
    {
      level: 'warning',
      message: { text: '200 more results are left out: GitHub keeps no more than 5000 of a run.' },
    },
  ]);
});
