import { describe, expect, it } from 'vitest';
import { shouldFail, statusOf, verdictOf } from '../../src/report/verdict.ts';
import { makeBranch, makeFinding, makeReport, makeSection } from './fixtures/made-report.ts';

const passed = makeSection();
const warned = makeSection({ status: 'warning' });
const failed = makeSection({ status: 'failed' });
const running = makeSection({ status: 'running' });
const skipped = makeSection({ status: 'skipped' });
const withError = makeSection({ findings: [makeFinding({ severity: 'error' })] });
const withWarning = makeSection({ findings: [makeFinding({ severity: 'warning' })] });
const withNotice = makeSection({ findings: [makeFinding({ severity: 'notice' })] });

describe('verdictOf', () => {
  it.each([
    ['nothing', [], 'passed'],
    ['passed', [passed, skipped], 'passed'],
    ['a notice', [withNotice], 'passed'],
    ['a warning', [passed, warned], 'warning'],
    ['a warning found', [passed, withWarning], 'warning'],
    ['still running', [warned, running], 'running'],
    ['failed while running', [failed, running], 'failed'],
    ['an error found', [withError], 'failed'],
  ] as const)('%s', (_name, sections, verdict) => {
    expect(verdictOf(makeReport(sections))).toBe(verdict);
  });

  it('is deleted when the branch is, unless something failed', () => {
    const branch = makeBranch({ state: 'deleted' });
    expect(verdictOf(makeReport([warned], { branch }))).toBe('deleted');
    expect(verdictOf(makeReport([failed], { branch }))).toBe('failed');
  });
});

describe('shouldFail', () => {
  it.each([
    ['passed', passed, ''],
    ['notice', withNotice, ''],
    ['skipped', skipped, ''],
    ['warned', warned, 'warning'],
    ['warning found', withWarning, 'warning'],
    ['failed', failed, 'error warning'],
    ['error found', withError, 'error warning'],
  ])('%s', (_name, section, failing) => {
    expect(shouldFail([passed, section], 'error')).toBe(failing.includes('error'));
    expect(shouldFail([passed, section], 'warning')).toBe(failing.includes('warning'));
    expect(shouldFail([passed, section], 'never')).toBe(false);
  });
});

describe('statusOf', () => {
  it('is never better than what was found', () => {
    expect(statusOf(withError)).toBe('failed');
    expect(statusOf(withWarning)).toBe('warning');
    expect(statusOf(withNotice)).toBe('passed');
    expect(statusOf(skipped)).toBe('skipped');
  });
});
