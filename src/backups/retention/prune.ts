import { ExternalError, errorMessage } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { BackupDamage } from '../damage.ts';
import { readHistory } from '../drill/drill-history.ts';
import { type CompleteBackup, listBackups } from '../list-backups.ts';
import { openBackup } from '../open-backup.ts';
import type { PublicKey } from '../signing-keys.ts';
import type { BackupStore } from '../storage/store.ts';
import { applyRetention, type RetentionOutcome } from './apply.ts';
import { retentionCandidates } from './candidate.ts';
import { planRetention, type RetentionPlan } from './plan.ts';
import type { RetentionRules } from './rules.ts';
import { sweepUnfinishedBackups } from './unfinished.ts';

export interface PruneRequest {
  readonly series: string;
  readonly rules: RetentionRules;
  /** When any are given, a backup that none of them signed is not counted and not deleted. */
  readonly publicKeys: readonly PublicKey[];
  readonly isDryRun: boolean;
  readonly now: () => Date;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export interface PrunedStore {
  readonly location: string;
  readonly plan: RetentionPlan;
  readonly outcome: RetentionOutcome;
  /** Ids of folders without a manifest, and uploads that nobody finished. */
  readonly swept: readonly string[];
  readonly uploads: readonly string[];
  /** Why unfinished uploads could not be ended. */
  readonly uploadsLeft: string | undefined;
  /** What has the form of a backup and is not believed to be one. */
  readonly ignored: readonly { readonly id: string; readonly reason: string }[];
}

/** A drill proves the copy in one store, and its record is looked for there alone. Enough to know of every backup that is kept. */
const mostRecords = 1000;
const week = 7 * 24 * 3600 * 1000;

/** Deletes what the rules do not keep, store by store, and what was never finished. @throws what `applyRetention` throws */
export async function pruneStore(store: BackupStore, request: PruneRequest): Promise<PrunedStore> {
  const { series, rules, isDryRun, log, signal } = request;
  const now = request.now();
  const { trusted, ignored } = await believed(store, request);
  const drills = await readHistory({ stores: [store], series, log, signal, atMost: mostRecords });
  const here = drills.filter(({ location }) => location === store.location);
  const manifests = trusted.map(({ summary, manifestSha256 }) => ({
    manifest: summary,
    sha256: manifestSha256,
  }));
  const plan = planRetention({ series, backups: retentionCandidates(manifests, here), rules, now });
  const outcome = await applyRetention(store, plan, { log, signal, now, isDryRun });
  const sweeping = { series, now, olderThanMs: week, guard: plan.guard, isDryRun, log, signal };
  const swept = await sweepUnfinishedBackups(store, sweeping);
  const ended = isDryRun ? noneEnded : await endUploads(store, new Date(now.getTime() - week), log);
  return { location: store.location, plan, outcome, swept, ...ended, ignored };
}

type EndedUploads = Pick<PrunedStore, 'uploads' | 'uploadsLeft'>;

const noneEnded: EndedUploads = { uploads: [], uploadsLeft: undefined };

/** Not every service can list its unfinished uploads, nor may every role; what has been deleted by then has to be told. */
async function endUploads(store: BackupStore, olderThan: Date, log: Logger): Promise<EndedUploads> {
  try {
    return { uploads: await store.sweepUnfinished(olderThan), uploadsLeft: undefined };
  } catch (thrown) {
    if (!(thrown instanceof ExternalError)) throw thrown;
    if (thrown.status !== 501) return { uploads: [], uploadsLeft: errorMessage(thrown) };
    log.notice(`${store.location} cannot list unfinished uploads: a lifecycle rule of the bucket ends them.`);
    return noneEnded;
  }
}

interface Believed {
  readonly trusted: readonly CompleteBackup[];
  readonly ignored: readonly { readonly id: string; readonly reason: string }[];
}

async function believed(store: BackupStore, { series, publicKeys }: PruneRequest): Promise<Believed> {
  const trusted: CompleteBackup[] = [];
  const ignored: { id: string; reason: string }[] = [];
  for (const backup of await listBackups(store, series)) {
    if (backup.kind === 'unfinished') continue;
    const reason =
      backup.kind === 'unreadable' ? backup.reason : await whyNotSigned(store, backup, publicKeys);
    if (reason !== undefined) ignored.push({ id: backup.id, reason });
    else if (backup.kind === 'complete') trusted.push(backup);
  }
  return { trusted, ignored };
}

async function whyNotSigned(
  store: BackupStore,
  { id, manifestSha256 }: CompleteBackup,
  publicKeys: readonly PublicKey[],
): Promise<string | undefined> {
  if (publicKeys.length === 0) return undefined;
  try {
    const opened = await openBackup(store, id, { publicKeys });
    return opened.manifestSha256 === manifestSha256 ? undefined : 'Its manifest changed while it was read.';
  } catch (thrown) {
    if (!(thrown instanceof BackupDamage)) throw thrown;
    return thrown.message;
  }
}
