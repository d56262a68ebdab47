import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { knownRules } from '../../../src/actions/known-rules.ts';
import {
  type Configuration,
  configurationSchema,
  parseConfiguration,
} from '../../../src/checks/configuration/configuration.ts';
import {
  configurationChanged,
  configurationChanges,
} from '../../../src/checks/configuration/configuration-changes.ts';

function read(content: string): Promise<Configuration> {
  return parseConfiguration(content, '.github/database-actions.yml', knownRules);
}

async function mistake(content: string): Promise<string> {
  const thrown: unknown = await read(content).catch((error: unknown) => error);
  if (!(thrown instanceof Error)) throw new Error('it was accepted');
  expect(thrown.name).toBe('UserError');
  return thrown.message.replace('.github/database-actions.yml:', '');
}

const accepts = new Ajv({ strict: false }).compile(configurationSchema(knownRules));

test('all of it', async () => {
  const content = `version: 1
preset: strict
rules:
  duplicate-index: off
  unused-index: { severity: warning, days: 60, ignore: ['public.t · *'] }
  row-security-off: { schemas: [api] }
  drop-column: warning
schemas: [public, app]
ignore:
  - { rule: foreign-key-without-index, subject: 'legacy.*', reason: goes away with 4.0, until: 2026-12-31 }
  - { rule: '*', subject: public.audit, reason: append only }
expect:
  extensions: [pg_trgm]
  tables: [users]
`;
  expect(accepts(parse(content))).toBe(true);
  const configuration = await read(content);
  expect(configuration).toEqual({
    preset: 'strict',
    rules: new Map([
      ['duplicate-index', { level: 'off', ignore: [], options: {} }],
      ['unused-index', { level: 'warning', ignore: ['public.t · *'], options: { days: 60 } }],
      ['row-security-off', { level: undefined, ignore: [], options: { schemas: ['api'] } }],
      ['drop-column', { level: 'warning', ignore: [], options: {} }],
    ]),
    accepted: [
      {
        rule: 'foreign-key-without-index',
        subject: 'legacy.*',
        reason: 'goes away with 4.0',
        until: '2026-12-31',
      },
      { rule: '*', subject: 'public.audit', reason: 'append only', until: undefined },
    ],
    schemas: ['public', 'app'],
    expect: { extensions: ['pg_trgm'], tables: ['users'] },
  });
});

