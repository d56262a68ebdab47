import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/report/finding.ts';
import { fitComment, renderSummary } from '../../src/report/fit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { PlainBlock } from '../../src/report/section.ts';
import { makeFinding, makeReport, makeSection } from './fixtures/made-report.ts';
import { neonhubReport } from './fixtures/neonhub-report.ts';
import { hostileTexts } from './hostile-text.ts';
import { tagsOf, toHtml } from './parsed-markdown.ts';

const code = (length: number): PlainBlock => ({
  kind: 'code',
  language: 'sql',
  text: 'SELECT 1;\n'.repeat(length / 10),
});
const prose = (length: number): PlainBlock => ({
  kind: 'list',
  items: Array.from({ length: 9 }, () => 'word '.repeat(length / 45)),
});
const findings = (count: number, fields: Partial<Finding>) =>
  Array.from({ length: count }, (_, index) => makeFinding({ subject: `public.table_${index}`, ...fields }));

/** Every element that is opened is closed, in order (a fence left open would swallow a closing tag). */
function expectWhole(markdown: string): void {
  const html = toHtml(markdown);
  const open: string[] = [];
  for (const tag of tagsOf(html)) {
    if (['br', 'hr', 'input', 'img'].includes(tag)) continue;
    if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
    else open.push(tag);
  }
  expect(open).toEqual([]);
}

