import { connectWhenReady } from '../postgres/connect.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import type { BranchConnection, EnsuredBranch, Provider } from '../providers/provider.ts';
import type { Section } from '../report/section.ts';
import { defineAction, type InputValues } from '../runtime/definition.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { branchOutputs, branchOutputValues, reportBranch } from './branch-report.ts';
import { branchCreationInputs, branchInputs, databaseInputs, providerInputs } from './common-inputs.ts';
import { neonBranchInputs, neonBranchOptions } from './neon-branch-inputs.ts';
import { openProvider } from './open-provider.ts';
import { leavingSection } from './stages.ts';
import { resolveTarget, type Target } from './target.ts';

export const definition = defineAction({
  name: 'create-branch',
  title: 'Create a preview branch',
  description:
    "Creates a pull request's database branch, or adopts the one it has, and waits until it answers.",
  icon: 'git-branch',
  permissions: ['None: it talks to the provider only.'],
  inputs: {
    ...providerInputs,
    ...branchInputs,
    ...databaseInputs,
    ...branchCreationInputs,
    ...neonBranchInputs,
  },
  outputs: { ...branchOutputs, created: '`true` when this run made the branch, `false` when it was there.' },
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'create-branch', title: 'Branch' };
  return leavingSection(io, step, () => createAndTell(io));
}

async function createAndTell(io: ActionIo<typeof definition>): Promise<void> {
  const target = resolveTarget(io.inputs, io.event);
  await using provider = await openProvider(io, io.inputs, { neonBranch: neonBranchOptions(io.inputs) });
  const { branch, created, connection } = await createBranch({
    job: io,
    inputs: io.inputs,
    target,
    provider,
  });
  for (const [name, value] of branchOutputValues(branch, connection)) io.output(name, value);
  io.output('created', created);
}

export interface CreateBranchRequest {
  readonly job: Job;
  readonly inputs: Pick<
    InputValues<typeof definition.inputs>,
    'parentBranch' | 'expiresIn' | 'database' | 'role' | 'timeout'
  >;
  readonly target: Target;
  readonly provider: Provider;
}

export interface CreatedBranch extends EnsuredBranch {
  readonly connection: BranchConnection;
}

/** Makes or adopts the branch, waits for `SELECT 1` on the direct host, and leaves its part of the report. */
export async function createBranch({
  job,
  inputs,
  target,
  provider,
}: CreateBranchRequest): Promise<CreatedBranch> {
  const start = performance.now();
  const ensured = await provider.ensureBranch({
    name: target.branch,
    parent: inputs.parentBranch,
    owner: target.owner,
    choice: { database: inputs.database, role: inputs.role },
    expiresAt: new Date(job.now().getTime() + inputs.expiresIn * 1000),
  });
  const connection = await connectionOf({ job, provider, inputs, branch: ensured.branch });
  await answers(job, connection, inputs.timeout);
  const created = { ...ensured, connection };
  job.reports.writeBranch(
    target.key,
    reportBranch({ provider: provider.name, branch: ensured.branch, host: connection.host, state: 'ready' }),
  );
  job.reports.writeSection(target.key, createBranchSection(provider, created));
  job.log.info(`${describe(created)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return created;
}

interface ConnectionRequest {
  readonly job: Job;
  readonly provider: Provider;
  readonly inputs: { readonly database: string | undefined; readonly role: string | undefined };
  readonly branch: EnsuredBranch['branch'];
}

/** The branch's URIs, every form of their secrets masked before anyone can print them. */
export async function connectionOf({
  job,
  provider,
  inputs,
  branch,
}: ConnectionRequest): Promise<BranchConnection> {
  const connection = await provider.connection(branch, { database: inputs.database, role: inputs.role });
  for (const secret of [...secretsOf(connection.direct), ...secretsOf(connection.pooled)]) job.mask(secret);
  return connection;
}

/** Waits until the direct host answers; a compute that sleeps is woken by this. @param timeout in seconds */
export async function answers(job: Job, connection: BranchConnection, timeout: number): Promise<void> {
  await using database = await connectWhenReady({
    uri: connection.direct,
    applicationName: `database-actions/${job.action}`,
    signal: job.signal,
    timeoutMs: timeout * 1000,
    log: job.log,
  });
  await database.query('SELECT 1');
}

function describe({ branch, created }: CreatedBranch): string {
  return `Branch ${branch.name} ${created ? 'created' : 'adopted'}, answering on its direct host`;
}

function createBranchSection(provider: Provider, { branch, created, connection }: CreatedBranch): Section {
  return {
    id: 'create-branch',
    title: 'Branch',
    status: 'passed',
    summary: `${created ? 'Created' : 'Reused'} from ${branch.parent?.name ?? 'an empty schema'}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Provider', provider.name],
          ['Branch', { code: branch.name }],
          ['Parent', { code: branch.parent?.name ?? 'none' }],
          ['Database', { code: connection.database }],
          ['Role', { code: connection.role }],
          ['Direct host', { code: connection.host }],
        ],
      },
    ],
    findings: [],
  };
}
