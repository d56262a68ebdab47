import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlBlocks } from '../../../scripts/lint/markdown-blocks.ts';
import { knownRules } from '../../../src/actions/known-rules.ts';
import { parseConfiguration } from '../../../src/checks/configuration/configuration.ts';
import { repositoryRoot } from '../../support/consumer.ts';

const read = (path: string) => readFile(join(repositoryRoot, path), 'utf8');

test('every configuration that is shown is one, for the reader and for editors', async () => {
  const blocks = yamlBlocks(await read('docs/configuration.md')).map(({ text }) => text);
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  const accepts = new Ajv({ strict: false }).compile(
    JSON.parse(await read('docs/schemas/database-actions.schema.json')),
  );
  for (const text of [...blocks, await read('examples/database-actions.yml')]) {
    await parseConfiguration(text, 'docs/configuration.md', knownRules);
    expect(accepts(parse(text))).toBe(true);
  }
});

test('the line for editors leads to the schema', async () => {
  const [line = ''] = (await read('examples/database-actions.yml')).split('\n');
  expect(await read('docs/configuration.md')).toContain(line);
  expect(line).toMatch(
    /^# yaml-language-server: \$schema=https:.*\/docs\/schemas\/database-actions\.schema\.json$/,
  );
});
