import { describe, expect, test } from 'vitest';
import type { Rehearsal } from '../../../src/migrations/rehearsal/rehearsal.ts';
import {
  findingsOfRehearsal,
  verdictOfRehearsal,
} from '../../../src/migrations/rehearsal/rehearsal-findings.ts';
import { rehearsalSection } from '../../../src/migrations/rehearsal/rehearsal-section.ts';
import { annotationsOf } from '../../../src/report/annotations.ts';
import { fitComment } from '../../../src/report/fit.ts';
import { parseSection, serializeSection } from '../../../src/report/json.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import type { Section } from '../../../src/report/section.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { makeReport } from '../../report/fixtures/made-report.ts';
import { shownText, tagsOf, toHtml, withoutBreaks } from '../../report/parsed-markdown.ts';
import { hostileRehearsal } from './fixtures/hostile-rehearsal.ts';
import {
  makeCircumstances,
  makeHazard,
  makeLock,
  makeMeasurement,
  makeRehearsal,
  makeState,
  makeStatement,
  refOf,
} from './fixtures/made-rehearsal.ts';
import { neonhubRehearsal, productionRows } from './fixtures/neonhub-rehearsal.ts';

const users = makeState(1, 'users', { rows: 3_049_000, bytes: 398 * 1024 ** 2 });
const statement = makeStatement({
  text: 'CREATE INDEX ON "users" ("name")',
  kind: 'IndexStmt',
  durationMs: 4_700,
  locks: [makeLock(users, 'ShareLock', 4_700)],
});

function of(
  statements: readonly (typeof statement)[],
  fields: Partial<Omit<Rehearsal, 'verdict'>> = {},
): Rehearsal {
  return makeRehearsal({ measurement: makeMeasurement({ statements, before: [users] }), ...fields });
}

/** What a reader sees of the section, everything unfolded. */
function shown(section: Section): string {
  return withoutBreaks(shownText(toHtml(renderMarkdown(makeReport([section])))));
}

describe('the summary', () => {
  const reader = makeStatement({
    ...statement,
    index: 1,
    locks: [makeLock(users, 'AccessExclusiveLock', 12)],
  });
  const quick = makeStatement({ ...statement, index: 2, locks: [makeLock(users, 'AccessExclusiveLock', 9)] });
  const failed = makeStatement({ index: 3, status: 'failed' });
  const hazards = [
    makeHazard(statement, { severity: 'error' }),
    makeHazard(statement, { subject: 'a' }),
    makeHazard(reader, { subject: 'b' }),
  ];

  test.each([
    ['no pending migration', []],
    ['none of 1 statement blocks reads or writes for 10 ms', [quick]],
    ['1 statement blocks writes on production-size tables, for 4.7 s', [statement, quick]],
    ['2 statements block reads or writes on production-size tables, longest 4.7 s', [reader, statement]],
    ['1 statement failed, none of 1 statement blocks reads or writes for 10 ms', [failed]],
    [
      '1 statement failed, 1 statement blocks writes on production-size tables, for 4.7 s',
      [statement, failed],
    ],
  ])('%s', (summary, statements) => {
    expect(rehearsalSection(of(statements)).summary).toBe(summary);
  });

  test('counts the findings', () => {
    expect(rehearsalSection(of([statement, reader], { hazards })).summary).toBe(
      '2 statements block reads or writes on production-size tables, longest 4.7 s: 1 error, 2 warnings',
    );
  });

  test('claims nothing about production where there is none of it', () => {
    const circumstances = makeCircumstances({ isProductionData: false });
    const measurement = makeMeasurement({ statements: [statement], before: [users], circumstances });
    const section = rehearsalSection(makeRehearsal({ measurement }));
    expect(section.summary).toBe('1 statement blocks writes on existing tables, for 4.7 s');
    expect(shown(section)).toContain(
      "Data: not a copy of production's: sizes and times say nothing about production",
    );
  });
});

