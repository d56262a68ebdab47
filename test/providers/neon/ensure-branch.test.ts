import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { makeBranch } from '../../stand-ins/neon/support.ts';
import { queryOnce } from '../../support/database.ts';
import { failureOf, neonBranch, owner } from './neon-setup.ts';
import { anyDatabase, emails, inDays, request, startLab } from './stand-in-setup.ts';

test("makes a branch that holds the parent's data, carries our mark and can be connected to at once", async () => {
  await using lab = await startLab();
  const expiresAt = inDays(14);
  const { branch, created } = await lab.provider.ensureBranch(request({ expiresAt }));
  expect(created).toBe(true);
  expect(branch).toMatchObject({
    name: 'preview/pr-7',
    parent: { name: 'main' },
    owner,
    expiresAt,
    isDefault: false,
    hasChildren: false,
  });
  const { direct, pooled, password } = await lab.provider.connection(branch, anyDatabase);
  expect(await emails(direct)).toEqual(['ada@real.test', 'bob@real.test']);
  expect(await emails(pooled)).toHaveLength(2);
  await queryOnce(direct, "UPDATE users SET email = 'changed'");
  expect(await emails(lab.standIn.realUri())).toEqual(['ada@real.test', 'bob@real.test']);
  expect(password).toMatch(/\/\+@%$/);
  expect(lab.masked).toEqual(expect.arrayContaining([lab.standIn.apiKey, password, direct, pooled]));
  expect(lab.standIn.warnings).toEqual([]);
});

test('a second run takes up the same branch and renews its expiry', async () => {
  await using lab = await startLab();
  const first = await lab.provider.ensureBranch(request({ expiresAt: inDays(3) }));
  const second = await lab.another().provider.ensureBranch(request({ expiresAt: inDays(14) }));
  expect(second.created).toBe(false);
  expect(second.branch).toMatchObject({ id: first.branch.id, expiresAt: inDays(14) });
  const third = await lab.another().provider.ensureBranch(request());
  expect(third.branch.expiresAt).toBeUndefined();
  expect(lab.count('POST /branches')).toBe(1);
});

test('the same expiry again changes nothing', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request({ expiresAt: inDays(3) }));
  await lab.provider.ensureBranch(request({ expiresAt: inDays(3) }));
  expect(lab.count(`PATCH /branches/${branch.id}`)).toBe(0);
});

