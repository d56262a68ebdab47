import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles, lintRepository } from '../../scripts/lint/lint-repository.ts';
import { yamlBlocks } from '../../scripts/lint/markdown-blocks.ts';

/** Findings, as `file:line rule`, over a repository of these files. */
async function lint(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    for (const [path, text] of Object.entries({ 'action.yml': ACTION, ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return { findings: await lintRepository(root), files: await findFiles(root) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const ACTION = `name: a
description: A.
inputs:
  key:
    description: Key.
    required: true
  old:
    description: Old.
    deprecationMessage: Use key.
runs:
  using: composite
  steps:
    - shell: bash
      env: { KEY: "\${{ inputs.key }}", OLD: "\${{ inputs.old }}" }
      run: exec node "$GITHUB_ACTION_PATH/dist/index.js"
`;

const workflow = (steps: string, job = '') => `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
${job}    steps:
${steps}`;

const messages = (result: Awaited<ReturnType<typeof lint>>) =>
  result.findings.map(({ file, line, message }) => `${file}:${line} ${message}`);

test('examples are checked against our own action.yml', async () => {
  const result = await lint({
    'examples/good.yml': workflow('      - { uses: neonhub/database-actions@v1, with: { key: x } }\n'),
    'examples/bad.yml': workflow(`      - uses: neonhub/database-actions@v1
        with:
          nope: x
      - uses: neonhub/database-actions/actions/none@v1
      - { uses: neonhub/database-actions@v1, with: { key: x, old: y } }
`),
  });
  expect(messages(result)).toEqual([
    expect.stringMatching(/^examples\/bad\.yml:\d Missing required input `key`/),
    "examples/bad.yml:9 Invalid action input 'nope'",
    'examples/bad.yml:10 Unable to resolve action `neonhub/database-actions/actions/none@v1`, repository or version not found',
    'examples/bad.yml:11 Use key.',
  ]);
});

test.each([
  ['an unknown job', workflow('      - run: x\n', '    needs: b\n'), 'b'],
  ['an unknown step', workflow('      - run: x\n        if: steps.none.outputs.a\n'), 'none'],
  ['an unknown function', workflow('      - run: x\n        if: sucess()\n'), 'sucess'],
  ['an unknown key', workflow('      - run: x\n        iff: true\n'), 'iff'],
  ['an untrusted title in a script', workflow('      - run: echo "${{ github.head_ref }}"\n'), 'untrusted'],
  ['an outdated action', workflow(`      - uses: actions/checkout@v2\n`), 'too old'],
  ['broken YAML', 'on: [push\njobs: {}\n', 'Flow'],
])('a workflow with %s is found', async (_name, text, part) => {
  const result = await lint({ '.github/workflows/x.yml': text });
  expect(messages(result).join('\n')).toContain(part);
});

test('newer syntax that actionlint does not know is let through', async () => {
  const result = await lint({
    '.github/workflows/x.yml': workflow(
      "      - uses: $/actions/x\n      - run: x\n        if: case(github.ref == 'a', true, false)\n",
    ),
    'actions/x/action.yml': ACTION,
  });
  expect(messages(result).filter((message) => !message.includes('required input'))).toEqual([]);
});

test.each([
  ['secrets', ACTION.replace('inputs.key', 'secrets.key'), 'secrets'],
  ['a missing shell', ACTION.replace('    - shell: bash\n      env', '    - env'), 'shell'],
  [
    'timeout-minutes',
    ACTION.replace('- shell: bash', '- shell: bash\n      timeout-minutes: 3'),
    'timeout-minutes',
  ],
])('an action with %s is found', async (_name, text, part) => {
  expect(messages(await lint({ 'actions/x/action.yml': text })).join('\n')).toContain(part);
});

test('workflows and lists of steps in Markdown are checked, at their line', async () => {
  const result = await lint({
    'README.md': `# Title

\`\`\`yaml
- uses: neonhub/database-actions@v1
  with:
    nope: \${{ secrets.KEY }}
    key: x
\`\`\`

- point
  \`\`\`yml
  on: push
  jobs: {}
  \`\`\`

\`\`\`yaml
just: data
\`\`\`
\`\`\`json
{"on": 1, "jobs": 2}
\`\`\`
`,
  });
  expect(result.findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(
    expect.arrayContaining(['6 language-service', '12 least-permissions']),
  );
  expect(result.findings.every(({ line }) => line <= 13)).toBe(true);
});

test('finds nested actions, both spellings of the extension, and Markdown everywhere', async () => {
  const { files } = await lint({
    'actions/internal/x/action.yaml': ACTION,
    '.github/workflows/ci.yaml': '',
    'examples/deep/e.yml': '',
    'docs/decisions/1.md': '',
    'src/README.md': '',
  });
  expect(files).toEqual({
    actions: ['action.yml', 'actions/internal/x/action.yaml'],
    workflows: ['.github/workflows/ci.yaml', 'examples/deep/e.yml'],
    documents: ['docs/decisions/1.md'],
  });
});

test('blocks: fences of any length, indentation removed, an open one ignored', () => {
  const text = '````yaml\n```yaml\n- run: x\n```\n````\n  ~~~yaml\n  on: 1\n  jobs: 2\n  ~~~\n```yaml\nopen';
  expect(yamlBlocks(text)).toEqual([
    { text: '```yaml\n- run: x\n```\n', linesBefore: 1, kind: 'workflow' },
    { text: 'on: 1\njobs: 2\n', linesBefore: 6, kind: 'workflow' },
  ]);
});
