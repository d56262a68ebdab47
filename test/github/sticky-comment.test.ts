import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { commentMarker } from '../../src/github/comment-marker.ts';
import type { OctokitOptions } from '../../src/github/octokit.ts';
import type { CommentPlace } from '../../src/github/sticky-comment.ts';
import {
  deleteComment,
  findComment,
  longestComment,
  upsertComment,
} from '../../src/github/sticky-comment.ts';
import { breachOfContract } from '../stand-ins/github/contract.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { allPermissions, startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addComment, addPullRequest } from '../stand-ins/github/world.ts';
import { openClient, recordingLog, token, writesOf } from './client.ts';

const bot = 'github-actions[bot]';
const tokens = { readOnly: 'read-only', app: 'of-an-app', personal: 'of-a-person' };
let standIn: GitHubStandIn;
let lines: string[];

beforeEach(async () => {
  lines = [];
  standIn = await startGitHubStandIn({
    token,
    moreTokens: [
      { token: tokens.readOnly, login: bot, kind: 'installation', permissions: {} },
      { token: tokens.app, login: 'previews[bot]', kind: 'installation', permissions: allPermissions },
      { token: tokens.personal, login: 'octocat', kind: 'personal', permissions: allPermissions },
    ],
  });
  addPullRequest(standIn.world, { number: 7 });
});

afterEach(async () => {
  const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
  await standIn[Symbol.asyncDispose]();
  expect(breaches).toEqual([]);
});

async function place(key = '', options: Partial<OctokitOptions> = {}): Promise<CommentPlace> {
  const log = recordingLog(lines);
  const octokit = await openClient(standIn.url, { log, ...options });
  const { signal } = new AbortController();
  return { octokit, owner: 'acme', repo: 'shop', issue: 7, key, log, signal };
}

async function upsert(body: string, key = '', options: Partial<OctokitOptions> = {}) {
  return upsertComment({ ...(await place(key, options)), body, patienceMs: 5 });
}

function chatter(count: number): void {
  for (let index = 0; index < count; index += 1)
    addComment(standIn.world, { issue: 7, author: 'octocat', body: `comment ${index}` });
}

function plant(author: string, body: string, key = ''): number {
  return addComment(standIn.world, { issue: 7, author, body: `${commentMarker(key)}\n${body}` }).id;
}

function bodies(): readonly string[] {
  return [...standIn.world.comments.values()].map(({ body }) => body);
}

describe('one comment', () => {
  it('is created, updated, and left alone when nothing changed', async () => {
    const created = await upsert('first');
    expect(created.kind).toBe('created');
    expect(created.url).toContain(`#issuecomment-${created.id}`);
    expect(await upsert('second')).toEqual({ ...created, kind: 'updated' });
    standIn.exchanges.splice(0);
    expect(await upsert('second')).toEqual({ ...created, kind: 'unchanged' });
    expect(writesOf(standIn)).toEqual([]);
    expect(bodies()).toEqual(['<!-- database-actions:report: -->\nsecond']);
  });

  it.each([30, 300])('is found behind %i others', async (count) => {
    chatter(count);
    const id = plant(bot, 'old');
    expect(await upsert('new')).toMatchObject({ kind: 'updated', id });
    expect(standIn.world.comments.size).toBe(count + 1);
  });

  it('is not written again for line ends that an editor changed', async () => {
    plant(bot, 'one\r\ntwo\r\n');
    expect((await upsert('one\ntwo')).kind).toBe('unchanged');
  });

  it('is made again when it was deleted between the listing and the update', async () => {
    const id = plant(bot, 'old');
    standIn.faults.add({ method: 'GET', path: '/comments', delayMs: 100 });
    const pending = upsert('new');
    await expect.poll(() => standIn.exchanges.length).toBe(1);
    standIn.world.comments.delete(id);
    expect((await pending).kind).toBe('created');
    expect(bodies()).toEqual([`${commentMarker('')}\nnew`]);
  });

  it('that is deleted again and again ends in an error', async () => {
    plant(bot, 'old');
    standIn.faults.add({ method: 'PATCH', times: 99, status: 404 });
    await expect(upsert('new')).rejects.toThrow(/deleted again and again/);
  });

  it('is refused when it is too long, before anything is sent', async () => {
    await expect(upsert('x'.repeat(longestComment + 1))).rejects.toThrow(/60001 characters/);
    await expect(upsert('x', 'k'.repeat(70_000))).rejects.toThrow(/key: 70000/);
    expect(standIn.exchanges).toEqual([]);
    expect((await upsert('x'.repeat(longestComment))).kind).toBe('created');
  });

  it('is found and deleted', async () => {
    await upsert('hello', 'api');
    expect(await findComment(await place('api'))).toMatchObject({ body: `${commentMarker('api')}\nhello` });
    expect(await findComment(await place('web'))).toBeUndefined();
    expect(await deleteComment(await place('api'))).toBe(true);
    expect(await deleteComment(await place('api'))).toBe(false);
    expect(bodies()).toEqual([]);
  });

  it('needs a token that may write', async () => {
    const refused = upsert('hello', '', { token: tokens.readOnly });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/`pull-requests: write`/);
  });

  it('says when there is no such pull request', async () => {
    standIn.world.pulls.clear();
    await expect(upsert('hello')).rejects.toMatchObject({ name: 'ExternalError', status: 404 });
  });
});

