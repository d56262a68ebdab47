/** Judges the pending migrations: by rules over their statements, and by what was measured of them. */
import type { Location } from '../../report/finding.ts';
import type { RehearsalCatalog } from '../rehearsal/catalog.ts';
import type { AllowedHazard, Hazard } from '../rehearsal/hazard.ts';
import type { Measurement } from '../rehearsal/measurement.ts';
import type { Transport } from '../script-batch.ts';
import { lineAt, type SqlParser } from '../sql-parser.ts';
import { allowing } from './allowing.ts';
import type { Baseline } from './baseline.ts';
import type { LockFacts } from './ddl-form.ts';
import type { Limits } from './judge.ts';
import { type MeasuredFacts, measuredFacts } from './measured-facts.ts';
import { type Explained, measuredOnly } from './measured-rules.ts';
import { modelOf } from './model-start.ts';
import { unparsedFinding } from './notices.ts';
import type { PendingScript } from './pending-script.ts';
import { type StaticHazard, staticHazards } from './static-hazards.ts';
import { plannedSteps } from './steps.ts';

export interface HazardInput {
  /** In the order they run. */
  readonly scripts: readonly PendingScript[];
  /** The database before the first of them. */
  readonly before: RehearsalCatalog;
  /** Undefined: nothing was measured, and every hazard is `static only`. */
  readonly measurement: Measurement | undefined;
  readonly transport: Transport;
  /** Such as 180001. */
  readonly serverVersion: number;
  /** Where names without a schema lead, such as `['public']`. */
  readonly searchPath: readonly string[];
  readonly limits: Limits;
  readonly baseline: Baseline | undefined;
  readonly parser: SqlParser;
  /** What each form of DDL locks. */
  readonly facts: LockFacts;
}

export interface HazardResult {
  /** In the order of the statements. */
  readonly hazards: readonly Hazard[];
  readonly allowed: readonly AllowedHazard[];
  /** What could not be looked into, a sentence an entry. */
  readonly notes: readonly string[];
}

/** Never throws on SQL, however strange. */
export function findHazards(input: HazardInput): HazardResult {
  const { scripts, before, parser, searchPath, measurement } = input;
  const steps = plannedSteps(scripts, input.transport);
  const measured = measurement === undefined ? undefined : measuredFacts(measurement);
  const found = staticHazards({
    steps,
    model: modelOf(before, { parser, searchPath }),
    parser,
    facts: input.facts,
    serverMajor: Math.floor(input.serverVersion / 10_000),
    limits: input.limits,
    measured,
  });
  const files = new Map(scripts.map((script) => [script.migration, script]));
  const hazards = [
    ...scripts.flatMap(unparsed),
    ...found.hazards.map((hazard) => located(hazard, files.get(hazard.step.migration))),
    ...measuredHazards(input, measured, found.hazards),
  ];
  const { kept, allowed } = allowing(hazards, scripts, input.baseline);
  return { hazards: inOrder(kept, scripts), allowed, notes: notesOf(found.opaque, files, measurement) };
}

function unparsed({ migration, file, parsed }: PendingScript): readonly Hazard[] {
  if (parsed.kind === 'parsed') return [];
  const finding = { ...unparsedFinding(migration, parsed.message), location: { file, line: 1 } };
  return [{ finding, basis: 'static only', statement: { migration, index: 0 } }];
}

function located({ finding, basis, step }: StaticHazard, script: PendingScript | undefined): Hazard {
  const { statement, migration, index } = step;
  const location: Location | undefined =
    script === undefined
      ? undefined
      : { file: script.file, line: statement.line, endLine: lineAt(script.script, statement.end) };
  return {
    finding: location === undefined ? finding : { ...finding, location },
    basis,
    statement: { migration, index },
  };
}

function measuredHazards(
  { measurement, limits, before }: HazardInput,
  facts: MeasuredFacts | undefined,
  found: readonly StaticHazard[],
): readonly Hazard[] {
  if (measurement === undefined || facts === undefined) return [];
  const explained = found.map(({ finding, step, tableOid }): Explained => {
    const { migration, index } = step;
    return { migration, index, tableOid, isError: finding.severity === 'error' };
  });
  const { parents } = before;
  return measuredOnly({ measurement, facts, limits, explained, parents }).map(({ statement, finding }) => {
    const { migration, index, file, line } = statement;
    return {
      finding: file === undefined ? finding : { ...finding, location: { file, line } },
      basis: 'measured only',
      statement: { migration, index },
    };
  });
}

function inOrder(hazards: readonly Hazard[], scripts: readonly PendingScript[]): readonly Hazard[] {
  const place = new Map(scripts.map(({ migration }, index) => [migration, index]));
  const keys = ({ statement }: Hazard) =>
    [place.get(statement.migration) ?? scripts.length, statement.index] as const;
  return hazards.toSorted((left, right) => {
    const [a, b] = [keys(left), keys(right)];
    return a[0] - b[0] || a[1] - b[1];
  });
}

function notesOf(
  opaque: readonly Readonly<{ migration: string; line: number; words: string }>[],
  files: ReadonlyMap<string, PendingScript>,
  measurement: Measurement | undefined,
): readonly string[] {
  const known = measurement === undefined ? 'is not known' : 'is known from the measurement alone';
  return opaque.map(({ migration, line, words }) => {
    const file = files.get(migration)?.file ?? migration;
    return `${words} at ${file}:${line} runs code that the rules do not read: what it locks ${known}.`;
  });
}
