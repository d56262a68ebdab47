import { errorMessage } from '../errors.ts';
import { getPullRequest } from '../github/pull-request.ts';
import { warmUp } from '../migrations/warm-up.ts';
import type { Provider } from '../providers/provider.ts';
import type { Report } from '../report/report.ts';
import { countFindings, countsInWords, shouldFail, verdictOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import { describeFailure } from '../runtime/failure.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { branchOutputs, branchOutputValues } from './branch-report.ts';
import {
  connectionCheckInputs,
  connectionOutputs,
  connectionOutputValues,
  runConnectionCheck,
} from './check-connection.ts';
import { runSchemaCheck, schemaCheckInputs, schemaOutputs, schemaOutputValues } from './check-schema.ts';
import { commentOutputs, commentOutputValues, postComment, readOnlyNotice } from './comment.ts';
import {
  branchCreationInputs,
  branchInputs,
  databaseInputs,
  failOnInput,
  githubInputs,
  providerInputs,
  workspaceInputs,
} from './common-inputs.ts';
import { migrateAndCompare } from './compared-migration.ts';
import { type ReadConfiguration, readConfiguration } from './configuration.ts';
import { type CreatedBranch, createBranch } from './create-branch.ts';
import { branchDatabase, type DatabaseTarget } from './database-target.ts';
import { deletePreview } from './delete-branch.ts';
import { migrationInputs, migrationOutputs, migrationOutputValues } from './migrate.ts';
import { neonBranchInputs, neonBranchOptions } from './neon-branch-inputs.ts';
import { openGitHub } from './open-github.ts';
import { openProvider } from './open-provider.ts';
import { hasQueries, type PlanBasis, readPreviewPlans } from './plan-basis.ts';
import { planInputs, planOutputs } from './plan-inputs.ts';
import { wasmPaths } from './project-place.ts';
import { gatherReport, summarizeReport } from './publish.ts';
import { tellPlans } from './query-plans.ts';
import { refreshBranch, refreshInputs } from './refresh-branch.ts';
import { rehearsalOutputs, rehearseInputs, rollbackInputs } from './rehearsal-inputs.ts';
import { readForkBasis, type SchemaBasis } from './schema-basis.ts';
import { tellSchemaChanges } from './schema-changes.ts';
import { schemaDiffOutputs } from './schema-diff-files.ts';
import { runStages, type Stage } from './stages.ts';
import { resolveTarget, type Target } from './target.ts';

export const definition = defineAction({
  name: 'preview',
  title: 'NeonHub Database Actions: pull request preview',
  description:
    'Gives a pull request its own migrated and checked database branch, reports in one comment, and deletes the branch when the pull request closes.',
  icon: 'database',
  permissions: [
    '`contents: read`, for the checkout that the migrations are read from.',
    '`pull-requests: write`, for the comment.',
  ],
  inputs: {
    ...providerInputs,
    ...branchInputs,
    ...databaseInputs,
    ...branchCreationInputs,
    ...neonBranchInputs,
    ...workspaceInputs,
    ...migrationInputs,
    ...refreshInputs,
    ...rehearseInputs,
    ...rollbackInputs,
    ...connectionCheckInputs,
    ...schemaCheckInputs,
    ...planInputs,
    ...failOnInput,
    comment: input.boolean({
      description: 'Post the report as a comment on the pull request.',
      default: 'true',
    }),
    ...githubInputs,
  },
  outputs: {
    ...branchOutputs,
    created: '`true` when this run made the branch, `false` when it was there.',
    deleted: 'On a closed pull request: `true` when the branch was there.',
    ...migrationOutputs,
    ...rehearsalOutputs,
    ...schemaDiffOutputs,
    ...connectionOutputs,
    ...schemaOutputs,
    ...planOutputs,
    ...commentOutputs,
    status: '`passed`, `warning`, `failed` or `deleted`.',
    'report-path': 'The report as JSON; `report.md` lies beside it.',
  },
});

type Io = ActionIo<typeof definition>;

export async function run(io: Io): Promise<void> {
  const asked = resolveTarget(io.inputs, io.event);
  io.reports.clear(asked.key);
  // What a later step reads when this one dies on the way.
  io.output('status', 'failed');
  const { isClosed, isForeign } =
    io.event.action === 'closed' ? { isClosed: true, isForeign: false } : await lookUp(io, asked);
  const target = { ...asked, isRestricted: asked.isRestricted || isForeign };
  const failures = isClosed ? await closePreview(io, target) : await openPreview(io, target);
  const report = gatherReport(io, target);
  io.output('report-path', summarizeReport(io, report));
  io.annotate(report.sections.flatMap(({ findings }) => findings));
  io.output('status', verdictOf(report));
  const commentFailure = await comment(io, target, report);
  conclude(io, report, [...failures, ...commentFailure]);
}

interface PullRequestFacts {
  /** A run that is started again after that would bring its branch back, and nobody would delete it. */
  readonly isClosed: boolean;
  /** From a fork. The events that name only a number (a comment, a merge queue, a run by hand) do not say. */
  readonly isForeign: boolean;
}

async function lookUp(io: Io, { pullRequest: number }: Target): Promise<PullRequestFacts> {
  // Who may comment is not who may run code here.
  const unknown = { isClosed: false, isForeign: io.event.name === 'issue_comment' };
  if (number === undefined || io.inputs.githubToken === undefined) return unknown;
  try {
    const pull = await getPullRequest({ ...(await openGitHub(io, io.inputs)), number });
    if (pull === undefined) return unknown;
    const isClosed = pull.state === 'closed';
    if (isClosed)
      io.log.notice(`Pull request #${number} is closed by now: its branch is deleted, not created.`);
    return { isClosed, isForeign: !isSameRepository(pull.headRepository, io.event.repository) };
  } catch (thrown) {
    io.signal.throwIfAborted();
    io.log.debug(`The pull request could not be read: ${errorMessage(thrown)}`);
    return unknown;
  }
}

function isSameRepository(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}

/** What the stages leave for those after them. */
interface Progress {
  provider: Provider | undefined;
  database: DatabaseTarget | undefined;
  created: CreatedBranch | undefined;
  /** Undefined for an adopted branch until it is migrated. */
  basis: SchemaBasis | undefined;
  plans: PlanBasis | undefined;
  settings: ReadConfiguration | undefined;
  judgedDrops: ReadonlySet<string>;
  /** No migration was applied, as far as the tool says. */
  isAsBefore: boolean;
}

async function openPreview(io: Io, target: Target): Promise<readonly unknown[]> {
  const progress: Progress = {
    provider: undefined,
    database: undefined,
    created: undefined,
    basis: undefined,
    plans: undefined,
    settings: undefined,
    judgedDrops: new Set(),
    isAsBefore: false,
  };
  const checks = [
    changesStage(io, progress),
    ...(hasQueries(io, io.inputs) ? [plansStage(io, progress)] : []),
    connectionStage(io, progress),
    schemaStage(io, target, progress),
  ];
  const stages = [branchStage(io, target, progress), migrationStage(io, target, progress), checks];
  try {
    return await runStages(io, target.key, stages);
  } finally {
    await progress.provider?.[Symbol.asyncDispose]();
  }
}

function left<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the branch stage left no ${what}`);
  return value;
}

/** The section of the schema tells what the pull request changes about its rules; once is enough. */
function quiet({ settings }: Progress): ReadConfiguration {
  return { ...left(settings, 'settings'), changes: async () => [] };
}

function branchStage(io: Io, target: Target, progress: Progress): Stage {
  return {
    id: 'create-branch',
    title: 'Branch',
    async work() {
      const { pullRequest } = target;
      // First: a mistake in it is told before anything is made.
      progress.settings = await readConfiguration({ job: io, inputs: io.inputs, pullRequest });
      const provider = await openProvider(io, io.inputs, { neonBranch: neonBranchOptions(io.inputs) });
      progress.provider = provider;
      void warmUp(wasmPaths(io));
      const adopted = await createBranch({ job: io, inputs: io.inputs, target, provider });
      const created = await refreshBranch({
        job: io,
        inputs: io.inputs,
        provider,
        created: adopted,
        database: branchDatabase(adopted.connection, target),
        isRestricted: target.isRestricted,
      });
      for (const [name, value] of branchOutputValues(created.branch, created.connection))
        io.output(name, value);
      io.output('created', created.created);
      progress.database = branchDatabase(created.connection, target);
      progress.created = created;
      // Made or reset by this run: nothing has changed it since.
      const isFresh = created.created || created !== adopted;
      const before = { job: io, inputs: io.inputs, provider, created };
      if (isFresh) progress.basis = await readForkBasis(before);
      if (hasQueries(io, io.inputs))
        progress.plans = await readPreviewPlans({ ...before, isFresh, isRestricted: target.isRestricted });
      return 'go on';
    },
  };
}

function migrationStage(io: Io, target: Target, progress: Progress): Stage {
  return {
    id: 'migrate',
    title: 'Migrations',
    async work() {
      const provider = left(progress.provider, 'provider');
      const database = left(progress.database, 'database');
      const settings = quiet(progress);
      const created = left(progress.created, 'branch');
      const place = { job: io, inputs: io.inputs, target, provider, database, created, settings };
      const { run, concluded, basis } = await migrateAndCompare(place, progress.basis);
      progress.basis = basis;
      for (const [name, value] of migrationOutputValues(run)) io.output(name, value);
      for (const [name, value] of concluded?.outputs ?? []) io.output(name, value);
      progress.judgedDrops = concluded?.judgedDrops ?? progress.judgedDrops;
      progress.isAsBefore = run.migrations.every(({ status }) => status !== 'applied');
      return run.kind === 'failed' ? 'stop' : 'go on';
    },
  };
}

function changesStage(io: Io, progress: Progress): Stage {
  return {
    id: 'schema-diff',
    title: 'Schema changes',
    async work() {
      const outputs = await tellSchemaChanges({
        job: io,
        inputs: io.inputs,
        provider: left(progress.provider, 'provider').name,
        database: left(progress.database, 'database'),
        basis: left(progress.basis, 'schema'),
        settings: quiet(progress),
        judged: progress.judgedDrops,
        isAsBefore: progress.isAsBefore,
      });
      for (const [name, value] of outputs) io.output(name, value);
      return 'go on';
    },
  };
}

function plansStage(io: Io, progress: Progress): Stage {
  return {
    id: 'check-plans',
    title: 'Query plans',
    async work() {
      const told = await tellPlans({
        job: io,
        inputs: io.inputs,
        database: left(progress.database, 'database'),
        basis: left(progress.plans, 'plans'),
        settings: quiet(progress),
        isOurs: true,
      });
      for (const [name, value] of told.outputs) io.output(name, value);
      return 'go on';
    },
  };
}

function connectionStage(io: Io, progress: Progress): Stage {
  return {
    id: 'check-connection',
    title: 'Connection',
    async work() {
      const database = left(progress.database, 'database');
      const settings = quiet(progress);
      const check = await runConnectionCheck({ job: io, inputs: io.inputs, database, settings });
      for (const [name, value] of connectionOutputValues(check)) io.output(name, value);
      return 'go on';
    },
  };
}

function schemaStage(io: Io, { isRestricted }: Target, progress: Progress): Stage {
  return {
    id: 'check-schema',
    title: 'Schema',
    async work() {
      const check = await runSchemaCheck({
        job: io,
        inputs: io.inputs,
        database: left(progress.database, 'database'),
        settings: left(progress.settings, 'settings'),
        isRestricted,
      });
      for (const [name, value] of schemaOutputValues(check)) io.output(name, value);
      return 'go on';
    },
  };
}

async function closePreview(io: Io, target: Target): Promise<readonly unknown[]> {
  const stage: Stage = {
    id: 'delete-branch',
    title: 'Branch',
    async work() {
      io.output('deleted', await deletePreview(io, io.inputs, target));
      return 'go on';
    },
  };
  return runStages(io, target.key, [stage]);
}

/** Posts the comment where that is possible; a comment that fails does not hide what the report says. */
async function comment(io: Io, target: Target, report: Report): Promise<readonly unknown[]> {
  if (!io.inputs.comment || target.pullRequest === undefined) return [];
  if (io.event.isUnprivileged) {
    io.log.notice(readOnlyNotice);
    return [];
  }
  try {
    const posted = await postComment({ job: io, githubToken: io.inputs.githubToken, report });
    for (const [name, value] of commentOutputValues(posted)) io.output(name, value);
    return [];
  } catch (thrown) {
    io.signal.throwIfAborted();
    return [thrown];
  }
}

/** Everything that went wrong is told; only findings are measured by `fail-on`. */
function conclude(io: Io, report: Report, failures: readonly unknown[]): void {
  for (const failure of failures) io.fail(describeFailure(failure));
  if (failures.length > 0 || !shouldFail(report.sections, io.inputs.failOn)) return;
  const counts = countsInWords(countFindings(report.sections.flatMap(({ findings }) => findings)));
  io.fail(`The preview does not pass: ${counts}. See the step summary.`);
}
