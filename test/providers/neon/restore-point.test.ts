import { expect, test } from 'vitest';
import { apiOf } from '../../stand-ins/neon/support.ts';
import { failureOf } from './neon-setup.ts';
import { type Lab, request, startLab } from './stand-in-setup.ts';

async function take(lab: Lab, name = 'release v1') {
  const branch = await lab.provider.findBranch('main');
  if (branch === undefined || lab.provider.takeRestorePoint === undefined) throw new Error('no main branch');
  return lab.provider.takeRestorePoint(branch, { name, expiresAt: new Date('2099-01-01T00:00:00Z') });
}

test('a snapshot of the default branch is taken once, whatever is lost on the way', async () => {
  await using lab = await startLab();
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches/*/snapshot', reset: 'after' });
  const first = await take(lab);
  expect(first).toMatchObject({ name: 'release v1', created: true });
  expect(await take(lab)).toEqual({ ...first, created: false });
  expect((await take(lab, 'release v2')).id).not.toBe(first.id);
  const { body } = await apiOf(lab.standIn)('GET', '/snapshots');
  expect(body).toMatchObject({
    snapshots: [{ name: 'release v1', expires_at: '2099-01-01T00:00:00.000Z' }, { name: 'release v2' }],
  });
});

test('the limit of the plan, and a branch that is no root branch, are Neon’s refusals in our words', async () => {
  await using lab = await startLab({ limits: { snapshots: 1 } });
  await take(lab);
  expect((await failureOf(take(lab, 'another'))).message).toContain('snapshots limit exceeded');
  const { branch } = await lab.provider.ensureBranch(request({ name: 'preview/pr-7' }));
  const refused = await failureOf(
    lab.provider.takeRestorePoint?.(branch, { name: 'x', expiresAt: undefined }) ?? Promise.resolve(),
  );
  expect(refused.message).toMatch(/Neon refused to take the snapshot "x" of the branch "preview\/pr-7"/);
});
