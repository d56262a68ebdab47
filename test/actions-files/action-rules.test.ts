import { expect, test } from 'vitest';
import { ACTION_RULES } from '../../scripts/lint/action-rules.ts';
import { readYaml } from '../../scripts/lint/yaml-file.ts';

const GOOD = `name: Connect
description: Connects.
inputs:
  neon-api-key:
    description: Key.
  dry-run:
    description: Only say what would be done.
    default: 'true'
outputs:
  branch:
    description: Branch.
    value: \${{ steps.run.outputs.branch }}
runs:
  using: composite
  steps:
    - id: run
      shell: bash
      env:
        KEY: \${{ inputs.neon-api-key }}
      if: inputs.dry-run == 'true'
      run: exec node "$GITHUB_ACTION_PATH/../../dist/index.js" connect
    - uses: $/actions/internal/report
      with:
        branch: \${{ steps.run.outputs.branch }}
    - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
`;

function rulesBrokenBy(text: string): readonly string[] {
  const file = readYaml(text, { path: 'action.yml' });
  expect(file.errors).toEqual([]);
  return [...new Set(ACTION_RULES.flatMap((rule) => rule(file)).map((finding) => finding.rule))];
}

test('a good action breaks no rule', () => {
  expect(rulesBrokenBy(GOOD)).toEqual([]);
});

const SHA = 'ea165f8d65b6e75b540449e92b4886f43607fa02';

test.each([
  ['using-known', 'using: composite', 'using: node20'],
  ['no-expression-in-script', '" connect', '" ${{ github.head_ref }}'],
  ['no-expression-in-script', '" connect', '" ${{ env.KEY }}'],
  ['declared-inputs', 'inputs.neon-api-key }}', 'inputs.neon_api_key }} ${{ inputs.neon-api-key }}'],
  ['declared-inputs', "inputs.dry-run == 'true'", "inputs.dry-run == 'true' || inputs.nope"],
  [
    'declared-inputs',
    '" connect',
    '" connect\n    - shell: bash\n      env: { A: "${{ format(\'{0}\', inputs[\'nope\']) }}" }\n      run: exec node "$GITHUB_ACTION_PATH/x.js"',
  ],
  ['used-inputs', "inputs.dry-run == 'true'", 'always()'],
  ['known-step-outputs', 'value: ${{ steps.run.', 'value: ${{ steps.runn.'],
  [
    'known-step-outputs',
    'KEY: ${{ inputs.neon-api-key }}',
    'KEY: ${{ inputs.neon-api-key || steps.run.outputs.x }}',
  ],
  ['mapped-outputs', '    value: ${{ steps.run.outputs.branch }}\n', ''],
  ['mapped-outputs', 'value: ${{ steps.run.outputs.branch }}', 'value: ${{ inputs.neon-api-key }}'],
  ['described-inputs', 'description: Key.', 'required: false'],
  ['described-inputs', 'dry-run:', 'dryRun:'],
  ['exec-node', 'run: exec node', 'run: node'],
  [
    'exec-node',
    'exec node "$GITHUB_ACTION_PATH/../../dist/index.js"',
    'exec node $GITHUB_ACTION_PATH/../../dist/index.js',
  ],
  [
    'exec-node',
    'exec node "$GITHUB_ACTION_PATH/../../dist/index.js" connect',
    'exec node "$GITHUB_ACTION_PATH/dist/index.js"\n\n        echo after'.replace('exec', '|\n        exec'),
  ],
  ['exec-node', 'shell: bash', 'shell: sh'],
  ['only-github-actions', '$/actions/internal/report', './actions/internal/report'],
  ['only-github-actions', `actions/upload-artifact@${SHA}`, `acme/upload@${SHA}`],
  ['pinned-uses', `@${SHA}`, '@v4'],
  ['pinned-uses', `@${SHA}`, `@${SHA.slice(0, 7)}`],
  ['pinned-uses', ' # v4.6.2', ''],
  ['pinned-uses', ' # v4.6.2', ' # latest'],
  ['unique-step-ids', '    - uses: $/', '    - id: RUN\n      uses: $/'],
])('%s: not %j -> %j', (rule, from, to) => {
  expect(GOOD).toContain(from);
  expect(rulesBrokenBy(GOOD.replace(from, () => to))).toContain(rule);
});

test('findings name the line', () => {
  const file = readYaml(GOOD.replace('KEY: ${{ inputs.neon-api-key }}', 'KEY: ${{ inputs.nope }}'), {
    path: 'actions/a/action.yml',
  });
  expect(ACTION_RULES.flatMap((rule) => rule(file))[0]).toEqual({
    file: 'actions/a/action.yml',
    line: 19,
    rule: 'declared-inputs',
    message: "Input 'nope' is used but not declared.",
  });
});

test('a Node action need not use its inputs in YAML', () => {
  expect(
    rulesBrokenBy('name: a\ninputs: { a: { description: A. } }\nruns: { using: node24, main: x.js }'),
  ).toEqual([]);
});
