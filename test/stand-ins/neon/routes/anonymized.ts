import { sleep } from '../../../../src/wait.ts';
import { badRequest, notFound } from '../http/api-error.ts';
import type { Fields } from '../http/body.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import type { Anonymization, AnonymizedState, BranchRecord, MaskingRule } from '../model.ts';
import { maskColumn } from '../postgres/content.ts';
import type { World } from '../world.ts';
import { createBranch, describeCreated, readAnnotation, readRequest } from './create-branch.ts';
import { branchOf, projectOf } from './find.ts';

const branchPath = '/projects/:project/branches/:branch';

/**
 * Anonymised branches. Their data is the parent's, unmasked, until the state is `anonymized`; endpoints let clients in
 * all the while, which is the trap that clients must wait out.
 */
export const anonymizedRoutes: readonly Route[] = [
  { method: 'POST', path: '/projects/:project/branch_anonymized', handle: createAnonymized },
  { method: 'GET', path: `${branchPath}/anonymized_status`, handle: (call) => statusOf(branchOf(call)) },
  { method: 'POST', path: `${branchPath}/anonymize`, handle: startAnonymize },
  { method: 'GET', path: `${branchPath}/masking_rules`, handle: (call) => rulesOf(branchOf(call)) },
  { method: 'PATCH', path: `${branchPath}/masking_rules`, handle: updateRules },
];

function anonymizationOf(branch: BranchRecord): Anonymization {
  if (branch.anonymization === undefined) throw notFound('anonymized branch');
  return branch.anonymization;
}

async function createAnonymized(call: Call): Promise<Reply> {
  const { world, body } = call;
  const project = projectOf(call);
  const inner = body.object('branch_create');
  const request = readRequest(call, project, inner);
  const annotation = readAnnotation(body) ?? readAnnotation(inner);
  const rules = readRules(body);
  const starts = body.boolean('start_anonymization') ?? false;
  const now = world.clock.now();
  const settled = (branch: BranchRecord) => {
    setState(world, anonymizationOf(branch), { state: 'initialized' });
    if (starts) void anonymize(world, branch);
  };
  const created = await createBranch(world, project, { ...request, annotation, settled });
  created.branch.anonymization = {
    state: 'created',
    message: undefined,
    rules,
    createdAt: now,
    updatedAt: now,
    failedAt: undefined,
    lastRun: undefined,
  };
  return describeCreated(world, created);
}

function readRules(body: Fields): readonly MaskingRule[] {
  return body.objects('masking_rules').map((fields) => {
    const text = (name: string) => fields.required(name, fields.string(name));
    const value = fields.string('masking_value');
    const call = fields.string('masking_function');
    if (value !== undefined && call !== undefined)
      throw badRequest('a masking rule has either masking_function or masking_value');
    return {
      database_name: text('database_name'),
      schema_name: text('schema_name'),
      table_name: text('table_name'),
      column_name: text('column_name'),
      ...(value === undefined ? {} : { masking_value: value }),
      ...(call === undefined ? {} : { masking_function: call }),
    };
  });
}

function setState(
  world: World,
  anonymization: Anonymization,
  { state, message }: { readonly state: AnonymizedState; readonly message?: string },
): void {
  anonymization.state = state;
  anonymization.message = message;
  anonymization.updatedAt = world.clock.now();
}

async function anonymize(world: World, branch: BranchRecord): Promise<void> {
  const anonymization = anonymizationOf(branch);
  const run = { startedAt: world.clock.now(), completedAt: undefined, maskedColumns: 0 };
  anonymization.lastRun = run;
  await sleep(world.settings.timings.anonymizeMs);
  setState(world, anonymization, { state: 'anonymizing', message: 'Anonymizing' });
  try {
    for (const rule of anonymization.rules) {
      const real = branch.databases.get(rule.database_name)?.real;
      if (real === undefined) throw new Error(`There is no database ${rule.database_name}.`);
      await maskColumn(world.server, real, rule);
      run.maskedColumns += 1;
    }
    await sleep(world.settings.timings.anonymizeMs);
    anonymization.lastRun = { ...run, completedAt: world.clock.now() };
    setState(world, anonymization, { state: 'anonymized' });
  } catch (thrown) {
    anonymization.failedAt = world.clock.now();
    const message = thrown instanceof Error ? thrown.message : 'unknown error';
    setState(world, anonymization, { state: 'error', message });
  }
}

function startAnonymize(call: Call): Reply {
  const branch = branchOf(call);
  const anonymization = anonymizationOf(branch);
  if (anonymization.state === 'created' || anonymization.state === 'anonymizing')
    throw badRequest(`the branch is ${anonymization.state}`);
  void anonymize(call.world, branch);
  setState(call.world, anonymization, { state: 'anonymizing' });
  return statusOf(branch);
}

function statusOf(branch: BranchRecord): Reply {
  const { state, message, createdAt, updatedAt, failedAt, lastRun } = anonymizationOf(branch);
  const body = {
    project_id: branch.projectId,
    branch_id: branch.id,
    state,
    status_message: message,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    failed_at: failedAt?.toISOString(),
    last_run: lastRun && {
      started_at: lastRun.startedAt.toISOString(),
      completed_at: lastRun.completedAt?.toISOString(),
      masked_columns: lastRun.maskedColumns,
    },
  };
  return { status: 200, body };
}

function rulesOf(branch: BranchRecord): Reply {
  return { status: 200, body: { masking_rules: anonymizationOf(branch).rules } };
}

function updateRules(call: Call): Reply {
  const branch = branchOf(call);
  anonymizationOf(branch).rules = readRules(call.body);
  return rulesOf(branch);
}
