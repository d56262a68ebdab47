import { expect, test } from 'vitest';
import { queryOnce, serverUri } from '../../support/database.ts';
import { createParent, expiry, migration, openProvider, owner, request, uniqueName } from './setup.ts';

test('create, migrate, adopt, reset and delete', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = uniqueName('preview/pr');
  const first = await provider.ensureBranch(request(name));
  expect(first).toMatchObject({
    created: true,
    branch: {
      name,
      owner,
      expiresAt: expiry,
      isDefault: false,
      isProtected: false,
      hasChildren: false,
      parent: { name: parent.name },
    },
  });
  const connection = await provider.connection(first.branch, { database: undefined, role: undefined });
  await queryOnce(connection.direct, migration);
  const later = new Date('2031-03-01T00:00:00.000Z');
  const second = await provider.ensureBranch(request(name, { expiresAt: later }));
  expect(second).toMatchObject({ created: false, branch: { id: first.branch.id, expiresAt: later } });
  expect(await queryOnce(connection.direct, 'SELECT name FROM users ORDER BY id')).toEqual([
    { name: 'a@example.com' },
    { name: 'b@example.com' },
  ]);
  await provider.resetBranch(second.branch);
  expect(await queryOnce(connection.direct, 'SELECT * FROM users WHERE id = 1')).toEqual([
    { id: 1, email: 'a@example.com', level: 1, p: null },
  ]);
  expect(await provider.deleteBranch(first.branch)).toBe(true);
  expect(await provider.deleteBranch(first.branch)).toBe(false);
  expect(await provider.findBranch(name)).toBeUndefined();
});
