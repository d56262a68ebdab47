/** What comments in the migrations and the baseline accept. */
import type { AllowedHazard, Hazard } from '../rehearsal/hazard.ts';
import { type AllowComment, allowComments } from './allow-comments.ts';
import type { AcceptedHazard, Baseline } from './baseline.ts';
import { ignoredFinding } from './notices.ts';
import type { PendingScript } from './pending-script.ts';
import { hazardRules } from './rules.ts';

interface Allowing {
  /** What is not allowed, and a notice for each allowance that has no effect. */
  readonly kept: readonly Hazard[];
  readonly allowed: readonly AllowedHazard[];
}

interface Allowance {
  readonly by: AllowedHazard['by'];
  readonly reason: string;
  readonly accepts: (hazard: Hazard) => boolean;
  /** When it accepts nothing. */
  readonly notice: Hazard;
}

export function allowing(
  hazards: readonly Hazard[],
  scripts: readonly PendingScript[],
  baseline: Baseline | undefined,
): Allowing {
  const comments = scripts.flatMap(commentsOf);
  const usable = comments.flatMap(({ allowance }) => allowance ?? []);
  const allowances = [...usable, ...baselineAllowances(scripts, baseline)];
  const kept: Hazard[] = [];
  const allowed: AllowedHazard[] = [];
  const used = new Set<Allowance>();
  for (const hazard of hazards) {
    const accepting = allowances.find(({ accepts }) => accepts(hazard));
    if (accepting === undefined) kept.push(hazard);
    else {
      used.add(accepting);
      allowed.push({ hazard, reason: accepting.reason, by: accepting.by });
    }
  }
  const unused = allowances.filter((allowance) => !used.has(allowance)).map(({ notice }) => notice);
  return { kept: [...kept, ...comments.flatMap(({ ignored }) => ignored ?? []), ...unused], allowed };
}

interface ReadComment {
  readonly allowance?: Allowance;
  readonly ignored?: Hazard;
}

function commentsOf({ migration, file, script, parsed }: PendingScript): readonly ReadComment[] {
  const statements = parsed.kind === 'parsed' ? parsed.statements : [];
  return allowComments(script, statements).map((comment): ReadComment => {
    const notice = (why: string): Hazard => ({
      finding: {
        ...ignoredFinding(comment.rule === '' ? 'db-actions' : comment.rule, why),
        location: { file, line: comment.line },
      },
      basis: 'static only',
      statement: { migration, index: comment.index ?? 0 },
    });
    const wrong = whatIsWrong(comment);
    if (wrong !== undefined) return { ignored: notice(wrong) };
    return {
      allowance: {
        by: 'comment',
        reason: comment.reason,
        accepts: ({ finding, statement }) =>
          finding.rule === comment.rule &&
          statement.migration === migration &&
          (comment.scope === 'file' || statement.index === comment.index),
        notice: notice('there is nothing here that the rule reports'),
      },
    };
  });
}

function whatIsWrong({ rule, reason, misplaced }: AllowComment): string | undefined {
  if (misplaced !== undefined) return misplaced;
  if (rule === '') return 'it names no rule';
  if (!hazardRules.some(({ id }) => id === rule)) return 'there is no rule of that name';
  return reason === '' ? 'it gives no reason, and one is required' : undefined;
}

/** Entries for migrations that are not pending have done their work. */
function baselineAllowances(
  scripts: readonly PendingScript[],
  baseline: Baseline | undefined,
): readonly Allowance[] {
  const pending = new Set(scripts.map(({ migration }) => migration));
  const entries = baseline?.accepted.filter(({ migration }) => pending.has(migration)) ?? [];
  return entries.map((entry) => ({
    by: 'baseline',
    reason: entry.reason,
    accepts: ({ finding, statement }) =>
      finding.rule === entry.rule &&
      finding.subject === entry.subject &&
      statement.migration === entry.migration,
    notice: baselineNotice(entry, baseline?.path ?? ''),
  }));
}

function baselineNotice({ migration, rule, subject }: AcceptedHazard, path: string): Hazard {
  const why = hazardRules.some(({ id }) => id === rule)
    ? `the rule reports nothing about ${subject} in ${migration}`
    : 'there is no rule of that name';
  return {
    finding: { ...ignoredFinding(rule, why), location: { file: path, line: 1 } },
    basis: 'static only',
    statement: { migration, index: 0 },
  };
}
