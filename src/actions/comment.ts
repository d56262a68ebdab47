import { type UpsertOutcome, updateIfThere, upsertComment } from '../github/sticky-comment.ts';
import { fitComment } from '../report/fit.ts';
import type { Report } from '../report/report.ts';
import { verdictOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { branchInputs, githubInputs } from './common-inputs.ts';
import { reportOfWorkflowRun } from './fork-report.ts';
import { openGitHub } from './open-github.ts';
import { gatherReport, summarizeReport } from './publish.ts';
import { resolveTarget } from './target.ts';

export const commentOutputs = {
  'comment-id': 'Id of the comment; empty where none was posted.',
  'comment-url': 'Address of the comment.',
} as const;

export const definition = defineAction({
  name: 'comment',
  title: 'Comment the report',
  description:
    "Posts what this job's steps found as one comment on the pull request, kept current by every run.",
  icon: 'message-square',
  permissions: [
    '`pull-requests: write`, for the comment.',
    '`actions: read`, with `from-artifact` only: to read the artifact of the other run.',
  ],
  inputs: {
    ...branchInputs,
    ...githubInputs,
    'from-artifact': input.optional({
      description:
        'On `workflow_run`: name of the artifact of that run which holds `report.json`. For pull requests from forks; nothing in it is trusted.',
    }),
  },
  outputs: {
    ...commentOutputs,
    status: '`passed`, `warning`, `failed` or `deleted`; empty when there was nothing to report.',
    'report-path': 'The report as JSON; `report.md` lies beside it.',
  },
});

type Io = ActionIo<typeof definition>;

export async function run(io: Io): Promise<void> {
  const report =
    io.inputs.fromArtifact === undefined ? ownReport(io) : await artifactReport(io, io.inputs.fromArtifact);
  if (report === undefined) return;
  io.output('status', verdictOf(report));
  io.output('report-path', summarizeReport(io, report));
  if (io.event.isUnprivileged) {
    io.log.notice(readOnlyNotice);
    return;
  }
  const posted = await postComment({ job: io, githubToken: io.inputs.githubToken, report });
  for (const [name, value] of commentOutputValues(posted)) io.output(name, value);
}

export const readOnlyNotice =
  'This pull request gets a read-only token: the report is in the step summary and at `report-path`, for `comment` with `from-artifact` to post from `workflow_run`.';

/** Undefined when there is nothing to say: a comment without a section would read as if all were well. */
function ownReport(io: Io): Report | undefined {
  const report = gatherReport(io, resolveTarget(io.inputs, io.event));
  if (report.sections.length > 0) return report;
  io.log.warning(
    'No step of this job has left a section, so nothing is posted. Does `key` match the other steps?',
  );
  return undefined;
}

async function artifactReport(io: Io, artifact: string): Promise<Report | undefined> {
  const github = await openGitHub(io, io.inputs);
  return reportOfWorkflowRun({ job: io, github, artifact, key: io.inputs.key ?? '' });
}

interface PostRequest {
  readonly job: Job;
  readonly githubToken: string | undefined;
  readonly report: Report;
}

/**
 * One comment a pull request and key; the same content is not written again. That a branch is gone is told only where
 * there is a comment that said it was there. @returns undefined when nothing was posted
 */
export async function postComment({
  job,
  githubToken,
  report,
}: PostRequest): Promise<UpsertOutcome | undefined> {
  const { pullRequest, key } = report.subject;
  if (pullRequest === undefined) return undefined;
  const { octokit, owner, repo } = await openGitHub(job, { githubToken });
  const { body, moved } = fitComment(report);
  if (moved.length > 0)
    job.log.info(`Too long for a comment, whole in the step summary only: ${moved.join(', ')}`);
  const { log, signal } = job;
  const post = verdictOf(report) === 'deleted' ? updateIfThere : upsertComment;
  const posted = await post({
    octokit,
    owner,
    repo,
    issue: pullRequest,
    key,
    log,
    signal,
    body: job.redact(body),
  });
  if (posted !== undefined) job.log.info(`Comment ${posted.kind}: ${posted.url}`);
  return posted;
}

export function commentOutputValues(
  posted: UpsertOutcome | undefined,
): readonly (readonly [keyof typeof commentOutputs, string])[] {
  return [
    ['comment-id', posted === undefined ? '' : String(posted.id)],
    ['comment-url', posted?.url ?? ''],
  ];
}
