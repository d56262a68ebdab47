import { expect, test } from 'vitest';
import { nearestName } from '../../src/nearest-name.ts';
import type { Finding, Severity } from '../../src/report/finding.ts';
import type { RuleInfo, RuleLevel } from '../../src/report/rule.ts';
import {
  defaultPolicy,
  levelOf,
  type RulePolicy,
  ruleOn,
  withPresetLevels,
} from '../../src/report/rule-policy.ts';
import { matchesPattern } from '../../src/report/text-pattern.ts';

const rule: RuleInfo = {
  id: 'r',
  title: 'A rule',
  severity: 'warning',
  levels: { strict: 'error', supabase: 'off' },
  why: 'Because.',
};
const finding = (severity: Severity): Finding => ({
  rule: 'r',
  severity,
  subject: 'public.t',
  message: 'No.',
});

function policy(level: RuleLevel | undefined, more: Partial<RulePolicy> = {}): RulePolicy {
  return {
    ...defaultPolicy('2026-06-15'),
    rules: new Map([['r', { level, ignore: [], options: {} }]]),
    ...more,
  };
}

test.each([
  // the level that is set, the finding's own severity, what it becomes
  ['error', 'warning', 'error'],
  ['notice', 'warning', 'notice'],
  ['error', 'notice', 'notice'],
  ['error', 'error', 'error'],
  ['warning', 'error', 'error'],
  ['notice', 'error', 'notice'],
  [undefined, 'warning', 'warning'],
] as const)('level %s, a finding of %s: %s', (level, own, severity) => {
  expect(ruleOn(finding(own), rule, policy(level))).toEqual({ kind: 'told', finding: finding(severity) });
});

test('off, and the levels of presets', () => {
  expect(ruleOn(finding('error'), rule, policy('off'))).toEqual({ kind: 'off' });
  const levels = (['recommended', 'supabase', 'strict', 'off'] as const).map((preset) =>
    levelOf(rule, { preset, rules: new Map() }),
  );
  expect(levels).toEqual(['warning', 'off', 'error', 'off']);
  expect(levelOf(rule, policy('notice', { preset: 'off' }))).toBe('notice');
  const strict = withPresetLevels([rule], policy(undefined, { preset: 'strict' }));
  expect(ruleOn(finding('warning'), rule, strict)).toEqual({ kind: 'told', finding: finding('error') });
});

test('accepted until a day, that day included; then it comes back and says so', () => {
  const accepted = [{ rule: 'r', subject: 'public.*', reason: 'moves in June', until: '2026-06-15' }];
  expect(ruleOn(finding('error'), rule, policy(undefined, { accepted }))).toEqual({
    kind: 'accepted',
    finding: finding('error'),
    reason: 'moves in June',
  });
  const later = policy(undefined, { accepted, today: '2026-06-16' });
  expect(ruleOn(finding('error'), rule, later)).toEqual({
    kind: 'told',
    finding: {
      ...finding('error'),
      evidence: 'It was accepted until 2026-06-15 (moves in June), which is over.',
    },
  });
  const elsewhere = [{ rule: 'other', subject: '*', reason: 'x', until: undefined }];
  expect(ruleOn(finding('error'), rule, policy(undefined, { accepted: elsewhere })).kind).toBe('told');
});

test('subjects that the rule itself leaves out', () => {
  const rules = new Map([['r', { level: undefined, ignore: ['public.*'], options: {} }]]);
  expect(ruleOn(finding('error'), rule, policy(undefined, { rules })).kind).toBe('accepted');
});

test.each([
  ['public.users', 'public.users', true],
  ['public.users', 'public.*', true],
  ['public.users', '*', true],
  ['public.users', '*.users', true],
  ['public.users', 'p*.u*s', true],
  ['public.users', 'public', false],
  ['public.users', 'public.users*s', false],
  ['aba', 'ab*ba', false],
  ['a.b', 'a?b', false],
  ['x', ' x ', true],
  ['line\nbreak', 'line*', true],
])('%s is meant by %s: %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches);
});

test('a pattern of many stars answers at once', () => {
  const started = performance.now();
  expect(matchesPattern(`${'a'.repeat(100_000)}b`, `${'*a'.repeat(400)}*c`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('the nearest name', () => {
  const names = ['duplicate-index', 'missing-index', 'drop-column'];
  expect(nearestName('duplicate-indx', names)).toBe('duplicate-index');
  expect(nearestName('Drop-Columns', names)).toBe('drop-column');
  expect(nearestName('zebra', names)).toBeUndefined();
});
