import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breachOfContract, describedOperations } from '../stand-ins/github/contract.ts';
import { secondaryRateLimit } from '../stand-ins/github/faults.ts';
import { field } from '../stand-ins/github/routing.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { servedOperations, startGitHubStandIn } from '../stand-ins/github/server.ts';
import {
  addArtifact,
  addPullRequest,
  addRelease,
  addReleaseAsset,
  addWorkflowRun,
} from '../stand-ins/github/world.ts';
import { makeZip } from '../stand-ins/github/zip.ts';

const token = 'token-of-the-test';
const readOnly = 'read-only-token';
const personal = 'personal-token';
const sha = 'd'.repeat(40);
let standIn: GitHubStandIn;

beforeEach(async () => {
  standIn = await startGitHubStandIn({
    token,
    moreTokens: [
      {
        token: readOnly,
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { contents: 'read' },
      },
      { token: personal, login: 'octocat', kind: 'personal', permissions: { issues: 'write' } },
    ],
  });
  addPullRequest(standIn.world, {
    number: 7,
    headSha: sha,
    headRef: 'change',
    labels: ['database'],
    files: [{ filename: 'prisma/schema.prisma', status: 'modified' }],
  });
});

afterEach(async () => {
  await standIn[Symbol.asyncDispose]();
});