describe('the verdict', () => {
  test.each([
    ['pass', 'passed', of([statement])],
    ['pass', 'passed', of([statement], { hazards: [makeHazard(statement, { severity: 'notice' })] })],
    ['warning', 'warning', of([statement], { hazards: [makeHazard(statement)] })],
    ['error', 'failed', of([statement], { hazards: [makeHazard(statement, { severity: 'error' })] })],
    ['error', 'failed', of([makeStatement({ status: 'failed' })])],
    [
      'pass',
      'passed',
      of([statement], {
        allowed: [{ hazard: makeHazard(statement, { severity: 'error' }), reason: 'r', by: 'comment' }],
      }),
    ],
  ] as const)('%s, and the section is %s', (verdict, status, rehearsal) => {
    expect(verdictOfRehearsal(rehearsal)).toBe(verdict);
    expect(rehearsalSection(rehearsal).status).toBe(status);
  });

  test('is of all parts', () => {
    const finding = { rule: 'r', severity: 'error', subject: 's', message: 'm' } as const;
    const result = { schemaOf: 'main', models: 1, prepared: 4 };
    const verdict = { model: 'A', field: undefined, operation: 'all', status: 'breaks', finding } as const;
    const parts: readonly Partial<Rehearsal>[] = [
      { advice: [finding] },
      { codeFirst: { kind: 'done', result: { ...result, verdicts: [verdict] } } },
      { compatibility: { kind: 'done', result: { ...result, verdicts: [verdict] } } },
      { load: { kind: 'done', result: { tables: [], findings: [finding] } } },
      {
        rollback: {
          kind: 'done',
          result: { sql: '', losesData: false, losses: [], rehearsed: undefined, findings: [finding] },
        },
      },
    ];
    for (const part of parts) expect(of([statement], part).verdict, Object.keys(part).join()).toBe('error');
  });
});

describe('the findings', () => {
  test('have the place of their statement, to its last line, and keep a place of their own', () => {
    const long = makeStatement({
      line: 7,
      text: 'ALTER TABLE "users"\n  ADD COLUMN "a" int,\n  ADD COLUMN "b" int\n',
    });
    const own = { file: 'prisma/schema.prisma', line: 3 };
    const hazards = [makeHazard(long), makeHazard(long, { rule: 'b-rule', location: own })];
    const annotations = annotationsOf(findingsOfRehearsal(of([long], { hazards })));
    expect(annotations.map(({ file, line, endLine }) => [file, line, endLine])).toEqual([
      ['prisma/migrations/1_a/migration.sql', 7, 9],
      ['prisma/schema.prisma', 3, 3],
    ]);
  });

  test('have no place where there is no file', () => {
    const outside = makeStatement({ file: undefined });
    const unknown = makeHazard({ migration: 'gone', index: 9 }, { subject: 'gone' });
    const findings = findingsOfRehearsal(of([outside], { hazards: [makeHazard(outside), unknown] }));
    expect(findings).toHaveLength(2);
    expect(annotationsOf(findings)).toEqual([]);
  });

  test('are told once, worst first', () => {
    const warning = makeHazard(statement);
    const error = makeHazard(statement, { severity: 'error', rule: 'z-rule' });
    const findings = findingsOfRehearsal(of([statement], { hazards: [warning, error, warning] }));
    expect(findings.map(({ rule }) => rule)).toEqual(['z-rule', 'a-rule']);
  });
});

