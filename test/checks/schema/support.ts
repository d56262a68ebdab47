import { checkSchema, type SchemaCheck, type SchemaCheckRequest } from '../../../src/checks/check-schema.ts';
import { silentLogger } from '../../../src/log.ts';
import type { Finding } from '../../../src/report/finding.ts';
import type { Preset } from '../../../src/report/rule.ts';
import { defaultPolicy, type RulePolicy, type RuleSetting } from '../../../src/report/rule-policy.ts';
import type { TestDatabase } from '../../support/database.ts';

type Request = Partial<SchemaCheckRequest>;

/** The preset that is the default. */
export const policy = defaultPolicy('2026-11-27');

export const context = { log: silentLogger, signal: new AbortController().signal, timeoutMs: 20_000 };

/** Makes the schema, then checks it. */
export async function check(
  database: TestDatabase,
  sql: string,
  request: Request = {},
): Promise<SchemaCheck> {
  if (sql !== '') await database.query(sql);
  return checkSchema({ directUri: database.uri, expectTables: [], policy, ...request }, context);
}

/** `severity subject` of the findings of one rule. */
export function of(rule: string, { findings }: SchemaCheck): readonly string[] {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, subject }) => `${severity} ${subject}`);
}

export function first(rule: string, { findings }: SchemaCheck): Finding {
  const found = findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no finding of ${rule}`);
  return found;
}

/** A policy with these levels and options, else the preset's. */
export function policyWith(
  preset: Preset,
  rules: Readonly<Record<string, Partial<RuleSetting>>> = {},
): RulePolicy {
  const settings = Object.entries(rules).map(
    ([id, setting]) => [id, { level: undefined, ignore: [], options: {}, ...setting }] as const,
  );
  return { ...policy, preset, rules: new Map(settings) };
}

let schemas = 0;

/** In a schema of its own, which is quicker to make than a database; subjects come without it. */
export async function checkInSchema(database: TestDatabase, sql: string, request: Request = {}) {
  schemas += 1;
  const schema = `s${schemas}_${process.pid}`;
  const made = `create schema ${schema}; set search_path = ${schema}; ${sql}`;
  const result = await check(database, made, { schemas: [schema], ...request });
  const plain = (text: string) => text.replaceAll(`${schema}.`, '').replaceAll(`"${schema}".`, '');
  const findings = result.findings.map((finding) => ({ ...finding, subject: plain(finding.subject) }));
  return { ...result, findings, schema };
}
