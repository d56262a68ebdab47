import { connectionRules } from '../src/checks/check-connection.ts';
import { schemaRules } from '../src/checks/check-schema.ts';
import { planRules } from '../src/checks/plans/plan-rules.ts';
import { rehearsalRuleGroups } from '../src/migrations/rehearsal/rules.ts';
import type { RuleInfo } from '../src/report/rule.ts';
import { schemaDiffRules } from '../src/schema/diff-findings.ts';
import { table } from './manifest.ts';

/** docs/rules.md: what every rule finds, and why it matters. */
export function renderRules(): string {
  return [
    '<!-- Generated from the rules in src/ by `npm run generate`; change it there. -->',
    '# Rules',
    'A finding is an *error* (fails the step by default), a *warning* (fails it under `fail-on: warning`) or a *notice*. A rule may tell of a milder case with a milder severity than its own. `ignore-findings` of the schema check and of the query plans leaves out findings by `rule`, `rule:subject` or `subject`.',
    '## Connection',
    ruleTable(connectionRules),
    '## Schema',
    ruleTable(schemaRules),
    '## Schema changes',
    ruleTable(schemaDiffRules),
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

function ruleTable(rules: readonly RuleInfo[]): string {
  const rows = rules.map(({ id, severity, title, why }) => [`\`${id}\``, severity, title, why]);
  return table(['Rule', 'Severity', 'What it finds', 'Why it matters'], rows);
}
