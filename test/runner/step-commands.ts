import {
  type CommandFiles,
  readPairsFile,
  readPathFile,
  readSummaryFile,
  SUMMARY_LIMIT_BYTES,
} from './command-files.ts';
import { addDebug, addError, addIssue, type StepRun } from './step-run.ts';

/** Carries out what a step wrote to its command files; a file that cannot be read fails the step, the others still count. */
export async function processCommandFiles(run: StepRun, files: CommandFiles): Promise<void> {
  const readers: Readonly<Record<keyof CommandFiles, () => Promise<void>>> = {
    path: () => processPath(run, files.path),
    env: () => processEnv(run, files.env),
    step_summary: () => processSummary(run, files.step_summary),
    state: async () => {
      for (const [name, value] of await readPairsFile(files.state)) run.state[name] = value;
    },
    output: async () => {
      for (const [name, value] of await readPairsFile(files.output)) run.outputs[name] = value;
    },
  };
  for (const [name, process] of Object.entries(readers)) {
    try {
      await process();
    } catch (thrown) {
      addError(run, `Unable to process file command '${name}' successfully.`);
      addError(run, thrown instanceof Error ? thrown.message : 'unknown error');
      run.commandFailed = true;
    }
  }
}

async function processPath(run: StepRun, file: string): Promise<void> {
  const { pathAdditions } = run.job;
  for (const folder of await readPathFile(file)) {
    const known = pathAdditions.indexOf(folder);
    if (known >= 0) pathAdditions.splice(known, 1);
    pathAdditions.push(folder);
  }
}

async function processEnv(run: StepRun, file: string): Promise<void> {
  for (const [name, value] of await readPairsFile(file)) {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      addIssue(run, 'error', {
        message: "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
      });
    } else {
      run.job.globalEnv.set(name, value);
      addDebug(run, `${name}='${value}'`);
    }
  }
}

async function processSummary(run: StepRun, file: string): Promise<void> {
  const summary = await readSummaryFile(file);
  if (summary.kind === 'too-large') {
    const kibibytes = (bytes: number) => Math.floor(bytes / 1024);
    addError(
      run,
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kibibytes(SUMMARY_LIMIT_BYTES)}k, got ${kibibytes(summary.bytes)}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`,
    );
  } else if (summary.kind === 'text') {
    const lines = summary.text.replace(/\n$/, '').split(/\r\n|\r|\n/);
    run.job.summaries.push(lines.map((line) => `${run.job.masker.mask(line)}\n`).join(''));
  }
}
