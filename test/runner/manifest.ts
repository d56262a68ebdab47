import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { splitTemplate } from '../../scripts/lint/expression.ts';
import { conditionExpression, type ExpressionScope, parse as parseExpression } from './expressions.ts';
import { isRecord, optionalText, records, scalarText, textMap } from './yaml-values.ts';

/** What `action.yml` says. Texts may hold `${{ }}`. */
export interface ActionManifest {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  /** Values of a composite's outputs; a Node action sets its own. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly runs: CompositeRuns | NodeRuns;
}

export interface ActionInput {
  readonly default: string | undefined;
  readonly deprecationMessage: string | undefined;
}

export interface CompositeRuns {
  readonly using: 'composite';
  readonly steps: readonly Step[];
}

export interface NodeRuns {
  readonly using: 'node20' | 'node24';
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
}

interface StepBase {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly if: string | undefined;
  readonly continueOnError: string;
  readonly env: Readonly<Record<string, string>>;
  /** Of a job's step only. */
  readonly timeoutMinutes: string | undefined;
}

export interface RunStep extends StepBase {
  readonly kind: 'run';
  readonly run: string;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

export interface UsesStep extends StepBase {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
}

export type Step = RunStep | UsesStep;

/** Contexts by place: https://github.com/actions/runner/blob/main/src/Runner.Worker/action_yaml.json */
export const COMPOSITE_CONTEXTS = ['github', 'inputs', 'strategy', 'matrix', 'steps', 'job', 'runner', 'env'];
export const INPUT_DEFAULT_CONTEXTS = ['github', 'strategy', 'matrix', 'job', 'runner'];
export const OUTPUT_CONTEXTS = COMPOSITE_CONTEXTS;

/** Keys that a step of a composite may have. No `timeout-minutes`. */
const RUN_KEYS = ['name', 'id', 'if', 'run', 'env', 'continue-on-error', 'working-directory', 'shell'];
const USES_KEYS = ['name', 'id', 'if', 'uses', 'continue-on-error', 'with', 'env'];

/** Reads and checks the folder's `action.yml`. Throws what the runner would say when it loads the action. */
export async function loadManifest(directory: string): Promise<ActionManifest> {
  for (const name of ['action.yml', 'action.yaml']) {
    const text = await readFile(join(directory, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return parseManifest(text, join(directory, name));
  }
  throw new Error(
    `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${directory}'. Did you forget to run actions/checkout before running your local action?`,
  );
}

export function parseManifest(text: string, file: string): ActionManifest {
  try {
    return readManifest(parseYaml(text));
  } catch (thrown) {
    throw new Error(`Failed to load ${file}: ${thrown instanceof Error ? thrown.message : 'unknown error'}`);
  }
}

function readManifest(root: unknown): ActionManifest {
  if (!isRecord(root)) throw new Error('a mapping was expected');
  if (!isRecord(root.runs)) throw new Error("Top level 'runs:' section is required");
  const runs = readRuns(root.runs);
  return {
    name: scalarText(root.name, 'name'),
    inputs: readInputs(root.inputs),
    outputs: runs.using === 'composite' ? readOutputs(root.outputs) : {},
    runs,
  };
}

function readInputs(value: unknown): ReadonlyMap<string, ActionInput> {
  const inputs = new Map<string, ActionInput>();
  if (value === undefined || value === null) return inputs;
  if (!isRecord(value)) throw new Error('inputs: a mapping was expected');
  for (const [name, input] of Object.entries(value)) {
    const record = isRecord(input) ? input : {};
    const byDefault = optionalText(record.default, `inputs.${name}.default`);
    if (byDefault !== undefined) checkTemplate(byDefault, INPUT_DEFAULT_CONTEXTS);
    const deprecationMessage = optionalText(record.deprecationMessage, `inputs.${name}.deprecationMessage`);
    inputs.set(name, { default: byDefault, deprecationMessage });
  }
  return inputs;
}

function readOutputs(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new Error('outputs: a mapping was expected');
  return Object.fromEntries(
    Object.entries(value).map(([name, output]) => {
      const text = scalarText(isRecord(output) ? output.value : undefined, `outputs.${name}.value`);
      checkTemplate(text, OUTPUT_CONTEXTS, { hashFiles: false });
      return [name, text];
    }),
  );
}

function readRuns(runs: Readonly<Record<string, unknown>>): CompositeRuns | NodeRuns {
  const using = scalarText(runs.using, 'runs.using');
  if (using === 'composite') {
    if (runs.steps === undefined || runs.steps === null) {
      throw new Error('You are using a composite action but there are no steps provided');
    }
    return { using, steps: records(runs.steps, 'runs.steps').map(readCompositeStep) };
  }
  if (using === 'node20' || using === 'node24') {
    if (runs.pre !== undefined) throw new Error("'pre' is not supported by this test runner");
    const main = scalarText(runs.main, 'runs.main');
    if (main === '') {
      throw new Error('You are using a JavaScript Action but there is not an entry JavaScript file provided');
    }
    const post = optionalText(runs.post, 'runs.post');
    return { using, main, post, postIf: optionalText(runs['post-if'], 'runs.post-if') ?? 'always()' };
  }
  throw new Error(`'using: ${using}' is not supported, use 'composite' or 'node24' instead.`);
}

function readCompositeStep(step: Readonly<Record<string, unknown>>, index: number): Step {
  const where = `runs.steps[${index}]`;
  const known = step.run !== undefined ? RUN_KEYS : USES_KEYS;
  for (const key of Object.keys(step)) {
    if (!known.includes(key)) throw new Error(`${where}: Unexpected value '${key}'`);
  }
  const read = readStep(step, where);
  if (read.kind === 'run' && read.shell === undefined) {
    throw new Error(`${where}: Required property is missing: shell`);
  }
  checkStep(read);
  return read;
}

/** Reads a step of a composite or of a job. */
export function readStep(step: Readonly<Record<string, unknown>>, where: string): Step {
  const base: StepBase = {
    id: optionalText(step.id, `${where}.id`),
    name: optionalText(step.name, `${where}.name`),
    if: optionalText(step.if, `${where}.if`),
    continueOnError: scalarText(step['continue-on-error'] ?? false, `${where}.continue-on-error`),
    env: textMap(step.env, `${where}.env`),
    timeoutMinutes: optionalText(step['timeout-minutes'], `${where}.timeout-minutes`),
  };
  if (step.run !== undefined) {
    return {
      ...base,
      kind: 'run',
      run: scalarText(step.run, `${where}.run`),
      shell: optionalText(step.shell, `${where}.shell`),
      workingDirectory: optionalText(step['working-directory'], `${where}.working-directory`),
    };
  }
  const uses = optionalText(step.uses, `${where}.uses`);
  if (uses === undefined) throw new Error(`${where}: Required property is missing: run or uses`);
  return { ...base, kind: 'uses', uses, with: textMap(step.with, `${where}.with`) };
}

/** Every expression must parse with the contexts of its place; the runner refuses the whole action otherwise. */
function checkStep(step: Step): void {
  const texts = [step.name, step.continueOnError, ...Object.values(step.env)];
  if (step.kind === 'run') texts.push(step.run, step.shell, step.workingDirectory);
  else texts.push(...Object.values(step.with));
  for (const text of texts) if (text !== undefined) checkTemplate(text, COMPOSITE_CONTEXTS);
  parseExpression(conditionExpression(step.if), checkingScope(COMPOSITE_CONTEXTS, { status: true }));
}

function checkTemplate(
  text: string,
  allowed: readonly string[],
  options: { hashFiles?: boolean } = {},
): void {
  for (const part of splitTemplate(text)) {
    if (part.kind === 'expression') parseExpression(part.text, checkingScope(allowed, options));
  }
}

function checkingScope(
  allowed: readonly string[],
  options: { readonly hashFiles?: boolean; readonly status?: boolean },
): ExpressionScope {
  return {
    contexts: {},
    allowed,
    workspace: options.hashFiles === false ? undefined : '',
    status: options.status === true ? { success: true, failure: false, cancelled: false } : undefined,
  };
}