test('production named by mistake is refused, by name and by id, whatever it is called', async () => {
  await using lab = await startLab({ projects: [{ branch: 'production' }] });
  const main = await lab.provider.findBranch('production');
  for (const name of ['production', main?.id ?? 'no id']) {
    const error = await failureOf(lab.provider.ensureBranch(request({ name })));
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toMatch(/it is the default branch|is the id of the branch "production"/);
  }
  expect(lab.standIn.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(lab.masked).toEqual([lab.standIn.apiKey]);
});

test.each([
  { what: "another repository's", by: { ...owner, repository: 'someone/else' }, reason: /someone\/else/ },
  { what: "another pull request's", by: { ...owner, pullRequest: 8 }, reason: /pull request #8/ },
  { what: "another key's", by: { ...owner, key: 'billing' }, reason: /key "billing"/ },
])('$what branch of the same name is refused and left alone', async ({ by, reason }) => {
  await using lab = await startLab();
  const { branch } = await lab.another().provider.ensureBranch(request({ owner: by, expiresAt: inDays(2) }));
  const error = await failureOf(lab.provider.ensureBranch(request({ expiresAt: inDays(20) })));
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toMatch(reason);
  expect(await lab.provider.findBranch('preview/pr-7')).toEqual(branch);
});

test('a branch that someone made by hand, is refused, and one with children that must expire', async () => {
  await using lab = await startLab();
  await makeBranch(lab.standIn, 'preview/pr-7');
  expect((await failureOf(lab.provider.ensureBranch(request()))).message).toContain('no mark of this action');
  const { branch } = await lab.provider.ensureBranch(request({ name: 'preview/pr-7b' }));
  await makeBranch(lab.standIn, 'child', { parent_id: branch.id });
  const expiring = request({ name: 'preview/pr-7b', expiresAt: inDays(1) });
  const error = await failureOf(lab.provider.ensureBranch(expiring));
  expect(error.message).toContain('other branches were made from it');
  expect((await lab.provider.ensureBranch(request({ name: 'preview/pr-7b' }))).created).toBe(false);
});

test('two runs at once end in one branch, made once', async () => {
  await using lab = await startLab({ timings: { operationMs: 60 } });
  const runs = [lab, lab.another(), lab.another()];
  const ensured = await Promise.all(runs.map(({ provider }) => provider.ensureBranch(request())));
  expect(new Set(ensured.map(({ branch }) => branch.id)).size).toBe(1);
  expect(ensured.filter(({ created }) => created)).toHaveLength(1);
  for (const { branch } of ensured)
    expect(await emails((await lab.provider.connection(branch, anyDatabase)).direct)).toHaveLength(2);
});

test.each([
  { what: 'the connection was cut after Neon did it', fault: { reset: 'after' } },
  { what: 'the answer came too late', fault: { delayMs: 600, delay: 'after' } },
  { what: 'a gateway lost patience', fault: { status: 504, apply: true, body: '<html>' } },
  { what: 'the answer was cut off', fault: { malformed: true } },
] as const)('adopts its own branch when $what', async ({ fault }) => {
  await using lab = await startLab({}, { requestTimeoutMs: 300 });
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches', ...fault });
  const { branch, created } = await lab.provider.ensureBranch(request());
  expect(created).toBe(true);
  expect(lab.count('POST /branches')).toBe(1);
  expect(await emails((await lab.provider.connection(branch, anyDatabase)).direct)).toHaveLength(2);
});

test.each([
  { what: 'the connection was cut before Neon saw it', fault: { reset: 'before' } },
  { what: 'Neon failed', fault: { status: 500 } },
] as const)('asks again when $what and the list shows nothing', async ({ fault }) => {
  await using lab = await startLab();
  lab.standIn.faults.add({ method: 'POST', path: '/projects/*/branches', ...fault });
  expect((await lab.provider.ensureBranch(request())).created).toBe(true);
  expect(lab.count('POST /branches')).toBe(2);
  expect((await lab.provider.findBranch('preview/pr-7'))?.owner).toEqual(owner);
});

test('waits while Neon is busy: locked, too many calls, unavailable, broken', async () => {
  await using lab = await startLab();
  const { faults } = lab.standIn;
  faults.add({ method: 'POST', path: '/projects/*/branches', status: 423, times: 3, message: 'locked' });
  faults.add({ method: 'GET', path: '/projects/*/branches', status: 429, headers: { 'retry-after': '0' } });
  faults.add({ method: 'GET', path: '/projects/*/operations/*', status: 503, times: 2 });
  faults.add({ method: 'GET', path: '/projects/*/branches/*/endpoints', status: 500, times: 2 });
  expect((await lab.provider.ensureBranch(request())).created).toBe(true);
  expect(faults.pending).toEqual([]);
});

test('a name that is taken but not listed is explained', async () => {
  await using lab = await startLab();
  lab.standIn.faults.add({
    method: 'POST',
    path: '/projects/*/branches',
    status: 409,
    times: Number.POSITIVE_INFINITY,
  });
  const error = await failureOf(lab.provider.ensureBranch(request()));
  expect(error).toMatchObject({ status: 409, hint: expect.stringContaining('can still be recovered') });
});

test('an operation that failed is waited for, since Neon tries it again, but not for ever', async () => {
  await using lab = await startLab();
  lab.standIn.failOperation({ action: 'create_branch', failures: 2 });
  expect((await lab.provider.ensureBranch(request())).created).toBe(true);
  lab.standIn.failOperation({ action: 'create_branch', failures: 'forever' });
  const error = await failureOf(
    lab.another({ timeoutMs: 900 }).provider.ensureBranch(request({ name: 'preview/pr-7b' })),
  );
  expect(error.message).toMatch(/operation create_branch/);
});

test.each([
  { status: 'error', outcome: /operation create_branch .* ended with an error/ },
  { status: 'cancelled', outcome: /warning: Neon cancelled its operation create_branch/ },
  { status: 'skipped', outcome: /Created the branch/ },
])('an operation that ends as $status', async ({ status, outcome }) => {
  await using lab = await startLab({ timings: { operationMs: 100 } });
  const operation = { id: '11111111-1111-4111-8111-111111111111', action: 'create_branch', status };
  lab.standIn.faults.add({
    method: 'GET',
    path: '/projects/*/operations/*',
    status: 200,
    body: { operation },
  });
  const error = await lab.provider.ensureBranch(request()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error instanceof Error).toBe(status === 'error');
  expect(`${error} ${lab.log.lines.join('\n')}`).toMatch(outcome);
});

test('a branch that never becomes ready is given up with its state, and taken up by the next run', async () => {
  await using lab = await startLab({ timings: { operationMs: 700 } });
  const hasty = lab.another({ timeoutMs: 500 });
  const error = await failureOf(hasty.provider.ensureBranch(request()));
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toMatch(/create_branch \(last seen: (running|scheduling)\)/);
  const { created } = await lab.provider.ensureBranch(request());
  expect(created).toBe(false);
  expect(lab.log.lines.join('\n')).toMatch(/Waiting for the branch "preview\/pr-7": init/);
});

test('finished operations are not enough: the branch and its endpoint must be ready', async () => {
  await using lab = await startLab();
  const { faults } = lab.standIn;
  const init = { branch: neonBranch({ current_state: 'init' }) };
  faults.add({ method: 'GET', path: '/projects/*/branches/*', times: 2, status: 200, body: init });
  const none = { endpoints: [] };
  faults.add({ method: 'GET', path: '/projects/*/branches/*/endpoints', status: 200, body: none });
  const { branch } = await lab.provider.ensureBranch(request());
  const starting = {
    id: 'ep-one',
    branch_id: branch.id,
    host: '127.0.0.1',
    type: 'read_write',
    current_state: 'init',
  };
  faults.add({
    method: 'GET',
    path: '/projects/*/branches/*/endpoints',
    times: 2,
    status: 200,
    body: { endpoints: [starting] },
  });
  await lab.provider.ensureBranch(request());
  const waits = lab.log.lines.filter((line) => /Waiting for the (branch|read_write)/.test(line));
  expect(waits).toEqual([
    expect.stringMatching(/the branch "preview\/pr-7": init/),
    expect.stringMatching(/endpoint of "preview\/pr-7": not there yet/),
    expect.stringMatching(/endpoint of "preview\/pr-7": init/),
  ]);
});

test('thirty days leave room for clocks that differ', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request({ expiresAt: inDays(30) }));
  const early = inDays(30).getTime() - (branch.expiresAt?.getTime() ?? 0);
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(120_000);
});

