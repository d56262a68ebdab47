import { expect, test } from 'vitest';
import { ExternalError } from '../../../src/errors.ts';
import { makeBranch } from '../../stand-ins/neon/support.ts';
import { failureOf, owner } from './neon-setup.ts';
import { request, startLab } from './stand-in-setup.ts';

test("at the limit of branches it lists ours that could go, oldest first, and nobody else's", async () => {
  await using lab = await startLab({ limits: { branches: 5 } });
  for (const pullRequest of [3, 4])
    await lab.provider.ensureBranch(
      request({ name: `preview/pr-${pullRequest}`, owner: { ...owner, pullRequest } }),
    );
  await lab.provider.ensureBranch(
    request({ name: 'theirs', owner: { ...owner, repository: 'someone/else' } }),
  );
  await makeBranch(lab.standIn, 'by-hand');
  const error = await failureOf(lab.provider.ensureBranch(request()));
  expect(error).toBeInstanceOf(ExternalError);
  expect(error).toMatchObject({
    status: 422,
    code: 'BRANCHES_LIMIT_EXCEEDED',
    hint: expect.stringContaining('sweep-branches'),
  });
  expect(error.message).toMatch(
    /"preview\/pr-3" \(pull request #3, .* old\), "preview\/pr-4" \(pull request #4, .* old\)\.$/,
  );
  expect(error.message).not.toMatch(/theirs|by-hand|"main"/);
  expect(lab.count('POST /branches')).toBe(5);
});

test('a schema-only branch counts as a root branch, which the error says', async () => {
  await using lab = await startLab({ limits: { rootBranches: 1 } }, { branchType: 'schema-only' });
  const error = await failureOf(lab.provider.ensureBranch(request()));
  expect(error).toMatchObject({ code: 'ROOT_BRANCHES_LIMIT_EXCEEDED' });
  expect(error.message).toMatch(/root branches \(each schema-only branch is one\).*None of them was made/);
});

test('finds its branch among hundreds, and not one that merely begins like it', async () => {
  await using lab = await startLab({ pageSize: 20, limits: { branches: 1000 } });
  const { branch } = await lab.provider.ensureBranch(request({ name: 'preview/pr-1' }));
  lab.standIn.seedBranches(250, (index) => `preview/pr-1${index}`);
  const again = await lab.provider.ensureBranch(request({ name: 'preview/pr-1' }));
  expect(again).toMatchObject({ created: false, branch: { id: branch.id } });
  expect(await lab.provider.findBranch('preview/pr-1249')).toMatchObject({ owner: undefined });
  let count = 0;
  for await (const _ of lab.provider.listBranches()) count += 1;
  expect(count).toBe(252);
});
