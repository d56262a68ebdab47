import { expect, test } from 'vitest';
import { queryOnce } from '../../support/database.ts';
import { apiOf, at, makeBranch, single, startForTest, startWithoutContent } from './support.ts';

const day = 86_400_000;

function inDays(count: number): string {
  return new Date(Date.now() + count * day).toISOString();
}

test('of two branches of one name at once, one is made and one is a conflict', async () => {
  await using standIn = await startWithoutContent();
  const create = () =>
    apiOf(standIn)('POST', '/branches', {
      branch: { name: 'preview/pr-1' },
      endpoints: [{ type: 'read_write' }],
    });
  const answers = await Promise.all([create(), create()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const [refused] = answers.filter(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({
    code: '',
    message: 'branch already exists; branch_name:"preview/pr-1"',
  });
});

test('running operations lock the project, and the refused call changes nothing', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  const release = standIn.holdOperations();
  const created = await api('POST', '/branches', {
    branch: { name: 'first' },
    endpoints: [{ type: 'read_write' }],
  });
  expect(created.body).toMatchObject({
    branch: { current_state: 'init', pending_state: 'ready' },
    endpoints: [{ current_state: 'init', pending_state: 'active' }],
    operations: [
      { action: 'create_branch', status: 'running' },
      { action: 'start_compute', status: 'scheduling' },
    ],
  });
  const refused = await api('POST', '/branches', { branch: { name: 'second' } });
  expect(refused).toMatchObject({
    status: 423,
    body: { message: expect.stringContaining('running conflicting') },
  });
  release();
  await standIn.idle();
  expect(at(await api('GET', '/branches/count'), 'count')).toBe(2);
  const operation = await api('GET', `/operations/${at(created, 'operations.1.id')}`);
  expect(at(operation, 'operation.status')).toBe('finished');
  expect((await api('POST', '/branches', { branch: { name: 'second' } })).status).toBe(201);
});

test('with a lock on branches only, another branch can be made meanwhile', async () => {
  await using standIn = await startWithoutContent({ lockScope: 'branch' });
  const api = apiOf(standIn);
  standIn.holdOperations();
  const first = await api('POST', '/branches', { branch: { name: 'first' } });
  expect((await api('POST', '/branches', { branch: { name: 'second' } })).status).toBe(201);
  expect((await api('DELETE', `/branches/${at(first, 'branch.id')}`)).status).toBe(423);
});

test('operations that fail are tried again; one that fails for good leaves the branch unready', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  standIn.failOperation({ action: 'create_branch', failures: 2 });
  const created = await api('POST', '/branches', { branch: { name: 'slow' } });
  await standIn.idle();
  const operation = await api('GET', `/operations/${at(created, 'operations.0.id')}`);
  expect(operation.body).toMatchObject({ operation: { status: 'finished', failures_count: 2 } });
  standIn.failOperation({ action: 'create_branch', failures: 'forever' });
  const broken = await api('POST', '/branches', { branch: { name: 'broken' } });
  await standIn.idle();
  expect(at(await api('GET', `/branches/${at(broken, 'branch.id')}`), 'branch.current_state')).toBe('init');
  expect(at(await api('GET', `/operations/${at(broken, 'operations.0.id')}`), 'operation.status')).toBe(
    'failed',
  );
});

test('the plan’s limits are told by code', async () => {
  await using standIn = await startWithoutContent({ limits: { branches: 3, rootBranches: 2 } });
  const api = apiOf(standIn);
  await makeBranch(standIn, 'roots', { init_source: 'schema-only' });
  const root = await api('POST', '/branches', { branch: { name: 'r', init_source: 'schema-only' } });
  expect(root).toMatchObject({ status: 422, body: { code: 'ROOT_BRANCHES_LIMIT_EXCEEDED' } });
  const id = await makeBranch(standIn, 'third');
  const fourth = await api('POST', '/branches', { branch: { name: 'fourth' } });
  expect(fourth).toMatchObject({ status: 422, body: { code: 'BRANCHES_LIMIT_EXCEEDED' } });
  await api('DELETE', `/branches/${id}`);
  await standIn.idle();
  await makeBranch(standIn, 'fourth');
});

test('default, protected and parent branches cannot be deleted', async () => {
  await using standIn = await startWithoutContent({ refusalStatus: 409 });
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'staging', { protected: true });
  const branch = await api('GET', `/branches/${id}`);
  const main = String(at(branch, 'branch.parent_id'));
  expect((await api('DELETE', `/branches/${main}`)).status).toBe(409);
  expect((await api('DELETE', `/branches/${id}`)).status).toBe(409);
  expect((await api('POST', `/branches/${id}/restore`, { source_branch_id: main })).status).toBe(409);
  await api('PATCH', `/branches/${id}`, { branch: { protected: false } });
  const child = await makeBranch(standIn, 'child', { parent_id: id });
  expect((await api('DELETE', `/branches/${id}`)).status).toBe(409);
  expect((await api('POST', `/branches/${id}/restore`, { source_branch_id: main })).status).toBe(409);
  expect((await api('DELETE', `/branches/${child}`)).status).toBe(200);
});

