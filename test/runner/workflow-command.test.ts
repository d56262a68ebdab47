import { expect, test } from 'vitest';
import { bash, runComposite } from './fixture.ts';
import { parseCommand } from './workflow-command.ts';

test.each([
  [
    '::error file=a.ts,line=3,title=A%3A B::one%0Atwo',
    { file: 'a.ts', line: '3', title: 'A: B' },
    'one\ntwo',
  ],
  ['  ::debug::x', {}, 'x'],
  ['::notice::100%25 %250A', {}, '100% %0A'],
  ['text ##[warning]old', {}, 'old'],
  ['##[error file=a;line=2]x%5D', { file: 'a', line: '2' }, 'x]'],
  ['::error file=,line=1::x', { line: '1' }, 'x'],
])('reads %j', (line, properties, data) => {
  expect(parseCommand(line)).toMatchObject({ properties, data });
});

test.each(['text ::error::x', '::nonsense::x', '::error', 'error::x', ''])('%j is ordinary text', (line) => {
  expect(parseCommand(line)).toBeUndefined();
});

test('annotations carry their place, relative to the workspace', async () => {
  const result = await runComposite(
    bash(
      'echo "::error file=$GITHUB_WORKSPACE/a/b.sql,line=4,endLine=5,col=2,endColumn=9,title=Lock::bad%0Aworse"',
    ),
  );
  expect(result.annotations).toEqual([
    {
      level: 'error',
      file: 'a/b.sql',
      line: 4,
      endLine: 5,
      column: 2,
      endColumn: 9,
      title: 'Lock',
      message: 'bad\nworse',
    },
  ]);
  expect(result.log).toContain('##[error]bad\nworse\n');
  expect(result.conclusion).toBe('success');
});

test('messages are cut at 4,096 characters', async () => {
  const result = await runComposite(bash(`echo "::warning::$(printf 'x%.0s' $(seq 5000))"`));
  expect(result.annotations[0]?.message).toHaveLength(4096);
});

test('debug lines show only in debug mode, which also sets RUNNER_DEBUG', async () => {
  const yaml = bash('echo "::debug::hidden"; echo "[$RUNNER_DEBUG]"');
  const quiet = await runComposite(yaml);
  expect(quiet.log).not.toContain('##[debug]');
  expect(quiet.rawLog).toBe('[]\n');
  const loud = await runComposite(yaml, { debug: true });
  expect(loud.log).toContain('##[debug]hidden');
  expect(loud.rawLog).toBe('[1]\n');
});

test('groups become log markers', async () => {
  const result = await runComposite(bash('echo "::group::Migrations"; echo one; echo "::endgroup::"'));
  expect(result.rawLog).toBe('##[group]Migrations\none\n##[endgroup]\n');
});

test('stop-commands turns commands into text until its token, and does not outlive the step', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        echo "::stop-commands::tok"
        echo "::error::text"
        echo "::add-mask::word"
        echo "::tok::"
        echo "::error::real"
        echo word
    - { shell: bash, run: 'echo "::stop-commands::again"; echo "::error::text"' }
    - { shell: bash, run: 'echo "::error::next step"' }
`);
  expect(result.annotations.map((each) => each.message)).toEqual(['real', 'next step']);
  expect(result.masks).not.toContain('word');
  expect(result.log).toContain('::error::text');
});

test.each(['', 'error', 'pause-logging'])('stop-commands refuses the token %j', async (token) => {
  const result = await runComposite(bash(`echo "::stop-commands::${token}"`));
  expect(result.conclusion).toBe('failure');
});

test('a long stop-commands token is masked, so that it cannot be read and used', async () => {
  const result = await runComposite(
    bash('echo "::stop-commands::0123456"; echo "::0123456::"; echo 0123456'),
  );
  expect(result.masks).toContain('0123456');
  expect(result.log.trimEnd().endsWith('***')).toBe(true);
});

test('set-env and add-path are disabled and fail the step', async () => {
  const result = await runComposite(bash('echo "::set-env name=A::1"'));
  expect(result.conclusion).toBe('failure');
  expect(result.env).toEqual({});
});

test('standard error is read for commands too, and lines without a newline count', async () => {
  const result = await runComposite(bash('echo "::warning::from stderr" >&2; printf last'));
  expect(result.annotations).toMatchObject([{ message: 'from stderr' }]);
  expect(result.rawLog).toContain('last\n');
});

test('a whole composite shares ten annotations of each level', async () => {
  const step =
    '{ shell: bash, run: \'for i in $(seq 8); do echo "::error::$i"; echo "::notice::$i"; done\' }';
  const result = await runComposite(`runs: { using: composite, steps: [${step}, ${step}] }`);
  const kept = (level: string) => result.annotations.filter((each) => each.level === level).length;
  expect([kept('error'), kept('notice'), kept('warning')]).toEqual([10, 10, 0]);
  expect(result.droppedAnnotations).toBe(12);
});

test("a composite's own issues are kept before those of its steps", async () => {
  const result = await runComposite(bash('for i in $(seq 10); do echo "::warning::$i"; done'), {
    with: { nope: '1' },
  });
  expect(result.annotations.map((each) => each.message)).toEqual([
    expect.stringContaining('Unexpected input'),
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  ]);
  expect(result.droppedAnnotations).toBe(1);
});
