import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';

const requiredFields = ['database_name', 'schema_name', 'table_name', 'column_name'] as const;
const maskFields = ['masking_function', 'masking_value'] as const;
const knownFields = new Set<string>([...requiredFields, ...maskFields]);

/** One column and how it is masked, in the API's own field names: the rule is passed on as it was written. */
export type MaskingRule = Readonly<Record<(typeof requiredFields)[number], string>> &
  Readonly<Partial<Record<(typeof maskFields)[number], string>>>;

/**
 * Checked here and not left to the API, because a rule that is silently ignored leaves a column of real data readable.
 * @param json a JSON list, at least one rule
 */
export function parseMaskingRules(json: string): readonly MaskingRule[] {
  const rules = parseJson(json);
  if (!Array.isArray(rules) || rules.length === 0)
    throw badRules('are not a list with at least one rule, so nothing would be masked');
  return rules.map((rule: unknown, index) => parseRule(rule, index + 1));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw badRules('are not JSON');
  }
}

function parseRule(rule: unknown, position: number): MaskingRule {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule))
    throw badRules(`hold something else than an object at place ${position}`);
  const fields = new Map<string, unknown>(Object.entries(rule));
  for (const [name, value] of fields) {
    if (!knownFields.has(name)) throw badRules(`have an unknown field "${name}" at place ${position}`);
    if (typeof value !== 'string' || (value === '' && name !== 'masking_value'))
      throw badRules(`have a "${name}" that is not a text at place ${position}`);
  }
  if (maskFields.filter((name) => fields.has(name)).length !== 1)
    throw badRules(`need either "masking_function" or "masking_value" at place ${position}`);
  const maskingFunction = fields.get('masking_function');
  const maskingValue = fields.get('masking_value');
  return {
    database_name: required(fields, 'database_name', position),
    schema_name: required(fields, 'schema_name', position),
    table_name: required(fields, 'table_name', position),
    column_name: required(fields, 'column_name', position),
    ...(typeof maskingFunction === 'string' && { masking_function: maskingFunction }),
    ...(typeof maskingValue === 'string' && { masking_value: maskingValue }),
  };
}

function required(fields: ReadonlyMap<string, unknown>, name: string, position: number): string {
  const value = fields.get(name);
  if (typeof value === 'string') return value;
  throw badRules(`lack "${name}" at place ${position}`);
}

function badRules(what: string): UserError {
  return new UserError(`The masking rules ${what}.`, {
    hint: 'Write a JSON list such as [{"database_name":"neondb","schema_name":"public","table_name":"users","column_name":"email","masking_function":"anon.fake_email()"}].',
    docs: 'https://neon.com/docs/workflows/data-anonymization',
  });
}

/** Tells one set of rules from another: a branch masked by other rules must not be adopted. */
export function maskingFingerprint(rules: readonly MaskingRule[]): string {
  const canonical = rules.map((rule) =>
    JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  return createHash('sha256').update(canonical.toSorted().join('\n')).digest('hex').slice(0, 16);
}
