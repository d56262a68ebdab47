import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, UserError } from '../errors.ts';
import { writeAnnotations } from './annotations.ts';
import { type ActionDefinition, inputVariablePrefix } from './definition.ts';
import { readEvent } from './event.ts';
import { reportFailure } from './failure.ts';
import { readInputs } from './inputs.ts';
import type { ActionIo, ActionModule, Job } from './io.ts';
import { createLogger } from './log.ts';
import { fetchThroughProxy } from './proxy-fetch.ts';
import { createReportStore } from './report-store.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { addToSummary } from './summary.ts';
import { issueFileCommand, prepareKeyValueMessage } from './toolkit.ts';

/** Runs one action to its end: inputs, signals, failure, exit code. The only place that reads the process' environment. */
export async function runAction<Definition extends ActionDefinition>(
  module: ActionModule<Definition>,
  bundleDirectory: string | undefined,
): Promise<void> {
  const secrets = createSecrets();
  const controller = new AbortController();
  const cancel = (signal: NodeJS.Signals) => controller.abort(new CancelledError(signal));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    const io = createIo({ module, bundleDirectory, secrets, signal: controller.signal });
    await module.run(io);
  } catch (thrown) {
    reportFailure(controller.signal.aborted ? controller.signal.reason : thrown, secrets);
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}

interface IoParts<Definition extends ActionDefinition> {
  readonly module: ActionModule<Definition>;
  readonly bundleDirectory: string | undefined;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
}

function createIo<Definition extends ActionDefinition>(parts: IoParts<Definition>): ActionIo<Definition> {
  const { definition } = parts.module;
  const { secrets } = parts;
  const inputs = readInputs(definition.inputs, { environment: process.env, mask: secrets.mask });
  const log = createLogger(secrets);
  return {
    ...createJob(parts),
    // The definition's own type ties these inputs to it; TypeScript cannot follow that through the generic.
    inputs: inputs as ActionIo<Definition>['inputs'],
    output: (name, value) => issueFileCommand('OUTPUT', prepareKeyValueMessage(name, String(value))),
    fail(message) {
      log.error(message);
      process.exitCode = 1;
    },
  };
}

function createJob<Definition extends ActionDefinition>(parts: IoParts<Definition>): Job {
  const { secrets, signal, bundleDirectory, module } = parts;
  const environment = withoutInputs(process.env);
  const stateDirectory = prepareStateDirectory(environment);
  return {
    action: module.definition.name,
    log: createLogger(secrets),
    signal,
    event: readEvent(environment),
    environment,
    workspace: environment.GITHUB_WORKSPACE || process.cwd(),
    stateDirectory,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
    reports: createReportStore(join(stateDirectory, 'reports'), secrets.redact),
    bundleDirectory,
    fetch: fetchThroughProxy(environment),
    now: () => new Date(),
    mask: secrets.mask,
    redact: secrets.redact,
    summarize: (markdown) => addToSummary(environment.GITHUB_STEP_SUMMARY, secrets.redact(markdown)),
    annotate: (findings) => writeAnnotations(findings, secrets.redact),
    exportVariable: (name, value) => issueFileCommand('ENV', prepareKeyValueMessage(name, value)),
  };
}

/** Inputs hold keys and tokens: no child process (a migration tool, a project's own code) may see them. */
function withoutInputs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith(inputVariablePrefix)),
  );
}

function prepareStateDirectory(environment: NodeJS.ProcessEnv): string {
  const parent = environment.RUNNER_TEMP || tmpdir();
  const directory = join(parent, 'database-actions');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UserError(`The folder ${directory} cannot be made.`, {
      hint: 'RUNNER_TEMP must be writable.',
      cause,
    });
  }
  return directory;
}
