import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancelledError, ExternalError, UserError } from '../../src/errors.ts';
import type { GitHubClient } from '../../src/github/octokit.ts';
import { secondaryRateLimit } from '../stand-ins/github/faults.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addPullRequest } from '../stand-ins/github/world.ts';
import { openClient, recordingLog, token } from './client.ts';

let standIn: GitHubStandIn;
const readOnly = 'read-only-token';
const target = { owner: 'acme', repo: 'shop' };

beforeEach(async () => {
  standIn = await startGitHubStandIn({
    token,
    private: true,
    moreTokens: [
      {
        token: readOnly,
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { pull_requests: 'read' },
      },
    ],
  });
  addPullRequest(standIn.world, { number: 7 });
});

afterEach(async () => {
  await standIn[Symbol.asyncDispose]();
});

function getPull(octokit: GitHubClient) {
  return octokit.rest.pulls.get({ ...target, pull_number: 7 });
}

function comment(octokit: GitHubClient) {
  return octokit.rest.issues.createComment({ ...target, issue_number: 7, body: 'hello' });
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

describe('retries', () => {
  it.each([
    ['a 502', { status: 502 }],
    ['a lost connection', { reset: 'after' }],
    ['JSON that is cut off', { malformed: true }],
    ['the HTML page of a proxy', { status: 200, headers: { 'content-type': 'text/html' }, body: 'hi' }],
  ] as const)('asks again after %s', async (_name, fault) => {
    standIn.faults.add({ ...fault, times: 2 });
    const { data } = await getPull(await openClient(standIn.url));
    expect(data.number).toBe(7);
    expect(standIn.exchanges).toHaveLength(3);
  });

  it('gives up after two more attempts, and says what failed', async () => {
    standIn.faults.add({ status: 503, times: 9 });
    const thrown = await failure(getPull(await openClient(standIn.url)));
    expect(thrown).toBeInstanceOf(ExternalError);
    expect(thrown).toMatchObject({ status: 503, retryable: true });
    expect(String(thrown)).toContain('503 to GET /repos/acme/shop/pulls/7');
    expect(standIn.exchanges).toHaveLength(3);
  });

  it.each([{ status: 502 }, { reset: 'after' }, { malformed: true }] as const)(
    'never repeats a POST: %o',
    async (fault) => {
      standIn.faults.add(fault);
      expect(await failure(comment(await openClient(standIn.url)))).toMatchObject({ retryable: true });
      expect(standIn.exchanges).toHaveLength(1);
    },
  );

  it('does not ask again for what is refused', async () => {
    const octokit = await openClient(standIn.url);
    expect(await failure(octokit.rest.pulls.get({ ...target, pull_number: 8 }))).toMatchObject({
      status: 404,
    });
    expect(standIn.exchanges).toHaveLength(1);
  });
});

describe('rate limits', () => {
  it.each([403, 429] as const)('waits as long as a secondary limit (%i) says', async (status) => {
    const lines: string[] = [];
    standIn.faults.add(secondaryRateLimit(7, status));
    await getPull(await openClient(standIn.url, { log: recordingLog(lines) }));
    expect(standIn.exchanges.map((exchange) => exchange.status)).toEqual([status, 200]);
    expect(lines.join('\n')).toMatch(
      /info: GitHub refused GET .*: its rate limit holds for 7 s. Trying again in 70 ms/,
    );
  });

  it('sends a POST again that a limit refused: it had no effect', async () => {
    standIn.faults.add(secondaryRateLimit(1));
    await comment(await openClient(standIn.url));
    expect(standIn.exchanges.map((exchange) => exchange.status)).toEqual([403, 201]);
  });

  it('does not wait longer than its deadline, and names the time', async () => {
    standIn.faults.add(secondaryRateLimit(3600));
    const thrown = await failure(comment(await openClient(standIn.url)));
    expect(thrown).toMatchObject({ status: 403, code: 'SECONDARY_RATE_LIMIT', retryable: true });
    expect(String(thrown)).toContain('its rate limit holds for 3600 s');
    expect(standIn.exchanges).toHaveLength(1);
  });

  it.each([
    ['a 429 that says nothing', { status: 429, body: {} }, 600],
    [
      'a 403 that only says so in its text',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      600,
    ],
    ['a 503 that names a time', { status: 503, headers: { 'retry-after': '3' } }, 30],
  ])('waits for %s', async (_name, fault, waitMs) => {
    const lines: string[] = [];
    standIn.faults.add(fault);
    await getPull(await openClient(standIn.url, { log: recordingLog(lines) }));
    expect(lines.join('\n')).toContain(`Trying again in ${waitMs} ms`);
  });

  it('waits until the budget is new', async () => {
    const lines: string[] = [];
    standIn.world.rateLimit.remaining = 0;
    standIn.world.rateLimit.resetAt = Math.floor(Date.now() / 1000) + 1;
    await getPull(await openClient(standIn.url, { log: recordingLog(lines), secondMs: 1000 }));
    expect(standIn.exchanges.map((exchange) => exchange.status)).toEqual([403, 200]);
  });

  it('names the reset time of the hourly budget', async () => {
    standIn.world.rateLimit.remaining = 0;
    standIn.world.rateLimit.resetAt = 4_102_444_800;
    const thrown = await failure(getPull(await openClient(standIn.url)));
    expect(thrown).toMatchObject({ code: 'RATE_LIMIT', retryable: true });
    expect(String(thrown)).toContain('until 2100-01-01T00:00:00.000Z');
  });
});

describe('refusals', () => {
  it('names the permission that is missing, and why it may be', async () => {
    const thrown = await failure(comment(await openClient(standIn.url, { token: readOnly })));
    expect(thrown).toBeInstanceOf(UserError);
    expect(String(thrown)).toContain('`pull-requests: write`');
    expect(String(thrown)).toContain('Resource not accessible by integration');
    expect(thrown).toMatchObject({ hint: expect.stringMatching(/forks and of Dependabot/) });
  });

  it("takes GitHub's word for what is needed", async () => {
    const headers = {
      'x-accepted-github-permissions': 'contents=write,workflows=write; administration=write',
    };
    standIn.faults.add({ status: 403, headers });
    const thrown = await failure(comment(await openClient(standIn.url)));
    expect(String(thrown)).toContain('`contents: write, workflows: write`');
  });

  it('works the permission out when GitHub does not name it', async () => {
    standIn.faults.add({ status: 403 });
    const octokit = await openClient(standIn.url);
    const thrown = await failure(
      octokit.rest.checks.create({ ...target, name: 'x', head_sha: 'a'.repeat(40) }),
    );
    expect(String(thrown)).toContain('`checks: write`');
  });

  it('says that the token is not accepted, without showing it', async () => {
    const thrown = await failure(getPull(await openClient(standIn.url, { token: 'wrong-token' })));
    expect(thrown).toBeInstanceOf(UserError);
    expect(String(thrown)).toContain('401');
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain('wrong-token');
  });

  it('refuses to start without a token', async () => {
    await expect(openClient(standIn.url, { token: '' })).rejects.toThrow(UserError);
  });

  it('repeats the reasons of a 422', async () => {
    const octokit = await openClient(standIn.url);
    const body = 'x'.repeat(65_537);
    const thrown = await failure(octokit.rest.issues.createComment({ ...target, issue_number: 7, body }));
    expect(String(thrown)).toContain('Body is too long (maximum is 65536 characters)');
  });
});

describe('ends', () => {
  it('gives up at its deadline when GitHub does not answer', async () => {
    standIn.faults.add({ delayMs: 5000 });
    const thrown = await failure(getPull(await openClient(standIn.url, { deadlineMs: 50 })));
    expect(thrown).toMatchObject({ name: 'ExternalError', status: undefined, retryable: true });
  });

  it('ends a wait for a rate limit when the run is cancelled', async () => {
    const controller = new AbortController();
    const lines: string[] = [];
    standIn.faults.add(secondaryRateLimit(3600));
    const { signal } = controller;
    const log = recordingLog(lines);
    const octokit = await openClient(standIn.url, { signal, log, secondMs: 1000, deadlineMs: 10_000_000 });
    const pending = failure(comment(octokit));
    await expect.poll(() => lines.some((line) => line.includes('Trying again in 1 h'))).toBe(true);
    controller.abort(new CancelledError('SIGTERM'));
    expect(await pending).toBeInstanceOf(CancelledError);
  });

  it('ends a request that is under way when the run is cancelled', async () => {
    const controller = new AbortController();
    standIn.faults.add({ delayMs: 60_000 });
    const pending = failure(comment(await openClient(standIn.url, { signal: controller.signal })));
    await expect.poll(() => standIn.exchanges.length).toBe(1);
    controller.abort(new CancelledError('SIGTERM'));
    expect(await pending).toBeInstanceOf(CancelledError);
  });

  it('sends nothing after the run was cancelled', async () => {
    const signal = AbortSignal.abort(new CancelledError('SIGINT'));
    expect(await failure(getPull(await openClient(standIn.url, { signal })))).toBeInstanceOf(CancelledError);
    expect(standIn.exchanges).toEqual([]);
  });

  it('says that nobody is there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await expect.poll(() => server.address()).not.toBeNull();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const lines: string[] = [];
    const log = recordingLog(lines);
    const thrown = await failure(getPull(await openClient(`http://127.0.0.1:${port}`, { log })));
    expect(thrown).toMatchObject({ name: 'ExternalError', status: undefined, retryable: true });
    expect(String(thrown)).toContain('ECONNREFUSED');
    expect(lines.filter((line) => /^debug: .*ECONNREFUSED/.test(line))).toHaveLength(3);
  });
});

it('reaches an enterprise server below /api/v3, and its GraphQL below /api', async () => {
  const octokit = await openClient(`${standIn.url}/api/v3/`);
  expect((await getPull(octokit)).data.number).toBe(7);
  await octokit.graphql('{ viewer { login } }');
  expect(standIn.exchanges.map(({ path }) => path)).toEqual([
    '/api/v3/repos/acme/shop/pulls/7',
    '/api/graphql',
  ]);
});
