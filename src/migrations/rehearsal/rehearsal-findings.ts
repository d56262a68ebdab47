/** All findings of a rehearsal, each with its place in the repository, and what they come to. */
import { type Finding, type Location, sortFindings, worstSeverity } from '../../report/finding.ts';
import type { StatementRef } from './hazard.ts';
import type { MeasuredStatement } from './measurement.ts';
import type { Compatibility, Part, Rehearsal } from './rehearsal.ts';

/** A finding, and the statement that it is about where it is about one. */
export interface StatementFinding {
  readonly finding: Finding;
  readonly statement: MeasuredStatement | undefined;
}

type Unjudged = Omit<Rehearsal, 'verdict'>;

/** Sorted, worst first, none twice. Those about a statement have its file and line unless they bring their own. */
export function findingsOfRehearsal(rehearsal: Unjudged): readonly Finding[] {
  return sortFindings(statementFindings(rehearsal).map(({ finding }) => finding));
}

/** Of all findings: `error` when one is an error, `warning` when one is a warning. A statement that failed is an error too. */
export function verdictOfRehearsal(rehearsal: Unjudged): Rehearsal['verdict'] {
  const { statements } = rehearsal.measurement;
  if (statements.some(({ status }) => status === 'failed')) return 'error';
  const worst = worstSeverity(statementFindings(rehearsal).map(({ finding }) => finding));
  return worst === 'error' || worst === 'warning' ? worst : 'pass';
}

/** In the order hazards, data, deployed app, code-first, load, way back, advice. */
export function statementFindings(rehearsal: Unjudged): readonly StatementFinding[] {
  const find = statementFinder(rehearsal.measurement.statements);
  const judged = [...rehearsal.hazards, ...resultOf(rehearsal.data, [])];
  const ofStatements = judged.map((entry) => placed(entry.finding, find(entry.statement)));
  const { compatibility, codeFirst, load, rollback, advice } = rehearsal;
  const others = [
    ...compatibilityFindings(compatibility),
    ...compatibilityFindings(codeFirst),
    ...findingsIn(load),
    ...findingsIn(rollback),
    ...advice,
  ].map((finding) => ({ finding, statement: undefined }));
  return withoutRepeats([...ofStatements, ...others]);
}

/** A statement by its reference; undefined where it was not measured. */
export function statementFinder(
  statements: readonly MeasuredStatement[],
): (reference: StatementRef) => MeasuredStatement | undefined {
  const known = new Map(statements.map((statement) => [keyOf(statement), statement]));
  return (reference) => known.get(keyOf(reference));
}

export function keyOf({ migration, index }: StatementRef): string {
  return `${index} ${migration}`;
}

/** A finding of a statement with the statement's place, which is where an annotation goes. */
export function placed(finding: Finding, statement: MeasuredStatement | undefined): StatementFinding {
  const location = finding.location ?? placeOf(statement);
  return { finding: location === undefined ? finding : { ...finding, location }, statement };
}

function placeOf(statement: MeasuredStatement | undefined): Location | undefined {
  if (statement?.file === undefined) return undefined;
  const { file, line, text } = statement;
  const endLine = line + text.trimEnd().split('\n').length - 1;
  return { file, line, ...(endLine > line ? { endLine } : {}) };
}

export function resultOf<T>(part: Part<T>, otherwise: T): T {
  return part.kind === 'done' ? part.result : otherwise;
}

function findingsIn(part: Part<{ readonly findings: readonly Finding[] }>): readonly Finding[] {
  return part.kind === 'done' ? part.result.findings : [];
}

function compatibilityFindings(part: Part<Compatibility>): readonly Finding[] {
  return part.kind === 'done' ? part.result.verdicts.map(({ finding }) => finding) : [];
}

/** Two parts may tell of the same thing in the same words: it is told once. */
function withoutRepeats(findings: readonly StatementFinding[]): readonly StatementFinding[] {
  const byContent = new Map<string, StatementFinding>();
  for (const entry of findings) {
    const { rule, severity, subject, message, location } = entry.finding;
    const key = JSON.stringify([rule, severity, subject, message, location?.file, location?.line]);
    if (!byContent.has(key)) byContent.set(key, entry);
  }
  return [...byContent.values()];
}
