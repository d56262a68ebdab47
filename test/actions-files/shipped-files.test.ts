import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatFinding } from '../../scripts/lint/finding.ts';
import { findFiles, lintRepository } from '../../scripts/lint/lint-repository.ts';
import { isRecord, recordAt } from '../../scripts/lint/yaml-file.ts';
import { loadManifest } from '../runner/manifest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

test('everything that users read or run is clean', async () => {
  const files = await findFiles(root);
  expect(files.actions).toContain('action.yml');
  expect(files.actions.length).toBeGreaterThanOrEqual(10);
  expect(files.workflows.some((file) => file.startsWith('.github/'))).toBe(true);
  expect(files.workflows.some((file) => file.startsWith('examples/'))).toBe(true);
  expect((await lintRepository(root)).map(formatFinding)).toEqual([]);
});

test('the runner accepts every action, and its entry is a file of the repository', async () => {
  for (const file of (await findFiles(root)).actions) {
    const folder = join(root, file, '..');
    const { runs } = await loadManifest(folder);
    const scripts =
      runs.using === 'composite' ? runs.steps.flatMap((step) => (step.kind === 'run' ? [step.run] : [])) : [];
    for (const script of scripts) {
      const entry = /"\$\{?GITHUB_ACTION_PATH\}?\/(?<path>[^"]+)"/.exec(script)?.groups?.path ?? 'none';
      expect(join(folder, entry), file).toBe(join(root, 'dist/index.js'));
    }
    expect(runs.using === 'composite' ? scripts.length : 1, file).toBeGreaterThan(0);
  }
});

test('an input of the same name has the same meaning, text and default in every action', async () => {
  const seen = new Map<string, { readonly file: string; readonly definition: unknown }>();
  const differences: string[] = [];
  // Sides of a comparison, and places of backups: both names are the usual ones for both.
  const ofTheirOwn = new Set(['from', 'to']);
  for (const file of (await findFiles(root)).actions) {
    const manifest: unknown = parse(await readFile(join(root, file), 'utf8'));
    for (const [name, definition] of Object.entries(recordAt(manifest, 'inputs'))) {
      if (ofTheirOwn.has(name)) continue;
      const first = seen.get(name) ?? { file, definition };
      seen.set(name, first);
      const [left, right] = [first.definition, definition].map(meaning);
      if (JSON.stringify(left) !== JSON.stringify(right)) differences.push(`${name}: ${first.file}, ${file}`);
    }
  }
  expect(differences).toEqual([]);
});

function meaning(definition: unknown): unknown {
  return isRecord(definition) ? [definition.description, definition.default] : definition;
}
