import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { reportSchemaText } from '../../scripts/report-schema.ts';
import { UserError } from '../../src/errors.ts';
import {
  parseBranch,
  parseReport,
  parseReportText,
  parseSection,
  reportSchema,
  serializeReport,
  serializeSection,
} from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { reportLimits } from '../../src/report/report-shape.ts';
import { makeBranch, makeFinding, makeReport, makeSection, reportFullOf } from './fixtures/made-report.ts';
import { deletedReport, failedReport, neonhubReport } from './fixtures/neonhub-report.ts';
import { hostileTexts, random } from './hostile-text.ts';

const validate = new Ajv({ strict: true, strictTuples: false }).compile(reportSchema());

function parses(value: unknown): boolean {
  try {
    parseReport(value);
    return true;
  } catch (thrown) {
    if (thrown instanceof UserError) return false;
    throw thrown;
  }
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A copy of `root` with the value at `path` replaced; `undefined` removes it. */
function changed(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root))
    return root.map((entry, index) => (index === step ? changed(entry, rest, value) : entry));
  if (typeof root !== 'object' || root === null) return root;
  return Object.fromEntries(
    Object.entries(root).flatMap(([name, entry]) => {
      if (name !== step) return [[name, entry]];
      const next = changed(entry, rest, value);
      return next === undefined ? [] : [[name, next]];
    }),
  );
}

/** Every place in a JSON value. */
function placesIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...children.flatMap(([step, child]) => placesIn(child, [...path, step]))];
}

describe('a report as JSON', () => {
  it.each<readonly [string, Report]>([
    ['neonhub', neonhubReport],
    ['failed', failedReport],
    ['deleted', deletedReport],
    [
      'empty',
      makeReport([], { branch: undefined, commit: undefined, pullRequest: undefined, runUrl: undefined }),
    ],
    ...hostileTexts.map((text) => [text, reportFullOf(text)] as const),
  ])('comes back as it went: %s', (_name, report) => {
    expect(parseReportText(serializeReport(report))).toEqual(report);
  });

  it('takes sections and branches alone', () => {
    for (const section of failedReport.sections) {
      expect(parseSection(JSON.parse(serializeSection(section)))).toEqual(section);
    }
    expect(parseBranch(asJson(makeBranch()))).toEqual(makeBranch());
    expect(() => parseSection(null)).toThrow('section is null, not an object.');
    expect(() => parseBranch({ provider: 'neon' })).toThrow('branch.name is missing, not a text.');
  });

  it('drops what it does not know', () => {
    const json = JSON.parse(serializeReport(neonhubReport));
    json.extra = 1;
    json.subject.extra = { deep: [] };
    json.sections[0].blocks[0].extra = '<script>';
    json.sections[3].findings[0].location.extra = true;
    expect(parseReport(json)).toEqual(neonhubReport);
    const polluted = JSON.parse(
      `{"__proto__": {"polluted": true}, ${serializeReport(neonhubReport).slice(1)}`,
    );
    expect(parseReport(polluted)).toEqual(neonhubReport);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads own fields only', () => {
    expect(parses(Object.create(neonhubReport))).toBe(false);
  });

  it.each([
    [2, 'The report has version 2; this release reads version 1.'],
    ['1', 'The report has version unknown; this release reads version 1.'],
    [{}, 'The report has version unknown; this release reads version 1.'],
  ])('refuses another version: %j', (version, message) => {
    expect(() => parseReport({ ...neonhubReport, version })).toThrow(message);
    expect(() => parseReport({ ...neonhubReport, version })).toThrow(UserError);
  });

  it('says where it is wrong, and what was seen, without letting that act', () => {
    const wrong = (path: readonly (string | number)[], value: unknown) => () =>
      parseReport(changed(asJson(failedReport), path, value));
    expect(wrong(['sections', 1, 'status'], 'great\n::error::x')).toThrow(
      'report.sections[1].status is "great⏎::error::x", not passed or warning or failed or skipped or running.',
    );
    expect(wrong(['sections', 1, 'title'], undefined)).toThrow(
      'report.sections[1].title is missing, not a text.',
    );
    expect(wrong(['sections', 1, 'findings', 0, 'location', 'line'], 0)).toThrow(
      'report.sections[1].findings[0].location.line is 0, not a whole number from 1 to 100000000.',
    );
    expect(wrong(['sections', 0, 'blocks', 0, 'kind'], 'html')).toThrow(
      'report.sections[0].blocks[0] is an object, not of a known form.',
    );
    expect(wrong(['sections', 0, 'title'], 'x'.repeat(1_001))).toThrow(
      'report.sections[0].title is longer than 1000 characters.',
    );
    expect(wrong(['sections'], Array(51).fill(neonhubReport.sections[0]))).toThrow(
      'report.sections has 51 entries, more than 50.',
    );
  });

  it.each([
    ['not JSON', '{'],
    ['not an object', '[]'],
    ['nothing', ''],
    ['deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['deep in a field', `{"version":1,"subject":${'['.repeat(200_000)}${']'.repeat(200_000)},"sections":[]}`],
  ])('refuses what is no report: %s', (_name, json) => {
    expect(() => parseReportText(json)).toThrow(UserError);
  });
});

it('does not even read what is longer than a report may be', () => {
  const json = serializeReport(neonhubReport);
  expect(parseReportText(json + ' '.repeat(reportLimits.json - json.length))).toEqual(neonhubReport);
  expect(() => parseReportText(json + ' '.repeat(reportLimits.json))).toThrow('longer than 8 MiB');
});

describe('what is over the limits', () => {
  it('is shortened when written, so that it can always be read', () => {
    const many = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, index) => make(index));
    const section = makeSection({
      title: 'x'.repeat(5_000),
      blocks: [
        { kind: 'code', language: 'sql', text: 'x'.repeat(300_000), caption: 'c'.repeat(9_000) },
        { kind: 'list', items: many(5_000, (index) => `item ${index}`) },
        {
          kind: 'table',
          columns: many(30, () => ({ title: 't' })),
          rows: many(2_100, () => many(21, () => 'c')),
        },
        {
          kind: 'details',
          title: 'd'.repeat(9_000),
          blocks: many(200, () => ({
            kind: 'text' as const,
            text: { lines: many(60, (index) => `line ${index}`) },
          })),
        },
        { kind: 'facts', rows: many(100, (index) => [`l${index}`, { code: 'x'.repeat(9_000) }] as const) },
      ],
      findings: [
        ...many(3_000, (index) => makeFinding({ subject: `t${index}`, severity: 'notice' })),
        makeFinding({
          severity: 'error',
          fix: 'f'.repeat(90_000),
          location: { file: 'a'.repeat(9_000), line: 1 },
        }),
      ],
    });
    const read = parseSection(JSON.parse(serializeSection(section)));
    expect(read.findings[0]?.severity).toBe('error');
    expect(read.findings.at(-1)?.message).toBe('2002 more findings are not in this report.');
    expect(read.blocks[1]).toMatchObject({ items: expect.arrayContaining(['… and 3001 more']) });
    const details = read.blocks[3];
    expect(details).toMatchObject({ kind: 'details', title: expect.stringMatching(/^d+…d+$/) });
    const folded = details?.kind === 'details' ? details.blocks : [];
    expect(folded).toHaveLength(100);
    expect(folded[0]).toMatchObject({ text: { lines: expect.arrayContaining(['… and 11 more']) } });
    const report = parseReportText(serializeReport(makeReport(many(52, () => section))));
    expect(report.sections).toHaveLength(50);
    expect(report.sections[0]?.findings[0]?.severity).toBe('error');
    expect(renderMarkdown(report)).toContain('Left out: the report would be too long.');
  });

  it('changes nothing that is within them', () => {
    expect(JSON.parse(serializeReport(neonhubReport))).toEqual(asJson(neonhubReport));
  });
});

