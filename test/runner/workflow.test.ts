import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFixture } from './fixture.ts';
import type { RunnerOptions } from './job-state.ts';
import { gitHubStandIns } from './stand-ins.ts';
import { runWorkflow, runWorkflowJob } from './workflow.ts';

const pullRequest = {
  name: 'pull_request',
  payload: {
    action: 'opened',
    pull_request: { number: 12, head: { ref: 'fix/x' }, base: { ref: 'main' } },
  },
};

async function createConsumer(files: Readonly<Record<string, string>> = {}) {
  const fixture = await createFixture({
    'action.yml': `name: root
inputs: { key: { default: '' } }
outputs:
  branch: { value: "\${{ steps.it.outputs.branch }}" }
  database-url: { value: "\${{ steps.it.outputs.url }}" }
runs:
  using: composite
  steps:
    - id: it
      shell: bash
      env: { KEY: "\${{ inputs.key }}" }
      run: |
        echo "::add-mask::pw-0123456789"
        echo "branch=preview/pr-12" >> "$GITHUB_OUTPUT"
        echo "url=postgres://u:pw-0123456789@h/db" >> "$GITHUB_OUTPUT"
        echo "key is \${#KEY} long"
`,
    'actions/connect/action.yml': `name: connect
runs: { using: composite, steps: [{ shell: bash, run: "ls; echo connected" }] }
`,
    ...files,
  });
  const options: RunnerOptions = {
    workspace: fixture.workspace,
    event: pullRequest,
    actions: { 'neonhub/database-actions': fixture.repository },
  };
  return { fixture, options };
}

test('runs the steps of a job with env, secrets, if, defaults and outputs', async () => {
  const { fixture, options } = await createConsumer();
  await using _ = fixture;
  const text = `
on: pull_request
permissions: { contents: read }
concurrency: { group: "preview-\${{ github.event.number || github.event.pull_request.number }}" }
env: { LEVEL: workflow, BOTH: workflow }
defaults: { run: { shell: bash } }
jobs:
  preview:
    if: github.event.action != 'closed'
    runs-on: ubuntu-latest
    permissions: { pull-requests: write }
    env: { BOTH: "job-\${{ vars.REGION }}" }
    outputs:
      branch: "\${{ steps.db.outputs.branch }}"
      url: "\${{ steps.db.outputs.database-url }}"
      empty: "\${{ steps.db.outputs.nope }}"
    steps:
      - id: db
        uses: neonhub/database-actions@v1
        with: { key: "\${{ secrets.NEON_API_KEY }}" }
      - run: echo "$LEVEL $BOTH \${{ steps.db.outputs.branch }} \${{ github.job }}"
      - run: echo "$URL"
        env: { URL: "\${{ steps.db.outputs.database-url }}" }
      - if: failure()
        run: echo never
`;
  const result = await runWorkflowJob({
    ...options,
    workflow: { text },
    job: 'preview',
    secretsContext: { NEON_API_KEY: 'napi_12345' },
    vars: { REGION: 'eu' },
  });
  expect(result.conclusion).toBe('success');
  expect(result.rawLog).toContain('key is 10 long\nworkflow job-eu preview/pr-12 preview\n');
  expect(result.log).toContain('postgres://u:***@h/db');
  expect(result.log).not.toContain('napi_12345');
  // A step sees the URI, another job does not.
  expect(result.outputs).toEqual({ branch: 'preview/pr-12' });
  expect(result.log).toContain("Skip output 'url' since it may contain secret.");
  expect(result.permissions).toEqual({ 'pull-requests': 'write' });
  expect(result.concurrency).toEqual({ group: 'preview-12' });
});

test('a job whose if: is false does not run; secrets are unknown in an if:', async () => {
  const { fixture, options } = await createConsumer();
  await using _ = fixture;
  const text = (condition: string, step = 'true') =>
    `jobs: { a: { if: "${condition}", steps: [{ run: echo ran, if: "${step}" }] } }`;
  const run = (workflow: string) => runWorkflowJob({ ...options, workflow: { text: workflow }, job: 'a' });
  expect(await run(text("github.event.action == 'closed'"))).toMatchObject({ skipped: true, rawLog: '' });
  expect(await run(text('true'))).toMatchObject({ skipped: false, rawLog: 'ran\n' });
  expect(await run(text('true', "secrets.KEY != ''"))).toMatchObject({ conclusion: 'failure', rawLog: '' });
});