test('another default branch makes the first one no less a root', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'next');
  await api('POST', `/branches/${id}/set_as_default`);
  const list = await api('GET', '/branches?sort_by=name&sort_order=asc');
  expect(list.body).toMatchObject({
    branches: [
      { name: 'main', default: false },
      { name: 'next', default: true },
    ],
  });
  expect((await api('DELETE', `/branches/${id}`)).status).toBe(422);
});

test('an expiring branch goes by itself, and has rules', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'expiring', { expires_at: inDays(2) });
  expect(at(await api('GET', `/branches/${id}`), 'branch.ttl_interval_seconds')).toBe(2 * 86_400);
  const statusOf = async (branch: unknown) => (await api('POST', '/branches', { branch })).status;
  expect(await statusOf({ name: 'x', expires_at: inDays(31) })).toBe(400);
  expect(await statusOf({ name: 'x', expires_at: inDays(-1) })).toBe(400);
  expect(await statusOf({ name: 'x', expires_at: '2030-01-01' })).toBe(400);
  expect(await statusOf({ name: 'x', expires_at: inDays(1), protected: true })).toBe(422);
  expect(await statusOf({ name: 'x', parent_id: id })).toBe(422);
  expect(at(await api('GET', '/branches/count'), 'count')).toBe(2);

  await standIn.advance(day);
  await api('PATCH', `/branches/${id}`, { branch: { expires_at: inDays(4) } });
  await standIn.advance(2 * day);
  expect((await api('GET', `/branches/${id}`)).status).toBe(200);
  await standIn.advance(2 * day);
  expect((await api('GET', `/branches/${id}`)).status).toBe(404);
  const deleted = await api('GET', '/branches?include_deleted=true&search=expiring');
  expect(at(deleted, 'branches.0.recovery.deletion_method')).toBe('ttl');
});

test('a deleted branch can be brought back for seven days, with its data and URIs', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'back', { expires_at: inDays(1) });
  const uri = standIn.uri({ branch: id });
  await queryOnce(uri, 'CREATE TABLE kept AS SELECT 1 AS n');
  await api('DELETE', `/branches/${id}`);
  await standIn.idle();
  expect(at(await api('GET', '/branches?search=back'), 'branches')).toEqual([]);
  const recovered = await api('POST', `/branches/${id}/recover`);
  expect(at(recovered, 'branch.expires_at')).toBeUndefined();
  expect(await single(uri, 'SELECT n FROM kept')).toBe(1);
  await api('DELETE', `/branches/${id}`);
  await standIn.advance(8 * day);
  expect((await api('POST', `/branches/${id}/recover`)).status).toBe(404);
});

