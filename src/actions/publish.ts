import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderSummary } from '../report/fit.ts';
import { serializeReport } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Job } from '../runtime/io.ts';
import type { Target } from './target.ts';

/** Gathers what the steps of this job left, in the order in which they ran. */
export function gatherReport(job: Job, target: Pick<Target, 'key' | 'pullRequest'>): Report {
  return {
    version: 1,
    subject: {
      repository: job.event.repository,
      pullRequest: target.pullRequest,
      key: target.key,
      commit: job.event.commit || undefined,
      branch: job.reports.readBranch(target.key),
      runUrl: job.event.runUrl,
    },
    sections: job.reports.readSections(target.key),
  };
}

/**
 * The log, the step summary, and the report as files that can be kept as an artifact (`report.json` is what `comment` reads in
 * another workflow). @returns the path of report.json
 */
export function summarizeReport(job: Job, report: Report): string {
  const directory = job.reports.directory(report.subject.key);
  const path = join(directory, 'report.json');
  writeFileSync(path, job.redact(serializeReport(report)));
  writeFileSync(join(directory, 'report.md'), job.redact(renderMarkdown(report)));
  job.summarize(renderSummary(report));
  job.log.info(renderTerminal(report));
  return path;
}
