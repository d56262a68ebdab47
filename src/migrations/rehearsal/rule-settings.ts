/** What the team's configuration makes of a rehearsal's findings. */
import type { Finding } from '../../report/finding.ts';
import { type RulePolicy, type Ruling, ruleOn } from '../../report/rule-policy.ts';
import type { AllowedHazard, Hazard } from './hazard.ts';
import type { Compatibility, Part, Rehearsal } from './rehearsal.ts';
import { rehearsalRules } from './rules.ts';

type Unjudged = Omit<Rehearsal, 'verdict'>;

/**
 * Levels that are set by name, and what is accepted. An accepted hazard is listed with those that comments and the baseline
 * allow; any other accepted finding is a note, so that nothing goes without a word but what is `off`.
 */
export function underPolicy(rehearsal: Unjudged, policy: RulePolicy): Unjudged {
  const rules = new Map(rehearsalRules.map((rule) => [rule.id, rule]));
  const notes: string[] = [];
  const rulingOn = (finding: Finding): Ruling => ruleOn(finding, rules.get(finding.rule), policy);
  const told = <T extends { readonly finding: Finding }>(entry: T): readonly T[] => {
    const ruling = rulingOn(entry.finding);
    if (ruling.kind === 'accepted') notes.push(acceptedNote(ruling.finding, ruling.reason));
    return ruling.kind === 'told' ? [{ ...entry, finding: ruling.finding }] : [];
  };
  const toldAlone = (finding: Finding) => told({ finding }).map((entry) => entry.finding);
  const compatible = (part: Part<Compatibility>) =>
    changed(part, (result) => ({ ...result, verdicts: result.verdicts.flatMap(told) }));
  const hazards = rehearsal.hazards.map((hazard) => ({ hazard, ruling: rulingOn(hazard.finding) }));
  const judged = {
    ...rehearsal,
    hazards: hazards.flatMap(({ hazard, ruling }) => keptHazard(hazard, ruling)),
    allowed: [
      ...rehearsal.allowed,
      ...hazards.flatMap(({ hazard, ruling }) => allowedHazard(hazard, ruling)),
    ],
    data: changed(rehearsal.data, (refusals) => refusals.flatMap(told)),
    compatibility: compatible(rehearsal.compatibility),
    codeFirst: compatible(rehearsal.codeFirst),
    rollback: changed(rehearsal.rollback, (result) => ({
      ...result,
      findings: result.findings.flatMap(toldAlone),
    })),
    load: changed(rehearsal.load, (result) => ({ ...result, findings: result.findings.flatMap(toldAlone) })),
    advice: rehearsal.advice.flatMap(toldAlone),
  };
  const { measurement } = rehearsal;
  return { ...judged, measurement: { ...measurement, notes: [...measurement.notes, ...notes] } };
}

function keptHazard(hazard: Hazard, ruling: Ruling): readonly Hazard[] {
  return ruling.kind === 'told' ? [{ ...hazard, finding: ruling.finding }] : [];
}

function allowedHazard(hazard: Hazard, ruling: Ruling): readonly AllowedHazard[] {
  if (ruling.kind !== 'accepted') return [];
  return [{ hazard: { ...hazard, finding: ruling.finding }, reason: ruling.reason, by: 'configuration' }];
}

function changed<T>(part: Part<T>, change: (result: T) => T): Part<T> {
  return part.kind === 'done' ? { kind: 'done', result: change(part.result) } : part;
}

function acceptedNote({ rule, subject }: Finding, reason: string): string {
  return `The configuration accepts ${rule} of ${subject}: ${reason}`;
}
