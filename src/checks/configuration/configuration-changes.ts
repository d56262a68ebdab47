/** What a pull request changes about the rules that it is judged by. */
import type { Finding } from '../../report/finding.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { AcceptedFinding, RuleSetting } from '../../report/rule-policy.ts';
import type { Configuration } from './configuration.ts';

const info: RuleInfo = {
  id: 'configuration-changed',
  title: 'The pull request changes the rules that it is judged by',
  severity: 'notice',
  why: 'What it turns off or accepts is not reported in its own report. It cannot be set by the configuration.',
};

export const configurationRules: readonly RuleInfo[] = [info];

/** Undefined: there is no such file, or it cannot be read as a configuration. */
interface Versions {
  readonly base: Configuration | undefined;
  readonly head: Configuration;
  readonly path: string;
}

export function configurationChanged({ base, head, path }: Versions): Finding {
  const changes = base === undefined ? [] : configurationChanges(base, head);
  return findingOf(info, {
    subject: path,
    message: 'This pull request changes the rules that it is judged by.',
    evidence:
      base === undefined
        ? 'The file of the base branch cannot be read as a configuration.'
        : changes.join('\n') || 'Only comments and the order of things differ.',
    location: { file: path, line: 1 },
  });
}

/** One line a change. */
export function configurationChanges(base: Configuration, head: Configuration): readonly string[] {
  return [
    ...(base.preset === head.preset ? [] : [`preset: ${base.preset} → ${head.preset}`]),
    ...settingChanges(base, head),
    ...difference(head.accepted, base.accepted).map((entry) => `accepts ${acceptedText(entry)}`),
    ...difference(base.accepted, head.accepted).map((entry) => `no longer accepts ${acceptedText(entry)}`),
    ...(same(base.schemas, head.schemas)
      ? []
      : [`schemas: ${listText(base.schemas)} → ${listText(head.schemas)}`]),
    ...(same(base.expect, head.expect) ? [] : ['what is expected of the database (`expect`)']),
  ];
}

function settingChanges(base: Configuration, head: Configuration): readonly string[] {
  const ids = [...new Set([...base.rules.keys(), ...head.rules.keys()])].toSorted();
  return ids.flatMap((id) => {
    const [before, after] = [settingText(base.rules.get(id)), settingText(head.rules.get(id))];
    return before === after ? [] : [`${id}: ${before} → ${after}`];
  });
}

function settingText(setting: RuleSetting | undefined): string {
  if (setting === undefined) return 'not set';
  const { level, ignore, options } = setting;
  const parts = [
    level ?? 'as in the preset',
    ...ignore.map((subject) => `ignore ${subject}`),
    ...Object.entries(options).map(([name, value]) => `${name} ${String(value)}`),
  ];
  return parts.join(', ');
}

function acceptedText({ rule, subject, reason, until }: AcceptedFinding): string {
  return `${rule}: ${subject}${until === undefined ? '' : ` until ${until}`} (${reason})`;
}

function difference<T>(all: readonly T[], known: readonly T[]): readonly T[] {
  return all.filter((entry) => !known.some((other) => same(entry, other)));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function listText(entries: readonly string[]): string {
  return entries.join(', ') || 'all';
}
