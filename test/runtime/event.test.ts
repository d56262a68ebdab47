import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { resolveTarget } from '../../src/actions/target.ts';
import { readEvent } from '../../src/runtime/event.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function event(name: string, payload: unknown, more: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'event-'));
  folders.push(folder);
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  return readEvent({
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    ...more,
  });
}

const pull = (over: object = {}) => ({
  action: 'synchronize',
  pull_request: { number: 7, head: { sha: 'abc', repo: { full_name: 'acme/shop' } }, ...over },
});

const nothing = { branch: undefined, pullRequest: 0, key: undefined };

test('a pull request of the repository itself is trusted', () => {
  const read = event('pull_request', pull());
  expect(read).toMatchObject({
    action: 'synchronize',
    commit: 'abc',
    pullRequest: { number: 7 },
    isRestricted: false,
    isUnprivileged: false,
  });
  expect(resolveTarget(nothing, read)).toMatchObject({
    branch: 'preview/pr-7',
    pullRequest: 7,
    isRestricted: false,
  });
});

test.each([
  ['a fork', pull({ head: { sha: 'abc', repo: { full_name: 'evil/shop' } } }), {}],
  ['a deleted fork', pull({ head: { sha: 'abc', repo: null } }), {}],
  ['Dependabot', pull(), { GITHUB_ACTOR: 'dependabot[bot]' }],
])('%s is restricted', (_, payload, more) => {
  expect(event('pull_request', payload, more)).toMatchObject({ isRestricted: true, isUnprivileged: true });
});

const fromFork = pull({ head: { sha: 'abc', repo: { full_name: 'evil/shop' } } });

test.each([
  ['pull_request_review', fromFork, true],
  ['pull_request_target', fromFork, false],
  ['workflow_run', { workflow_run: { head_repository: { full_name: 'evil/shop' } } }, false],
])(
  '%s of a fork: its code is not run, and its secrets and token are what GitHub gives',
  (name, payload, isUnprivileged) => {
    expect(event(name, payload)).toMatchObject({ isRestricted: true, isUnprivileged });
  },
);

test('a comment does not claim the commit of the default branch, which its run has', () => {
  const payload = { issue: { number: 12, pull_request: {} } };
  expect(event('issue_comment', payload, { GITHUB_SHA: 'ofmain' }).commit).toBe('');
  expect(event('workflow_dispatch', {}, { GITHUB_SHA: 'chosen' }).commit).toBe('chosen');
});

test('a run may name pull requests of another repository; only ours counts', () => {
  const payload = {
    repository: { id: 1 },
    workflow_run: {
      head_repository: { full_name: 'acme/shop' },
      pull_requests: [
        { number: 3, base: { repo: { id: 2 } } },
        { number: 5, base: { repo: { id: 1 } } },
      ],
    },
  };
  expect(event('workflow_run', payload).pullRequest).toEqual({ number: 5 });
});

test.each([
  [
    'merge_group',
    { merge_group: { head_ref: 'refs/heads/gh-readonly-queue/release/pr-9/pr-104-79bd1a' } },
    'preview/queue-pr-104',
  ],
  ['issue_comment', { issue: { number: 12, pull_request: {} } }, 'preview/pr-12'],
  ['workflow_dispatch', { inputs: { 'pull-request': '31' } }, 'preview/pr-31'],
  ['workflow_run', { workflow_run: { pull_requests: [{ number: 5 }] } }, 'preview/pr-5'],
])('%s names its pull request', (name, payload, branch) => {
  expect(resolveTarget(nothing, event(name, payload)).branch).toBe(branch);
});

test.each([
  ['issue_comment', { issue: { number: 12 } }],
  ['push', { ref: 'refs/heads/main' }],
  ['workflow_run', { workflow_run: { pull_requests: [] } }],
  ['workflow_dispatch', { inputs: { 'pull-request': '7; rm -rf /' } }],
])('%s without a pull request asks for one', (name, payload) => {
  expect(() => resolveTarget(nothing, event(name, payload))).toThrow(/belongs to no pull request/);
  expect(resolveTarget({ ...nothing, pullRequest: 3 }, event(name, payload)).branch).toBe('preview/pr-3');
});

test('the base commit is the one that the pull request or the queue goes on', () => {
  const { baseCommit } = event('pull_request', pull({ base: { sha: 'def', ref: 'main' } }));
  expect(baseCommit).toBe('def');
  expect(event('merge_group', { merge_group: { base_sha: 'fed', head_sha: 'abc' } }).baseCommit).toBe('fed');
  expect(event('push', { before: '0' }).baseCommit).toBe('');
});

test("the tag is the release's, or the ref's", () => {
  const release = { action: 'published', release: { tag_name: 'v1.2.3' } };
  expect(event('release', release, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }).tag).toBe(
    'v1.2.3',
  );
  expect(event('push', {}, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v2' }).tag).toBe('v2');
  expect(event('push', {}, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v2' }).tag).toBe('');
});

test('the key is in the branch name, and only a safe one', () => {
  expect(resolveTarget({ ...nothing, key: 'billing' }, event('pull_request', pull())).branch).toBe(
    'preview/pr-7-billing',
  );
  for (const key of ['A', 'a b', '-a', 'a/b', '--><b>', 'x'.repeat(41)])
    expect(() => resolveTarget({ ...nothing, key }, event('pull_request', pull()))).toThrow(/key/);
});

test('an unreadable event is told, not guessed around', () => {
  expect(() =>
    readEvent({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_EVENT_PATH: '/nowhere/event.json' }),
  ).toThrow(/event file/);
  expect(() => readEvent({})).toThrow(/GITHUB_REPOSITORY/);
});
