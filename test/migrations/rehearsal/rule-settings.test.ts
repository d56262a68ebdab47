import { expect, test } from 'vitest';
import {
  statementFindings,
  verdictOfRehearsal,
} from '../../../src/migrations/rehearsal/rehearsal-findings.ts';
import { parseRehearsal, rehearsalJson } from '../../../src/migrations/rehearsal/rehearsal-json.ts';
import { underPolicy } from '../../../src/migrations/rehearsal/rule-settings.ts';
import type { RuleLevel } from '../../../src/report/rule.ts';
import { type AcceptedFinding, defaultPolicy, type RulePolicy } from '../../../src/report/rule-policy.ts';
import { neonhubRehearsal } from './fixtures/neonhub-rehearsal.ts';

function policy(
  levels: Readonly<Record<string, RuleLevel>>,
  accepted: readonly AcceptedFinding[] = [],
): RulePolicy {
  const rules = Object.entries(levels).map(
    ([id, level]) => [id, { level, ignore: [], options: {} }] as const,
  );
  return { ...defaultPolicy('2026-11-27'), rules: new Map(rules), accepted };
}

const told = (rehearsal: ReturnType<typeof underPolicy>) =>
  [
    ...new Set(statementFindings(rehearsal).map(({ finding }) => `${finding.severity} ${finding.rule}`)),
  ].toSorted();

test('no configuration changes nothing', () => {
  expect({ ...underPolicy(neonhubRehearsal, policy({})) }).toEqual(neonhubRehearsal);
});

test('levels reach every part, and the verdict follows from them', () => {
  const rules = new Set(statementFindings(neonhubRehearsal).map(({ finding }) => finding.rule));
  const off = underPolicy(
    neonhubRehearsal,
    policy(Object.fromEntries([...rules].map((rule) => [rule, 'off']))),
  );
  expect(told(off)).toEqual([]);
  const notices = underPolicy(
    neonhubRehearsal,
    policy(Object.fromEntries([...rules].map((rule) => [rule, 'notice']))),
  );
  expect(told(notices)).toEqual([...rules].map((rule) => `notice ${rule}`).toSorted());
  expect(verdictOfRehearsal(neonhubRehearsal)).toBe('error');
  // One of its statements failed, and no configuration makes that go away.
  const failed = neonhubRehearsal.measurement.statements.some(({ status }) => status === 'failed');
  expect(verdictOfRehearsal(notices)).toBe(failed ? 'error' : 'pass');
});

test('what is accepted is listed, with its reason: hazards among the allowed, the rest as notes', () => {
  const accepted = [
    { rule: 'add-foreign-key', subject: '*', reason: 'at night', until: '2026-11-27' },
    { rule: 'deployed-app-*', subject: '*', reason: 'released together', until: undefined },
  ];
  const rehearsal = underPolicy(neonhubRehearsal, policy({}, accepted));
  expect(told(rehearsal).join()).not.toMatch(/add-foreign-key|deployed-app/);
  expect(rehearsal.allowed.filter(({ by }) => by === 'configuration')).toMatchObject([
    { reason: 'at night', hazard: { finding: { rule: 'add-foreign-key' } } },
  ]);
  const notes = rehearsal.measurement.notes.filter((note) => note.includes('released together'));
  expect(notes.length).toBeGreaterThan(0);
  expect(notes[0]).toMatch(/^The configuration accepts deployed-app-[a-z-]+ of .*: released together$/);
  const read = parseRehearsal(
    JSON.parse(rehearsalJson({ ...rehearsal, verdict: verdictOfRehearsal(rehearsal) }, undefined)),
  );
  expect(JSON.stringify(read)).toContain('"by":"configuration"');
});
