/** Retention as the last part of a backup. */
import { pruneStore } from '../backups/retention/prune.ts';
import { retentionSection, type UnprunedStore } from '../backups/retention/retention-section.ts';
import type { RetentionRules } from '../backups/retention/rules.ts';
import { parsePublicKeys, type SignKey } from '../backups/signing-keys.ts';
import type { BackupStore } from '../backups/storage/store.ts';
import { CancelledError } from '../errors.ts';
import type { Section } from '../report/section.ts';
import { describeFailure } from '../runtime/failure.ts';
import type { Job } from '../runtime/io.ts';

interface PruneBehind {
  readonly stores: readonly BackupStore[];
  readonly series: string;
  readonly rules: RetentionRules;
  /** Given: only backups that it signed count, and only those are deleted. */
  readonly signKey: SignKey | undefined;
}

/**
 * Applies the rules where a backup has just been stored. Whatever goes wrong is a warning of that destination, even a bug: the
 * backup is stored, and the others have their turn. An artifact is passed over: it goes by GitHub's own retention.
 * @throws only when the job was cancelled
 */
export async function pruneBehind(
  job: Job,
  { stores, series, rules, signKey }: PruneBehind,
): Promise<Section> {
  const { log, signal, now } = job;
  const publicKeys = signKey === undefined ? [] : parsePublicKeys(signKey.publicPem);
  const pruned = [];
  const failed: UnprunedStore[] = [];
  for (const store of stores) {
    if (store.location === 'artifact') continue;
    try {
      const request = { series, rules, publicKeys, isDryRun: false, now, log, signal };
      pruned.push(await pruneStore(store, request));
    } catch (thrown) {
      if (signal.aborted || thrown instanceof CancelledError) throw thrown;
      const [reason = '', ...hint] = describeFailure(thrown).split('\n');
      log.warning(
        `The backup is stored. Retention in ${store.location} broke off: ${[reason, ...hint].join(' ')}`,
      );
      failed.push({
        location: store.location,
        reason,
        hint: hint.length === 0 ? undefined : hint.join(' '),
      });
    }
  }
  return retentionSection({ series, isDryRun: false, stores: pruned, failed });
}
