import { expect, test } from 'vitest';
import { parsePairs, SUMMARY_LIMIT_BYTES } from './command-files.ts';
import { bash, runComposite } from './fixture.ts';

test.each([
  [
    'a=1\nb=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=x=y<<z\n', [['a', 'x=y<<z']]],
  ['a<<E\none\n\ntwo\nE\n', [['a', 'one\n\ntwo']]],
  ['a<<E\nE\n', [['a', '']]],
  ['a<<E=F\nx\nE=F\n', [['a', 'x']]],
  ['a=1\r\n', [['a', '1\r']]],
  ['\n\na=\n', [['a', '']]],
  [
    'a<<E\nx=1\nE\nb=2\n',
    [
      ['a', 'x=1'],
      ['b', '2'],
    ],
  ],
])('parses %j', (text, pairs) => {
  expect(parsePairs(text)).toEqual(pairs);
});

test.each([
  ['just text\n', "Invalid format 'just text'"],
  ['<<E\nE\n', 'Name must not be empty and delimiter must not be empty'],
  ['a<<\nE\n', 'Name must not be empty and delimiter must not be empty'],
  ['a<<E', "Matching delimiter not found 'E'"],
  ['a<<E\nx\n', "Matching delimiter not found 'E'"],
  ['a<<E\nx', 'EOF marker missing new line'],
  ['=x\n', 'null or empty'],
])('refuses %j', (text, message) => {
  expect(() => parsePairs(text)).toThrow(message);
});

test('a malformed file fails the step, but the other files count', async () => {
  const result = await runComposite(bash('echo nonsense >> "$GITHUB_OUTPUT"; echo A=1 >> "$GITHUB_ENV"'));
  expect(result.conclusion).toBe('failure');
  expect(result.env).toEqual({ A: '1' });
  expect(result.annotations.map((each) => each.message)).toEqual([
    "Unable to process file command 'output' successfully.",
    "Invalid format 'nonsense'",
  ]);
});

test('every step has files of its own', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, run: 'echo "$GITHUB_OUTPUT"; echo a=1 >> "$GITHUB_OUTPUT"' }
    - { shell: bash, run: 'echo "$GITHUB_OUTPUT"; cat "$GITHUB_OUTPUT"' }
`);
  const [first, second, ...rest] = result.rawLog.trim().split('\n');
  expect(first).not.toBe(second);
  expect(rest).toEqual([]);
});

test('GITHUB_ENV refuses NODE_OPTIONS with an error, without failing the step', async () => {
  const result = await runComposite(bash('printf "NODE_OPTIONS=--inspect\\nOK=1\\n" >> "$GITHUB_ENV"'));
  expect(result.env).toEqual({ OK: '1' });
  expect(result.conclusion).toBe('success');
  expect(result.annotations).toMatchObject([{ level: 'error', message: /NODE_OPTIONS/ }]);
});

test('a summary is masked line by line', async () => {
  const result = await runComposite(
    bash('printf "# Title\\nkey: s3cretValue\\n" >> "$GITHUB_STEP_SUMMARY"; echo "::add-mask::s3cretValue"'),
  );
  expect(result.summary).toBe('# Title\nkey: ***\n');
});

test.each([
  [SUMMARY_LIMIT_BYTES, true],
  [SUMMARY_LIMIT_BYTES + 1, false],
])('a summary of %i bytes is kept: %s', async (bytes, kept) => {
  const result = await runComposite(
    bash(`head -c ${bytes} /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"`),
  );
  expect(result.conclusion).toBe('success');
  expect(result.summary.length > 0).toBe(kept);
  expect(result.annotations.map((each) => each.message.slice(0, 35))).toEqual(
    kept ? [] : ['$GITHUB_STEP_SUMMARY upload aborted'],
  );
});