describe('the section of a pull request', () => {
  const section = rehearsalSection(neonhubRehearsal, productionRows);
  const text = shown(section);

  test('has the worst statements in its first table, worst first', () => {
    const [table] = section.blocks;
    const rows = table?.kind === 'table' ? table.rows : [];
    const places = rows.map(([symbol, cell]) => [
      symbol,
      typeof cell === 'object' && 'lines' in cell ? cell.lines[0] : cell,
    ]);
    expect(places).toEqual([
      ['❌', { code: '20261121090000_accounts_cleanup:14' }],
      ['❌', { code: '20261120103000_metric_value_numeric:2' }],
      ['❌', { code: '20261121090000_accounts_cleanup:17' }],
      ['⚠️', { code: '20261120103000_metric_value_numeric:6' }],
      ['⚠️', { code: '20261121090000_accounts_cleanup:6' }],
    ]);
    expect(rows[1]?.slice(2)).toEqual([
      { lines: ['4.7 s'] },
      { lines: ['reads and writes 4.7 s', { code: 'ACCESS EXCLUSIVE' }] },
      {
        lines: [
          ...[{ code: 'metric_events' }, 'partitioned table'],
          ...[{ code: 'metric_events_2026_10' }, '1.5 M rows, 188 MB, rewritten'],
          ...[{ code: 'metric_events_2026_11' }, '1.5 M rows, 194 MB, rewritten'],
          '2 indexes rewritten',
        ],
      },
      '398 MB',
    ]);
  });

  test('folds every other statement, and every lock', () => {
    const folded = section.blocks.flatMap((block) => (block.kind === 'details' ? [block.title] : []));
    expect(folded).toEqual([
      'Steps that keep the deployed app working',
      'The SQL of the way back',
      '4 other statements',
      'Every lock',
      '1 hazard allowed',
      'What was not measured (2)',
    ]);
    for (const { migration, line } of neonhubRehearsal.measurement.statements)
      expect(text).toContain(`${migration}:${line}`);
  });

  test.each([
    [
      'circumstances',
      'Measured on: PostgreSQL 17.5, 0.25 CU, cold cache, 3.1 GB, statements sent one by one (Prisma ≥ 7.4)',
    ],
    ['what was seen how', 'How: 7 statements measured exactly, 1 statement observed from a second session'],
    ['time-outs', 'Time-outs: lock_timeout none, statement_timeout none'],
    ['an estimate with its basis', 'about 60 s if linear'],
    ['rows that are refused', 'id=cm3k1x4dd'],
    [
      'the deployed app',
      'The deployed app on the migrated database: 7 models of 2f77d10 asked about, 28 statements prepared',
    ],
    ['steps', '-- expand (this release)'],
    ['load', '3 × 57014 canceling statement due to statement timeout'],
    ['the way back', 'accounts.session_state comes back empty (61,003 rows had a value)'],
    ['a reason', 'unused since 3.2, see the pull request 117'],
    ['a note', 'it was observed from a second session'],
    ['what was skipped', 'The new app on the old database: not asked for'],
  ])('has %s', (_name, words) => {
    expect(text).toContain(words);
  });

  test('reads well on a terminal', () => {
    const lines = renderTerminal(makeReport([section]), { width: 100 }).split('\n');
    expect(lines).toContain('  ✘ change-column-type  public.metric_events.value');
    expect(lines.slice(5, 7)).toEqual([
      '  ✘ Rehearsal  1 statement failed, 4 statements block reads or writes on production-size tables,',
      '               longest 4.7 s: 4 errors, 3 warnings, 2 notices',
    ]);
  });

  test('is the same for the same rehearsal, and survives the way between two steps', () => {
    expect(rehearsalSection(neonhubRehearsal, productionRows)).toEqual(section);
    expect(parseSection(JSON.parse(serializeSection(section)))).toEqual(section);
  });
});

describe('circumstances', () => {
  test.each([
    [
      makeCircumstances({ transport: 'script', computeSize: undefined, cache: 'unknown' }),
      'PostgreSQL 17.5, 3.1 GB, each migration in one transaction (Prisma ≤ 7.3)',
    ],
    [
      makeCircumstances({ engine: 'command', serverVersion: 180_001, cache: 'warm' }),
      'PostgreSQL 18.1, 0.25 CU, warm cache, 3.1 GB, sent by the command',
    ],
    [
      makeCircumstances({ lockTimeoutMs: 5_000, statementTimeoutMs: 1_200_000 }),
      'lock_timeout 5.0 s, statement_timeout 20 min',
    ],
  ])('are said: %j', (circumstances, words) => {
    const measurement = makeMeasurement({ statements: [statement], circumstances });
    expect(shown(rehearsalSection(makeRehearsal({ measurement })))).toContain(words);
  });
});

