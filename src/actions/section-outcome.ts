import { renderSummary } from '../report/fit.ts';
import type { Report } from '../report/report.ts';
import type { Section } from '../report/section.ts';
import { renderTerminal } from '../report/terminal.ts';
import { countFindings, countsInWords, type FailOn, shouldFail } from '../report/verdict.ts';
import type { Job } from '../runtime/io.ts';

interface Failing extends Job {
  fail(message: string): void;
}

/** The end of a check that runs as a step of its own: told, and a failure where `fail-on` says so. */
export function concludeSection(io: Failing, section: Section, failOn: FailOn): void {
  tellSection(io, section);
  if (!shouldFail([section], failOn)) return;
  const counts = countsInWords(countFindings(section.findings));
  io.fail(counts === '' ? section.summary : `${section.title}: ${counts}. See the step summary.`);
}

/** What an action found that runs as a step of its own: in the log, the step summary and annotations. */
export function tellSection(job: Job, section: Section): void {
  const report = reportOf(job, section);
  job.log.info(renderTerminal(report, { title: section.title }));
  job.summarize(renderSummary(report, { title: section.title }));
  job.annotate(section.findings);
}

/** A report of one section. */
export function reportOf(job: Job, section: Section): Report {
  return {
    version: 1,
    subject: {
      repository: job.event.repository,
      pullRequest: job.event.pullRequest?.number,
      key: '',
      commit: job.event.commit || undefined,
      branch: undefined,
      runUrl: job.event.runUrl,
    },
    sections: [section],
  };
}
