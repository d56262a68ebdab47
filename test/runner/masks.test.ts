import { expect, test } from 'vitest';
import { bash, runComposite } from './fixture.ts';
import { SecretMasker } from './masks.ts';

function masked(secret: string, text: string): string {
  const masker = new SecretMasker();
  masker.add(secret);
  return masker.mask(text);
}

test.each([
  ['hunter2!x', 'a hunter2!x b', 'a *** b'],
  ['hunter2!x', `Basic ${btoa('hunter2!x')}`, 'Basic ***'],
  ['p@ss"word', '{"p":"p@ss\\"word"}', '{"p":"***"}'],
  ["it's(1)*!", 'it%27s%281%29%2A%21', '***'],
  ["it's(1)*!", "it''s(1)*!", '***'],
  ['a<b>&c"d', 'a&lt;b&gt;&amp;c&quot;d', '***'],
  ['"quoted value"', 'quoted value', '***'],
  ['secretpart1&secretpart2', 'x secretpart2', 'x ***'],
  ['secretpart1&secretpart2', 'x secretpart1& y', 'x *** y'],
  ['one\ntwo', 'two one', '*** ***'],
  ['  padded line \nother', 'padded line', '***'],
  ['aa', 'aaa', '***'],
  ['abc', 'abcabc', '***'],
  ['post', 'postgres://postgres', '***gres://***gres'],
])('%j in %j', (secret, text, expected) => {
  expect(masked(secret, text)).toBe(expected);
});

test('base64 of a longer text that holds the secret is masked whatever the offset', () => {
  const secret = 'correct-horse-battery';
  for (const user of ['u', 'us', 'use']) {
    const encoded = btoa(`${user}:${secret}`);
    expect(masked(secret, encoded)).not.toContain(btoa(secret).slice(4, 20));
    expect(masked(secret, encoded)).toContain('***');
  }
});

test("JavaScript's percent-encoding of !'()* is not masked: an action must register its own form", () => {
  expect(masked("it's 100%", encodeURIComponent("it's 100%"))).toBe("it's%20100%25");
  expect(masked('a b', new URL('http://x/?a b').search)).toBe('?***');
});

test('add-mask decodes percent signs, so an unescaped value masks something else', async () => {
  const result = await runComposite(bash('echo "::add-mask::pa%25ss"; echo "pa%ss pa%25ss"'));
  expect(result.masks).toContain('pa%ss');
  // The second is the percent-encoded form of the first, which the runner masks as well.
  expect(result.log).toContain('*** ***\n');
});

test('a multi-line mask hides each of its lines, also in later steps', async () => {
  const result = await runComposite(`
runs:
  using: composite
  steps:
    - { shell: bash, run: 'echo "::add-mask::first-line%0A  second-line"' }
    - { shell: bash, run: 'echo "second-line and first-line"' }
`);
  expect(result.log).toContain('*** and ***\n');
  expect(result.rawLog).toBe('second-line and first-line\n');
});

test('what was printed before the mask stays readable', async () => {
  const result = await runComposite(bash('echo tooEarly1; echo "::add-mask::tooEarly1"; echo tooEarly1'));
  expect(result.log.match(/^tooEarly1$/gm)).toHaveLength(1);
});

test('an empty mask only warns', async () => {
  const result = await runComposite(bash('echo "::add-mask::"; echo "::add-mask::  "; echo text'));
  expect(result.annotations.map((each) => each.level)).toEqual(['warning', 'warning']);
  expect(result.log).toContain('text\n');
  expect(result.conclusion).toBe('success');
});

test('secrets and the token are masked from the start, in annotations too', async () => {
  const result = await runComposite(bash('echo "::error::key napi_12345678 and $T"'), {
    secrets: ['napi_12345678'],
    env: { T: 'ghs_theToken' },
    github: { token: 'ghs_theToken' },
  });
  expect(result.annotations[0]?.message).toBe('key *** and ***');
  expect(result.log).not.toContain('napi_12345678');
  expect(result.log).not.toContain('ghs_theToken');
  // The raw log tells that the process did print it.
  expect(result.rawLog).toContain('napi_12345678');
});

test('base64 of a secret in the log is masked', async () => {
  const result = await runComposite(bash('printf %s "$S" | base64'), {
    secrets: ['hunter2!x'],
    env: { S: 'hunter2!x' },
  });
  expect(result.log).not.toContain(btoa('hunter2!x'));
  expect(result.log.trimEnd().endsWith('***')).toBe(true);
});

test('the inputs that the runner itself prints are not part of the raw log', async () => {
  const result = await runComposite(`inputs: { key: { default: '' } }\n${bash('true')}`, {
    with: { key: 'napi_abcdefgh' },
  });
  expect(result.log).toContain('key: napi_abcdefgh');
  expect(result.rawLog).toBe('');
});