describe('the first table', () => {
  test('says where a lock was waited for, was seen from outside, and was not seen at all', () => {
    const waited = { ...makeLock(users, 'AccessExclusiveLock', 5_000), waitedMs: 300 };
    const statements = [
      makeStatement({ index: 0, locks: [waited], source: 'observed', durationMs: 5_000 }),
      makeStatement({ index: 1, source: 'none', status: 'failed' }),
      makeStatement({ index: 2, source: 'none', status: 'not run' }),
    ];
    const text = shown(rehearsalSection(of(statements)));
    expect(text).toContain('after waiting 300 ms for it'.replace('300 ms', '300\u00A0ms'));
    expect(text).toContain('observed');
    expect(text).toContain('not measured');
    expect(text).toContain('not run');
  });

  test('names a table that is locked on the way, with its own mode, and one that was never analysed', () => {
    const parent = makeState(2, 'teams', { schema: 'Org', rows: undefined });
    const locks = [makeLock(users, 'AccessExclusiveLock', 20), makeLock(parent, 'ShareRowExclusiveLock', 20)];
    const measurement = makeMeasurement({ statements: [makeStatement({ locks })], before: [users, parent] });
    const [table] = rehearsalSection(makeRehearsal({ measurement })).blocks;
    expect(table?.kind === 'table' ? table.rows[0]?.[4] : undefined).toEqual({
      lines: [
        ...[{ code: 'users' }, '3.0 M rows, 398 MB'],
        ...[{ code: 'Org.teams' }, 'rows unknown, 96 kB, SHARE ROW EXCLUSIVE'],
      ],
    });
  });

  test('names what was rewritten without a lock that was seen', () => {
    const measurement = makeMeasurement({
      statements: [makeStatement({ rewritten: [refOf(users)], source: 'observed' })],
      before: [users],
    });
    const text = shown(rehearsalSection(makeRehearsal({ measurement })));
    expect(text).toContain('398\u00A0MB, rewritten');
  });

  test('has no more than twelve statements; the others are folded', () => {
    const statements = Array.from({ length: 40 }, (_, index) => makeStatement({ ...statement, index }));
    const { blocks } = rehearsalSection(of(statements));
    expect(blocks[0]).toMatchObject({ kind: 'table', rows: { length: 12 } });
    const others = blocks.find((block) => block.kind === 'details' && block.title === '28 other statements');
    expect(others).toMatchObject({ blocks: [{ kind: 'table', rows: { length: 28 } }] });
  });
});

describe('the worst case', () => {
  const section = rehearsalSection(hostileRehearsal(200));
  const report = makeReport([section]);

  test('fits a comment', () => {
    const { body, moved } = fitComment(report);
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(moved).toContain('rehearse-migrations');
    expect(body).toContain('| ❌ | **Rehearsal** |');
  });

  test('lets no text of it act', () => {
    const html = toHtml(renderMarkdown(report));
    const tags = new Set(tagsOf(html).filter((tag) => !tag.startsWith('/')));
    for (const tag of ['script', 'img', 'h1', 'h2', 'h5', 'hr', 'em', 'del', '<!--', 'input'])
      expect(tags).not.toContain(tag);
    for (const [, address] of html.matchAll(/<a href="([^"]*)"/g)) {
      expect(address).toMatch(/^https:\/\/github\.com\/neonhub\//);
    }
    // Mentions are read in prose only, not in code.
    expect(html.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '')).not.toMatch(/@\w/);
  });
});
