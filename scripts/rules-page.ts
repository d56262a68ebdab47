import { connectionRules } from '../src/checks/check-connection.ts';
import { schemaRules } from '../src/checks/check-schema.ts';
import type { RuleInfo } from '../src/report/rule.ts';
import { schemaDiffRules } from '../src/schema/diff-findings.ts';
import { table } from './manifest.ts';

/** docs/rules.md: what every rule finds, and why it matters. */
export function renderRules(): string {
  return [
    '<!-- Generated from src/checks/ and src/schema/ by `npm run generate`; change it there. -->',
    '# Rules',
    'A finding is an *error* (fails the step by default), a *warning* (fails it under `fail-on: warning`) or a *notice*. A rule may tell of a milder case with a milder severity than its own. `ignore-findings` of the schema check leaves out findings by `rule`, `rule:subject` or `subject`.',
    '## Connection',
    ruleTable(connectionRules),
    '## Schema',
    ruleTable(schemaRules),
    '## Schema changes',
    ruleTable(schemaDiffRules),
    '',
  ].join('\n\n');
}

function ruleTable(rules: readonly RuleInfo[]): string {
  const rows = rules.map(({ id, severity, title, why }) => [`\`${id}\``, severity, title, why]);
  return table(['Rule', 'Severity', 'What it finds', 'Why it matters'], rows);
}
