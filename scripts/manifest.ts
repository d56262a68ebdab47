/** Renders the files that come from an action's definition: action.yml, its README and the reference tables. */
import { stringify } from 'yaml';
import { type ActionDefinition, type InputMap, inputVariable } from '../src/runtime/definition.ts';

/** Path of an action's folder from the repository's root; the preview is the root action itself. */
export function actionFolder(definition: ActionDefinition): string {
  return definition.name === 'preview' ? '.' : `actions/${definition.name}`;
}

/** What a workflow writes after `uses:`. */
export function usesOf(definition: ActionDefinition): string {
  const folder = actionFolder(definition);
  return `neonhub/database-actions${folder === '.' ? '' : `/${folder}`}@v1`;
}

export function renderActionYml(definition: ActionDefinition): string {
  const manifest = {
    name: definition.title,
    description: definition.description,
    author: 'NeonHub',
    branding: { icon: definition.icon, color: 'green' },
    inputs: Object.fromEntries(Object.entries(definition.inputs).map(inputEntry)),
    outputs: Object.fromEntries(Object.entries(definition.outputs).map(outputEntry)),
    runs: { using: 'composite', steps: [runStep(definition), ...artifactSteps(definition)] },
  };
  const header = `# Generated from src/actions/${definition.name}.ts by \`npm run generate\`; change it there.\n`;
  const yml = stringify(manifest, { lineWidth: 0, defaultStringType: 'PLAIN', singleQuote: true });
  return header + yml.replace(uploadArtifact.sha, `${uploadArtifact.sha} # ${uploadArtifact.version}`);
}

/** https://github.com/actions/upload-artifact/releases */
const uploadArtifact = { sha: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f', version: 'v7.0.0' };

/** What is uploaded is encrypted or compressed already. */
function artifactSteps({ artifact }: ActionDefinition): readonly object[] {
  if (artifact === undefined) return [];
  const path = `steps.run.outputs.${artifact.pathOutput}`;
  return [
    {
      if: `${path} != ''`,
      uses: `actions/upload-artifact@${uploadArtifact.sha}`,
      with: {
        name: `\${{ steps.run.outputs.${artifact.nameOutput} }}`,
        path: `\${{ ${path} }}`,
        'if-no-files-found': 'error',
        'compression-level': 0,
      },
    },
  ];
}

function inputEntry([name, input]: [string, InputMap[string]]): [string, object] {
  const description = `${input.description} (${input.allowed.replaceAll('`', '')})`;
  return [
    name,
    { description, required: input.required, ...(input.required ? {} : { default: input.default ?? '' }) },
  ];
}

function outputEntry([name, description]: [string, string]): [string, object] {
  return [name, { description, value: `\${{ steps.run.outputs.${name} }}` }];
}

/**
 * `exec`, since the runner signals only the entry process: without it a cancelled job leaves node running
 * (actions/runner, ProcessInvoker). Inputs go through `env:`, never into the script.
 */
function runStep(definition: ActionDefinition): object {
  const up = actionFolder(definition) === '.' ? '' : '/../..';
  const script = [
    'if ! command -v node > /dev/null; then',
    '  echo "::error::Node.js 20.19 or newer is needed on PATH; add actions/setup-node before this step."',
    '  exit 1',
    'fi',
    `exec node "$GITHUB_ACTION_PATH${up}/dist/index.js" ${definition.name}`,
  ];
  return {
    id: 'run',
    shell: 'bash',
    env: Object.fromEntries(
      Object.keys(definition.inputs).map((name) => [inputVariable(name), `\${{ inputs.${name} }}`]),
    ),
    run: `${script.join('\n')}\n`,
  };
}

export function renderActionReadme(definition: ActionDefinition): string {
  return [
    `<!-- Generated from src/actions/${definition.name}.ts by \`npm run generate\`; change it there. -->`,
    `# ${definition.title}`,
    definition.description,
    `\`\`\`yaml\n${renderExample(definition)}\`\`\``,
    ...renderReference(definition, 2),
    '',
  ].join('\n\n');
}

function renderExample(definition: ActionDefinition): string {
  const required = Object.entries(definition.inputs).filter(([, input]) => input.required);
  const shown =
    'neon-api-key' in definition.inputs
      ? ['    neon-api-key: ${{ secrets.NEON_API_KEY }}', '    neon-project-id: ${{ vars.NEON_PROJECT_ID }}']
      : [];
  const lines = [...shown, ...required.map(([name]) => `    ${name}: …`)];
  return [`- uses: ${usesOf(definition)}`, ...(lines.length === 0 ? [] : ['  with:', ...lines]), ''].join(
    '\n',
  );
}

/** Permissions, inputs and outputs, under headings of the given level. */
export function renderReference(definition: ActionDefinition, level: number): readonly string[] {
  const heading = '#'.repeat(level);
  return [
    `${heading} Permissions`,
    definition.permissions.length === 0
      ? 'None.'
      : definition.permissions.map((line) => `- ${line}`).join('\n'),
    `${heading} Inputs`,
    inputTable(definition),
    `${heading} Outputs`,
    outputTable(definition),
  ];
}

function inputTable(definition: ActionDefinition): string {
  const rows = Object.entries(definition.inputs).map(([name, input]) => {
    const fallback = input.required
      ? '**required**'
      : input.default === undefined || input.default === ''
        ? ''
        : `\`${input.default}\``;
    return [`\`${name}\``, `${input.description} _${input.allowed}_`, fallback];
  });
  return table(['Input', 'What it is', 'Default'], rows);
}

function outputTable(definition: ActionDefinition): string {
  return table(
    ['Output', 'What it is'],
    Object.entries(definition.outputs).map(([name, text]) => [`\`${name}\``, text]),
  );
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

const marker = (name: string, edge: 'start' | 'end') => `<!-- generated:${name}:${edge} -->`;

/** Fills the README's marked places: the table of actions and the root action's reference. */
export function renderOverview(readme: string, definitions: readonly ActionDefinition[]): string {
  const rows = definitions.map((definition) => {
    const folder = actionFolder(definition);
    const link = folder === '.' ? '#reference' : `${folder}/README.md`;
    return [`[\`${folder === '.' ? 'preview (root)' : definition.name}\`](${link})`, definition.description];
  });
  const preview = definitions.filter(({ name }) => name === 'preview');
  return [
    ['actions', table(['Action', 'What it does'], rows)] as const,
    ['reference', preview.flatMap((definition) => renderReference(definition, 3)).join('\n\n')] as const,
  ].reduce((text, [name, content]) => fill(text, name, content), readme);
}

function fill(text: string, name: string, content: string): string {
  const [start, end] = [text.indexOf(marker(name, 'start')), text.indexOf(marker(name, 'end'))];
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start)}${marker(name, 'start')}\n\n${content}\n\n${text.slice(end)}`;
}
