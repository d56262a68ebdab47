import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { apiOf, at, makeBranch } from '../../stand-ins/neon/support.ts';
import { queryOnce } from '../../support/database.ts';
import { failureOf, neonBranch } from './neon-setup.ts';
import { anyDatabase, emails, inDays, request, startLab } from './stand-in-setup.ts';

const maskEmails = (masking_function = 'anon.fake_email()') =>
  JSON.stringify([
    {
      database_name: 'neondb',
      schema_name: 'public',
      table_name: 'users',
      column_name: 'email',
      masking_function,
    },
  ]);

test('an anonymised branch is handed out only when no real row is left in it', async () => {
  await using lab = await startLab({ timings: { anonymizeMs: 1500 } }, { maskingRules: maskEmails() });
  const { branch } = await lab.provider.ensureBranch(request({ expiresAt: inDays(2) }));
  const { direct } = await lab.provider.connection(branch, anyDatabase);
  const masked = await emails(direct);
  expect(masked).toHaveLength(2);
  expect(masked.join()).not.toContain('@real.test');
  expect(branch.expiresAt).toEqual(inDays(2));
  expect(lab.log.lines.join('\n')).toMatch(
    /Waiting for the anonymised data of .*: (initialized|anonymizing)/,
  );
  expect(lab.standIn.warnings).toEqual([]);
});

test('another job that asks for its URIs waits as well', async () => {
  await using lab = await startLab({ timings: { anonymizeMs: 400 } }, { maskingRules: maskEmails() });
  const hasty = lab.another({ timeoutMs: 500 });
  await failureOf(hasty.provider.ensureBranch(request()));
  expect(hasty.masked).toEqual([lab.standIn.apiKey]);
  const job = lab.another({ maskingRules: undefined });
  const branch = await job.provider.findBranch('preview/pr-7');
  if (branch === undefined) throw new Error('The branch was not made.');
  const { direct } = await job.provider.connection(branch, anyDatabase);
  expect((await emails(direct)).join()).not.toContain('@real.test');
});

test('a masking that fails gives out nothing and says why', async () => {
  await using lab = await startLab({}, { maskingRules: maskEmails('anon.no_such_function()') });
  const error = await failureOf(lab.provider.ensureBranch(request()));
  expect(error.message).toMatch(/could not anonymise .*no_such_function/);
  const branch = await lab.provider.findBranch('preview/pr-7');
  if (branch === undefined) throw new Error('The branch was deleted.');
  expect((await failureOf(lab.provider.connection(branch, anyDatabase))).message).toContain(
    'could not anonymise',
  );
  expect(lab.count('GET /connection_uri')).toBe(0);
});

test('a reset would unmask an anonymised branch and is refused', async () => {
  await using lab = await startLab({}, { maskingRules: maskEmails() });
  const { branch } = await lab.provider.ensureBranch(request());
  // Whoever resets does not say again how the branch was made: its mark does.
  const error = await failureOf(lab.another({ maskingRules: undefined }).provider.resetBranch(branch));
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toContain("its parent's real data");
  expect(lab.count(`POST /branches/${branch.id}/restore`)).toBe(0);
});

test.each([
  { what: 'real data for masked', first: {}, second: { maskingRules: maskEmails() } },
  {
    what: 'data masked by other rules',
    first: { maskingRules: maskEmails() },
    second: { maskingRules: maskEmails('anon.random_string(8)') },
  },
  { what: 'masked data for real', first: { maskingRules: maskEmails() }, second: {} },
  { what: 'data for a bare schema', first: {}, second: { branchType: 'schema-only' } },
  { what: 'a bare schema for data', first: { branchType: 'schema-only' }, second: {} },
] as const)('does not pass off $what', async ({ first, second }) => {
  await using lab = await startLab();
  await lab.another(first).provider.ensureBranch(request());
  const error = await failureOf(lab.another(second).provider.ensureBranch(request()));
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ hint: expect.stringContaining('Delete it') });
  expect(error.message).toMatch(/is of the type|other masking rules/);
});

test('a schema-only branch has the tables and no rows, is found again, and is not reset', async () => {
  await using lab = await startLab({}, { branchType: 'schema-only' });
  const { branch } = await lab.provider.ensureBranch(request({ expiresAt: inDays(2) }));
  // A root branch to Neon; whose schema it has is in our mark.
  expect(branch.parent?.name).toBe('main');
  const { direct, hasParentData } = await lab.provider.connection(branch, anyDatabase);
  expect(hasParentData).toBe(false);
  expect(await emails(direct)).toEqual([]);
  expect((await lab.provider.ensureBranch(request())).created).toBe(false);
  const error = await failureOf(lab.provider.resetBranch(branch));
  expect(error.message).toContain('schema-only branch has no parent');
  expect(await lab.provider.deleteBranch(branch)).toBe(true);
});

