/** The plans of the project's queries after the migrations, compared with those before them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlans } from '../checks/check-plans.ts';
import { plansJson } from '../checks/plans/plans-json.ts';
import { plansSection, plansSummary, skippedPlansSection } from '../checks/plans-section.ts';
import { sortFindings } from '../report/finding.ts';
import type { Section } from '../report/section.ts';
import type { Job } from '../runtime/io.ts';
import type { ReadConfiguration } from './configuration.ts';
import type { DatabaseTarget } from './database-target.ts';
import { contextOf, type PlanBasis, type PlanInputs } from './plan-basis.ts';
import type { planOutputs } from './plan-inputs.ts';

export interface TellPlansRequest {
  readonly job: Job;
  readonly inputs: PlanInputs;
  readonly database: DatabaseTarget;
  readonly basis: PlanBasis;
  readonly settings: ReadConfiguration;
  /** The database is our branch, a copy of the old side. */
  readonly isOurs: boolean;
}

type Outputs = readonly (readonly [keyof typeof planOutputs, string])[];

/** Compares, leaves the section and the JSON beside it; a skipped section and no JSON when there was nothing to compare with. */
export async function tellPlans(
  request: TellPlansRequest,
): Promise<{ readonly section: Section; readonly outputs: Outputs }> {
  const { job, inputs, database, basis, isOurs, settings } = request;
  if (basis.kind === 'mistaken') throw basis.error;
  const told = async (section: Section) => {
    const findings = sortFindings([...section.findings, ...(await settings.changes())]);
    job.reports.writeSection(database.key, { ...section, findings });
    return { ...section, findings };
  };
  if (basis.kind === 'unknown')
    return { section: await told(skippedPlansSection(basis.reason)), outputs: [] };
  const check = await checkPlans(
    {
      uri: database.direct,
      old: basis.old,
      planTimeoutMs: inputs.planTimeout * 1000,
      totalMs: inputs.timeout * 1000,
      hasRows: database.hasParentData,
      analyze: inputs.analyzeQueries && isOurs,
      mayAnalyze: isOurs,
      ignore: inputs.ignoreFindings,
      policy: settings.policy,
      limits: {
        factor: inputs.costFactor,
        minimum: inputs.minCost,
        smallTableRows: inputs.scanRowThreshold,
        lostIndexShare: inputs.lostIndexShare / 100,
      },
    },
    contextOf(job, inputs),
  );
  const section = await told(plansSection(check));
  const path = join(job.reports.directory(database.key), 'query-plans.json');
  writeFileSync(path, job.redact(plansJson(check)));
  return {
    section,
    outputs: [
      ['plans-summary', plansSummary(check)],
      ['plans-path', path],
    ],
  };
}