describe('the JSON Schema', () => {
  it('is the committed file', () => {
    const file = new URL('../../docs/schemas/report.schema.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(reportSchemaText());
  });

  it('takes and refuses what the reader does', () => {
    const base = asJson(failedReport);
    const values: readonly unknown[] = [
      ...[undefined, null, true, 0, 1, -1, 1.5, '', 'x', 'passed', 'error', 'table', [], ['a', 'b'], {}],
      ...[{ code: 'x' }, { code: 1, link: 'a', text: 'b' }, { link: 'x' }, { kind: 'text', text: 'x' }],
      ...['x'.repeat(1_001), '😀'.repeat(999), '😀'.repeat(1_001), 'x'.repeat(4_001), 'x'.repeat(20_001)],
      Array(2_001).fill('x'),
      { code: 'x'.repeat(4_001), link: 'a', text: 'b' },
    ];
    let taken = 0;
    let refused = 0;
    for (const path of placesIn(base)) {
      for (const value of values) {
        const candidate = changed(base, path, value);
        const expected = candidate !== undefined && validate(candidate);
        expect(parses(candidate), JSON.stringify({ path, value }).slice(0, 300)).toBe(expected);
        if (expected) taken += 1;
        else refused += 1;
      }
    }
    expect(taken).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  it('agrees on random changes too', () => {
    const base = asJson(neonhubReport);
    const places = placesIn(base);
    const next = random(5);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
    for (let round = 0; round < 500; round += 1) {
      const moved = places.find((_, index) => index === Math.floor(next() * places.length)) ?? [];
      let candidate = base;
      for (let change = 0; change < 3; change += 1) {
        const value = moved.reduce<unknown>(
          (at, step) => (Object(at) === at ? Reflect.get(Object(at), step) : undefined),
          base,
        );
        candidate = changed(candidate, pick(places) ?? [], value);
      }
      if (candidate === undefined) continue;
      expect(parses(candidate)).toBe(validate(candidate));
    }
  });
});