test('without shell: bash runs without pipefail', async () => {
  const { fixture, options } = await createConsumer();
  await using _ = fixture;
  const text = "jobs: { a: { steps: [{ run: 'false | true' }, { run: 'false | true', shell: bash }] } }";
  const result = await runWorkflowJob({ ...options, workflow: { text }, job: 'a' });
  expect(result.steps.map((step) => step.conclusion)).toEqual(['success', 'failure']);
});

test('jobs hand on outputs by needs and files by artifacts; a failed need stops the next', async () => {
  const { fixture, options } = await createConsumer({ 'consumer/app/schema.prisma': 'model' });
  await using _ = fixture;
  const second = join(fixture.workspace, '..', 'second');
  await mkdir(second);
  const standIns = gitHubStandIns({
    checkout: join(fixture.repository, 'consumer'),
    artifacts: join(fixture.workspace, '..', 'artifacts'),
  });
  const text = `
jobs:
  use:
    needs: make
    steps:
      - uses: actions/download-artifact@v5
        with: { name: report, path: in }
      - uses: neonhub/database-actions/actions/connect@v1
      - run: cat in/er/r.json; echo "\${{ needs.make.outputs.id }} \${{ needs.make.result }}"; exit 1
  make:
    outputs: { id: "\${{ steps.out.outputs.id }}" }
    steps:
      - uses: actions/checkout@v5
        with: { path: src }
      - uses: actions/setup-node@v5
      - id: out
        run: |
          cat src/app/schema.prisma
          mkdir -p deep/er && echo '{}' > deep/er/r.json
          echo id=42 >> "$GITHUB_OUTPUT"
      - uses: actions/upload-artifact@v5
        with: { name: report, path: deep }
  never:
    needs: [use]
    steps: [{ run: echo never }]
  tail:
    needs: [use]
    if: always()
    steps: [{ run: "echo \${{ needs.use.result }}" }]
`;
  const results = await runWorkflow({
    ...options,
    standIns,
    workflow: { text },
    jobs: { use: { workspace: second } },
  });
  expect(results.make?.outputs).toEqual({ id: '42' });
  expect(results.make?.rawLog).toContain('model');
  expect(results.use?.rawLog).toBe('in\nconnected\n{}\n42 success\n');
  expect(results.use?.conclusion).toBe('failure');
  expect(results.never?.skipped).toBe(true);
  expect(results.tail?.rawLog).toBe('failure\n');
});

test('an artifact’s name is taken once; the folder that was searched is cut off', async () => {
  const { fixture, options } = await createConsumer();
  await using _ = fixture;
  await mkdir(join(fixture.workspace, 'a/b'), { recursive: true });
  await writeFile(join(fixture.workspace, 'a/b/c.txt'), 'text');
  const artifacts = join(fixture.workspace, '..', 'artifacts');
  const text = `
jobs:
  a:
    steps:
      - uses: actions/upload-artifact@v5
        with: { name: one, path: a/**/*.txt }
      - uses: actions/upload-artifact@v5
        with: { name: one, path: a }
`;
  const standIns = gitHubStandIns({ artifacts });
  const result = await runWorkflowJob({ ...options, standIns, workflow: { text }, job: 'a' });
  expect(result.steps.map((step) => step.conclusion)).toEqual(['success', 'failure']);
  expect(await readFile(join(artifacts, 'one/b/c.txt'), 'utf8')).toBe('text');
});

test('an action of the workspace has no ref, and its $/ is the repository of the workflow', async () => {
  const composite = (step: string) => `name: a\nruns: { using: composite, steps: [${step}] }`;
  const { fixture, options } = await createConsumer({
    'workspace/mine/action.yml': composite(
      '{ shell: bash, env: { R: "[${{ github.action_ref }}]" }, run: echo $R }, { uses: $/mine/inner }',
    ),
    'workspace/mine/inner/action.yml': composite('{ shell: bash, run: echo inner }'),
  });
  await using _ = fixture;
  const text = 'jobs: { a: { steps: [{ uses: ./mine }] } }';
  const result = await runWorkflowJob({ ...options, workflow: { text }, job: 'a' });
  expect(result.rawLog).toBe('[]\ninner\n');
});

