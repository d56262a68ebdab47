import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bash, createFixture } from './fixture.ts';
import { stageRepository } from './run-action.ts';

test('stages what git knows or would add: nothing ignored, nothing deleted, modes kept', async () => {
  await using fixture = await createFixture({
    '.gitignore': 'node_modules/\n',
    'dist/index.js': 'committed',
    'gone.txt': '',
    'node_modules/x/index.js': '',
    'run.sh': '#!/bin/sh\n',
  });
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: fixture.repository, stdio: 'ignore' });
  execFileSync('chmod', ['+x', join(fixture.repository, 'run.sh')]);
  git('init');
  git('add', '.');
  await rm(join(fixture.repository, 'gone.txt'));
  const destination = await mkdtemp(join(tmpdir(), 'staged-'));
  try {
    await stageRepository(fixture.repository, destination);
    expect((await readdir(destination)).toSorted()).toEqual(['.gitignore', 'dist', 'run.sh']);
    expect(await readFile(join(destination, 'dist/index.js'), 'utf8')).toBe('committed');
    execFileSync(join(destination, 'run.sh'));
  } finally {
    await rm(destination, { recursive: true, force: true });
  }
});

test('hashFiles is the hash of the hashes of the matching files', async () => {
  await using fixture = await createFixture({
    'action.yml': `name: a
runs:
  using: composite
  steps: [{ shell: bash, env: { H: "\${{ hashFiles('app/**/*.sql', '!**/b.sql') }}" }, run: echo $H }]
`,
    'workspace/app/a.sql': 'one',
    'workspace/app/b.sql': 'two',
    'workspace/app/deep/c.sql': 'three',
  });
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = createHash('sha256').update(digest('one')).update(digest('three')).digest('hex');
  expect((await fixture.run()).rawLog).toBe(`${expected}\n`);
});

test('files of a step are gone after the job, unless RUNNER_TEMP was given', async () => {
  await using fixture = await createFixture({
    'action.yml': `name: a\n${bash('echo "$RUNNER_TEMP"; touch "$RUNNER_TEMP/report.json"')}`,
  });
  const own = await fixture.run();
  await expect(readdir(own.rawLog.trim())).rejects.toThrow('ENOENT');
  const temporaryDirectory = join(fixture.workspace, '..', 'temp');
  await fixture.run({ temporaryDirectory });
  expect(await readdir(temporaryDirectory)).toContain('report.json');
});
