import { notFound } from '../http/api-error.ts';
import type { Call } from '../http/router.ts';
import type { BranchRecord, DatabaseRecord, EndpointRecord, ProjectRecord, RoleRecord } from '../model.ts';

/** The project, branch, … that the path of a call names; each throws a 404 when there is none. */

export function projectOf({ world, params }: Call): ProjectRecord {
  const project = world.projects.get(params.project ?? '');
  if (project === undefined) throw notFound('project');
  return project;
}

export function branchById(project: ProjectRecord, id: string): BranchRecord {
  const branch = project.branches.get(id);
  if (branch === undefined || branch.deleted !== undefined) throw notFound('branch');
  return branch;
}

export function branchOf(call: Call): BranchRecord {
  return branchById(projectOf(call), call.params.branch ?? '');
}

export function endpointById(project: ProjectRecord, id: string): EndpointRecord {
  const endpoint = project.endpoints.get(id);
  const branch = project.branches.get(endpoint?.branchId ?? '');
  if (endpoint === undefined || endpoint.deleted || branch?.deleted !== undefined) throw notFound('endpoint');
  return endpoint;
}

export function endpointOf(call: Call): EndpointRecord {
  return endpointById(projectOf(call), call.params.endpoint ?? '');
}

export function roleByName(branch: BranchRecord, name: string): RoleRecord {
  const role = branch.roles.get(name);
  if (role === undefined) throw notFound('role');
  return role;
}

export function databaseByName(branch: BranchRecord, name: string): DatabaseRecord {
  const database = branch.databases.get(name);
  if (database === undefined) throw notFound('database');
  return database;
}
