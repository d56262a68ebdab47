/** The verdict of a drill, from what it found or from what broke it off. */
import { ExternalError, UserError } from '../../errors.ts';
import { BackupDamage } from '../damage.ts';
import type { BackupManifest } from '../manifest.ts';
import { UnfitTargetError } from '../restore/restore-target.ts';
import type { DrillVerdict } from './drill.ts';
import type { Found } from './drill-parts.ts';

export interface Conclusion {
  readonly verdict: DrillVerdict;
  readonly reason?: string;
}

/** Damage is the backup's; anything else that stopped the drill says nothing about it. */
export function conclusionOf(thrown: unknown): Conclusion {
  if (thrown instanceof BackupDamage)
    return {
      verdict: thrown.kind === 'wrong key' ? 'could-not-verify' : 'failed',
      reason: thrown.message,
    };
  if (thrown instanceof UnfitTargetError || thrown instanceof UserError || thrown instanceof ExternalError)
    return { verdict: 'could-not-verify', reason: withHint(thrown) };
  if (isNoSpace(thrown))
    return { verdict: 'could-not-verify', reason: 'The disk is full (ENOSPC): use a larger runner.' };
  throw thrown;
}

function withHint({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string | undefined;
}): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

function isNoSpace(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')
  );
}

/** The first reason, the worst first. */
export function judge({ restored, proof, backup }: Found): Conclusion {
  const reasons = [
    told(restored?.problems, ({ subject, message }) => `${subject}: ${message}`),
    told(proof?.differences, ({ subject, message }) => `${subject}: ${message}`),
    told(proof?.corruption, (line) => line),
    told(proof?.schema?.changes, ({ object, change }) => `${object.kind} ${object.name} ${change}`),
    told(proof?.failedAssertions, ({ outcome }) => `a statement of assert-sql gave ${outcome}`),
  ].filter((reason) => reason !== undefined);
  if (reasons[0] !== undefined) return { verdict: 'failed', reason: reasons[0] };
  if (backup !== undefined && !hasFingerprints(backup.manifest))
    return {
      verdict: 'could-not-verify',
      reason: `The backup was made with \`proof: ${backup.manifest.proof}\` and has no fingerprints: there is nothing to compare the content of its tables with.`,
    };
  const unproved = told(proof?.unproved, (subject) => `${subject} could not be read in the copy`);
  if (unproved !== undefined) return { verdict: 'could-not-verify', reason: `${unproved}.` };
  return { verdict: 'verified' };
}

/** A database without a table has none either. */
function hasFingerprints({ proof, facts }: BackupManifest): boolean {
  return (
    proof !== 'none' && (facts.tables.length > 0 || facts.notCompared.length === 0 || proof === 'source')
  );
}

function told<T>(list: readonly T[] | undefined, words: (entry: T) => string): string | undefined {
  const [first, ...others] = list ?? [];
  if (first === undefined) return undefined;
  return `${words(first)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}