test.each([
  ['an unknown name', 'version: 1\nrule: {}', '2:1: There is no `rule`. Do you mean `rules`?'],
  [
    'an unknown rule',
    'version: 1\nrules:\n  duplicate-indexes: off',
    '3:3: There is no `duplicate-indexes`. Do you mean `duplicate-index`?',
  ],
  ['a rule far from any', 'version: 1\nrules:\n  - x', '3:3: This is a list, and should be a map.'],
  [
    'a level',
    'version: 1\nrules:\n  duplicate-index: eror',
    '3:20: This is "eror", and should be off, notice, warning, error. Do you mean `error`?',
  ],
  [
    'a level that YAML 1.1 would read',
    'version: 1\nrules:\n  duplicate-index: false',
    '3:20: This is false, and should be off, notice, warning, error.',
  ],
  [
    'an option of another rule',
    'version: 1\nrules:\n  duplicate-index: { days: 3 }',
    '3:22: There is no `days`. Known here: severity, ignore.',
  ],
  [
    'an option out of range',
    'version: 1\nrules:\n  unused-index: { days: 0 }',
    '3:25: This is 0, and should be a number from 1 to 3650.',
  ],
  ['no version', 'preset: strict', '1:1: `version` is missing here.'],
  ['another version', 'version: 2', '1:10: This is 2, and should be 1.'],
  [
    'nothing',
    '',
    '1:1: This is empty, and should be a map of version, preset, rules, schemas, ignore, expect.',
  ],
  ['no reason', 'version: 1\nignore:\n  - rule: x\n    subject: y', '3:5: `reason` is missing here.'],
  [
    'an empty reason',
    "version: 1\nignore:\n  - { rule: x, subject: y, reason: ' ' }",
    '3:36: This is " ", and should be a text.',
  ],
  [
    'a day that is none',
    'version: 1\nignore:\n  - { rule: x, subject: y, reason: z, until: 2026-13-01 }',
    '3:46: This is "2026-13-01", and should be a day, such as 2026-12-31.',
  ],
  ['a name twice', 'version: 1\nversion: 1', '2:1: Map keys must be unique.'],
  [
    'broken YAML',
    'version: 1\nrules: [',
    '2:9: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  ['a tag', 'version: !!js/function 1', '1:10: Unresolved tag: tag:yaml.org,2002:js/function.'],
  [
    'an anchor',
    'version: 1\nschemas: &a [x]',
    '2:13: Anchors and aliases are not supported here: write it out.',
  ],
  ['an alias', 'version: 1\nschemas: *a', '2:10: Anchors and aliases are not supported here: write it out.'],
  [
    'two documents',
    'version: 1\n---\nversion: 1',
    '2:1: Source contains multiple documents; please use YAML.parseAllDocuments().',
  ],
  [
    'a name of the prototype',
    'version: 1\n__proto__: { preset: strict }',
    '2:1: There is no `__proto__`. Known here: version, preset, rules, schemas, ignore, expect.',
  ],
  ['a rule of the prototype', 'version: 1\nrules: { constructor: off }', '2:10: There is no `constructor`.'],
  [
    'a text where a table belongs',
    'version: 1\nexpect: { tables: { users: yes please } }',
    '2:28: This is "yes please", and should be a map, or nothing.',
  ],
  ['a name that is a list', 'version: 1\n? [a]\n: 1', '2:3: A name is a text.'],
  ['control characters', 'version: "\\e[31m"', '1:10: This is "␛[31m", and should be 1.'],
])('mistake: %s', async (_name, content, message) => {
  expect(await mistake(content)).toBe(message);
  const isJson =
    !/an anchor|a name twice|broken|tag|alias|documents|that is a list|empty reason|prototype/.test(_name);
  if (isJson) expect(accepts(parse(content))).toBe(false);
});

test('bounded: size, depth, references, lists', async () => {
  expect(await mistake(`version: 1 # ${'x'.repeat(300_000)}`)).toBe('1:1: The file is larger than 256 KiB.');
  expect(await mistake('['.repeat(200_000))).toContain('Maximum call stack');
  expect(await mistake(`version: 1\nschemas: ${'['.repeat(40)}${']'.repeat(40)}`)).toContain(
    'nested deeper than 20',
  );
  const bomb = ['a: &a [x, x]', ...Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a, *a]`)].join('\n');
  expect(await mistake(bomb)).toContain('Anchors and aliases are not supported');
  expect(await mistake(`version: 1\nschemas: [${'x,'.repeat(201)}]`)).toContain('more than 200');
});

test('what a pull request changes about its rules', async () => {
  const base = await read(`version: 1
rules: { duplicate-index: error, unused-index: { days: 60 } }
ignore: [{ rule: a, subject: b, reason: c }]`);
  const head = await read(`version: 1
preset: off
rules: { duplicate-index: off, unused-index: { days: 90, ignore: [x] } }
ignore: [{ rule: '*', subject: '*', reason: quiet, until: 2030-01-01 }]
schemas: [app]
expect: { extensions: [pg_trgm] }`);
  expect(configurationChanges(base, head)).toEqual([
    'preset: recommended → off',
    'duplicate-index: error → off',
    'unused-index: as in the preset, days 60 → as in the preset, ignore x, days 90',
    'accepts *: * until 2030-01-01 (quiet)',
    'no longer accepts a: b (c)',
    'schemas: all → app',
    'what is expected of the database (`expect`)',
  ]);
  expect(configurationChanges(base, base)).toEqual([]);
  expect(configurationChanged({ base: undefined, head, path: 'x.yml' }).evidence).toContain('cannot be read');
});

test('every rule may be named once, and an id means one rule', () => {
  const ids = knownRules.map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  expect(twice).toEqual([]);
});