describe('fitComment', () => {
  it('is the whole report where that fits', () => {
    expect(fitComment(neonhubReport)).toEqual({ body: renderMarkdown(neonhubReport), moved: [] });
  });

  it('folds code away first, from sections that passed before those that failed', () => {
    const report = makeReport([
      makeSection({ id: 'failed', title: 'Failed', status: 'failed', blocks: [code(20_000)] }),
      makeSection({ id: 'small', title: 'Small', blocks: [code(1_000)] }),
      makeSection({ id: 'large', title: 'Large', blocks: [{ kind: 'text', text: 'kept' }, code(45_000)] }),
    ]);
    const { body, moved } = fitComment(report);
    expect(moved).toEqual(['large']);
    expect(body).toContain('kept');
    expect(body).toContain(
      'The rest, with code and diagrams: see the [step summary](<https://github.com/neonhub/neonhub/actions/runs/1>)',
    );
    expect(body.length).toBeLessThanOrEqual(60_000);
    expectWhole(body);
  });

  it('gives up what is folded before code and diagrams', () => {
    const details = { kind: 'details', title: 'Every one', blocks: [prose(5_000)] } as const;
    const report = makeReport([
      makeSection({ title: 'A', blocks: [{ kind: 'text', text: 'kept' }, details, code(5_000)] }),
    ]);
    const whole = renderMarkdown(report).length;
    const { body } = fitComment(report, { limit: whole - 1 });
    expect(body).toContain('kept');
    expect(body).toContain('SELECT 1;');
    expect(body).not.toContain('Every one');
    expect(body).toContain('What is folded here: see the [step summary]');
    expectWhole(body);
    const brief = fitComment(report, { limit: body.length - 1 }).body;
    expect(brief).toContain('kept');
    expect(brief).not.toContain('SELECT 1;');
    expect(brief).toContain('The rest, with code and diagrams: see');
    expectWhole(brief);
  });

  it('then leaves out whole details, and keeps table and errors to the end', () => {
    const report = makeReport([
      makeSection({ id: 'a', title: 'A', blocks: [prose(16_000)] }),
      makeSection({ id: 'b', title: 'B', blocks: [prose(16_000)] }),
      makeSection({
        id: 'c',
        title: 'C',
        status: 'failed',
        blocks: [prose(16_000)],
        findings: findings(3, { severity: 'error', fix: 'FIX ME' }),
      }),
    ]);
    const { body, moved } = fitComment(report, { limit: 20_000 });
    expect(moved).toEqual(['a', 'b']);
    expect(body).toContain('**A**: see the [step summary]');
    expect(body.match(/FIX ME/g)).toHaveLength(3);
    expectWhole(body);
    const tight = fitComment(report, { limit: 700 });
    expect(tight.body).toContain('| ❌ | **C** | Fine |');
    expect(tight.body).toMatch(/❌ .*see the \[step summary\]/);
    expect(tight.moved).toContain('findings');
    expectWhole(tight.body);
  });

  it('gives up notices before warnings, and warnings before errors', () => {
    const report = makeReport([
      makeSection({
        findings: [
          ...findings(60, { severity: 'error', fix: 'error fix' }),
          ...findings(60, { severity: 'warning', fix: 'warning fix' }),
          ...findings(60, { severity: 'notice', fix: 'notice fix' }),
        ],
      }),
    ]);
    const kept = [60_000, 40_000, 25_000, 16_000, 3_000].map((limit) => {
      const { body } = fitComment(report, { limit });
      expect(body.length).toBeLessThanOrEqual(limit);
      expectWhole(body);
      return ['error', 'warning', 'notice'].filter((severity) => body.includes(`${severity} fix`)).join(' ');
    });
    expect(kept[0]).toBe('error warning notice');
    expect(kept).toContain('error warning');
    expect(kept).toContain('error');
    expect(kept.at(-1)).toBe('');
  });

  it.each([
    [
      'one finding',
      { subject: 'x'.repeat(2_000_000), message: '|'.repeat(2_000_000), fix: '`'.repeat(500_000) },
    ],
    ['its evidence', { evidence: '$'.repeat(2_000_000), rule: '@a '.repeat(500_000) }],
    ['lines', { evidence: '\n'.repeat(500_000), fix: '\n'.repeat(500_000) }],
  ])('is never over the limit, however large: %s', (_name, fields) => {
    for (const severity of ['error', 'warning', 'notice'] as const) {
      const report = makeReport([makeSection({ findings: findings(30, { severity, ...fields }) })]);
      const { body } = fitComment(report);
      expect(body.length).toBeLessThanOrEqual(60_000);
      expect(body.length).toBeGreaterThan(50);
      expectWhole(body);
    }
  });

  it('is never over the limit, however many sections', () => {
    const sections = Array.from({ length: 3_000 }, (_, index) =>
      makeSection({
        id: `s${index}`,
        title: '$'.repeat(500),
        summary: '@'.repeat(5_000),
        blocks: [prose(900)],
        status: index === 2_999 ? 'failed' : 'passed',
      }),
    );
    const { body } = fitComment(
      makeReport(sections, { key: '|'.repeat(9_000), runUrl: `https://x.example/${'&'.repeat(1_900)}` }),
    );
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toMatch(/^### ❌/);
    expectWhole(body);
  });

  it('is whole and within every limit on the way down', () => {
    const report = makeReport(
      hostileTexts.map((text, index) =>
        makeSection({
          id: `s${index}`,
          title: text,
          summary: text,
          status: index % 3 === 0 ? 'failed' : 'warning',
          blocks: [
            { kind: 'text', text },
            { kind: 'code', language: 'sql', text },
            { kind: 'mermaid', text },
          ],
          findings: [makeFinding({ message: text, subject: text, fix: text, evidence: `${text}\n${text}` })],
        }),
      ),
    );
    const whole = renderMarkdown(report).length;
    for (let limit = whole; limit > 500; limit = Math.floor(limit * 0.8)) {
      const { body } = fitComment(report, { limit });
      expect(body.length).toBeLessThanOrEqual(limit);
      expectWhole(body);
    }
  });
});

describe('renderSummary', () => {
  it('is the whole report', () => {
    expect(renderSummary(neonhubReport)).toBe(renderMarkdown(neonhubReport));
    const report = makeReport([makeSection({ blocks: [code(500_000)] })]);
    expect(renderSummary(report)).toBe(renderMarkdown(report));
  });

  it('counts bytes, not characters', () => {
    const text = '漢'.repeat(400_000);
    const report = makeReport([makeSection({ title: 'A', blocks: [{ kind: 'code', language: '', text }] })]);
    expect(renderMarkdown(report).length).toBeLessThan(1024 * 1024);
    const summary = renderSummary(report);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024 - 16 * 1024);
    expect(summary).toContain("left out, the summary would be over GitHub's limit of 1 MiB");
    expect(summary).not.toContain('step summary]');
    expectWhole(summary);
  });
});
