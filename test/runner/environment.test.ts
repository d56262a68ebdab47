import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bash, createFixture, runComposite } from './fixture.ts';

const nodeAction = `name: node\nruns: { using: node24, main: ../../dist/main.js, post: ../../dist/post.js }\ninputs: { who-to: { default: world }, two words: { default: '2' } }\n`;

test('a run step gets no INPUT_*, no ACTIONS_RUNTIME_*, no token and nothing of the host', async () => {
  process.env.HOST_ONLY = 'leak';
  const result = await runComposite(`inputs: { a-b: { default: x } }\n${bash('env')}`, {
    with: { c: 'y' },
    environment: { NEON_API_HOST: 'h' },
  });
  const names = Object.keys(result.steps[0]?.environment ?? {});
  expect(
    names.filter((name) => /^(INPUT_|ACTIONS_|STATE_|GITHUB_TOKEN|HOST_ONLY|VITEST)/.test(name)),
  ).toEqual([]);
  expect(result.steps[0]?.environment).toMatchObject({
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    NEON_API_HOST: 'h',
  });
  expect(result.rawLog).not.toContain('leak');
});

test('a Node action gets INPUT_* with hyphens, the runtime variables, state in its post, and main outside its folder', async () => {
  await using fixture = await createFixture({
    'actions/node/action.yml': nodeAction,
    'dist/main.js': `
      const fs = require('node:fs');
      console.log(process.env['INPUT_WHO-TO'], process.env.INPUT_TWO_WORDS, 'ACTIONS_RUNTIME_TOKEN' in process.env);
      fs.appendFileSync(process.env.GITHUB_STATE, 'key=kept\\n');
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'out=1\\n');`,
    'dist/post.js': `console.log('post', process.env.STATE_key, process.env['INPUT_WHO-TO']);`,
  });
  const result = await fixture.run({ action: 'actions/node', with: { 'who-to': 'me' } });
  expect(result.rawLog).toBe('me 2 true\npost kept me\n');
  expect(result.outputs).toEqual({ out: '1' });
  expect(result.postSteps).toMatchObject([{ name: 'Post Run neonhub/database-actions/actions/node@v1' }]);
});

test('precedence: GITHUB_ENV, then the env of the step that uses the composite, then the own env; GITHUB_* last', async () => {
  const result = await runComposite(
    `
runs:
  using: composite
  steps:
    - { shell: bash, run: 'printf "A=file\\nB=file\\nC=file\\n" >> "$GITHUB_ENV"' }
    - { shell: bash, env: { A: own, GITHUB_REPOSITORY: mine/own }, run: 'echo "$A $B $C $GITHUB_REPOSITORY"' }
    - { shell: bash, env: { X: "\${{ env.A }} \${{ env.B }} \${{ env.C }}" }, run: 'echo "$X"' }
`,
    { env: { A: 'step', B: 'step' }, github: { repository: 'acme/shop' } },
  );
  expect(result.rawLog).toBe('own step file acme/shop\nstep step file\n');
  expect(result.env).toEqual({ A: 'file', B: 'file', C: 'file' });
});

test('GITHUB_PATH puts the last addition first', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, run: 'printf "/one\\n/two\\n/one\\n" >> "$GITHUB_PATH"' }
    - { shell: bash, run: 'echo "$PATH"' }
`);
  expect(result.rawLog).toMatch(/^\/one:\/two:/);
  expect(result.path).toEqual(['/two', '/one']);
});

test('the action path is the folder of the action.yml, and not in the workspace', async () => {
  await using fixture = await createFixture({
    'actions/a/action.yml': `name: a\n${bash('echo "$GITHUB_ACTION_PATH"; pwd; ls')}`,
    'workspace/mine.txt': '',
  });
  const { rawLog } = await fixture.run({ action: 'actions/a' });
  expect(rawLog).toBe(
    `${join(fixture.repository, 'actions/a')}\n${realpathSync(fixture.workspace)}\nmine.txt\n`,
  );
});

test('action_ref is known to the env of a run step, and empty in its script', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - shell: bash
      env: { REF: "\${{ github.action_repository }}@\${{ github.action_ref }}" }
      run: echo "$REF [$GITHUB_ACTION_REF] [\${{ github.action_ref }}]"
`);
  expect(result.rawLog).toBe('neonhub/database-actions@v1 [] []\n');
});

test.each([
  ['bash', 'false | true', 1],
  ['bash', 'set +o pipefail; false | true', 0],
  ['sh', 'false | true', 0],
  ['bash', 'false; true', 1],
  ["'bash {0}'", 'false; true', 0],
])('shell %s: %s exits with %i', async (shell, script, exitCode) => {
  const result = await runComposite(
    `runs: { using: composite, steps: [{ shell: ${shell}, run: '${script}' }] }`,
  );
  expect(result.steps[0]?.exitCode).toBe(exitCode);
});

test('dash drops variables with a hyphen, bash hands them on', async () => {
  const step = (shell: string) =>
    `{ shell: ${shell}, env: { INPUT_A-B: '1' }, run: "env | grep -c '^INPUT_A-B=' || true" }`;
  const result = await runComposite(`runs: { using: composite, steps: [${step('bash')}, ${step('sh')}] }`);
  expect(result.rawLog).toBe('1\n0\n');
});

test('working-directory is relative to the workspace', async () => {
  await using fixture = await createFixture({
    'action.yml':
      'name: a\nruns: { using: composite, steps: [{ shell: bash, working-directory: app, run: ls }] }',
    'workspace/app/file.txt': '',
  });
  expect((await fixture.run()).rawLog).toBe('file.txt\n');
});

test('the node of a run step is the one of the chosen folder', async () => {
  await using fixture = await createFixture({
    'action.yml': `name: a\n${bash('node --version')}`,
    'bin/node': '#!/bin/sh\necho v20.19.0\n',
  });
  const { chmod } = await import('node:fs/promises');
  await chmod(join(fixture.repository, 'bin/node'), 0o755);
  expect((await fixture.run({ node: join(fixture.repository, 'bin') })).rawLog).toBe('v20.19.0\n');
});

test('the event file holds the payload, RUNNER_TEMP is kept if it was given', async () => {
  const result = await runComposite(bash('cat "$GITHUB_EVENT_PATH"; echo "$GITHUB_EVENT_NAME $RUNNER_OS"'), {
    event: { name: 'pull_request', payload: { number: 3, pull_request: { number: 3 } } },
  });
  expect(result.rawLog).toContain('"number": 3');
  expect(result.rawLog).toContain('pull_request Linux');
});
