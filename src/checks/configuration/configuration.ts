/** `.github/database-actions.yml`: which rules report, what is accepted, and what the database is expected to hold. */
import { UserError } from '../../errors.ts';
import { presets, type RuleInfo, type RuleOption, ruleLevels } from '../../report/rule.ts';
import type { AcceptedFinding, RulePolicy, RuleSetting } from '../../report/rule-policy.ts';
import type { JsonSchema } from '../../report/shape.ts';
import { visible } from '../../report/visible-text.ts';
import {
  type ConfigShape,
  choice,
  described,
  either,
  listOf,
  mapOfKnown,
  number,
  record,
  text,
} from './config-shape.ts';
import { ConfigMistake } from './config-value.ts';
import { type DeclaredExpectations, expectationShape } from './expectation-shape.ts';
import { readYaml } from './read-yaml.ts';

export const defaultConfigurationPath = '.github/database-actions.yml';

export interface Configuration {
  readonly preset: RulePolicy['preset'];
  readonly rules: RulePolicy['rules'];
  readonly accepted: readonly AcceptedFinding[];
  /** Empty: all. */
  readonly schemas: readonly string[];
  readonly expect: DeclaredExpectations;
}

export const noConfiguration: Configuration = {
  preset: 'recommended',
  rules: new Map(),
  accepted: [],
  schemas: [],
  expect: {},
};

const day = text({
  allowed: 'a day, such as 2026-12-31',
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
});
const pattern = text({ allowed: 'a text; `*` stands for any text' });

const accepted = record(
  {
    rule: described(pattern, 'Id of the rule, or a pattern with `*`.'),
    subject: described(pattern, 'What the finding is about, as the report shows it, or a pattern with `*`.'),
    reason: described(text(), 'Why this is accepted. It is shown in the report.'),
  },
  {
    until: described(
      day,
      'The last day on which it is accepted. After it the finding comes back and says so.',
    ),
  },
);

const level = choice(...ruleLevels);

/** Without options: the same for every rule, so it is written once. */
const plainSetting = longForm({});
const plainSchema = { definitions: { rule: plainSetting.schema } } as const;

function longForm(options: Readonly<Record<string, ConfigShape<unknown>>>) {
  const ignore = described(
    listOf(pattern, 500),
    'Subjects that the rule does not report; `*` stands for any text.',
  );
  const severity = described(level, "Default: the preset's, else the rule's own.");
  return either('scalar', level, record({}, { severity, ignore, ...options }));
}

function settingShape(rule: RuleInfo): ConfigShape<RuleSetting> {
  const options = Object.entries(rule.options ?? {});
  const description = `${rule.title}.`;
  if (options.length === 0)
    return {
      schema: { description, allOf: [{ $ref: '#/definitions/rule' }] },
      read: (value) => settingOf(plainSetting.read(value)),
    };
  const own = longForm(Object.fromEntries(options.map(([name, option]) => [name, optionShape(option)])));
  return { schema: { description, ...own.schema }, read: (value) => settingOf(own.read(value)) };
}

function settingOf(found: string | Readonly<Record<string, unknown>>): RuleSetting {
  if (typeof found === 'string') return { level: levelNamed(found), ignore: [], options: {} };
  const { severity, ignore, ...options } = found;
  const values: Record<string, number | readonly string[]> = {};
  for (const [name, value] of Object.entries(options))
    if (typeof value === 'number' || isTextList(value)) values[name] = value;
  return { level: levelNamed(severity), ignore: isTextList(ignore) ? ignore : [], options: values };
}

function levelNamed(name: unknown): RuleSetting['level'] {
  return ruleLevels.find((known) => known === name);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function optionShape(option: RuleOption): ConfigShape<unknown> {
  const standard = option.kind === 'list' ? option.default.join(', ') : String(option.default);
  const meaning = `${option.description} Default: ${standard || 'none'}.`;
  return option.kind === 'number'
    ? described(number(option.minimum, option.maximum), meaning)
    : described(listOf(pattern, 200), meaning);
}

function configurationShape(rules: readonly RuleInfo[]) {
  const settings = Object.fromEntries(
    [...new Map(rules.map((rule) => [rule.id, rule])).values()].map((rule) => [rule.id, settingShape(rule)]),
  );
  return record(
    { version: described(choice(1), 'Of the form of this file.') },
    {
      preset: described(
        choice(...presets),
        'Which rules of the schema check report, and how. Default: recommended.',
      ),
      rules: described(mapOfKnown(settings), 'Levels and options of single rules, of every check.'),
      schemas: described(
        listOf(text({ allowed: 'a schema' }), 200),
        "Schemas to look at. Default: all but the system's and the provider's.",
      ),
      ignore: described(listOf(accepted, 1_000), 'Findings that are accepted, each with its reason.'),
      expect: described(expectationShape, 'What the database is expected to hold.'),
    },
  );
}

/** For editors: https://json-schema.org/draft-07/schema, which yaml-language-server reads. */
export function configurationSchema(rules: readonly RuleInfo[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of NeonHub Database Actions',
    ...plainSchema,
    ...configurationShape(rules).schema,
  };
}

/**
 * @param rules every rule that may be named in it
 * @throws UserError with the line and column of the first mistake
 */
export async function parseConfiguration(
  content: string,
  path: string,
  rules: readonly RuleInfo[],
): Promise<Configuration> {
  try {
    const read = configurationShape(rules).read(await readYaml(content));
    return {
      preset: read.preset ?? 'recommended',
      rules: read.rules ?? new Map(),
      accepted: (read.ignore ?? []).map((entry) => ({ ...entry, until: entry.until })),
      schemas: read.schemas ?? [],
      expect: read.expect ?? {},
    };
  } catch (thrown) {
    if (!(thrown instanceof ConfigMistake)) throw thrown;
    const { line, column } = thrown.at;
    throw new UserError(`${visible(path)}:${line}:${column}: ${thrown.message}`, {
      hint: 'docs/configuration.md says what the file may hold.',
    });
  }
}