describe('somebody else', () => {
  it('who plants our marker is left alone', async () => {
    plant('octocat', 'mine now');
    plant('github-actions', 'a person of nearly that name');
    plant('other[bot]', 'another bot');
    const before = bodies();
    expect((await upsert('hello')).kind).toBe('created');
    expect((await upsert('again')).kind).toBe('updated');
    expect(bodies().slice(0, 3)).toEqual(before);
    await deleteComment(await place());
    expect(bodies()).toEqual(before);
  });

  it('who makes our account quote the marker gains nothing', async () => {
    addComment(standIn.world, { issue: 7, author: bot, body: `> quoted\n${commentMarker('')}\nhello` });
    addComment(standIn.world, { issue: 7, author: bot, body: `${commentMarker('')} and more` });
    expect((await upsert('hello')).kind).toBe('created');
    expect(standIn.world.comments.size).toBe(3);
  });
});

describe('the key', () => {
  const keys = [
    '',
    'api',
    'api2',
    'ap',
    '-->',
    '--> <script>',
    'a:b',
    'a b',
    '%',
    '%2D',
    '-',
    'ü',
    '\n',
    '@all',
    'A',
    'a',
  ];

  it('tells comments apart, whatever it holds', async () => {
    for (const key of keys) plant(bot, `of ${key}`, key);
    for (const key of keys)
      expect((await findComment(await place(key)))?.body, key).toBe(`${commentMarker(key)}\nof ${key}`);
  });

  it('cannot leave the HTML comment', () => {
    for (const key of keys) expect(commentMarker(key)).toMatch(/^<!-- database-actions:report:[\w%]* -->$/);
  });
});

describe('a create that is lost', () => {
  it.each([
    ['whose connection is cut after it took effect', { reset: 'after' }],
    ['that a gateway answers with 502 after it took effect', { status: 502, applied: true }],
    ['whose answer is cut short', { malformed: true }],
  ] as const)('%s makes one comment', async (_name, fault) => {
    standIn.faults.add({ method: 'POST', path: '/comments', ...fault });
    expect((await upsert('hello')).kind).toBe('created');
    expect(bodies()).toHaveLength(1);
    expect(writesOf(standIn)).toHaveLength(1);
  });

  it('without an effect is sent again', async () => {
    standIn.faults.add({ method: 'POST', path: '/comments', reset: 'before' });
    expect((await upsert('hello')).kind).toBe('created');
    expect(bodies()).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('info: Creating the comment'))).toBe(true);
  });

  it('again and again ends in an error', async () => {
    const options = await place();
    standIn.faults.add({ method: 'GET', path: '/comments', skip: 1, times: 99, status: 500 });
    standIn.faults.add({ method: 'POST', path: '/comments', times: 99, status: 502 });
    const lost = upsertComment({ ...options, body: 'hello', patienceMs: 5 });
    await expect(lost).rejects.toMatchObject({ name: 'ExternalError', retryable: true });
    expect(bodies()).toEqual([]);
  });
});