test('an archived branch is taken up: its first query wakes it', async () => {
  await using lab = await startLab();
  const { branch } = await lab.provider.ensureBranch(request());
  lab.standIn.faults.add({
    method: 'GET',
    path: `/projects/*/branches/${branch.id}`,
    times: Number.POSITIVE_INFINITY,
    status: 200,
    body: { branch: neonBranch({ id: branch.id, current_state: 'archived' }) },
  });
  const again = await lab.another({ timeoutMs: 2_000 }).provider.ensureBranch(request());
  expect(again.created).toBe(false);
});

test('stops waiting when cancelled, and the next run takes the branch up', async () => {
  await using lab = await startLab({ timings: { operationMs: 400 } });
  setTimeout(() => lab.controller.abort(new Error('SIGTERM')), 250);
  expect((await failureOf(lab.provider.ensureBranch(request()))).message).toBe('SIGTERM');
  expect((await lab.another().provider.ensureBranch(request())).branch.owner).toEqual(owner);
});

test.each([
  { parent: 'staging', expected: 'staging' },
  { parent: undefined, expected: 'main' },
])('branches from $parent', async ({ parent, expected }) => {
  await using lab = await startLab();
  await makeBranch(lab.standIn, 'staging');
  const { branch } = await lab.provider.ensureBranch(request({ parent }));
  expect(branch.parent?.name).toBe(expected);
});

test('the parent may be given by id; an unknown, an expiring and its own are refused', async () => {
  await using lab = await startLab();
  const id = await makeBranch(lab.standIn, 'staging');
  await makeBranch(lab.standIn, 'short-lived', { expires_at: inDays(1).toISOString() });
  const { branch } = await lab.provider.ensureBranch(request({ parent: id }));
  expect(branch.parent?.name).toBe('staging');
  for (const [parent, expected] of [
    ['stag', /"stag" does not exist/],
    ['short-lived', /expires at .* Neon makes no branch from one that expires/],
    ['preview/new', /does not exist/],
  ] as const)
    expect(
      (await failureOf(lab.provider.ensureBranch(request({ name: 'preview/new', parent })))).message,
    ).toMatch(expected);
});

