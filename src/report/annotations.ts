import { type Finding, type Severity, severities, sortFindings } from './finding.ts';
import { countsInWords } from './verdict.ts';
import { cutEnd, cutMiddle, visible, visibleLines } from './visible-text.ts';

/** A mark on a line of the pull request. Text only: whoever writes the workflow command escapes it. */
export interface Annotation {
  readonly level: Severity;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly title: string;
  readonly message: string;
}

/** https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations; a composite counts as one step. */
const annotationsPerLevel = 10;

/** GitHub cuts a message after 4,096 characters, without saying so. */
const longestMessage = 4_000;
const longestTitle = 250;

/** One annotation for each finding that has a place in the repository, worst first. */
export function annotationsOf(findings: readonly Finding[]): readonly Annotation[] {
  return sortFindings(findings).flatMap((finding) => {
    const { location, severity, rule, subject, message, fix } = finding;
    if (location === undefined) return [];
    const lines = [message, ...(fix === undefined ? [] : [fix])].map(visibleLines);
    return [
      {
        level: severity,
        file: visible(location.file),
        line: location.line,
        endLine: Math.max(location.line, location.endLine ?? location.line),
        title: cutMiddle(`${visible(rule)}: ${visible(subject)}`, longestTitle),
        message: cutEnd(lines.join('\n\n'), longestMessage),
      },
    ];
  });
}

export interface LimitedAnnotations {
  readonly shown: readonly Annotation[];
  /** How many are not shown, in one line; undefined when all are. */
  readonly note: string | undefined;
}

/** GitHub drops what is over its limit without a word; here the rest is counted. */
export function limitAnnotations(
  annotations: readonly Annotation[],
  perLevel: number = annotationsPerLevel,
): LimitedAnnotations {
  const byLevel = severities.map((level) => annotations.filter((annotation) => annotation.level === level));
  const left = (level: Severity) => Math.max(0, (byLevel[severities.indexOf(level)]?.length ?? 0) - perLevel);
  const words = countsInWords({ error: left('error'), warning: left('warning'), notice: left('notice') });
  return {
    shown: byLevel.flatMap((level) => level.slice(0, perLevel)),
    note: words === '' ? undefined : `Not annotated, but in the step summary: ${words}.`,
  };
}
