import { randomUUID } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runProcess } from './child-process.ts';
import { evaluateTemplate } from './expressions.ts';
import { EXPORTED_KEYS } from './github-context.ts';
import type { JobState } from './job-state.ts';
import type { NodeRuns, RunStep } from './manifest.ts';
import { StepOutput } from './step-output.ts';
import { addError, StepAborted, type StepRun, stepScope } from './step-run.ts';

/** What follows the shell's name. https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs */
const SHELL_ARGUMENTS: Readonly<Record<string, string>> = {
  bash: '--noprofile --norc -e -o pipefail {0}',
  sh: '-e {0}',
  python: '{0}',
};
const EXTENSIONS: Readonly<Record<string, string>> = { bash: '.sh', sh: '.sh', python: '.py' };

export interface ShellDefaults {
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

/** Runs a `run:` step. `defaults`: the job's, which do not reach into a composite. */
export async function runScript(run: StepRun, step: RunStep, defaults: ShellDefaults): Promise<void> {
  const scope = stepScope(run);
  const script = evaluateTemplate(step.run, scope);
  const optional = (text: string | undefined) =>
    text === undefined ? undefined : evaluateTemplate(text, scope);
  const shell = optional(step.shell) || defaults.shell;
  const workingDirectory = resolve(
    run.job.options.workspace,
    (step.workingDirectory === undefined ? defaults.workingDirectory : optional(step.workingDirectory)) ?? '',
  );
  // Without `shell:` bash is used if there is one, but with the flags of sh.
  const [name = '', ...custom] = (shell ?? 'sh').split(' ');
  const format = custom.length > 0 ? custom.join(' ') : (SHELL_ARGUMENTS[name] ?? '');
  const file = shell === undefined ? (which('bash', run.job) ?? which('sh', run.job)) : which(name, run.job);
  printScript(run, script, `${file ?? name} ${format}`);
  if (file === undefined) throw new Error(`${name}: command not found`);
  if (!format.includes('{0}')) {
    throw new Error(
      "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'",
    );
  }
  const scriptFile = join(run.job.runner.temp ?? '', `${randomUUID()}${EXTENSIONS[name] ?? ''}`);
  await writeFile(scriptFile, script);
  const exitCode = await execute(run, {
    file,
    arguments: format.split(' ').map((part) => part.replace('{0}', scriptFile)),
    workingDirectory,
    environment: processEnvironment(run, {}),
  });
  if (exitCode !== 0) {
    addError(run, `Process completed with exit code ${exitCode}.`);
    run.result = 'failure';
  }
}

/** Runs the `main` or `post` of a Node action, which alone gets `INPUT_*`, `STATE_*` and `ACTIONS_RUNTIME_*`. */
export async function runNode(
  run: StepRun,
  action: { readonly directory: string; readonly runs: NodeRuns },
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const target = run.stage === 'post' ? action.runs.post : action.runs.main;
  const file = resolve(action.directory, target ?? '');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`File not found: '${file}'`);
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(run.state)) environment[`STATE_${name}`] = value;
  for (const [name, value] of Object.entries(inputs)) {
    environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  const exitCode = await execute(run, {
    file: run.job.options.node24 ?? process.execPath,
    arguments: [file],
    workingDirectory: run.job.options.workspace,
    environment: processEnvironment(run, {
      ...environment,
      ACTIONS_RUNTIME_URL: 'https://pipelines.actions.githubusercontent.com/',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token',
      ACTIONS_RESULTS_URL: 'https://results-receiver.actions.githubusercontent.com/',
      ACTIONS_CACHE_SERVICE_V2: 'True',
    }),
  });
  if (exitCode !== 0) run.result = 'failure';
}

interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function execute(run: StepRun, command: Command): Promise<number> {
  const output = new StepOutput(run);
  run.environment = command.environment;
  const result = await runProcess({
    ...command,
    signal: run.abort.signal,
    delays: run.job.delays,
    commandLines: run.job.commandLines,
    onLine: (line) => output.line(line),
  });
  run.exitCode = result.exitCode;
  run.signals = result.signals;
  // Even a process that ended well after SIGINT counts as cancelled.
  if (run.abort.signal.aborted) throw new StepAborted();
  return result.exitCode;
}

/** The machine's variables, then `env`, then what the handler adds, then GITHUB_* and RUNNER_*, which nobody overrides. */
function processEnvironment(
  run: StepRun,
  ofHandler: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { job } = run;
  const environment: Record<string, string> = {
    ...job.machineEnvironment,
    ...Object.fromEntries(run.env),
    ...ofHandler,
  };
  if (job.pathAdditions.length > 0) {
    environment.PATH = [...job.pathAdditions.toReversed(), environment.PATH].join(':');
  }
  for (const key of EXPORTED_KEYS) {
    const value = run.github[key];
    if (typeof value === 'string') environment[`GITHUB_${key.toUpperCase()}`] = value;
  }
  for (const [key, value] of Object.entries(job.runner)) environment[`RUNNER_${key.toUpperCase()}`] = value;
  environment.GITHUB_ACTIONS = 'true';
  environment.CI ??= 'true';
  return environment;
}

function which(name: string, job: JobState): string | undefined {
  if (name.includes('/')) return name;
  const path = [...job.pathAdditions.toReversed(), ...(job.machineEnvironment.PATH ?? '').split(':')];
  return path.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function printScript(run: StepRun, script: string, shell: string): void {
  const { log } = run.job;
  log.runner(`##[group]Run ${script.trimStart().split(/\r?\n/, 1)[0] ?? ''}`);
  for (const line of script.replace(/\n+$/, '').split('\n')) log.runner(`\u001b[36;1m${line}\u001b[0m`);
  log.runner(`shell: ${shell}`);
  printMap(run, 'env', Object.fromEntries(run.env));
  log.runner('##[endgroup]');
}

/** The head of an action's log: its inputs and environment. */
export function printAction(run: StepRun, uses: string, inputs: Readonly<Record<string, string>>): void {
  const { log } = run.job;
  if (run.stage === 'post') {
    log.runner('Post job cleanup.');
    return;
  }
  log.runner(`##[group]Run ${uses}`);
  printMap(run, 'with', inputs);
  printMap(run, 'env', Object.fromEntries(run.env));
  log.runner('##[endgroup]');
}

function printMap(run: StepRun, title: string, map: Readonly<Record<string, string>>): void {
  const entries = Object.entries(map).filter(([, value]) => title === 'env' || value !== '');
  if (entries.length === 0) return;
  run.job.log.runner(`${title}:`);
  for (const [key, value] of entries) run.job.log.runner(`  ${key}: ${value}`);
}