test("a schema-only branch of another parent is told apart, though Neon keeps no parent's id", async () => {
  await using lab = await startLab({}, { branchType: 'schema-only' });
  await makeBranch(lab.standIn, 'staging');
  await lab.provider.ensureBranch(request());
  expect((await failureOf(lab.provider.ensureBranch(request({ parent: 'staging' })))).message).toContain(
    'staging',
  );
});

test('asks for the size, the suspend time and the point in time given', async () => {
  const parentTimestamp = new Date(Date.now() - 5_000).toISOString();
  await using lab = await startLab({}, { computeSize: '0.5-2', suspendTimeout: '10m', parentTimestamp });
  const { branch } = await lab.provider.ensureBranch(request());
  const api = apiOf(lab.standIn);
  const endpoints = await api('GET', `/branches/${branch.id}/endpoints`);
  expect(at(endpoints, 'endpoints.0')).toMatchObject({
    type: 'read_write',
    autoscaling_limit_min_cu: 0.5,
    autoscaling_limit_max_cu: 2,
    suspend_timeout_seconds: 600,
  });
  expect(await lab.provider.connection(branch, anyDatabase)).toMatchObject({
    computeSize: '0.5-2 CU',
    hasParentData: true,
  });
  const stored = at(await api('GET', `/branches/${branch.id}`), 'branch.parent_timestamp');
  expect(new Date(String(stored)).getTime()).toBe(Math.floor(Date.parse(parentTimestamp) / 1000) * 1000);
});

test('branches at a log sequence number', async () => {
  await using lab = await startLab({}, { parentLsn: '0/1DE2850' });
  const { branch } = await lab.provider.ensureBranch(request());
  expect(at(await apiOf(lab.standIn)('GET', `/branches/${branch.id}`), 'branch.parent_lsn')).toBe(
    '0/1DE2850',
  );
});

test('connects to the endpoint that takes writes, not to the read replica beside it', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  const api = apiOf(lab.standIn);
  const [first] = [at(await api('GET', `/branches/${branch.id}/endpoints`), 'endpoints.0.id')];
  await api('DELETE', `/endpoints/${first}`);
  await lab.standIn.idle();
  for (const type of ['read_only', 'read_write']) {
    await api('POST', '/endpoints', { endpoint: { branch_id: branch.id, type } });
    await lab.standIn.idle();
  }
  const { direct } = await lab.provider.connection(branch, anyDatabase);
  await queryOnce(direct, "INSERT INTO users VALUES (3, 'written')");
  expect(await emails(direct)).toContain('written');
});

test.each([
  { what: 'at once', fault: undefined, posts: 1 },
  { what: 'when the answer is lost', fault: { reset: 'after' }, posts: 1 },
  { what: 'when the call is lost', fault: { reset: 'before' }, posts: 2 },
] as const)('a branch that lost its endpoint gets a new one $what', async ({ fault, posts }) => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  const api = apiOf(lab.standIn);
  const endpoint = at(await api('GET', `/branches/${branch.id}/endpoints`), 'endpoints.0.id');
  await api('DELETE', `/endpoints/${endpoint}`);
  await lab.standIn.idle();
  expect((await failureOf(lab.provider.connection(branch, anyDatabase))).message).toContain(
    'no read_write endpoint',
  );
  if (fault !== undefined)
    lab.standIn.faults.add({ method: 'POST', path: '/projects/*/endpoints', ...fault });
  const again = await lab.provider.ensureBranch(request());
  expect(again.created).toBe(false);
  expect(lab.count('POST /endpoints')).toBe(posts);
  expect(await emails((await lab.provider.connection(branch, anyDatabase)).direct)).toHaveLength(2);
});

test('a disabled compute is told instead of waited for', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  const api = apiOf(lab.standIn);
  const endpoint = at(await api('GET', `/branches/${branch.id}/endpoints`), 'endpoints.0.id');
  await api('PATCH', `/endpoints/${endpoint}`, { endpoint: { disabled: true } });
  await lab.standIn.idle();
  expect((await failureOf(lab.provider.ensureBranch(request()))).message).toContain('is disabled');
});

test('a branch whose compute sleeps is ready: the first connection wakes it', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  const api = apiOf(lab.standIn);
  const endpoint = at(await api('GET', `/branches/${branch.id}/endpoints`), 'endpoints.0.id');
  await api('POST', `/endpoints/${endpoint}/suspend`);
  await lab.standIn.idle();
  await lab.provider.ensureBranch(request());
  expect(await emails((await lab.provider.connection(branch, anyDatabase)).direct)).toHaveLength(2);
});

test('a job that connects waits for a branch that another is still making or resetting', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  lab.standIn.faults.add({
    method: 'GET',
    path: '/projects/*/branches/*',
    times: 2,
    status: 200,
    body: { branch: neonBranch({ current_state: 'resetting' }) },
  });
  const job = lab.another();
  await job.provider.connection(branch, anyDatabase);
  expect(job.log.lines.join('\n')).toContain('Waiting for the branch "preview/pr-7": resetting');
});
