/** The one issue about a series of backups: opened by what is wrong, closed when all is well. */
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import { type IssuePlace, raiseIssue, settleIssue } from '../github/issue.ts';
import { renderSummary } from '../report/fit.ts';
import type { Section } from '../report/section.ts';
import { statusOf } from '../report/verdict.ts';
import type { Job } from '../runtime/io.ts';
import { openGitHub } from './open-github.ts';
import { reportOf } from './section-outcome.ts';

interface IssueInputs {
  readonly issue: boolean;
  readonly githubToken: string | undefined;
}

interface IssueRequest {
  readonly series: string;
  readonly section: Section;
}

/**
 * Never the reason of a failure: what the drill says counts more. That the issue could not be opened or closed is told as a
 * warning, with the permission that lacks.
 */
export async function keepIssue(
  job: Job,
  inputs: IssueInputs,
  { series, section }: IssueRequest,
): Promise<void> {
  if (!inputs.issue) return;
  try {
    const { octokit, owner, repo } = await openGitHub(job, inputs);
    const place: IssuePlace = {
      octokit,
      owner,
      repo,
      key: `backup:${series}`,
      log: job.log,
      signal: job.signal,
    };
    if (statusOf(section) === 'failed') await raise(job, place, { series, section });
    else await settle(job, place);
  } catch (thrown) {
    job.signal.throwIfAborted();
    if (!(thrown instanceof UserError || thrown instanceof ExternalError)) throw thrown;
    job.log.warning(`The issue about backups: ${errorMessage(thrown)} ${thrown.hint ?? ''}`.trim());
  }
}

async function raise(job: Job, place: IssuePlace, { series, section }: IssueRequest): Promise<void> {
  const body = job.redact(renderSummary(reportOf(job, section), { title: section.title }));
  const raised = await raiseIssue(place, {
    title: job.redact(`Backups of ${series}: ${section.summary}`),
    body: `${body}\n\nThis issue is closed by the next run that finds all well.`,
    comment: body,
  });
  job.log.notice(`${raised.kind === 'opened' ? 'Opened' : 'Commented on'} ${raised.url}`);
}

async function settle(job: Job, place: IssuePlace): Promise<void> {
  const { runUrl } = job.event;
  const closed = await settleIssue(place, `All is well again${runUrl === undefined ? '' : `: ${runUrl}`}.`);
  for (const { url } of closed) job.log.notice(`Closed ${url}`);
}
