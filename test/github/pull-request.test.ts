import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  getPullRequest,
  listPullRequestStates,
  pullRequestForHeadSha,
  pullRequestState,
  type RepositoryPlace,
} from '../../src/github/pull-request.ts';
import { breachOfContract } from '../stand-ins/github/contract.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addPullRequest } from '../stand-ins/github/world.ts';
import { openClient, token } from './client.ts';

let standIn: GitHubStandIn;
let place: RepositoryPlace;
const headSha = 'f'.repeat(40);

beforeEach(async () => {
  standIn = await startGitHubStandIn({ token, private: true });
  place = { octokit: await openClient(standIn.url), owner: 'acme', repo: 'shop' };
});

afterEach(async () => {
  const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
  await standIn[Symbol.asyncDispose]();
  expect(breaches).toEqual([]);
});

function asked(): readonly string[] {
  return standIn.exchanges.map(({ path, query }) => path.replace('/repos/acme/shop', '') + query);
}

describe('one pull request', () => {
  it('is read', async () => {
    addPullRequest(standIn.world, { number: 7, headSha, headRef: 'fix', headRepository: 'stranger/shop' });
    expect(await getPullRequest({ ...place, number: 7 })).toMatchObject({
      number: 7,
      state: 'open',
      isMerged: false,
      headSha,
      headRef: 'fix',
      headRepository: 'stranger/shop',
      baseRef: 'main',
      author: 'octocat',
    });
  });

  it('may come from a fork that is gone', async () => {
    addPullRequest(standIn.world, { number: 7, headRepository: null });
    expect(await getPullRequest({ ...place, number: 7 })).toMatchObject({ headRepository: undefined });
  });

  it('is open, closed or absent', async () => {
    addPullRequest(standIn.world, { number: 1 });
    addPullRequest(standIn.world, { number: 2, merged: true });
    expect(await pullRequestState({ ...place, number: 1 })).toBe('open');
    expect(await pullRequestState({ ...place, number: 2 })).toBe('closed');
    expect(await pullRequestState({ ...place, number: 3 })).toBe('absent');
  });

  it('is not taken for absent when GitHub fails', async () => {
    standIn.faults.add({ status: 500, times: 99 });
    await expect(pullRequestState({ ...place, number: 1 })).rejects.toMatchObject({ status: 500 });
  });
});

describe('many pull requests', () => {
  it('cost one listing while they are open', async () => {
    for (let number = 1; number <= 120; number += 1) addPullRequest(standIn.world, { number });
    const states = await listPullRequestStates(place, [1, 60, 120, 120]);
    expect([...states]).toEqual([
      [1, 'open'],
      [60, 'open'],
      [120, 'open'],
    ]);
    expect(asked()).toHaveLength(2);
  });

  it('are looked at singly before they are called closed or absent', async () => {
    addPullRequest(standIn.world, { number: 1 });
    addPullRequest(standIn.world, { number: 2, state: 'closed' });
    addPullRequest(standIn.world, { number: 3 });
    // The listing misses number 3, as when it slips from one page to another.
    standIn.faults.add({ path: '/pulls', status: 200, body: [] });
    const states = await listPullRequestStates(place, [1, 2, 3, 4]);
    expect(Object.fromEntries(states)).toEqual({ 1: 'open', 2: 'closed', 3: 'open', 4: 'absent' });
  });

  it('cost nothing when there are none', async () => {
    expect((await listPullRequestStates(place, [])).size).toBe(0);
    expect(asked()).toEqual([]);
  });
});

describe('the pull request of a run', () => {
  const fork = { headSha, headRef: 'fix', headRepository: 'stranger/shop' };
  const head = { headSha, headRepository: 'stranger/shop' };

  it('is found for a fork, with and without the branch', async () => {
    for (let number = 1; number <= 101; number += 1) addPullRequest(standIn.world, { number });
    addPullRequest(standIn.world, { number: 200, ...fork });
    const found = { number: 200, state: 'open' };
    expect(await pullRequestForHeadSha({ ...place, ...head })).toEqual(found);
    standIn.exchanges.splice(0);
    expect(await pullRequestForHeadSha({ ...place, ...head, headBranch: 'fix' })).toEqual(found);
    expect(asked()).toEqual(['/pulls?state=open&per_page=100&head=stranger%3Afix']);
  });

  it('must have the right commit, in the right repository', async () => {
    addPullRequest(standIn.world, { number: 1, ...fork, headSha: 'e'.repeat(40) });
    addPullRequest(standIn.world, { number: 2, ...fork, headRepository: 'stranger/another' });
    addPullRequest(standIn.world, { number: 3, ...fork, headRepository: null });
    addPullRequest(standIn.world, { number: 4, ...fork, headRepository: 'acme/shop' });
    expect(await pullRequestForHeadSha({ ...place, ...head })).toBeUndefined();
    expect(await pullRequestForHeadSha({ ...place, ...head, headBranch: 'fix', claimed: 2 })).toBeUndefined();
    expect(await pullRequestForHeadSha({ ...place, headSha, headRepository: '' })).toBeUndefined();
  });

  it('is the open one, else the newest that is closed', async () => {
    addPullRequest(standIn.world, { number: 1, ...fork, state: 'closed' });
    addPullRequest(standIn.world, { number: 2, ...fork, state: 'closed' });
    const closed = await pullRequestForHeadSha({ ...place, ...head, headBranch: 'fix' });
    expect(closed).toEqual({ number: 2, state: 'closed' });
    expect(await pullRequestForHeadSha({ ...place, ...head })).toBeUndefined();
    addPullRequest(standIn.world, { number: 3, ...fork });
    const open = await pullRequestForHeadSha({ ...place, ...head, headBranch: 'fix' });
    expect(open).toEqual({ number: 3, state: 'open' });
  });

  it('is chosen by a claim only among those that qualify', async () => {
    addPullRequest(standIn.world, { number: 1, ...fork });
    addPullRequest(standIn.world, { number: 2, ...fork, baseRef: 'release' });
    addPullRequest(standIn.world, { number: 3 });
    expect(await pullRequestForHeadSha({ ...place, ...head, claimed: 2 })).toEqual({
      number: 2,
      state: 'open',
    });
    const unclear = pullRequestForHeadSha({ ...place, ...head, claimed: 3 });
    await expect(unclear).rejects.toThrow(UserError);
    await expect(unclear).rejects.toThrow(/#1, #2/);
  });
});
