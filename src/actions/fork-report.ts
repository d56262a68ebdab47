import { UserError } from '../errors.ts';
import { readRunArtifact } from '../github/artifact.ts';
import { pullRequestForHeadSha } from '../github/pull-request.ts';
import { parseReportText } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { withTrustedSubject } from '../report/untrusted.ts';
import type { Job } from '../runtime/io.ts';
import type { GitHub } from './open-github.ts';

interface ForkReportRequest {
  readonly job: Job;
  readonly github: GitHub;
  /** Name of the artifact. */
  readonly artifact: string;
  readonly key: string;
}

/** The report that a pull request's own run left, with everything that decides where it goes taken from GitHub. */
export async function reportOfWorkflowRun({
  job,
  github,
  artifact,
  key,
}: ForkReportRequest): Promise<Report> {
  const run = job.event.workflowRun;
  if (run === undefined)
    throw new UserError(`Input \`from-artifact\` is given, but the event is \`${job.event.name}\`.`, {
      hint: 'It works on `workflow_run`; see examples/comment-from-fork.yml.',
    });
  const pullRequest = await pullRequestForHeadSha({
    ...github,
    headSha: run.headCommit,
    headRepository: run.headRepository,
    headBranch: run.headBranch,
  });
  if (pullRequest === undefined)
    throw new UserError(
      `No open pull request has the head commit ${run.headCommit} of ${run.headRepository}.`,
      {
        hint: 'It was pushed to again or closed meanwhile; the newer run posts the report.',
      },
    );
  const file = await readRunArtifact({
    ...github,
    runId: run.id,
    artifact,
    file: 'report.json',
    signal: job.signal,
  });
  return withTrustedSubject(parseReportText(new TextDecoder().decode(file)), {
    repository: job.event.repository,
    pullRequest,
    key,
    commit: run.headCommit,
    runUrl: `${job.serverUrl}/${job.event.repository}/actions/runs/${run.id}`,
  });
}
