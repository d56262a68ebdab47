import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import { clipTo, columnsOf, wrap } from '../../src/report/terminal-text.ts';
import { makeFinding, makeReport, makeSection, reportFullOf } from './fixtures/made-report.ts';
import { deletedReport, failedReport, neonhubReport } from './fixtures/neonhub-report.ts';
import { hostileMixtures, hostileTexts } from './hostile-text.ts';

/** As the runner reads its log: white space before `::` is ignored, `##[` counts anywhere. */
function commandsIn(output: string): readonly string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => /^\s*::/.test(line) || line.includes('##['));
}

describe('renderTerminal', () => {
  it('shows verdict, branch, sections, findings and fixes', () => {
    const output = renderTerminal(neonhubReport, { width: 90 });
    expect(output).toContain('│ ! Preview database: warning (3 warnings, 1 notice)');
    expect(output).toContain('expires 2026-12-06');
    expect(output).toContain('  ✔ Migrations  5 migrations applied in 1.9 s');
    expect(output).toContain('  ! duplicate-index  public.sessions_session_token_idx');
    expect(output).toContain('      DROP INDEX CONCURRENTLY "sessions_session_token_idx";');
    expect(output).toContain('https://github.com/neonhub/neonhub/actions/runs/19583311742');
  });

  it('says what to do after a failure, and that a branch is gone', () => {
    expect(renderTerminal(failedReport)).toContain('1. Give drafts with the same title different slugs');
    const deleted = renderTerminal(deletedReport);
    expect(deleted).toContain('neon branch preview/pr-128, deleted, from main');
    expect(deleted).not.toContain('expires');
  });

  it('has colours only when asked', () => {
    expect(renderTerminal(neonhubReport)).not.toContain('\u001B');
    const coloured = renderTerminal(neonhubReport, { color: true });
    expect(coloured).toContain('\u001B[33m');
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(neonhubReport));
  });

  it.each([40, 60, 90, 140])('draws a closed box %d columns wide', (width) => {
    const report = makeReport([makeSection()], { key: '漢字👩‍👩‍👧'.repeat(9) });
    const box = renderTerminal(report, { width })
      .split('\n')
      .filter((line) => /^[╭│╰]/.test(line));
    expect(box.length).toBeGreaterThanOrEqual(4);
    for (const line of box) expect(columnsOf(line)).toBe(width);
  });

  it('wraps prose to the width', () => {
    const finding = makeFinding({ message: 'word '.repeat(100), subject: 'x'.repeat(300) });
    const report = makeReport([makeSection({ summary: 'much '.repeat(50), findings: [finding] })]);
    for (const line of renderTerminal(report, { width: 60 }).split('\n'))
      expect(columnsOf(line)).toBeLessThanOrEqual(60);
  });

  it('lets no workflow command through', () => {
    const commands = [
      '::error::planted',
      '  ::add-mask::x',
      '\n::stop-commands::x',
      '##[error]x',
      '\r::set-env name=A::b',
    ];
    for (const text of [...commands, ...hostileTexts, ...hostileMixtures(300, 11)]) {
      for (const color of [true, false]) {
        const output = renderTerminal(reportFullOf(text), { color, width: 40 });
        expect(commandsIn(output), JSON.stringify(text)).toEqual([]);
        expect(commandsIn(stripVTControlCharacters(output)), JSON.stringify(text)).toEqual([]);
      }
    }
  });

  it('neutralises a command that wrapping brings to the start of a line', () => {
    const finding = makeFinding({
      message: `${'x'.repeat(36)} ::error::planted`,
      fix: 'SELECT 1\n\t::error::planted',
    });
    const output = renderTerminal(makeReport([makeSection({ findings: [finding] })]), { width: 40 });
    expect(output).toContain(': :error::planted');
    expect(commandsIn(output)).toEqual([]);
  });

  it('keeps casts inside a line of SQL', () => {
    const finding = makeFinding({ fix: "SELECT '1'::int;" });
    expect(renderTerminal(makeReport([makeSection({ findings: [finding] })]))).toContain("SELECT '1'::int;");
  });

  it('lets no control character through', () => {
    for (const text of [...hostileTexts, ...hostileMixtures(300, 12)]) {
      const output = renderTerminal(reportFullOf(text));
      expect(output, JSON.stringify(text)).not.toMatch(
        /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u,
      );
    }
  });

  it('counts what is too much to list', () => {
    const findings = Array.from({ length: 70 }, (_, index) => makeFinding({ subject: `t${index}` }));
    expect(renderTerminal(makeReport([makeSection({ findings })]))).toContain('… and 20 more findings');
  });
});

describe('terminal text', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['✅', 2],
    ['│', 1],
  ])('%s takes %d columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('wraps at spaces and breaks what is longer than a line', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrap('a bbbbbbb c', 3)).toEqual(['a', 'bbb', 'bbb', 'b c']);
    expect(wrap('', 5)).toEqual(['']);
    expect(wrap('漢字漢字', 4)).toEqual(['漢字', '漢字']);
  });

  it('clips by columns', () => {
    expect(clipTo('漢字漢字', 5)).toBe('漢字…');
    expect(clipTo('abc', 3)).toBe('abc');
  });
});
