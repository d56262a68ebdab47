import { expect, test } from 'vitest';
import { parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { queryOnce } from '../../support/database.ts';
import { apiOf, at, makeBranch, single, startForTest } from './support.ts';

function passwordOf(uri: string): string {
  return parseConnectionUri(uri).password;
}

test('a child shares its parent’s password, the child of a protected branch does not', async () => {
  await using open = await startForTest();
  await makeBranch(open, 'child');
  expect(passwordOf(open.uri({ branch: 'child' }))).toBe(passwordOf(open.uri()));
  await using guarded = await startForTest({ projects: [{ isProtected: true }] });
  await makeBranch(guarded, 'child');
  const uri = guarded.uri({ branch: 'child' });
  expect(passwordOf(uri)).not.toBe(passwordOf(guarded.uri()));
  expect(passwordOf(uri)).toMatch(/[/+@%]/);
  expect(await single(uri, 'SELECT 1')).toBe(1);
});

test('reveal_password and connection_uri agree; without stored passwords it is a 412', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'b');
  const revealed = await api('GET', `/branches/${id}/roles/neondb_owner/reveal_password`);
  const query = `/connection_uri?branch_id=${id}&database_name=neondb&role_name=neondb_owner`;
  const uri = String(at(await api('GET', query), 'uri'));
  expect(at(revealed, 'password')).toBe(passwordOf(uri));
  expect(await single(uri, 'SELECT current_user')).toBe('neondb_owner');
  await using closed = await startForTest({ projects: [{ storePasswords: false }] });
  const main = at(await apiOf(closed)('GET', '/branches'), 'branches.0.id');
  expect((await apiOf(closed)('GET', `/branches/${main}/roles/neondb_owner/reveal_password`)).status).toBe(
    412,
  );
});

test('after reset_password the old one works until the operation is done', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const branch = at(await api('GET', '/branches'), 'branches.0.id');
  const old = standIn.uri();
  const release = standIn.holdOperations();
  const answer = await api('POST', `/branches/${branch}/roles/neondb_owner/reset_password`);
  expect(await single(old, 'SELECT 1')).toBe(1);
  release();
  await standIn.idle();
  await expect(queryOnce(old, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(passwordOf(standIn.uri())).toBe(at(answer, 'role.password'));
  expect(await single(standIn.uri(), 'SELECT 1')).toBe(1);
});

test('roles and databases made by the API can be used; a 404 for a wrong one leaves the branch', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'b');
  await api('POST', `/branches/${id}/roles`, { role: { name: 'stand_in_app' } });
  await standIn.idle();
  await api('POST', `/branches/${id}/databases`, {
    database: { name: 'second', owner_name: 'stand_in_app' },
  });
  await standIn.idle();
  const uri = standIn.uri({ branch: id, database: 'second', role: 'stand_in_app' });
  await queryOnce(uri, 'CREATE TABLE mine (); COMMENT ON TABLE mine IS $$x$$');
  expect(
    (
      await api('POST', `/branches/${id}/databases`, {
        database: { name: 'second', owner_name: 'stand_in_app' },
      })
    ).status,
  ).toBe(409);
  expect((await api('GET', `/branches/${id}/roles/nobody/reveal_password`)).status).toBe(404);
  const grandchild = await api('POST', '/branches', {
    branch: { name: 'c', parent_id: id },
    endpoints: [{ type: 'read_write' }],
  });
  expect(at(grandchild, 'connection_uris')).toBeUndefined();
  await standIn.idle();
  const copy = standIn.uri({ branch: 'c', database: 'second', role: 'stand_in_app' });
  expect(await single(copy, "SELECT tableowner FROM pg_tables WHERE tablename = 'mine'")).toBe(
    'stand_in_app',
  );
});

test('a role of the server that is somebody’s own is not taken over', async () => {
  await expect(startForTest({ projects: [{ roles: ['postgres'] }] })).rejects.toThrow("not the stand-in's");
});
