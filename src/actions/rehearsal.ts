/** What a measured run becomes: a section of the report, files, outputs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage, UserError } from '../errors.ts';
import { type Baseline, defaultBaselinePath, parseBaseline } from '../migrations/hazards/baseline.ts';
import type { RehearseRequest } from '../migrations/migration-run.ts';
import type { PrismaProject } from '../migrations/prisma-project.ts';
import type { RehearsalEvidence } from '../migrations/rehearsal/evidence.ts';
import type { ProductionRows } from '../migrations/rehearsal/extrapolation.ts';
import { judgeRehearsal } from '../migrations/rehearsal/judge.ts';
import { readProductionRows } from '../migrations/rehearsal/production-rows.ts';
import type { Part, Rehearsal, Rollback } from '../migrations/rehearsal/rehearsal.ts';
import { rehearsalJson } from '../migrations/rehearsal/rehearsal-json.ts';
import { rehearsalSarif } from '../migrations/rehearsal/rehearsal-sarif.ts';
import { rehearsalSection } from '../migrations/rehearsal/rehearsal-section.ts';
import { rehearsalRules } from '../migrations/rehearsal/rules.ts';
import { schemaOf } from '../migrations/session.ts';
import { loadSqlParser } from '../migrations/sql-parser.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import { parseConnectionUri, secretsOf } from '../postgres/connection-uri.ts';
import { sortFindings } from '../report/finding.ts';
import type { Section } from '../report/section.ts';
import type { InputValues } from '../runtime/definition.ts';
import type { Job } from '../runtime/io.ts';
import { homepage, version } from '../version.ts';
import type { ReadConfiguration } from './configuration.ts';
import type { DatabaseTarget } from './database-target.ts';
import { deployedSchema } from './deployed-schema.ts';
import { type ExpectationsRequest, findProject } from './prisma-expectations.ts';
import { wasmPaths } from './project-place.ts';
import type { rehearsalInputs, rehearsalOutputs } from './rehearsal-inputs.ts';
import { pullRequestOf } from './target.ts';

type Inputs = InputValues<typeof rehearsalInputs> & {
  readonly githubToken: string | undefined;
  /** Seconds. */
  readonly timeout: number;
};

export interface RehearsalRequest {
  readonly job: Job;
  readonly inputs: Inputs;
  readonly database: DatabaseTarget;
  readonly project: PrismaProject | undefined;
  readonly pullRequest: number | undefined;
  readonly settings: ReadConfiguration;
}

/** `auto`: on a branch of a pull request, which is a copy; a database that is named may be production. */
export function isRehearsalAsked(inputs: {
  readonly rehearse: 'auto' | 'true' | 'false';
  readonly databaseUrl?: string | undefined;
}): boolean {
  return inputs.rehearse === 'auto' ? inputs.databaseUrl === undefined : inputs.rehearse === 'true';
}

/** For a step of its own: what a rehearsal needs to know of the project. */
export async function rehearsalOf(
  request: Omit<RehearsalRequest, 'project' | 'pullRequest' | 'inputs'> & {
    readonly inputs: Inputs &
      ExpectationsRequest['inputs'] & { readonly command: string | undefined; readonly pullRequest: number };
    readonly isRestricted: boolean;
  },
): Promise<RehearsalRequest> {
  const { job, inputs } = request;
  const pullRequest = pullRequestOf(inputs, job.event);
  const project = inputs.command === undefined ? await findProject(request) : undefined;
  return { ...request, project, pullRequest };
}

export const noRollback: Part<Rollback> = {
  kind: 'skipped',
  reason: 'it was not asked for (`rehearse-rollback: true`)',
};

/** What the run is to measure. */
export async function rehearseRequest(request: RehearsalRequest): Promise<RehearseRequest> {
  const { inputs, database } = request;
  return {
    computeSize: database.computeSize,
    isProductionData: database.hasParentData,
    deployed: await deployedSchema(request),
    rollout: inputs.rollout,
    load: inputs.load,
    maxStallMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
  };
}

