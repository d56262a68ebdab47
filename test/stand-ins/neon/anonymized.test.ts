import { expect, test } from 'vitest';
import { queryOnce } from '../../support/database.ts';
import { apiOf, at, single, startForTest } from './support.ts';

const emailRule = {
  database_name: 'neondb',
  schema_name: 'public',
  table_name: 'users',
  column_name: 'email',
};
const nameRule = { ...emailRule, column_name: 'name', masking_value: 'hidden' };

test('data is the parent’s until the state is anonymized, and masked then', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  await queryOnce(
    standIn.uri(),
    "CREATE TABLE users (email text UNIQUE, name text); INSERT INTO users VALUES ('a@b.c', 'Ann'), ('d@e.f', 'Dan')",
  );
  const created = await api('POST', '/branch_anonymized', {
    branch_create: { branch: { name: 'masked' }, endpoints: [{ type: 'read_write' }] },
    masking_rules: [{ ...emailRule, masking_function: 'anon.fake_email()' }, nameRule],
    start_anonymization: false,
  });
  expect(created.status).toBe(201);
  await standIn.idle();
  const id = String(at(created, 'branch.id'));
  const state = async () => at(await api('GET', `/branches/${id}/anonymized_status`), 'state');
  expect(await state()).toBe('initialized');
  const uri = standIn.uri({ branch: id });
  expect(await single(uri, "SELECT count(*)::int FROM users WHERE email = 'a@b.c'")).toBe(1);
  expect(at(await api('POST', `/branches/${id}/anonymize`), 'state')).toBe('anonymizing');
  await expect.poll(state).toBe('anonymized');
  expect(
    await single(uri, "SELECT count(*)::int FROM users WHERE email LIKE '%@example.com' AND name = 'hidden'"),
  ).toBe(2);
  expect(await single(standIn.uri(), "SELECT count(*)::int FROM users WHERE name = 'Ann'")).toBe(1);
  const main = at(created, 'branch.parent_id');
  expect((await api('POST', `/branches/${id}/restore`, { source_branch_id: main })).status).toBe(422);
});

test('a rule that cannot be followed ends in error', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const created = await api('POST', '/branch_anonymized', {
    branch_create: { branch: { name: 'masked' } },
    masking_rules: [nameRule],
    start_anonymization: true,
  });
  const path = `/branches/${at(created, 'branch.id')}/anonymized_status`;
  await expect.poll(async () => at(await api('GET', path), 'state')).toBe('error');
  expect(at(await api('GET', path), 'status_message')).toContain('users');
  const main = at(created, 'branch.parent_id');
  expect((await api('GET', `/branches/${main}/anonymized_status`)).status).toBe(404);
});
