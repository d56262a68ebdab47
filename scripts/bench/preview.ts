import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

interface Sample {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
}

/**
 * A preview with five migrations, Neon and GitHub played by stand-ins in this process. Its own time is the processor time
 * of its process: while it waits for HTTP or SQL it uses none, and all its work is in one thread but for the compiler's.
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

/** bash's `time` knows the processor time of a child; Node does not tell it. */
async function measure(env: Readonly<Record<string, string>>, folder: string): Promise<Sample> {
  const times = join(folder, 'times');
  const script = `TIMEFORMAT='%R %U %S'; { time "${process.execPath}" "${join(repositoryRoot, 'dist/index.js')}" preview > "${folder}/log" 2>&1; } 2> "${times}"`;
  await new Promise<void>((resolve, reject) => {
    spawn('bash', ['-c', script], { env: { ...env, LC_ALL: 'C' }, stdio: 'ignore' })
      .once('error', reject)
      .once('exit', () => resolve());
  });
  const [wall = 0, user = 0, system = 0] = (await readFile(times, 'utf8'))
    .trim()
    .split(' ')
    .map((seconds) => Number(seconds) * 1000);
  const output = await readFile(join(folder, 'OUTPUT'), 'utf8');
  if (!/status<<.*\n(passed|warning)/.test(output))
    throw new Error(`The preview did not pass:\n${await readFile(join(folder, 'log'), 'utf8')}`);
  return { wall, cpu: user + system };
}

function describe(samples: readonly Sample[]): string {
  const own = median(samples.map(({ cpu }) => cpu));
  const wall = median(samples.map((sample) => sample.wall));
  const waits = median(samples.map((sample) => Math.max(0, sample.wall - sample.cpu)));
  return [
    `Preview of a pull request with ${migrations} migrations, medians of ${rounds} runs`,
    `  whole run                        ${wall.toFixed(0)} ms`,
    `  waits for HTTP and SQL           ${waits.toFixed(0)} ms`,
    `  its own time (processor)         ${own.toFixed(0)} ms (goal: under 1000 ms)`,
    `  whole run against its waits      ${(wall / Math.max(1, waits)).toFixed(2)}`,
  ].join('\n');
}
