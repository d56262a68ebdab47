import { nextDatabaseId } from '../branches.ts';
import { ApiError } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import type { BranchRecord, DatabaseRecord, OperationRecord } from '../model.ts';
import { describeDatabase, describeOperation } from '../representations.ts';
import { branchOf, databaseByName, projectOf, roleByName } from './find.ts';

const databases = '/projects/:project/branches/:branch/databases';

export const databaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: databases,
    handle(call) {
      const branch = branchOf(call);
      const all = [...branch.databases.values()];
      return { status: 200, body: { databases: all.map((database) => describeDatabase(branch, database)) } };
    },
  },
  { method: 'POST', path: databases, handle: createDatabase },
  {
    method: 'GET',
    path: `${databases}/:database`,
    handle(call) {
      const branch = branchOf(call);
      return { status: 200, body: { database: describeDatabase(branch, databaseOf(call)) } };
    },
  },
  { method: 'PATCH', path: `${databases}/:database`, handle: updateDatabase },
  { method: 'DELETE', path: `${databases}/:database`, handle: deleteDatabase },
];

function databaseOf(call: Call): DatabaseRecord {
  return databaseByName(branchOf(call), call.params.database ?? '');
}

interface ChangedDatabase {
  readonly branch: BranchRecord;
  readonly database: DatabaseRecord;
  readonly operations: readonly OperationRecord[];
}

function describeChanged(status: number, { branch, database, operations }: ChangedDatabase): Reply {
  return {
    status,
    body: { database: describeDatabase(branch, database), operations: operations.map(describeOperation) },
  };
}

function assertFree(branch: BranchRecord, name: string): void {
  if (branch.databases.has(name)) throw new ApiError(409, `database already exists; database_name:"${name}"`);
}

function createDatabase(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const wanted = call.body.object('database');
  const name = wanted.required('name', wanted.string('name'));
  const owner = roleByName(branch, wanted.required('owner_name', wanted.string('owner_name'))).name;
  assertFree(branch, name);
  world.operations.assertUnlocked(project, [branch.id]);
  const now = world.clock.now();
  const database: DatabaseRecord = {
    id: nextDatabaseId(),
    name,
    owner,
    real: undefined,
    createdAt: now,
    updatedAt: now,
  };
  branch.databases.set(name, database);
  const make = async () => {
    database.real = await world.server.createDatabase(owner);
  };
  const steps = [{ action: 'apply_config' as const, branchId: branch.id, run: make }];
  return describeChanged(201, {
    branch,
    database,
    operations: world.operations.schedule(project, { steps }),
  });
}

function updateDatabase(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const database = databaseOf(call);
  const wanted = call.body.object('database');
  const name = wanted.string('name') ?? database.name;
  const owner = roleByName(branch, wanted.string('owner_name') ?? database.owner).name;
  if (name !== database.name) assertFree(branch, name);
  world.operations.assertUnlocked(project, [branch.id]);
  branch.databases.delete(database.name);
  Object.assign(database, { name, owner, updatedAt: world.clock.now() });
  branch.databases.set(name, database);
  const apply = async () => {
    if (database.real !== undefined) await world.server.setOwner(database.real, owner);
  };
  const steps = [{ action: 'apply_config' as const, branchId: branch.id, run: apply }];
  return describeChanged(200, {
    branch,
    database,
    operations: world.operations.schedule(project, { steps }),
  });
}

function deleteDatabase(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const database = branch.databases.get(call.params.database ?? '');
  if (database === undefined) return { status: 204 };
  world.operations.assertUnlocked(project, [branch.id]);
  branch.databases.delete(database.name);
  const drop = async () => {
    if (database.real !== undefined) await world.server.dropDatabase(database.real);
  };
  const steps = [{ action: 'apply_config' as const, branchId: branch.id, run: drop }];
  return describeChanged(200, {
    branch,
    database,
    operations: world.operations.schedule(project, { steps }),
  });
}
