import { expect, test } from 'vitest';
import { bash, runComposite } from './fixture.ts';

const conclusions = (result: { readonly steps: readonly { readonly conclusion: string }[] }) =>
  result.steps.map((step) => step.conclusion);

test('after a failed step the others are skipped, but failure() and always() run', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, run: exit 3 }
    - { shell: bash, run: echo never }
    - { shell: bash, if: failure(), run: echo on failure }
    - { shell: bash, if: always(), run: echo always }
    - { shell: bash, if: "\${{ success() || failure() }}", run: echo either }
    - { shell: bash, if: cancelled(), run: echo cancelled }
`);
  expect(result.conclusion).toBe('failure');
  expect(conclusions(result)).toEqual(['failure', 'skipped', 'success', 'success', 'success', 'skipped']);
  expect(result.steps[0]?.exitCode).toBe(3);
  expect(result.log).toContain('##[error]Process completed with exit code 3.');
  expect(result.rawLog).toBe('on failure\nalways\neither\n');
});

test('success() is implied unless a status function is named', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { id: a, shell: bash, run: exit 1 }
    - { shell: bash, if: "steps.a.outcome == 'failure'", run: echo no }
    - { shell: bash, if: "failure() && steps.a.outcome == 'failure'", run: echo yes }
`);
  expect(conclusions(result)).toEqual(['failure', 'skipped', 'success']);
});

test('a status function inside a composite follows the composite, not the job', async () => {
  const result = await runComposite(`
inputs: { inner: { default: '' } }
runs:
  using: composite
  steps:
    - { shell: bash, run: exit 1, continue-on-error: "\${{ inputs.inner == '' }}" }
    - { shell: bash, run: echo still well }
`);
  expect(conclusions(result)).toEqual(['success', 'success']);
  expect(result.steps[0]?.outcome).toBe('failure');
  expect(result.conclusion).toBe('success');
});

test('a condition that cannot be evaluated fails its step and ends the composite', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, if: "fromJSON('{') == 1", run: echo no }
    - { shell: bash, if: always(), run: echo no }
`);
  expect(conclusions(result)).toEqual(['failure']);
  expect(result.conclusion).toBe('failure');
});

test('outputs are evaluated even if the composite failed, and all are strings', async () => {
  const result = await runComposite(`
inputs: { flag: { default: true } }
outputs:
  made: { value: "\${{ steps.make.outputs.made }}" }
  flag: { value: "\${{ inputs.flag == 'true' }}" }
  nothing: { value: "\${{ steps.none.outputs.x }}" }
runs:
  using: composite
  steps:
    - id: make
      shell: bash
      run: |
        echo made=1 >> "$GITHUB_OUTPUT"
        exit 1
`);
  expect(result.outputs).toEqual({ made: '1', flag: 'true', nothing: '' });
});

test('defaults are evaluated, given inputs win, required is not enforced, an unexpected one only warns', async () => {
  const result = await runComposite(
    `
inputs:
  github-token: { default: "\${{ github.token }}" }
  name: { required: true }
  size: { default: 3.10 }
runs:
  using: composite
  steps:
    - shell: bash
      env: { T: "\${{ inputs.github-token }}", N: "\${{ inputs.NAME }}", S: "\${{ inputs.size }}" }
      run: echo "\${#T} [$N] [$S]"
`,
    { with: { nmae: 'x' }, github: { token: 'ghs_abcdef' } },
  );
  expect(result.rawLog).toBe('10 [] [3.1]\n');
  expect(result.annotations).toMatchObject([
    {
      level: 'warning',
      message: "Unexpected input(s) 'nmae', valid inputs are ['github-token', 'name', 'size']",
    },
  ]);
});

test('a deprecated input warns when it is given', async () => {
  const yaml = `
inputs: { old: { deprecationMessage: use new } }
${bash('true')}`;
  expect((await runComposite(yaml)).annotations).toEqual([]);
  expect((await runComposite(yaml, { with: { old: '1' } })).annotations).toMatchObject([
    { message: "Input 'old' has been deprecated with message: use new" },
  ]);
});

test.each([
  [
    'secrets in a run',
    '{ shell: bash, run: "echo ${{ secrets.KEY }}" }',
    "Unrecognized named-value: 'secrets'",
  ],
  [
    'vars in an env',
    '{ shell: bash, run: x, env: { A: "${{ vars.A }}" } }',
    "Unrecognized named-value: 'vars'",
  ],
  ['needs in an if', '{ shell: bash, run: x, if: needs.a.result }', "Unrecognized named-value: 'needs'"],
  [
    'a status function in a run',
    '{ shell: bash, run: "${{ failure() }}" }',
    "Unrecognized function: 'failure'",
  ],
  ['no shell', '{ run: x }', 'Required property is missing: shell'],
  ['timeout-minutes', '{ shell: bash, run: x, timeout-minutes: 1 }', "Unexpected value 'timeout-minutes'"],
  [
    'an expression that is not closed',
    '{ shell: bash, run: "${{ inputs.a" }',
    'The expression is not closed',
  ],
])('refuses a composite with %s before any step', async (_name, step, message) => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, run: echo begun }
    - ${step}
`);
  expect(result.conclusion).toBe('failure');
  expect(result.steps).toEqual([]);
  expect(result.rawLog).toBe('');
  expect(result.annotations[0]?.message).toContain(message);
});

test.each([
  [
    'inputs in a default',
    "inputs: { a: { default: '${{ inputs.b }}' } }",
    "Unrecognized named-value: 'inputs'",
  ],
  ['hashFiles in an output', 'outputs: { a: { value: "${{ hashFiles(\'x\') }}" } }', 'hashFiles'],
])('refuses %s', async (_name, yaml, message) => {
  const result = await runComposite(`${yaml}\n${bash('echo begun')}`);
  expect(result.conclusion).toBe('failure');
  expect(result.annotations[0]?.message).toContain(message);
});

test('expressions: env is case-sensitive, other contexts are not, hashFiles reads the workspace', async () => {
  const result = await runComposite(
    `
runs:
  using: composite
  steps:
    - shell: bash
      env:
        ENV: "[\${{ env.Colour }}] [\${{ env.colour }}]"
        EVENT: "\${{ GitHub.Event.Pull_Request.Number }} \${{ github.head_ref }} \${{ github.ref }}"
        MIXED: "a \${{ format('{0}}}', '}}') }} b \${{ null }}"
        HASH: "\${{ hashFiles('**/none') == '' }}"
      run: |
        echo "$ENV"; echo "$EVENT"; echo "$MIXED"; echo "$HASH"
`,
    {
      env: { Colour: 'red' },
      event: {
        name: 'pull_request',
        payload: { pull_request: { number: 7, head: { ref: 'fix' }, base: { ref: 'main' } } },
      },
    },
  );
  expect(result.rawLog.split('\n').slice(0, 4)).toEqual([
    '[red] []',
    '7 fix refs/pull/7/merge',
    'a }}} b ',
    'true',
  ]);
});