test('a branch made from another parent than asked for is not passed off as the right one', async () => {
  await using lab = await startLab();
  await makeBranch(lab.standIn, 'staging');
  await lab.provider.ensureBranch(request());
  const error = await failureOf(lab.provider.ensureBranch(request({ parent: 'staging' })));
  expect(error).toMatchObject({ hint: expect.stringContaining('Delete it') });
  expect(error.message).toContain('not from "staging"');
});

test('when the project has another default branch since, the branch is kept with a warning', async () => {
  await using lab = await startLab();
  await makeBranch(lab.standIn, 'staging');
  await lab.provider.ensureBranch(request({ parent: 'staging' }));
  await lab.provider.ensureBranch(request());
  expect(lab.log.lines.join('\n')).toMatch(/warning: .*not from "main"/);
});

test('children of a protected parent have passwords of their own; of an unprotected one this is told', async () => {
  await using open = await startLab();
  const shared = await open.provider.ensureBranch(request());
  const { password } = await open.provider.connection(shared.branch, anyDatabase);
  expect(decodeURIComponent(new URL(open.standIn.uri()).password)).toBe(password);
  expect(open.log.lines.join('\n')).toMatch(/notice: .*share its role passwords/);

  await using closed = await startLab({ projects: [{ isProtected: true }] });
  const own = await closed.provider.ensureBranch(request());
  const connection = await closed.provider.connection(own.branch, anyDatabase);
  expect(decodeURIComponent(new URL(closed.standIn.uri()).password)).not.toBe(connection.password);
  expect(await emails(connection.direct)).toHaveLength(2);
  expect(closed.log.lines.join('\n')).not.toContain('notice');
});

test.each([
  [{ name: '' }, /name is empty/],
  [{ name: 'x'.repeat(257) }, /257 characters/],
  [{ expiresAt: new Date(Date.now() - 1000) }, /not in the future/],
  [{ expiresAt: inDays(31) }, /more than 30 days/],
  [{ expiresAt: new Date(Number.NaN) }, /not in the future/],
])('refuses %j before it asks Neon anything', async (fields, expected) => {
  await using lab = await startLab();
  expect((await failureOf(lab.provider.ensureBranch(request(fields)))).message).toMatch(expected);
  expect(lab.standIn.requests).toEqual([]);
});

test('a name keeps every character', async () => {
  await using lab = await startLab();
  const name = 'preview/ünï#code ?&%2F..\\"\'$(x)';
  const { branch } = await lab.provider.ensureBranch(request({ name }));
  expect(branch.name).toBe(name);
  expect(await lab.provider.deleteBranch(branch)).toBe(true);
});

test('a wrong key and a wrong project are explained, and the key is shown nowhere', async () => {
  await using lab = await startLab();
  const wrong = lab.another({ apiKey: 'napi_wrong_key_wrong_key' });
  const denied = await failureOf(wrong.provider.ensureBranch(request()));
  expect(denied).toMatchObject({ status: 401, hint: expect.stringContaining('revoked') });
  const elsewhere = lab.another({ projectId: 'no-such-project-1' });
  const missing = await failureOf(elsewhere.provider.ensureBranch(request()));
  expect(missing).toMatchObject({ status: 404, hint: expect.stringContaining('"no-such-project-1"') });
  for (const { name, message, stack } of [denied, missing])
    expect(`${name} ${message} ${stack}`).not.toContain('napi_wrong');
  expect(wrong.log.lines.join('\n')).not.toContain('napi_wrong');
});

test('nothing of a whole life is secret in the log', async () => {
  await using lab = await startLab();
  lab.standIn.faults.add({ path: '/projects/*/branches', status: 423, times: 2, message: 'locked' });
  const { branch } = await lab.provider.ensureBranch(request({ expiresAt: inDays(2) }));
  const { password } = await lab.provider.connection(branch, anyDatabase);
  await lab.provider.resetBranch(branch);
  await lab.provider.deleteBranch(branch);
  const log = lab.log.lines.join('\n');
  expect(lab.log.lines.length).toBeGreaterThan(2);
  for (const secret of [lab.standIn.apiKey, password, encodeURIComponent(password), 'postgresql://'])
    expect(log).not.toContain(secret);
});
