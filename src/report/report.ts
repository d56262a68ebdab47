import type { Section } from './section.ts';

/** Everything that one run says about one preview. Holds no secret and no clock: the same state gives the same bytes. */
export interface Report {
  readonly version: 1;
  readonly subject: ReportSubject;
  /** In the order they are shown. */
  readonly sections: readonly Section[];
}

export interface ReportSubject {
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number | undefined;
  /** Tells several databases of one pull request apart; empty when there is one. */
  readonly key: string;
  /** Head commit, full SHA, when known. */
  readonly commit: string | undefined;
  readonly branch: ReportBranch | undefined;
  /** Link to the workflow run. */
  readonly runUrl: string | undefined;
}

export interface ReportBranch {
  readonly provider: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly host: string | undefined;
  /** ISO 8601 date-time, UTC, or undefined when it never expires. */
  readonly expiresAt: string | undefined;
  readonly state: 'ready' | 'deleted';
  readonly consoleUrl: string | undefined;
}
