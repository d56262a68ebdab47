/** Runs that end between two steps: nothing is undone on the way out, as when the machine is lost. */
import { expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { unfinishedNameOf } from '../../../src/providers/postgres/naming.ts';
import type { Branch, Provider } from '../../../src/providers/provider.ts';
import { queryOnce, serverUri } from '../../support/database.ts';
import { createParent, openProvider, owner, request, uniqueName } from './setup.ts';

const steps = ['Copying the database', 'Handing', 'Putting', 'Renaming'];

function openCrashing(adminUri: string, step: string): Promise<Provider> {
  const debug = (message: string) => {
    if (message.startsWith(step)) throw new Error('the machine is gone');
  };
  return openProvider(adminUri, { log: { ...silentLogger, debug } });
}

async function existing(provider: Provider, name: string): Promise<Branch> {
  const branch = await provider.findBranch(name);
  if (branch === undefined) throw new Error('not found');
  return branch;
}

async function namesLeft(database: string) {
  return await queryOnce(
    serverUri(),
    `SELECT datname::text AS name FROM pg_database WHERE datname IN ($1, $2)
     UNION ALL SELECT rolname FROM pg_roles WHERE rolname = $1`,
    [database, unfinishedNameOf(database)],
  );
}

const noChoice = { database: undefined, role: undefined };

test.each(steps)('create, ended before "%s": the next run finishes it', async (step) => {
  await using parent = await createParent({ server: serverUri() });
  const name = uniqueName('crash/create');
  const crashing = await openCrashing(parent.adminUri, step);
  await expect(crashing.ensureBranch(request(name))).rejects.toThrow('the machine is gone');
  const provider = await openProvider(parent.adminUri);
  const half = await existing(provider, name);
  expect(half).toMatchObject({ owner, isProtected: false });
  await expect(provider.connection(half, noChoice)).rejects.toThrow('not finished');
  const { created, branch } = await provider.ensureBranch(request(name));
  expect(created).toBe(true);
  const { direct } = await provider.connection(branch, noChoice);
  expect(await queryOnce(direct, 'SELECT count(*)::int AS users FROM users')).toEqual([{ users: 2 }]);
  expect((await namesLeft(branch.id)).map((row) => row.name)).toEqual([branch.id, branch.id]);
});

test.each(['Copying the database', 'Renaming'])(
  'create, ended before "%s": it is listed as ours, and a delete leaves nothing',
  async (step) => {
    await using parent = await createParent({ server: serverUri() });
    const name = uniqueName('crash/delete');
    const crashing = await openCrashing(parent.adminUri, step);
    await expect(crashing.ensureBranch(request(name))).rejects.toThrow('the machine is gone');
    const provider = await openProvider(parent.adminUri);
    const listed: Branch[] = [];
    for await (const branch of provider.listBranches()) if (branch.name === name) listed.push(branch);
    const half = await existing(provider, name);
    expect(listed).toEqual([half]);
    expect(await provider.deleteBranch(half)).toBe(true);
    expect(await namesLeft(half.id)).toEqual([]);
  },
);

test.each(['Handing', 'Renaming'])(
  'reset, ended before "%s": another reset or a create ends in a whole branch',
  async (step) => {
    await using parent = await createParent({ server: serverUri() });
    const name = uniqueName('crash/reset');
    const provider = await openProvider(parent.adminUri);
    const { branch } = await provider.ensureBranch(request(name));
    const { direct } = await provider.connection(branch, noChoice);
    const crash = async () => {
      const crashing = await openCrashing(parent.adminUri, step);
      await expect(crashing.resetBranch(branch)).rejects.toThrow('the machine is gone');
    };
    await queryOnce(direct, 'DELETE FROM users');
    await crash();
    // Until the copy is whole, the branch keeps what it has.
    if (step !== 'Renaming') expect(await queryOnce(direct, 'SELECT * FROM users')).toEqual([]);
    await provider.resetBranch(branch);
    expect(await queryOnce(direct, 'SELECT count(*)::int AS users FROM users')).toEqual([{ users: 2 }]);
    await crash();
    await provider.ensureBranch(request(name));
    expect(await queryOnce(direct, 'SELECT count(*)::int AS users FROM users')).toEqual([{ users: 2 }]);
    expect((await namesLeft(branch.id)).map((row) => row.name)).toEqual([branch.id, branch.id]);
  },
);

test('delete, ended after the database went: the next one takes the role', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('crash/role')));
  await queryOnce(serverUri(), `DROP DATABASE "${branch.id}"`);
  expect(await provider.deleteBranch(branch)).toBe(true);
  expect(await namesLeft(branch.id)).toEqual([]);
});
