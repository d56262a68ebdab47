import { expect, test } from 'vitest';
import { WORKFLOW_RULES } from '../../scripts/lint/workflow-rules.ts';
import { readYaml } from '../../scripts/lint/yaml-file.ts';

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const GOOD = `name: Preview
on:
  pull_request:
permissions: {}
concurrency:
  group: preview-\${{ github.event.pull_request.number || github.ref }}
jobs:
  preview:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@${SHA} # v5.0.0
        with:
          persist-credentials: false
      - uses: neonhub/database-actions/actions/connect@v1
      - uses: ./
      - env:
          TITLE: \${{ github.event.pull_request.title }}
        run: echo "$TITLE"
`;

function rulesBrokenBy(text: string, inMarkdown = false): readonly string[] {
  const file = readYaml(text, { path: 'x.yml', inMarkdown });
  expect(file.errors).toEqual([]);
  return [...new Set(WORKFLOW_RULES.flatMap((rule) => rule(file)).map((finding) => finding.rule))];
}

test('a good workflow breaks no rule', () => {
  expect(rulesBrokenBy(GOOD)).toEqual([]);
});

test.each([
  ['least-permissions', 'permissions: {}\n', ''],
  ['least-permissions', 'permissions: {}', 'permissions: write-all'],
  ['least-permissions', 'permissions: {}', 'permissions: { contents: read, pull-requests: write }'],
  [
    'least-permissions',
    'permissions:\n      contents: read\n      pull-requests: write',
    'permissions: read-all',
  ],
  ['no-persisted-credentials', '        with:\n          persist-credentials: false\n', ''],
  ['no-persisted-credentials', 'persist-credentials: false', 'persist-credentials: true'],
  [
    'concurrency-by-pull-request',
    'concurrency:\n  group: preview-${{ github.event.pull_request.number || github.ref }}\n',
    '',
  ],
  ['concurrency-by-pull-request', 'github.event.pull_request.number || github.ref', 'github.head_ref'],
  ['concurrency-by-pull-request', 'preview-${{ github.event.pull_request.number || github.ref }}', 'preview'],
  ['no-dangerous-trigger', 'pull_request:', 'pull_request_target:'],
  ['no-dangerous-trigger', '  pull_request:', '  workflow_run: { workflows: [CI], types: [completed] }'],
  ['no-expression-in-script', '"$TITLE"', '"${{ github.event.pull_request.title }}"'],
  [
    'no-expression-in-script',
    'uses: ./\n',
    `uses: actions/github-script@${SHA} # v8.0.0\n        with: { script: "x(\${{ github.actor }})" }\n`,
  ],
  ['pinned-uses', `@${SHA}`, '@v5'],
  ['pinned-uses', `@${SHA}`, '@main'],
  ['pinned-uses', ' # v5.0.0', ''],
  [
    'pinned-uses',
    'neonhub/database-actions/actions/connect@v1',
    'neonhub/database-actions/actions/connect@main',
  ],
  ['pinned-uses', 'neonhub/database-actions/actions/connect@v1', 'neonhub/database-actions-evil@v1'],
  ['unique-step-ids', '- uses: ./\n', '- { id: a, uses: ./ }\n      - { id: a, uses: ./ }\n'],
])('%s: not %j -> %j', (rule, from, to) => {
  expect(GOOD).toContain(from);
  expect(rulesBrokenBy(GOOD.replace(from, () => to))).toContain(rule);
});

test('a called workflow must be pinned too, and get no inherited secrets', () => {
  const text =
    'on: push\npermissions: {}\njobs: { a: { uses: acme/x/.github/workflows/a.yml@v1, secrets: inherit } }';
  expect(rulesBrokenBy(text)).toEqual(['no-inherited-secrets', 'pinned-uses']);
});

test('concurrency may be set job by job', () => {
  const jobs = (second: string) =>
    `on: [pull_request]\npermissions: {}\njobs:\n  a: { concurrency: "\${{ github.event.number }}" }\n  b: { ${second} }\n`;
  expect(rulesBrokenBy(jobs("concurrency: { group: 'x-${{ github.event.number }}' }"))).toEqual([]);
  expect(rulesBrokenBy(jobs('runs-on: x'))).toEqual(['concurrency-by-pull-request']);
});

test("documentation may show GitHub's own actions by tag, and nobody else's", () => {
  expect(rulesBrokenBy(GOOD.replace(`@${SHA} # v5.0.0`, '@v5'), true)).toEqual([]);
  expect(rulesBrokenBy(GOOD.replace(`actions/checkout@${SHA} # v5.0.0`, 'acme/checkout@v5'), true)).toEqual([
    'pinned-uses',
  ]);
});
