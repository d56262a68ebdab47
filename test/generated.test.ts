import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { staleFiles } from '../scripts/generate.ts';
import { actionFolder } from '../scripts/manifest.ts';
import { actions } from '../src/main.ts';
import type { ActionDefinition } from '../src/runtime/definition.ts';
import { version } from '../src/version.ts';
import { repositoryRoot } from './support/consumer.ts';

const definitions: readonly ActionDefinition[] = (
  await Promise.all(Object.values(actions).map((load) => load()))
).map(({ definition }) => definition);

test('generated files are up to date', async () => {
  expect((await staleFiles()).map(({ path }) => path)).toEqual([]);
});

test('the dispatcher knows every action by its own name', () => {
  expect(definitions.map(({ name }) => name)).toEqual(Object.keys(actions));
});

test('an input of one name means the same in every action', () => {
  const seen = new Map<string, string>();
  // Sides of a comparison, and places of backups: both names are the usual ones for both.
  const ofTheirOwn = new Set(['from', 'to']);
  for (const definition of definitions)
    for (const [name, { description, default: fallback, kind, allowed }] of Object.entries(
      definition.inputs,
    )) {
      if (ofTheirOwn.has(name)) continue;
      const meaning = JSON.stringify({ description, fallback, kind, allowed });
      expect({ name, meaning: seen.get(name) ?? meaning }).toEqual({ name, meaning });
      seen.set(name, meaning);
    }
});

test('an output of one name means the same in every action', () => {
  const seen = new Map<string, string>();
  const ofTheirOwn = new Set(['status', 'deleted', 'kept', 'verdict', 'sarif-path', 'database-url']);
  for (const definition of definitions)
    for (const [name, text] of Object.entries(definition.outputs)) {
      if (ofTheirOwn.has(name)) continue;
      expect({ name, text: seen.get(name) ?? text }).toEqual({ name, text });
      seen.set(name, text);
    }
});

test('names are kebab-case, secrets have no default but the job’s token', () => {
  for (const definition of definitions)
    for (const [name, input] of Object.entries(definition.inputs)) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      if (input.kind === 'secret') expect([undefined, '${{ github.token }}']).toContain(input.default);
    }
});

test('every default is one that its own input accepts', () => {
  for (const definition of definitions)
    for (const input of Object.values(definition.inputs)) {
      const { default: text } = input;
      if (text !== undefined && !text.includes('${{'))
        expect(input.parse(text)).toEqual(input.empty === '' ? text : input.empty);
    }
});

test('action.yml maps every output and passes every input by env', () => {
  for (const definition of definitions) {
    const text = readFileSync(join(repositoryRoot, actionFolder(definition), 'action.yml'), 'utf8');
    const manifest = parse(text);
    const [step] = manifest.runs.steps;
    expect(Object.keys(manifest.outputs)).toEqual(Object.keys(definition.outputs));
    expect(Object.values(step.env)).toEqual(
      Object.keys(definition.inputs).map((name) => `\${{ inputs.${name} }}`),
    );
    expect(step.run).not.toContain('${{');
    expect(step.run.trim().split('\n').at(-1)).toMatch(/^exec node "\$GITHUB_ACTION_PATH/);
  }
});

test('the version is package.json’s', () => {
  expect(JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')).version).toBe(version);
});
