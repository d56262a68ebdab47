import { expect, test } from 'vitest';
import { assertOurs, whyNotOurs } from '../../src/providers/ownership.ts';
import type { Branch } from '../../src/providers/provider.ts';
import { judgeBranch } from '../../src/providers/sweep.ts';

const owner = { repository: 'acme/shop', pullRequest: 7, key: '' };
const now = new Date('2026-03-01T12:00:00Z');

function branch(over: Partial<Branch> = {}): Branch {
  return {
    id: 'br-1',
    name: 'preview/pr-7',
    parent: { id: 'br-0', name: 'main' },
    createdAt: new Date('2026-02-01T00:00:00Z'),
    filledAt: new Date('2026-02-01T00:00:00Z'),
    expiresAt: new Date('2026-03-10T00:00:00Z'),
    isDefault: false,
    isProtected: false,
    hasChildren: false,
    owner,
    consoleUrl: undefined,
    ...over,
  };
}

test.each([
  ['the default branch', { isDefault: true }, 'it is the default branch'],
  ['a protected one', { isProtected: true }, 'it is protected'],
  [
    'one without our mark',
    { owner: undefined },
    'it carries no mark of this action, so someone else made it',
  ],
  [
    'another repository’s',
    { owner: { ...owner, repository: 'acme/other' } },
    'it belongs to the repository acme/other',
  ],
  ['another pull request’s', { owner: { ...owner, pullRequest: 8 } }, 'it belongs to pull request #8'],
  ['no pull request’s', { owner: { ...owner, pullRequest: undefined } }, 'it belongs to no pull request'],
  ['another key’s', { owner: { ...owner, key: 'billing' } }, 'it belongs to the key "billing"'],
] as const)('%s is never touched, whatever it is called', (_, over, reason) => {
  for (const verb of ['reuse', 'reset', 'delete'] as const) {
    expect(whyNotOurs(branch(over), owner, verb)).toBe(reason);
    expect(() => assertOurs(branch(over), owner, verb)).toThrow(
      `Refused to ${verb} the branch "preview/pr-7": ${reason}.`,
    );
  }
});

test('a parent of other branches may be used, not reset or deleted', () => {
  const parent = branch({ hasChildren: true });
  expect(whyNotOurs(parent, owner, 'reuse')).toBeUndefined();
  for (const verb of ['reset', 'delete'] as const)
    expect(whyNotOurs(parent, owner, verb)).toBe('other branches were made from it');
});

test('a repository is the same in any case, as on GitHub', () => {
  expect(
    whyNotOurs(branch({ owner: { ...owner, repository: 'Acme/Shop' } }), owner, 'delete'),
  ).toBeUndefined();
});

const facts = { repository: 'acme/shop', now };

test.each([
  ['closed', {}, 'closed', 'delete'],
  ['open', {}, 'open', 'keep'],
  ['not to be found', {}, 'absent', 'keep'],
  ['open, but its time is over', { expiresAt: new Date('2026-03-01T11:59:59Z') }, 'open', 'delete'],
  ['no pull request’s, time not over', { owner: { ...owner, pullRequest: undefined } }, undefined, 'keep'],
  [
    'no pull request’s, time over',
    { owner: { ...owner, pullRequest: undefined }, expiresAt: now },
    undefined,
    'delete',
  ],
  ['never expiring, open', { expiresAt: undefined }, 'open', 'keep'],
  ['default, closed', { isDefault: true }, 'closed', 'keep'],
  ['protected, closed', { isProtected: true }, 'closed', 'keep'],
  ['a parent, closed', { hasChildren: true }, 'closed', 'keep'],
  ['unmarked, over', { owner: undefined, expiresAt: new Date(0) }, undefined, 'keep'],
  [
    'foreign, over',
    { owner: { ...owner, repository: 'acme/other' }, expiresAt: new Date(0) },
    'closed',
    'keep',
  ],
] as const)('the sweep, %s', (_, over, pullRequest, kind) => {
  expect(judgeBranch(branch(over), { ...facts, pullRequest }).kind).toBe(kind);
});
