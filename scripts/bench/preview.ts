import { spawn } from 'node:child_process';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../src/providers/postgres/server.ts';
import { inputVariable } from '../../src/runtime/definition.ts';
import { startGitHubStandIn } from '../../test/stand-ins/github/server.ts';
import { addPullRequest } from '../../test/stand-ins/github/world.ts';
import { startNeonStandIn } from '../../test/stand-ins/neon/stand-in.ts';
import { createConsumer, pullRequestEvent, repositoryRoot } from '../../test/support/consumer.ts';
import { createTemporaryFolder } from '../../test/support/temporary-folder.ts';
import { median } from './median.ts';

const rounds = 5;
const migrations = 5;
const token = 'ghs_benchToken00000000000000000000000000';

/** Milliseconds. */
interface Sample {
  /** From the start of the process to its end. */
  readonly wall: number;
  /** Of these: idle, with an answer to HTTP or SQL outstanding. */
  readonly answers: number;
  /** Of these: idle between two looks at an operation of Neon's. */
  readonly pauses: number;
}

/**
 * A preview with five migrations, Neon and GitHub played by stand-ins in this process. Its own time is what is left of the
 * whole run when the time that it sat idle for somebody else is taken away (`waits.mjs`).
 */
export async function benchPreview(): Promise<string> {
  await using temporary = await createTemporaryFolder('bench-');
  const folder = temporary.path;
  await using server = await startServer({
    dataDirectory: join(folder, 'data'),
    password: 'bench-server-password',
    environment: process.env,
  });
  await using neon = await startNeonStandIn({ postgresUri: server.uri });
  await using github = await startGitHubStandIn({ token });
  await using consumer = await createConsumer();
  const samples: Sample[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    addPullRequest(github.world, { number: round });
    await pendingMigrations(consumer.workspace, migrations);
    samples.push(
      await previewOnce({ number: round, folder, workspace: consumer.workspace, neon, apiUrl: github.url }),
    );
  }
  return describe(samples);
}

/** The first so many of NeonHub's migrations, on an empty database. */
async function pendingMigrations(workspace: string, count: number): Promise<void> {
  const root = join(workspace, 'prisma/migrations');
  const names = (await readdir(root)).filter((name) => /^\d/.test(name)).toSorted();
  for (const name of names.slice(count)) await rm(join(root, name), { recursive: true });
}

interface PreviewRun {
  readonly number: number;
  readonly folder: string;
  readonly workspace: string;
  readonly neon: { readonly apiKey: string; readonly projectId: string; readonly url: string };
  readonly apiUrl: string;
}

async function previewOnce({ number, folder, workspace, neon, apiUrl }: PreviewRun): Promise<Sample> {
  const temporary = join(folder, String(number));
  await mkdir(temporary);
  const event = join(temporary, 'event.json');
  await writeFile(event, JSON.stringify(pullRequestEvent({ action: 'opened', number }).payload));
  const files = ['OUTPUT', 'ENV', 'STEP_SUMMARY'].map(
    (name) => [`GITHUB_${name}`, join(temporary, name)] as const,
  );
  for (const [, path] of files) await writeFile(path, '');
  const inputs = {
    'neon-api-key': neon.apiKey,
    'neon-project-id': neon.projectId,
    'neon-api-url': neon.url,
    'github-token': token,
    'ignore-findings': '*',
  };
  const environment = {
    PATH: process.env.PATH ?? '',
    RUNNER_TEMP: temporary,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_API_URL: apiUrl,
    ...Object.fromEntries(files),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])),
  };
  return measure(environment, temporary);
}

async function measure(env: Readonly<Record<string, string>>, folder: string): Promise<Sample> {
  const [waitsFile, log] = [join(folder, 'waits'), join(folder, 'log')];
  const start = performance.now();
  await using output = await open(log, 'w');
  await new Promise<void>((resolve, reject) => {
    spawn(
      process.execPath,
      ['--import', join(import.meta.dirname, 'waits.mjs'), join(repositoryRoot, 'dist/index.js'), 'preview'],
      { env: { ...env, BENCH_WAITS: waitsFile }, stdio: ['ignore', output.fd, output.fd] },
    )
      .once('error', reject)
      .once('exit', () => resolve());
  });
  const wall = performance.now() - start;
  if (!/status<<.*\n(passed|warning)/.test(await readFile(join(folder, 'OUTPUT'), 'utf8')))
    throw new Error(`The preview did not pass:\n${await readFile(log, 'utf8')}`);
  const { answers, pauses }: Omit<Sample, 'wall'> = JSON.parse(await readFile(waitsFile, 'utf8'));
  return { wall, answers, pauses };
}

function describe(samples: readonly Sample[]): string {
  const text = (read: (sample: Sample) => number) => median(samples.map(read)).toFixed(0).padStart(5);
  const own = ({ wall, answers, pauses }: Sample) => wall - answers - pauses;
  return [
    `Preview of a pull request with ${migrations} migrations, medians of ${rounds} runs`,
    `  whole run                        ${text(({ wall }) => wall)} ms`,
    `  waits for HTTP and SQL           ${text(({ answers }) => answers)} ms`,
    `  pauses while Neon works          ${text(({ pauses }) => pauses)} ms`,
    `  its own time                     ${text(own)} ms (goal: under 1000 ms)`,
  ].join('\n');
}