interface Asked {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

async function ask(route: string, body?: unknown, as: string | undefined = token): Promise<Asked> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const at =
    path.startsWith('/user') || path.startsWith('/rate') || path.startsWith('/_') || path.endsWith('graphql');
  const response = await fetch(`${standIn.url}${at ? '' : '/repos/acme/shop'}${path}`, {
    method,
    redirect: 'manual',
    headers: as === '' ? {} : { authorization: `token ${as}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

describe('the contract', () => {
  it('serves exactly the described operations, and GraphQL', () => {
    const served = servedOperations.filter((operation) => operation !== 'POST /graphql').toSorted();
    expect(served).toEqual(describedOperations.toSorted());
  });

  it('answers every operation as described', async () => {
    const run = addWorkflowRun(standIn.world, { headSha: sha, headBranch: 'change' });
    const artifact = addArtifact(standIn.world, { runId: run.id, name: 'report', zip: makeZip([]) });
    addPullRequest(standIn.world, { number: 8, headRepository: 'stranger/shop', merged: true });
    const comment = await ask('POST /issues/7/comments', { body: 'hello' });
    const id = String(field(comment.body, 'id'));
    const output = { title: 'Preview', summary: 'fine', annotations: [] };
    const check = await ask('POST /check-runs', {
      name: 'preview',
      head_sha: sha,
      status: 'in_progress',
      output,
    });
    await ask(`POST /statuses/${sha}`, { state: 'success', context: 'preview' });
    const routes: readonly (readonly [route: string, body?: unknown])[] = [
      ['GET '],
      ['GET /issues/7/comments'],
      [`GET /issues/comments/${id}`],
      [`PATCH /issues/comments/${id}`, { body: 'changed' }],
      [`DELETE /issues/comments/${id}`],
      ['POST /issues', { title: 'A drill failed', labels: ['backup'] }],
      ['GET /issues?state=all'],
      ['PATCH /issues/9', { state: 'closed', state_reason: 'completed' }],
      ['GET /issues/7/labels'],
      ['POST /issues/7/labels', { labels: ['preview'] }],
      ['DELETE /issues/7/labels/preview'],
      ['GET /pulls?state=all'],
      ['GET /pulls/7'],
      ['GET /pulls/8'],
      ['GET /pulls/7/files'],
      [`GET /commits/${sha}/pulls`],
      [`PATCH /check-runs/${field(check.body, 'id')}`, { conclusion: 'success' }],
      [`GET /commits/${sha}/check-runs`],
      [`GET /commits/${sha}/status`],
      ['GET /actions/runs'],
      [`GET /actions/runs/${run.id}`],
      [`GET /actions/runs/${run.id}/artifacts`],
      [`GET /actions/artifacts/${artifact.id}/zip`],
      ['GET /rate_limit'],
      [`GET /contents/prisma?ref=${sha}`],
      [`GET /contents/prisma/schema.prisma?ref=${sha}`],
    ];
    standIn.world.files.set(sha, new Map([['prisma/schema.prisma', 'model A { id Int @id }']]));
    for (const [route, body] of routes) expect((await ask(route, body)).status, route).toBeLessThan(400);
    expect((await ask('GET /user', undefined, personal)).status).toBe(200);
    const release = addRelease(standIn.world, 'v1');
    const asset = addReleaseAsset(standIn.world, {
      releaseId: release.id,
      name: 'a',
      bytes: Buffer.from('a'),
    });
    expect((await ask('GET /releases')).status).toBe(200);
    expect((await ask('GET /releases/tags/v1')).status).toBe(200);
    expect((await ask(`GET /releases/${release.id}/assets`)).status).toBe(200);
    expect((await ask(`GET /releases/assets/${asset.id}`)).status).toBe(200);
    expect((await ask(`DELETE /releases/assets/${asset.id}`)).status).toBe(204);
    const uploads = `${standIn.url}/api/uploads/repos/acme/shop/releases/${release.id}/assets?name=b`;
    const uploaded = await fetch(uploads, {
      method: 'POST',
      body: 'b',
      headers: { authorization: `token ${token}` },
    });
    expect(uploaded.status).toBe(201);
    const reached = new Set(standIn.exchanges.map(({ method, operation }) => `${method} ${operation}`));
    expect(describedOperations.filter((operation) => !reached.has(operation))).toEqual([]);
    expect(standIn.exchanges.map(breachOfContract).filter(Boolean)).toEqual([]);
  });

  it('notices an answer that GitHub would not give', async () => {
    await ask('POST /issues/7/comments', { body: 'hello' });
    const [exchange] = standIn.exchanges;
    if (exchange === undefined) throw new Error('nothing was logged');
    expect(breachOfContract({ ...exchange, body: { id: 1 } })).toMatch(/required property/);
    expect(breachOfContract({ ...exchange, status: 299 })).toMatch(/not described/);
  });

  it('shows a deleted fork as GitHub does: no head repository', async () => {
    addPullRequest(standIn.world, { number: 9, headRepository: null });
    expect(field(field((await ask('GET /pulls/9')).body, 'head'), 'repo')).toBeNull();
  });
});

describe('access', () => {
  it('refuses a missing and a wrong token', async () => {
    expect(await ask('GET /pulls/7', undefined, '')).toMatchObject({ status: 401 });
    expect(await ask('GET /pulls/7', undefined, 'wrong')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('lets a read-only token read, and names what a write needs', async () => {
    expect((await ask('GET /issues/7/comments', undefined, readOnly)).status).toBe(200);
    const refused = await ask('POST /issues/7/comments', { body: 'x' }, readOnly);
    expect(refused).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
  });

  it('gives an installation token no /user, but a GraphQL viewer', async () => {
    expect((await ask('GET /user')).status).toBe(403);
    const viewer = await ask('POST /graphql', { query: '{ viewer { login } }' });
    expect(viewer.body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } });
    expect(
      field((await ask('POST /graphql', { query: '{ repository { id } }' })).body, 'errors'),
    ).toHaveLength(1);
  });

  it('ends the budget with the reset time', async () => {
    standIn.world.rateLimit.remaining = 1;
    expect((await ask('GET /pulls/7')).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await ask('GET /pulls/7');
    expect(refused.status).toBe(403);
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(standIn.world.rateLimit.resetAt);
  });

  it('keeps no token in its log', async () => {
    await ask('POST /issues/7/comments', { body: 'hello' });
    const log = await ask('GET /_control/requests', undefined, '');
    expect(log.body).toHaveLength(1);
    expect(JSON.stringify(log.body)).not.toContain(token);
  });
});

describe('behaviour', () => {
  it('pages with Link headers', async () => {
    for (let index = 0; index < 31; index += 1)
      await ask('POST /issues/7/comments', { body: `comment ${index}` });
    const first = await ask('GET /issues/7/comments');
    expect(first.body).toHaveLength(30);
    expect(first.headers.get('link')).toContain('page=2>; rel="next"');
    expect((await ask('GET /issues/7/comments?page=2')).body).toHaveLength(1);
    expect((await ask('GET /issues/7/comments?per_page=500')).body).toHaveLength(31);
  });

  it('refuses a body over 65,536 characters', async () => {
    expect((await ask('POST /issues/7/comments', { body: 'x'.repeat(65_536) })).status).toBe(201);
    expect((await ask('POST /issues/7/comments', { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await ask('POST /issues/7/comments', { body: ' ' })).status).toBe(422);
    expect(standIn.exchanges.map(breachOfContract).filter(Boolean)).toEqual([]);
  });

  it('knows no pull request of a fork by its commit, only by its head', async () => {
    const forkSha = 'f'.repeat(40);
    addPullRequest(standIn.world, {
      number: 8,
      headSha: forkSha,
      headRef: 'fix',
      headRepository: 'stranger/shop',
    });
    expect((await ask(`GET /commits/${forkSha}/pulls`)).body).toEqual([]);
    expect((await ask('GET /pulls?head=stranger:fix')).body).toHaveLength(1);
  });

  it('sends the artifact from a storage that refuses the token', async () => {
    const run = addWorkflowRun(standIn.world);
    const zip = makeZip([{ name: 'report.json', content: '{}' }]);
    const artifact = addArtifact(standIn.world, { runId: run.id, name: 'report', zip });
    const { headers } = await ask(`GET /actions/artifacts/${artifact.id}/zip`);
    const location = headers.get('location') ?? '';
    expect((await fetch(location, { headers: { authorization: `token ${token}` } })).status).toBe(400);
    expect(crc32(Buffer.from(await (await fetch(location)).arrayBuffer()))).toBe(crc32(zip));
  });
});

describe('faults', () => {
  it('fails as often as told, before the request takes effect', async () => {
    standIn.faults.add({ method: 'POST', path: '/comments', times: 2, status: 502 });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1)
      statuses.push((await ask('POST /issues/7/comments', { body: 'x' })).status);
    expect(statuses).toEqual([502, 502, 201]);
    expect(standIn.world.comments.size).toBe(1);
  });

  it('fails after the request took effect', async () => {
    standIn.faults.add({ method: 'POST', status: 502, applied: true });
    standIn.faults.add({ method: 'POST', reset: 'after' });
    standIn.faults.add({ method: 'POST', reset: 'before' });
    expect((await ask('POST /issues/7/comments', { body: 'x' })).status).toBe(502);
    await expect(ask('POST /issues/7/comments', { body: 'x' })).rejects.toThrow();
    await expect(ask('POST /issues/7/comments', { body: 'x' })).rejects.toThrow();
    expect(standIn.world.comments.size).toBe(2);
  });

  it('cuts its JSON short, and skips requests first', async () => {
    standIn.faults.add({ method: 'GET', path: '/pulls/7', skip: 1, malformed: true });
    expect((await ask('GET /pulls/7')).status).toBe(200);
    await expect(ask('GET /pulls/7')).rejects.toThrow(SyntaxError);
  });

  it('is steered over HTTP', async () => {
    await ask('POST /_control/faults', secondaryRateLimit(3, 429), '');
    const limited = await ask('GET /pulls/7');
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('3');
    await ask('POST /_control/pulls', { number: 12, title: 'By hand' }, '');
    await ask('PATCH /_control/pulls', { number: 12, state: 'closed', merged: true }, '');
    expect((await ask('GET /pulls/12')).body).toMatchObject({
      title: 'By hand',
      state: 'closed',
      merged: true,
    });
    expect((await ask('GET /_control/nonsense', undefined, '')).status).toBe(404);
  });
});