describe('two runs at once', () => {
  it('leave one comment', async () => {
    standIn.faults.add({ method: 'GET', path: '/comments', times: 2, delayMs: 150 });
    const outcomes = await Promise.all([upsert('by one'), upsert('by the other')]);
    expect(writesOf(standIn).filter((write) => write === 'POST 201')).toHaveLength(2);
    expect(bodies()).toHaveLength(1);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
  });

  it('leave one comment when they are four, some of whose answers are late or lost', async () => {
    for (const delayMs of [90, 10, 60, 30, 80, 20])
      standIn.faults.add({ path: '/comments', skip: 1, delayMs });
    standIn.faults.add({ method: 'POST', path: '/comments', skip: 1, reset: 'after' });
    standIn.faults.add({ method: 'POST', path: '/comments', skip: 2, status: 502, applied: true });
    await Promise.all(['one', 'two', 'three', 'four'].map((body) => upsert(body)));
    expect(bodies()).toHaveLength(1);
  });

  it('that left two behind are tidied up by the next', async () => {
    const oldest = plant(bot, 'old');
    plant(bot, 'younger');
    plant('octocat', 'a planted one');
    expect(await upsert('new')).toMatchObject({ kind: 'updated', id: oldest });
    expect(bodies()).toEqual([`${commentMarker('')}\nnew`, `${commentMarker('')}\na planted one`]);
  });

  it('may fail to delete the younger comment without failing', async () => {
    plant(bot, 'new');
    plant(bot, 'younger');
    standIn.faults.add({ method: 'DELETE', status: 403 });
    expect((await upsert('new')).kind).toBe('unchanged');
    expect(lines.some((line) => line.startsWith('warning: The duplicate comment'))).toBe(true);
  });
});

describe('the own account', () => {
  it('is asked for only when there is a marker to judge', async () => {
    await upsert('hello');
    const asked = standIn.exchanges.filter(({ path }) => path === '/graphql' || path === '/user');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a personal token', tokens.personal],
    ["another app's token", tokens.app],
  ])('is that of %s', async (_name, given) => {
    plant(bot, 'of the Actions bot');
    plant('octocat[bot]', 'of an app that is named like a person');
    plant('previews', 'of a person who is named like an app');
    expect((await upsert('hello', '', { token: given })).kind).toBe('created');
    expect((await upsert('changed', '', { token: given })).kind).toBe('updated');
    expect(standIn.world.comments.size).toBe(4);
  });

  it('is asked for over REST when GraphQL is closed off', async () => {
    plant('octocat', 'old');
    standIn.faults.add({ path: '/graphql', times: 99, status: 404 });
    expect((await upsert('new', '', { token: tokens.personal })).kind).toBe('updated');
  });

  it('is taken for the Actions bot when nobody tells', async () => {
    plant(bot, 'old');
    standIn.faults.add({ path: '/graphql', times: 99, status: 404 });
    expect((await upsert('new')).kind).toBe('updated');
    expect(writesOf(standIn)).toEqual(['PATCH 200']);
    expect(standIn.exchanges.map(({ path }) => path)).toContain('/user');
  });

  it('is learned from a comment it made, so that no second one stays', async () => {
    const older = plant('previews[bot]', 'old');
    standIn.faults.add({ path: '/graphql', times: 99, status: 404 });
    expect(await upsert('new', '', { token: tokens.app })).toMatchObject({ kind: 'updated', id: older });
    expect(bodies()).toEqual([`${commentMarker('')}\nnew`]);
  });
});
