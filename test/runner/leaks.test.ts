import { expect, test } from 'vitest';
import { bash, createFixture, runComposite } from './fixture.ts';
import { findLeaks } from './leaks.ts';

const secret = `p%ss/w'rd"x`;
const masked = `echo "::add-mask::\${S//%/%25}"`;
const run = (script: string) => runComposite(bash(`${masked}\n${script}`), { env: { S: secret } });

const inLog = (form: string) => `secret 1 (${form}) in the log before masking`;

test.each([
  ['nothing', 'true', []],
  ['the log', 'echo "url: $S"', [inLog('plain')]],
  ['percent-encoded', "node -p 'encodeURIComponent(process.env.S)'", [inLog('percent-encoded')]],
  ['JSON', "node -p 'JSON.stringify(process.env)'", [inLog('JSON')]],
  ['base64', 'printf "user:%s!" "$S" | base64', [inLog('base64')]],
  ['an output', 'echo "url=$S" >> "$GITHUB_OUTPUT"', ['secret 1 (plain) in step output url']],
  ['a variable', 'echo "URL=$S" >> "$GITHUB_ENV"', ['secret 1 (plain) in variable URL']],
  ['a command line', 'sh -c "sleep 0.1; true" "$S"', ['secret 1 (plain) in a command line']],
])('finds %s', async (_name, script, expected) => {
  const result = await run(script);
  // The runner's own echo of `env:` comes before the mask, as it would on GitHub.
  expect(await findLeaks({ ...result, log: '' }, { secrets: [secret] })).toEqual(expected);
});

test('what was masked too late is found in the log and the summary', async () => {
  const result = await runComposite(bash('echo "$S"; echo "$S" > "$GITHUB_STEP_SUMMARY"'), {
    env: { S: secret },
  });
  expect(await findLeaks({ ...result, rawLog: '' }, { secrets: [secret] })).toEqual([
    'secret 1 (plain) in the log',
    'secret 1 (plain) in the summary',
  ]);
});

test('named outputs may hold a secret; files of the workspace may not', async () => {
  await using fixture = await createFixture({
    'action.yml': `name: a\noutputs: { url: { value: "\${{ steps.only.outputs.url }}" } }\n${bash(
      'echo "url=$S" >> "$GITHUB_OUTPUT"; mkdir -p deep; printf %s "$S" > deep/report.json',
    )}`,
  });
  const result = await fixture.run({ env: { S: 'long-enough' } });
  const search = { secrets: ['long-enough'], except: ['url'] };
  expect(await findLeaks({ ...result, log: '' }, search)).toEqual([]);
  expect(await findLeaks({ ...result, log: '' }, { ...search, folders: [fixture.workspace] })).toEqual([
    `secret 1 (plain) in ${fixture.workspace}/deep/report.json`,
  ]);
});
