import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { withTrustedSubject } from '../../src/report/untrusted.ts';
import { makeBranch, makeReport, reportFullOf } from './fixtures/made-report.ts';
import { toHtml } from './parsed-markdown.ts';

const trusted = makeReport([]).subject;

describe('withTrustedSubject', () => {
  it('takes what it is about from the caller, and only the branch from the report', () => {
    const report = reportFullOf('planted');
    const { subject } = withTrustedSubject(report, trusted);
    expect(subject.repository).toBe('neonhub/neonhub');
    expect(subject.runUrl).toBe(trusted.runUrl);
    expect(subject.branch).toEqual(makeBranch({ ...report.subject.branch, consoleUrl: undefined }));
    expect(
      withTrustedSubject({ ...report, subject: { ...report.subject, branch: undefined } }, trusted).subject
        .branch,
    ).toBe(undefined);
  });

  it('leaves no link of the report, wherever it stands', () => {
    const html = toHtml(renderMarkdown(withTrustedSubject(reportFullOf('planted'), trusted)));
    expect(html).not.toContain('host.example');
    expect(html).toContain('planted');
    for (const [, address] of html.matchAll(/<a href="([^"]*)"/g)) {
      expect(address).toMatch(/^https:\/\/github\.com\/neonhub\//);
    }
  });
});
