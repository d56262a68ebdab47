import { ApiError } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { newPassword } from '../ids.ts';
import { type BranchRecord, endpointsOf, type OperationRecord, type RoleRecord } from '../model.ts';
import { describeOperation, describeRole } from '../representations.ts';
import { branchOf, projectOf, roleByName } from './find.ts';

const roles = '/projects/:project/branches/:branch/roles';

export const roleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: roles,
    handle(call) {
      const branch = branchOf(call);
      return {
        status: 200,
        body: { roles: [...branch.roles.values()].map((role) => describeRole(branch, role)) },
      };
    },
  },
  { method: 'POST', path: roles, handle: createRole },
  {
    method: 'GET',
    path: `${roles}/:role`,
    handle(call) {
      const branch = branchOf(call);
      return { status: 200, body: { role: describeRole(branch, roleOf(call)) } };
    },
  },
  { method: 'DELETE', path: `${roles}/:role`, handle: deleteRole },
  { method: 'GET', path: `${roles}/:role/reveal_password`, handle: revealPassword },
  { method: 'POST', path: `${roles}/:role/reset_password`, handle: resetPassword },
];

function roleOf(call: Call): RoleRecord {
  return roleByName(branchOf(call), call.params.role ?? '');
}

interface ChangedRole {
  readonly branch: BranchRecord;
  readonly role: RoleRecord;
  readonly operations: readonly OperationRecord[];
}

function describeChanged(status: number, { branch, role, operations }: ChangedRole): Reply {
  return {
    status,
    body: { role: describeRole(branch, role, true), operations: operations.map(describeOperation) },
  };
}

function createRole(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const wanted = call.body.object('role');
  const name = wanted.required('name', wanted.string('name'));
  const canLogIn = wanted.boolean('no_login') !== true;
  if (branch.roles.has(name)) throw new ApiError(409, `role already exists; role_name:"${name}"`);
  world.operations.assertUnlocked(project, [branch.id]);
  const now = world.clock.now();
  const role = { name, password: newPassword(), canLogIn, createdAt: now, updatedAt: now };
  branch.roles.set(name, role);
  const operations = world.operations.schedule(project, {
    steps: [
      { action: 'apply_config', branchId: branch.id, run: () => world.server.ensureRole(name, canLogIn) },
    ],
  });
  return describeChanged(201, { branch, role, operations });
}

/** The role leaves the branch; on the real server it stays, for other branches have it too. */
function deleteRole(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const role = branch.roles.get(call.params.role ?? '');
  if (role === undefined) return { status: 204 };
  if ([...branch.databases.values()].some(({ owner }) => owner === role.name))
    throw new ApiError(world.settings.refusalStatus, `the role ${role.name} owns a database`);
  world.operations.assertUnlocked(project, [branch.id]);
  branch.roles.delete(role.name);
  const operations = world.operations.schedule(project, {
    steps: [{ action: 'apply_config', branchId: branch.id }],
  });
  return describeChanged(200, { branch, role, operations });
}

function revealPassword(call: Call): Reply {
  const role = roleOf(call);
  if (!projectOf(call).storePasswords || !role.canLogIn)
    throw new ApiError(412, 'passwords are not stored for this project');
  return { status: 200, body: { password: role.password } };
}

/** The answer has the new password; the old one works until the operations have finished. */
function resetPassword(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const role = roleOf(call);
  world.operations.assertUnlocked(project, [branch.id]);
  const password = newPassword();
  role.updatedAt = world.clock.now();
  const operations = world.operations.schedule(project, {
    steps: [{ action: 'apply_config', branchId: branch.id }],
    settle() {
      role.password = password;
      world.endpoints.disconnect(project, branch);
      const idle = endpointsOf(project, branch).filter(({ state }) => state === 'idle');
      for (const endpoint of idle) world.endpoints.setState(endpoint, 'active');
    },
  });
  return describeChanged(200, { branch, role: { ...role, password }, operations });
}
