import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../src/main.ts';
import { startGitHubStandIn } from './stand-ins/github/server.ts';
import { repositoryRoot } from './support/consumer.ts';

/** The committed bundle alone, in an empty folder: what a user's runner has downloaded. */
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await cp(join(repositoryRoot, 'dist'), join(folder, 'dist'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
}

function start(argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const env = {
    PATH: process.env.PATH ?? '',
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'acme/shop',
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, 'dist/index.js'), ...argv],
      { env, cwd: folder },
      (error, stdout) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
    );
  });
}

test.each(Object.keys(actions))(
  '%s starts from an empty folder and fails with its own message',
  async (name) => {
    const { code, stdout } = await start([name], {
      GITHUB_EVENT_NAME: 'push',
      DATABASE_ACTIONS_INPUT_GITHUB_TOKEN: '',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /belongs to no pull request|No PostgreSQL server|No Prisma schema was found|There are no queries to plan|It must be given|`github-token` is empty/,
    );
    expect(stdout).not.toContain('This is a bug');
  },
);

test('an unknown action is told with the known ones', async () => {
  const { code, stdout } = await start(['migrat'], {});
  expect(code).toBe(1);
  expect(stdout).toContain('There is no action "migrat". There are: preview, create-branch');
  expect((await start(['constructor'], {})).stdout).toContain('There is no action "constructor"');
});

/** What V8 compiled in that run: the names of the bundle's files. */
async function loadedChunks(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const coverage = await mkdtemp(join(tmpdir(), 'coverage-'));
  await start([name], { ...environment, NODE_V8_COVERAGE: coverage });
  const reports = await Promise.all(
    (await readdir(coverage)).map((file) => readFile(join(coverage, file), 'utf8')),
  );
  await rm(coverage, { recursive: true });
  const urls = reports.flatMap((report) =>
    [...report.matchAll(/"url":"file:[^"]*\/dist\/([^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(urls)];
}

/** A line that is in the bundle exactly where that package is. */
const heavy = {
  octokit: 'octokit-core.js',
  pg: 'SASL: SCRAM-SERVER-FIRST-MESSAGE',
  'schema engine': 'schemaengine_new',
  'libpg-query': 'PgQueryModule',
  undici: 'RetryHandler',
} as const;

async function heavyIn(chunks: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(chunks.map((chunk) => readFile(join(folder, 'dist', chunk), 'utf8')));
  return Object.entries(heavy)
    .filter(([, mark]) => texts.some((text) => text.includes(mark)))
    .map(([name]) => name);
}

test('the marks of the heavy packages are in the bundle', async () => {
  const files = (await readdir(join(folder, 'dist'))).filter((file) => file.endsWith('.js'));
  expect(await heavyIn(files)).toEqual(Object.keys(heavy));
});

test('a light action loads nothing heavy, up to its first call', async () => {
  const neon = {
    DATABASE_ACTIONS_INPUT_NEON_API_KEY: 'napi_0123456789abcdef',
    DATABASE_ACTIONS_INPUT_NEON_PROJECT_ID: 'cool-forest-12345678',
    DATABASE_ACTIONS_INPUT_NEON_API_URL: 'http://127.0.0.1:9',
    DATABASE_ACTIONS_INPUT_BRANCH: 'preview/x',
    DATABASE_ACTIONS_INPUT_TIMEOUT: '1s',
  };
  const chunks = await loadedChunks('delete-branch', neon);
  expect(chunks).toContain('index.js');
  expect(await heavyIn(chunks)).toEqual([]);
});

test('the licence of everything that is bundled lies beside it', async () => {
  const licences = (await readFile(join(folder, 'dist/licenses.txt'), 'utf8')).split('\n');
  const files = (await readdir(join(folder, 'dist'))).filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, 'dist', file), 'utf8')));
  const module = /MODULE: \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/g;
  const bundled = new Set(texts.flatMap((text) => [...text.matchAll(module)].map(([, name]) => name)));
  expect(bundled.size).toBeGreaterThan(20);
  expect([...bundled].filter((name) => name !== undefined && !licences.includes(name))).toEqual([]);
});

test("GitHub's API without a proxy loads no second HTTP client, with one it does", async () => {
  await using github = await startGitHubStandIn({ token: 'ghs_token-of-the-test' });
  const output = join(folder, 'output');
  await writeFile(output, '');
  const preview = {
    GITHUB_OUTPUT: output,
    GITHUB_API_URL: github.url,
    DATABASE_ACTIONS_INPUT_GITHUB_TOKEN: 'not-that-token',
    DATABASE_ACTIONS_INPUT_PULL_REQUEST: '7',
    DATABASE_ACTIONS_INPUT_POSTGRES_URL: 'not a URI',
  };
  const direct = await heavyIn(await loadedChunks('preview', preview));
  expect(direct).toContain('octokit');
  expect(direct).not.toContain('undici');
  const proxied = await loadedChunks('preview', { ...preview, http_proxy: 'http://127.0.0.1:9' });
  expect(await heavyIn(proxied)).toContain('undici');
});