export interface Concluded {
  readonly section: Section;
  /** Subjects of every drop that was judged, also of those that are allowed. */
  readonly judgedDrops: ReadonlySet<string>;
  readonly outputs: readonly (readonly [keyof typeof rehearsalOutputs, string])[];
}

/** Judges what was measured and leaves the section and the files. */
export async function concludeRehearsal(
  request: RehearsalRequest,
  evidence: RehearsalEvidence,
  rollback: Part<Rollback>,
): Promise<Concluded> {
  const { job, inputs, database, settings } = request;
  const rehearsal = judgeRehearsal({
    evidence,
    searchPath: [schemaOf(database.direct)],
    role: parseConnectionUri(database.direct).user || undefined,
    hasPooler: database.pooled !== undefined,
    lockRowThreshold: inputs.lockRowThreshold,
    maxLockDurationMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
    baseline: await readBaseline(job, inputs.hazardBaseline),
    policy: settings.policy,
    rollback,
    parser: await loadSqlParser(wasmPaths(job)?.sqlParser),
  });
  const production = await productionRows(request);
  const told = rehearsalSection(rehearsal, production);
  const section = { ...told, findings: sortFindings([...told.findings, ...(await settings.changes())]) };
  job.reports.writeSection(database.key, section);
  const outputs = await writeFiles(request, rehearsal, production);
  return { section, judgedDrops: judgedDrops(rehearsal), outputs };
}

const dropRules: ReadonlySet<string> = new Set(['drop-table', 'drop-column']);

function judgedDrops({ hazards, allowed }: Rehearsal): ReadonlySet<string> {
  const findings = [...hazards, ...allowed.map(({ hazard }) => hazard)].map(({ finding }) => finding);
  return new Set(findings.filter(({ rule }) => dropRules.has(rule)).map(({ subject }) => subject));
}

/** @throws UserError for a baseline that is not one, or that is named and cannot be read */
async function readBaseline(job: Job, path: string): Promise<Baseline | undefined> {
  if (path === '') return undefined;
  try {
    return parseBaseline(await readFile(join(job.workspace, path), 'utf8'), path);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (path === defaultBaselinePath) return undefined;
    throw new UserError(`Input \`hazard-baseline\`: "${path}" cannot be read: ${errorMessage(thrown)}`, {
      hint: 'It is taken from the workspace. Leave the input away where there is no such file.',
    });
  }
}

/** Undefined where nobody gave a URI, or the database does not answer: the log says so. */
async function productionRows({ job, inputs }: RehearsalRequest): Promise<ProductionRows | undefined> {
  const uri = inputs.productionUrl;
  if (uri === undefined) return undefined;
  for (const secret of secretsOf(uri)) job.mask(secret);
  try {
    await using session = await connectWhenReady({
      uri,
      applicationName: 'database-actions/statistics',
      log: job.log,
      signal: job.signal,
      timeoutMs: Math.min(inputs.timeout * 1000, 30_000),
      settings: { isReadOnly: true },
    });
    return await readProductionRows(session, "production's statistics");
  } catch (thrown) {
    job.signal.throwIfAborted();
    job.log.warning(
      `Production's statistics could not be read (\`production-url\`): ${errorMessage(thrown)}`,
    );
    return undefined;
  }
}

async function writeFiles(
  { job, database }: RehearsalRequest,
  rehearsal: Rehearsal,
  production: ProductionRows | undefined,
): Promise<Concluded['outputs']> {
  const directory = job.reports.directory(database.key);
  const [json, sarif] = [join(directory, 'rehearsal.json'), join(directory, 'rehearsal.sarif')];
  const category = database.key === '' ? 'rehearse-migrations' : `rehearse-migrations/${database.key}`;
  await writeFile(json, job.redact(rehearsalJson(rehearsal, production)));
  const options = { toolVersion: version, informationUri: homepage, rules: rehearsalRules, category };
  await writeFile(sarif, job.redact(rehearsalSarif(rehearsal, options)));
  return [
    ['verdict', rehearsal.verdict],
    ['findings-path', json],
    ['sarif-path', sarif],
  ];
}
