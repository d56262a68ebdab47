import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type IssuePlace, raiseIssue, settleIssue } from '../../src/github/issue.ts';
import type { OctokitOptions } from '../../src/github/octokit.ts';
import { breachOfContract } from '../stand-ins/github/contract.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { allPermissions, startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addIssue } from '../stand-ins/github/world.ts';
import { openClient, recordingLog, token, writesOf } from './client.ts';

const bot = 'github-actions[bot]';
const text = { title: 'A drill of app failed', body: 'Why.', comment: 'Again.' };
let standIn: GitHubStandIn;

beforeEach(async () => {
  standIn = await startGitHubStandIn({
    token,
    moreTokens: [
      {
        token: 'reader',
        login: bot,
        kind: 'installation',
        permissions: { ...allPermissions, issues: 'read' },
      },
    ],
  });
});

afterEach(async () => {
  const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
  await standIn[Symbol.asyncDispose]();
  expect(breaches).toEqual([]);
});

async function place(key = 'backup:app', options: Partial<OctokitOptions> = {}): Promise<IssuePlace> {
  const log = recordingLog();
  const octokit = await openClient(standIn.url, { log, ...options });
  const { signal } = new AbortController();
  return { octokit, owner: 'acme', repo: 'shop', key, log, signal, patienceMs: 5 };
}

const issues = () => [...standIn.world.issues.values()];
const comments = () => [...standIn.world.comments.values()].map(({ issue, body }) => ({ issue, body }));

it('opens one issue, comments on it while it lasts, and closes it', async () => {
  const first = await raiseIssue(await place(), text);
  const second = await raiseIssue(await place(), text);
  expect([first.kind, second.kind]).toEqual(['opened', 'commented']);
  expect(second.number).toBe(first.number);
  expect(issues()).toHaveLength(1);
  expect(await settleIssue(await place(), 'Well again.')).toHaveLength(1);
  expect(issues()[0]).toMatchObject({ state: 'closed', stateReason: 'completed', title: text.title });
  expect(comments().map(({ body }) => body)).toEqual(['Again.', 'Well again.']);
  expect(await settleIssue(await place(), 'Well again.')).toEqual([]);
  expect((await raiseIssue(await place(), text)).number).not.toBe(first.number);
});

it('leaves alone what another account, another key or a person wrote, wherever the page', async () => {
  const body = issues.length.toString();
  for (let index = 0; index < 130; index += 1)
    addIssue(standIn.world, { author: bot, title: `Another ${index}`, body });
  addIssue(standIn.world, {
    author: 'mallory',
    title: 'Forged',
    body: '<!-- database-actions:issue:backup%3Aapp -->\nx',
  });
  const other = await raiseIssue(await place('backup:app-prod'), text);
  const ours = await raiseIssue(await place(), text);
  expect(ours.kind).toBe('opened');
  expect(ours.number).not.toBe(other.number);
  for (let index = 0; index < 130; index += 1)
    addIssue(standIn.world, { author: bot, title: `Later ${index}`, body });
  expect((await raiseIssue(await place(), text)).number).toBe(ours.number);
  await settleIssue(await place(), 'Well.');
  expect(issues().filter(({ state }) => state === 'closed')).toHaveLength(1);
});

it('does not open a second one when the answer to the first was lost', async () => {
  standIn.faults.add({ method: 'POST', path: '/issues', reset: 'after' });
  expect((await raiseIssue(await place(), text)).kind).toBe('opened');
  expect(issues()).toHaveLength(1);
  expect(comments()).toEqual([]);
});

it('of two at once the older stays', async () => {
  const [a, b] = await Promise.all([place(), place()]);
  await Promise.all([raiseIssue(a, text), raiseIssue(b, text)]);
  const open = issues().filter(({ state }) => state === 'open');
  expect(open).toHaveLength(1);
  expect(open[0]?.number).toBe(Math.min(...issues().map(({ number }) => number)));
});

it('a token that may not open issues is told which permission it lacks', async () => {
  const refused = raiseIssue(await place('backup:app', { token: 'reader' }), text);
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow('`issues: write`');
  expect(writesOf(standIn)).toEqual(['POST 403']);
});

it('a text of any length fits', async () => {
  await raiseIssue(await place('k'.repeat(50)), {
    title: 'é'.repeat(400),
    body: '😀'.repeat(50_000),
    comment: '',
  });
  expect(issues()[0]?.title.length).toBeLessThanOrEqual(250);
  expect(issues()[0]?.body.length).toBeLessThanOrEqual(65_536);
});
