import { expect, test } from 'vitest';
import { bash, createFixture, runComposite } from './fixture.ts';

const delays = { interrupt: 300, terminate: 200, output: 150 };
const cancelWhen = (line: string) => line === 'ready';

/** Says what signals it gets; ends itself on SIGINT only if told to. */
const program = (endsOn: string) => `
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
  console.log('got ' + name);
  if (name === '${endsOn}') process.exit(130);
});
console.log('ready');
setInterval(() => {}, 1000);
`;

async function runProgram(script: string, endsOn: string) {
  await using fixture = await createFixture({
    'action.yml': `name: a\n${bash(script)}`,
    'main.cjs': program(endsOn),
  });
  return await fixture.run({ cancelWhen, delays });
}

test('exec node gets SIGINT at once', async () => {
  const result = await runProgram('exec node "$GITHUB_ACTION_PATH/main.cjs"', 'SIGINT');
  expect(result.rawLog).toBe('ready\ngot SIGINT\n');
  expect(result.steps).toMatchObject([{ conclusion: 'cancelled', signals: ['SIGINT'], exitCode: 130 }]);
  expect(result.conclusion).toBe('cancelled');
  expect(result.orphans).toEqual([]);
});

test('plain node under bash gets no signal, outlives its step and is killed at the end of the job', async () => {
  const result = await runProgram('node "$GITHUB_ACTION_PATH/main.cjs"', 'SIGINT');
  expect(result.rawLog).toBe('ready\n');
  // bash waits for its child on SIGINT and dies of SIGTERM.
  expect(result.steps).toMatchObject([{ signals: ['SIGINT', 'SIGTERM'], exitCode: 143 }]);
  expect(result.orphans).toMatchObject([expect.stringContaining('main.cjs')]);
});

test('a process that ignores SIGINT gets SIGTERM, then SIGKILL', async () => {
  const onTerm = await runProgram('exec node "$GITHUB_ACTION_PATH/main.cjs"', 'SIGTERM');
  expect(onTerm.rawLog).toBe('ready\ngot SIGINT\ngot SIGTERM\n');
  const never = await runProgram('exec node "$GITHUB_ACTION_PATH/main.cjs"', 'never');
  expect(never.steps).toMatchObject([{ signals: ['SIGINT', 'SIGTERM', 'SIGKILL'], exitCode: 137 }]);
});

test('after a cancel only always() and cancelled() steps run, and outputs are still evaluated', async () => {
  const result = await runComposite(
    `
outputs: { seen: { value: "\${{ steps.tail.outputs.seen }}" } }
runs:
  using: composite
  steps:
    - { shell: bash, run: 'echo ready; exec sleep 30' }
    - { shell: bash, run: echo never }
    - { shell: bash, if: failure(), run: echo no failure }
    - { shell: bash, if: cancelled(), run: echo cancelled }
    - { id: tail, shell: bash, if: always(), run: 'echo seen=1 >> "$GITHUB_OUTPUT"' }
`,
    { cancelWhen, delays },
  );
  expect(result.steps.map((step) => step.conclusion)).toEqual([
    'cancelled',
    'skipped',
    'skipped',
    'success',
    'success',
  ]);
  expect(result.outputs).toEqual({ seen: '1' });
});

test('a running always() step is left alone by a cancel', async () => {
  const result = await runComposite(
    `runs: { using: composite, steps: [{ shell: bash, if: always(), run: 'echo ready; sleep 0.3; echo done' }] }`,
    { cancelWhen, delays },
  );
  expect(result.steps).toMatchObject([{ conclusion: 'success', signals: [] }]);
  expect(result.rawLog).toBe('ready\ndone\n');
});

test('command files count even if the step was cancelled', async () => {
  const result = await runComposite(bash('echo A=1 >> "$GITHUB_ENV"; echo ready; exec sleep 30'), {
    cancelWhen,
    delays,
  });
  expect(result.env).toEqual({ A: '1' });
});

test('a signal from outside cancels too', async () => {
  const controller = new AbortController();
  const result = await runComposite(bash('echo up; exec sleep 30'), {
    delays,
    signal: controller.signal,
    cancelWhen: () => {
      controller.abort();
      return false;
    },
  });
  expect(result.conclusion).toBe('cancelled');
});

test('a time-out stops the step as a cancel does, and fails it', async () => {
  const result = await runComposite(bash('exec sleep 30'), { stepTimeout: 200, delays });
  expect(result.steps).toMatchObject([{ conclusion: 'failure', signals: ['SIGINT'] }]);
  expect(result.conclusion).toBe('failure');
  expect(result.log).toContain('has timed out');
});

test('post steps run after a cancel', async () => {
  await using fixture = await createFixture({
    'action.yml': 'name: a\nruns: { using: node24, main: main.cjs, post: post.cjs }',
    'main.cjs': program('SIGINT'),
    'post.cjs': `console.log('cleaned')`,
  });
  const result = await fixture.run({ cancelWhen, delays });
  expect(result.rawLog).toBe('ready\ngot SIGINT\ncleaned\n');
  expect(result.postSteps).toMatchObject([{ conclusion: 'success' }]);
});
