import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Branch, Provider } from '../../../src/providers/provider.ts';
import { apiOf, makeBranch } from '../../stand-ins/neon/support.ts';
import { queryOnce } from '../../support/database.ts';
import { failureOf } from './neon-setup.ts';
import { anyDatabase, emails, inDays, type Lab, request, startLab } from './stand-in-setup.ts';

async function made(lab: Lab, name = 'preview/pr-7'): Promise<Branch> {
  return (await lab.provider.ensureBranch(request({ name }))).branch;
}

async function found(provider: Provider, name: string): Promise<Branch> {
  const branch = await provider.findBranch(name);
  if (branch === undefined) throw new Error(`There is no branch ${name}.`);
  return branch;
}

test("a reset brings the parent's present data and keeps id, URIs and mark", async () => {
  await using lab = await startLab({ timings: { operationMs: 60 } });
  const branch = await made(lab);
  const before = await lab.provider.connection(branch, anyDatabase);
  await queryOnce(before.direct, 'DROP TABLE users');
  await queryOnce(lab.standIn.realUri(), "UPDATE users SET email = 'newer' WHERE id = 1");
  const after = await lab.provider.resetBranch(branch);
  expect(after).toMatchObject({ id: branch.id, owner: branch.owner, parent: branch.parent });
  expect(await lab.provider.connection(after, anyDatabase)).toEqual(before);
  expect(await emails(before.direct)).toEqual(['newer', 'bob@real.test']);
});

test('a reset whose answer was lost is not done twice; one that never arrived is', async () => {
  await using lab = await startLab({ timings: { operationMs: 60 } });
  const branch = await made(lab);
  const restore = `POST /branches/${branch.id}/restore`;
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches/*/restore', reset: 'after' });
  await lab.provider.resetBranch(branch);
  expect(lab.count(restore)).toBe(1);
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches/*/restore', reset: 'before' });
  await lab.provider.resetBranch(branch);
  expect(lab.count(restore)).toBe(3);
  expect(await emails((await lab.provider.connection(branch, anyDatabase)).direct)).toHaveLength(2);
});

test('a reset whose operation ends in an error is no success', async () => {
  await using lab = await startLab({ timings: { operationMs: 60 } });
  const branch = await made(lab);
  const operation = {
    id: '11111111-1111-4111-8111-111111111111',
    action: 'create_timeline',
    status: 'error',
  };
  lab.standIn.faults.add({
    method: 'GET',
    path: '/projects/*/operations/*',
    status: 200,
    body: { operation },
  });
  expect((await failureOf(lab.provider.resetBranch(branch))).message).toContain('ended with an error');
});

test('a reset waits for the project to be free', async () => {
  await using lab = await startLab();
  const branch = await made(lab);
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches/*/restore', status: 423, times: 2 });
  await lab.provider.resetBranch(branch);
  expect(lab.standIn.faults.pending).toEqual([]);
});

test.each(['resetBranch', 'deleteBranch'] as const)(
  '%s refuses what must stay, whoever asks',
  async (act) => {
    await using lab = await startLab();
    const branch = await made(lab);
    const parent = await made(lab, 'preview/parent');
    await makeBranch(lab.standIn, 'child', { parent_id: parent.id });
    await apiOf(lab.standIn)('PATCH', `/branches/${branch.id}`, { branch: { protected: true } });
    // As the callers hold them: read before the branch became protected or a parent.
    const stale = { ...branch, isProtected: false, hasChildren: false };
    const calls = lab.standIn.requests.length;
    for (const [victim, reason] of [
      [await found(lab.provider, 'main'), /it is the default branch/],
      [stale, /it is protected/],
      [{ ...parent, hasChildren: false }, /other branches were made from it/],
    ] as const) {
      const error = await failureOf(Promise.resolve(lab.provider[act](victim)));
      expect(error).toBeInstanceOf(UserError);
      expect(error.message).toMatch(reason);
    }
    expect(lab.standIn.requests.slice(calls).every(({ method }) => method === 'GET')).toBe(true);
  },
);

test('a branch that is gone cannot be reset, and deleting it again is fine', async () => {
  await using lab = await startLab();
  const branch = await made(lab);
  expect(await lab.provider.deleteBranch(branch)).toBe(true);
  expect(await lab.provider.findBranch(branch.name)).toBeUndefined();
  expect(await lab.provider.deleteBranch(branch)).toBe(false);
  expect((await failureOf(lab.provider.resetBranch(branch))).message).toContain('does not exist any more');
});

test('a delete waits while the project is locked', async () => {
  await using lab = await startLab({ timings: { operationMs: 50 } });
  const branch = await made(lab);
  lab.standIn.faults.add({ method: 'DELETE', path: '/projects/*/branches/*', status: 423, times: 3 });
  expect(await lab.provider.deleteBranch(branch)).toBe(true);
});

test('a delete whose answer was lost counts as ours; one that someone else did does not', async () => {
  await using lab = await startLab();
  const first = await made(lab);
  lab.standIn.faults.add({ method: 'DELETE', path: '/projects/*/branches/*', reset: 'after' });
  expect(await lab.provider.deleteBranch(first)).toBe(true);
  const second = await made(lab, 'preview/pr-8');
  lab.standIn.faults.add({ method: 'DELETE', path: '/projects/*/branches/*', status: 204 });
  expect(await lab.provider.deleteBranch(second)).toBe(false);
  const third = await made(lab, 'preview/pr-9');
  lab.standIn.faults.add({ method: 'DELETE', path: '/projects/*/branches/*', status: 404 });
  expect(await lab.provider.deleteBranch(third)).toBe(false);
});

test('closed and reopened: the name is free at once for a new branch', async () => {
  await using lab = await startLab({ timings: { operationMs: 80 } });
  const first = await made(lab);
  await lab.provider.deleteBranch(first);
  const again = await lab.provider.ensureBranch(request());
  expect(again.created).toBe(true);
  expect(again.branch.id).not.toBe(first.id);
});

test('an expired branch is made anew', async () => {
  await using lab = await startLab();
  const first = await lab.provider.ensureBranch(request({ expiresAt: inDays(1) }));
  await lab.standIn.advance(2 * 86_400_000);
  const second = await lab.provider.ensureBranch(request());
  expect(second.created).toBe(true);
  expect(second.branch.id).not.toBe(first.branch.id);
});

test('a branch that disappears between the list and the next call is made anew', async () => {
  await using lab = await startLab();
  const first = await made(lab);
  lab.standIn.faults.add({
    method: 'GET',
    path: `/projects/*/branches/${first.id}`,
    status: 404,
    message: 'branch not found',
  });
  await apiOf(lab.standIn)('DELETE', `/branches/${first.id}`);
  const { created } = await lab.another().provider.ensureBranch(request());
  expect(created).toBe(true);
});
