import { backupRules } from '../src/backups/backup-rules.ts';
import { drillRules } from '../src/backups/drill/rules.ts';
import { retentionRules } from '../src/backups/retention/retention-section.ts';
import { connectionRules } from '../src/checks/check-connection.ts';
import { schemaRuleGroups, schemaRules } from '../src/checks/check-schema.ts';
import { configurationRules } from '../src/checks/configuration/configuration-changes.ts';
import { planRules } from '../src/checks/plans/plan-rules.ts';
import { rehearsalRuleGroups } from '../src/migrations/rehearsal/rules.ts';
import { presets, type RuleInfo } from '../src/report/rule.ts';
import { presetLevel } from '../src/report/rule-policy.ts';
import { schemaDiffRules } from '../src/schema/diff-findings.ts';
import { table } from './manifest.ts';

/** docs/rules.md: what every rule finds, and why it matters. */
export function renderRules(): string {
  return [
    '<!-- Generated from the rules in src/ by `npm run generate`; change it there. -->',
    '# Rules',
    'A finding is an *error* (fails the step by default), a *warning* (fails it under `fail-on: warning`) or a *notice*. A rule may tell of a milder case with a milder severity than its own. [The configuration](configuration.md) sets the level of any rule but those under *Configuration*. `ignore-findings` of the schema check and of the query plans leaves out findings by `rule`, `rule:subject` or `subject`.',
    '## Connection',
    ruleTable(connectionRules),
    '## Schema',
    schemaIntroduction,
    ...schemaRuleGroups.flatMap(([title, rules]) => [
      `### ${title}`,
      presetTable(rules.map(({ info }) => info)),
    ]),
    optionsTable(schemaRules),
    '## Configuration',
    ruleTable(configurationRules),
    '## Schema changes',
    ruleTable(schemaDiffRules),
    '## Backups',
    ruleTable([...backupRules, ...retentionRules]),
    '## Restore drills',
    ruleTable(drillRules),
    '## Query plans',
    ruleTable(planRules),
    '## Migrations',
    migrationsIntroduction,
    ...rehearsalRuleGroups.flatMap(([title, rules]) => [`### ${title}`, ruleTable(rules)]),
    '',
  ].join('\n\n');
}

const migrationsIntroduction = [
  'About the pending migrations, and only about tables that were there before them. What depends on the size of a table is a *notice* where the rehearsal runs on production’s data and the table has fewer rows than `lock-row-threshold`. Each finding says how it is known: *confirmed* (the rule and the measurement agree), *measured only*, or *static only*; what a rule foresees and the measurement does not show is a notice.',
  'A comment above a statement, or behind it in its line, allows one rule for it, with a reason; `allow-file` at the top of the file allows it for all of its statements:',
  '```sql\n-- db-actions: allow drop-column nothing that is deployed uses it since 2.4\nALTER TABLE "users" DROP COLUMN "nickname";\n```',
  'The baseline file (`.github/database-actions-baseline.json`) does the same without touching the migrations: `{ "version": 1, "accepted": [{ "migration": …, "rule": …, "subject": …, "reason": … }] }`.',
].join('\n\n');

const schemaIntroduction = [
  'How each rule reports in each preset of [the configuration](configuration.md): `recommended` is the default and speaks only of what is wrong nearly everywhere; `supabase` is for databases whose schema an API exposes; `strict` leaves little out; `off` leaves what is expected.',
  '`unused-index`, `autovacuum-behind` and `table-bloat` speak about production and need `production-url`: a branch has served nobody. Where they cannot tell (no URL, counted for too short a time, a replica) the report says so in one folded line.',
].join('\n\n');

function presetTable(rules: readonly RuleInfo[]): string {
  const rows = rules.map((rule) => {
    const { id, title, why, docs } = rule;
    const source = docs === undefined ? '' : ` [More](${docs})`;
    const levels = presets
      .map((preset) => presetLevel(rule, preset))
      .map((level) => (level === 'off' ? '·' : level));
    return [`\`${id}\``, ...levels, title, `${why}${source}`];
  });
  return table(['Rule', ...presets, 'What it finds', 'Why it matters'], rows);
}

function optionsTable(rules: readonly RuleInfo[]): string {
  const rows = rules.flatMap(({ id, options = {} }) =>
    Object.entries(options).map(([name, option]) => {
      const standard = option.kind === 'list' ? option.default.join(', ') : String(option.default);
      return [`\`${id}\``, `\`${name}\``, standard, option.description];
    }),
  );
  return ['### Options', table(['Rule', 'Option', 'Default', 'What it means'], rows)].join('\n\n');
}

function ruleTable(rules: readonly RuleInfo[]): string {
  const rows = rules.map(({ id, severity, title, why }) => [`\`${id}\``, severity, title, why]);
  return table(['Rule', 'Severity', 'What it finds', 'Why it matters'], rows);
}
