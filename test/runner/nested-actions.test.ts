import { expect, test } from 'vitest';
import { createFixture } from './fixture.ts';

const step = (text: string) => `name: a\nruns:\n  using: composite\n  steps:\n${text}`;

test('$/ reaches a sibling of the same repository, ./ the consumer’s workspace', async () => {
  await using fixture = await createFixture({
    'action.yml': `${step('    - { id: in, uses: $/actions/inner, with: { word: hi } }')}\noutputs: { word: { value: "\${{ steps.in.outputs.word }}" } }`,
    'actions/inner/action.yml': `inputs: { word: {} }\noutputs: { word: { value: "\${{ inputs.word }}!" } }\n${step('    - { shell: bash, run: "basename $GITHUB_ACTION_PATH" }')}`,
    'dot/action.yml': step('    - uses: ./actions/inner'),
  });
  const sibling = await fixture.run();
  expect(sibling.rawLog).toBe('inner\n');
  expect(sibling.outputs).toEqual({ word: 'hi!' });
  const dotted = await fixture.run({ action: 'dot' });
  expect(dotted.conclusion).toBe('failure');
  expect(dotted.annotations[0]?.message).toContain("Can't find 'action.yml'");
});

test('posts of nested Node actions run last first, only for steps that ran, with their own inputs and state', async () => {
  await using fixture = await createFixture({
    'action.yml': step(`    - { uses: $/node, with: { name: one } }
    - { uses: $/node, if: failure(), with: { name: skipped } }
    - { uses: $/node, with: { name: two } }`),
    'node/action.yml':
      'name: n\ninputs: { name: {} }\nruns: { using: node24, main: main.cjs, post: post.cjs, post-if: success() }',
    'node/main.cjs': `require('fs').appendFileSync(process.env.GITHUB_STATE, 'n=' + process.env.INPUT_NAME + '\\n')`,
    'node/post.cjs': `console.log('post', process.env.INPUT_NAME, process.env.STATE_n)`,
  });
  expect((await fixture.run()).rawLog).toBe('post two two\npost one one\n');
});

test('post-if follows the status of the job', async () => {
  await using fixture = await createFixture({
    'action.yml': step('    - uses: $/node\n    - { shell: bash, run: exit 1 }'),
    'node/action.yml': 'name: n\nruns: { using: node24, main: main.cjs, post: post.cjs, post-if: success() }',
    'node/main.cjs': '',
    'node/post.cjs': `console.log('post')`,
  });
  const result = await fixture.run();
  expect(result.rawLog).toBe('');
  expect(result.postSteps).toMatchObject([{ conclusion: 'skipped' }]);
});

test('a composite inside a composite fails its parent, which goes on evaluating', async () => {
  await using fixture = await createFixture({
    'action.yml': step(
      '    - { id: in, uses: $/inner }\n    - { shell: bash, if: always(), run: echo tail }',
    ),
    'inner/action.yml': step('    - { shell: bash, run: exit 2 }'),
  });
  const result = await fixture.run();
  expect(result.conclusion).toBe('failure');
  expect(result.steps).toMatchObject([
    { conclusion: 'failure', steps: [{ exitCode: 2 }] },
    { conclusion: 'success' },
  ]);
});

test('the env of the step that uses a composite reaches all the way down', async () => {
  await using fixture = await createFixture({
    'action.yml': step('    - { uses: $/inner, env: { B: "2" } }'),
    'inner/action.yml': step('    - { shell: bash, run: \'echo "$A $B"\' }'),
  });
  expect((await fixture.run({ env: { A: '1' } })).rawLog).toBe('1 2\n');
});

test.each([
  ['an unknown repository', '    - uses: acme/other@v1', "Unable to resolve action 'acme/other@v1'"],
  ['a missing ref', '    - uses: acme/other', 'Expected format {org}/{repo}[/path]@ref'],
  ['a bare $/', '    - uses: $/', 'a path is required'],
  ['itself', '    - uses: $/loop', 'exceeded max depth'],
])('a composite that uses %s is refused before its first step', async (_name, uses, message) => {
  await using fixture = await createFixture({
    'loop/action.yml': step(`    - { shell: bash, run: echo begun }\n${uses}`),
  });
  const result = await fixture.run({ action: 'loop' });
  expect(result.annotations[0]?.message).toContain(message);
  expect(result.rawLog).toBe('');
});