test('a job has the secrets and variables of its environment, over those of the repository', async () => {
  const { fixture, options } = await createConsumer();
  await using _ = fixture;
  const text = `
jobs:
  a: { environment: "\${{ inputs.place }}", steps: [{ run: "echo \${{ vars.A }} \${{ vars.B }}; echo '\${{ secrets.KEY }}' | wc -c" }] }
  b: { environment: { name: none }, steps: [{ run: "echo \${{ vars.A }} \${{ vars.B }}; echo '\${{ secrets.KEY }}' | wc -c" }] }
`;
  const results = await runWorkflow({
    ...options,
    workflow: { text },
    inputs: { place: 'prod' },
    vars: { A: 'repository', B: 'too' },
    secretsContext: { KEY: '12345' },
    environments: { prod: { vars: { A: 'prod' }, secrets: { KEY: '123456789' } } },
  });
  expect(results.a?.rawLog).toBe('prod too\n10\n');
  expect(results.b?.rawLog).toBe('repository too\n6\n');
});

const called = `
on:
  workflow_call:
    inputs:
      place: { type: string, required: true }
      loud: { type: boolean, default: false }
      times: { type: number, default: 2 }
    secrets: { KEY: {}, UNUSED: {} }
    outputs: { id: { value: "\${{ jobs.second.outputs.id }}" } }
jobs:
  first:
    permissions: { id-token: write }
    environment: "\${{ inputs.place }}"
    outputs: { size: "\${{ steps.it.outputs.size }}" }
    steps:
      - id: it
        run: echo "size=$(printf '\${{ secrets.KEY }}\${{ secrets.OTHER }}' | wc -c)" >> "$GITHUB_OUTPUT"
      - uses: $/actions/connect
  second:
    needs: first
    outputs: { id: "\${{ steps.it.outputs.id }}" }
    steps:
      - id: it
        run: echo "id=\${{ needs.first.outputs.size }}-\${{ inputs.loud }}-\${{ inputs.times }}" >> "$GITHUB_OUTPUT"
`;

const caller = (more: string) => `
jobs:
  it:
    permissions: { id-token: write }
    uses: neonhub/database-actions/.github/workflows/called.yml@v1
${more}
  after: { needs: it, steps: [{ run: "echo \${{ needs.it.result }} \${{ needs.it.outputs.id }}" }] }
`;

test('a called workflow: inputs by type, outputs, its own repository; an environment adds no secret', async () => {
  const { fixture, options } = await createConsumer({ '.github/workflows/called.yml': called });
  await using _ = fixture;
  const results = await runWorkflow({
    ...options,
    workflow: {
      text: caller(
        "    with: { place: prod, loud: '${{ github.actor != 1 }}' }\n    secrets: { KEY: '${{ secrets.MINE }}' }",
      ),
    },
    secretsContext: { MINE: '12345' },
    environments: { prod: { secrets: { KEY: '1234567890', OTHER: 'never' } } },
  });
  expect(Object.keys(results)).toEqual(['it / first', 'it / second', 'after']);
  expect(results['it / first']?.rawLog).toContain('connected');
  expect(results.after?.rawLog).toBe('success 10-true-2\n');
});

test.each([
  ['an input that is missing', '    with: { loud: true }', 'Input place is required'],
  ['an input of another type', "    with: { place: x, loud: 'yes' }", 'Input loud is no boolean'],
  ['an unknown input', '    with: { place: x, nope: 1 }', 'Invalid input, nope'],
  ['an unknown secret', '    with: { place: x }\n    secrets: { NOPE: x }', 'Invalid secret, NOPE'],
])('a call with %s is refused', async (_what, more, message) => {
  const { fixture, options } = await createConsumer({ '.github/workflows/called.yml': called });
  await using _ = fixture;
  await expect(runWorkflow({ ...options, workflow: { text: caller(more) } })).rejects.toThrow(message);
});

test('a called job has no permission that its caller lacks, and a failed one fails the call', async () => {
  const { fixture, options } = await createConsumer({
    '.github/workflows/called.yml': called.replace(
      '- id: it\n        run: echo "id=',
      '- id: it\n        run: exit 1 # "id=',
    ),
  });
  await using _ = fixture;
  const more = '    with: { place: x }';
  const poor = caller(more).replace('id-token: write', 'id-token: read');
  await expect(runWorkflow({ ...options, workflow: { text: poor } })).rejects.toThrow(
    "The nested job 'first' is requesting 'id-token: write', but is only allowed 'id-token: read'.",
  );
  const results = await runWorkflow({ ...options, workflow: { text: caller(more) } });
  expect(results['it / second']?.conclusion).toBe('failure');
  expect(results.after?.skipped).toBe(true);
});