test('a schema-only branch has the tables, no rows, no parent', async () => {
  await using standIn = await startForTest();
  await queryOnce(
    standIn.uri(),
    'CREATE TABLE p (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY); CREATE TABLE c (p int REFERENCES p); INSERT INTO p DEFAULT VALUES; INSERT INTO c VALUES (1)',
  );
  const id = await makeBranch(standIn, 'empty', { init_source: 'schema-only' });
  const uri = standIn.uri({ branch: id });
  expect(
    await queryOnce(uri, 'SELECT (SELECT count(*) FROM p)::int AS p, (SELECT count(*) FROM c)::int AS c'),
  ).toEqual([{ p: 0, c: 0 }]);
  expect(await single(uri, 'INSERT INTO p DEFAULT VALUES RETURNING id')).toBe(1);
  const branch = await apiOf(standIn)('GET', `/branches/${id}`);
  expect(at(branch, 'branch.parent_id')).toBeUndefined();
  expect(await single(standIn.uri(), 'SELECT count(*)::int FROM c')).toBe(1);
  const restore = await apiOf(standIn)('POST', `/branches/${id}/restore`, {
    source_branch_id: String(at(await apiOf(standIn)('GET', '/branches?search=main'), 'branches.0.id')),
  });
  expect(restore.status).toBe(422);
});

test('a restore can keep what was there under another name', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'work');
  await queryOnce(standIn.uri({ branch: id }), 'CREATE TABLE mine AS SELECT 5 AS n');
  const child = await makeBranch(standIn, 'child', { parent_id: id });
  const main = at(await api('GET', `/branches/${id}`), 'branch.parent_id');
  const answer = await api('POST', `/branches/${id}/restore`, {
    source_branch_id: main,
    preserve_under_name: 'work_old',
  });
  expect(answer.status).toBe(200);
  await standIn.idle();
  expect(await single(standIn.realUri({ branch: 'work_old' }), 'SELECT n FROM mine')).toBe(5);
  expect(await single(standIn.uri({ branch: id }), "SELECT to_regclass('mine')")).toBeNull();
  const old = at(await api('GET', '/branches?search=work_old'), 'branches.0.id');
  expect(at(await api('GET', `/branches/${child}`), 'branch.parent_id')).toBe(old);
});

test('the list pages through hundreds, searches, sorts and tells annotations', async () => {
  await using standIn = await startWithoutContent({ limits: { branches: 1000 } });
  const api = apiOf(standIn);
  standIn.seedBranches(250, (index) => `seeded-${index}`);
  await api('POST', '/branches', { branch: { name: 'noted' }, annotation_value: { by: 'us' } });
  await standIn.idle();
  const names: unknown[] = [];
  let cursor = '';
  let pages = 0;
  do {
    const answer = await api('GET', `/branches${cursor === '' ? '' : `?cursor=${cursor}`}`);
    const branches = at(answer, 'branches');
    if (!Array.isArray(branches)) throw new Error('no branches');
    expect(branches.length).toBeLessThanOrEqual(100);
    names.push(...branches.map((branch: unknown) => at({ status: 200, body: branch }, 'name')));
    cursor = String(at(answer, 'pagination.next') ?? '');
    pages += 1;
  } while (cursor !== '');
  expect(pages).toBe(3);
  expect(new Set(names).size).toBe(252);
  const found = await api('GET', '/branches?search=noted&limit=10000');
  const id = String(at(found, 'branches.0.id'));
  expect(at(found, `annotations.${id}.value`)).toEqual({ by: 'us' });
  expect((await api('GET', '/branches?limit=10001')).status).toBe(400);
  expect((await api('GET', '/branches?cursor=bogus')).status).toBe(400);
});

test('what is not there is a 404, and absent things can be deleted', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  expect((await api('GET', '/branches/br-none')).status).toBe(404);
  expect((await api('POST', '/branches', { branch: { name: 'x', parent_id: 'br-none' } })).status).toBe(404);
  expect((await api('GET', '/connection_uri?database_name=nope&role_name=neondb_owner')).status).toBe(404);
  expect((await api('GET', '/connection_uri?database_name=neondb&role_name=nobody')).status).toBe(404);
  expect((await api('GET', '/operations/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  expect((await api('DELETE', '/branches/br-none')).status).toBe(204);
  expect((await api('DELETE', '/endpoints/ep-none')).status).toBe(204);
});

test('a field that the API does not know is ignored and recorded', async () => {
  await using standIn = await startWithoutContent();
  await apiOf(standIn)('POST', '/branches', { branch: { name: 'x' }, expires_at: inDays(1) });
  const branch = await apiOf(standIn)('GET', '/branches?search=x');
  expect(at(branch, 'branches.0.expires_at')).toBeUndefined();
  expect(standIn.warnings).toEqual(['POST /projects/:project/branches: unknown field expires_at']);
});
