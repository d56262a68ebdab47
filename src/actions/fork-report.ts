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

/**
 * The report that a pull request's own run left, with everything that decides where it goes taken from GitHub. Undefined
 * when it is out of date, which is no failure: a newer run posts its own.
 */
export async function reportOfWorkflowRun({
  job,
  github,
  artifact,
  key,
}: ForkReportRequest): Promise<Report | undefined> {
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
  if (pullRequest === undefined) {
    job.log.notice(
      `No pull request has the head commit ${run.headCommit} of ${run.headRepository} any more: it was pushed to again, and the newer run posts its report.`,
    );
    return undefined;
  }
  const file = await readRunArtifact({
    ...github,
    runId: run.id,
    artifact,
    file: 'report.json',
    signal: job.signal,
  });
  const report = withTrustedSubject(parseReportText(new TextDecoder().decode(file)), {
    repository: job.event.repository,
    pullRequest: pullRequest.number,
    key,
    commit: run.headCommit,
    runUrl: `${job.serverUrl}/${job.event.repository}/actions/runs/${run.id}`,
  });
  if (pullRequest.state === 'open' || report.subject.branch?.state === 'deleted') return report;
  job.log.notice(
    `Pull request #${pullRequest.number} was closed since: its preview is gone, and the report about it is not posted.`,
  );
  return undefined;
}
