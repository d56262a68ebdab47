import { describe, expect, it } from 'vitest';
import { annotationsOf, limitAnnotations } from '../../src/report/annotations.ts';
import { makeFinding } from './fixtures/made-report.ts';

const at = (line: number, endLine?: number) => ({
  file: 'a.sql',
  line,
  ...(endLine !== undefined && { endLine }),
});

describe('annotationsOf', () => {
  it('has one for each finding with a place, worst first', () => {
    const annotations = annotationsOf([
      makeFinding({ rule: 'b', location: at(2) }),
      makeFinding({ rule: 'nowhere' }),
      makeFinding({ rule: 'a', severity: 'error', location: at(7, 9), fix: 'DROP INDEX x;' }),
    ]);
    expect(annotations).toEqual([
      {
        level: 'error',
        file: 'a.sql',
        line: 7,
        endLine: 9,
        title: 'a: public.users',
        message: 'Something is so.\n\nDROP INDEX x;',
      },
      {
        level: 'warning',
        file: 'a.sql',
        line: 2,
        endLine: 2,
        title: 'b: public.users',
        message: 'Something is so.',
      },
    ]);
  });

  it('keeps an end before its line at the line', () => {
    expect(annotationsOf([makeFinding({ location: at(5, 2) })])[0]?.endLine).toBe(5);
  });

  it('is within the lengths that GitHub takes, and on one line where it must be', () => {
    const [annotation] = annotationsOf([
      makeFinding({
        location: { file: 'a\nb.sql', line: 1 },
        subject: `x\n${'y'.repeat(9_000)}`,
        message: `\u001B[31m${'z'.repeat(9_000)}`,
      }),
    ]);
    expect(annotation?.title.length).toBeLessThanOrEqual(250);
    expect(annotation?.message.length).toBeLessThanOrEqual(4_096);
    expect(`${annotation?.title}${annotation?.file}`).not.toContain('\n');
    expect(annotation?.message).toContain('␛[31m');
  });
});

describe('limitAnnotations', () => {
  const many = (severity: 'error' | 'warning' | 'notice', count: number) =>
    Array.from({ length: count }, (_, index) => makeFinding({ severity, location: at(index + 1) }));

  it('shows ten a level and counts the rest in one line', () => {
    const { shown, note } = limitAnnotations(
      annotationsOf([...many('error', 11), ...many('warning', 25), ...many('notice', 10)]),
    );
    expect(shown.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(shown.filter(({ level }) => level === 'warning')).toHaveLength(10);
    expect(shown.filter(({ level }) => level === 'notice')).toHaveLength(10);
    expect(note).toBe('Not annotated, but in the step summary: 1 error, 15 warnings.');
  });

  it('says nothing where all are shown', () => {
    expect(limitAnnotations(annotationsOf(many('warning', 10))).note).toBeUndefined();
  });
});
