import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from '../../scripts/lint/lint-repository.ts';
import { loadManifest } from '../runner/manifest.ts';
import { runAction, stageRepository } from '../runner/run-action.ts';
import { gitHubStandIns } from '../runner/stand-ins.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { actions } = await findFiles(root);
let folder = '';
let staged = '';

/** As GitHub downloads it: without node_modules. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-'));
  staged = join(folder, 'actions');
  await stageRepository(root, staged);
  await mkdir(join(folder, 'workspace'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(actions)(
  '%s starts from a consumer, without node_modules, and says what it misses',
  async (file) => {
    expect(await readdir(staged)).not.toContain('node_modules');
    const actionDirectory = join(staged, file, '..');
    const { inputs } = await loadManifest(actionDirectory);
    const result = await runAction({
      actionDirectory,
      repositoryRoot: staged,
      workspace: join(folder, 'workspace'),
      event: { name: 'push', payload: {} },
      with: inputs.has('provider') ? { provider: 'oracle' } : {},
      standIns: gitHubStandIns({ artifacts: join(folder, 'artifacts') }),
    });
    expect(result.conclusion).toBe('failure');
    expect(result.steps.map((step) => step.exitCode)).toContain(1);
    const [first] = result.annotations;
    expect(first?.message).toMatch(
      inputs.has('provider') ? /`provider`/ : /pull request|`from`: It must be given/,
    );
    if (inputs.has('provider')) expect(first?.message).toContain('oracle');
    // A stack or a module that is missing would be our bug, not the user's mistake.
    expect(result.rawLog).not.toMatch(/^ +at |ERR_MODULE_NOT_FOUND|Cannot find|This is a bug/m);
    expect(await readdir(join(folder, 'workspace'))).toEqual([]);
  },
);
