import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { backupFolder } from '../backup-id.ts';
import { parseBackupKey } from '../backup-key.ts';
import { manifestName, signatureName } from '../manifest.ts';
import type { BackupStore } from '../storage/store.ts';
import type { RetentionCandidate } from './candidate.ts';
import type { RetentionPlan } from './plan.ts';

export interface RetentionContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Says what would be done, and does nothing. */
  readonly isDryRun: boolean;
}

export interface RetentionOutcome {
  /** Ids, newest first; under a dry run those that would be deleted. */
  readonly deleted: readonly string[];
  /** Ids of backups that the store keeps longer, and keys of files that outlived their manifest. */
  readonly locked: readonly string[];
  /** Keys in the folders of deleted backups that are not ours, and still there. */
  readonly foreign: readonly string[];
}

/**
 * Deletes what the plan says, oldest first. The manifest goes first of a backup: after a crash there is no backup that looks
 * whole and is not, and what is left is swept as unfinished. A locked one is left whole.
 * @throws UserError, and deletes nothing, when the verified backup that the plan relies on is not in this store
 */
export async function applyRetention(
  store: BackupStore,
  plan: RetentionPlan,
  context: RetentionContext,
): Promise<RetentionOutcome> {
  const doomed = plan.decisions.filter(({ action }) => action === 'delete').map(({ backup }) => backup);
  for (const { backup, action, reasons } of plan.decisions)
    context.log.info(`${action === 'keep' ? 'Keep' : 'Delete'} ${backup.id}: ${reasons.join('; ')}.`);
  const outcome = { deleted: [] as string[], locked: [] as string[], foreign: [] as string[] };
  if (doomed.length === 0) return outcome;
  await checkGuard(store, plan.guard);
  for (const backup of doomed.toReversed()) {
    context.signal.throwIfAborted();
    if (context.isDryRun) outcome.deleted.unshift(backup.id);
    else if (await isLocked(store, backup, context.now)) outcome.locked.unshift(backup.id);
    else await deleteBackup(store, backup, outcome);
  }
  if (outcome.locked.length > 0)
    context.log.notice(`Locked by the store, and kept until then: ${outcome.locked.join(', ')}.`);
  if (outcome.foreign.length > 0)
    context.log.warning(`Not of a backup, and left alone: ${outcome.foreign.join(', ')}.`);
  return outcome;
}

/** What everything relies on is looked at again, just before: in this store, whole. */
async function checkGuard(store: BackupStore, guard: RetentionCandidate | undefined): Promise<void> {
  if (guard === undefined)
    throw new UserError('Nothing is deleted: no backup of the series is verified.', {
      hint: 'Run `verify-backup` first.',
    });
  const folder = backupFolder(guard.id);
  const manifest = await store.head(`${folder}/${manifestName}`);
  const wrong = manifest === undefined ? [manifestName] : [];
  for (const { name, bytes } of guard.files)
    if ((await store.head(`${folder}/${name}`))?.bytes !== bytes) wrong.push(name);
  if (wrong.length === 0) return;
  throw new UserError(
    `Nothing is deleted: of the verified backup ${guard.id}, ${wrong.join(', ')} is missing in ${store.location}, or has another length.`,
    { hint: 'Store and verify a new backup there first.' },
  );
}

/** Object by object: a backup of which the manifest could go and the dump not would be half of one. */
async function isLocked(store: BackupStore, backup: RetentionCandidate, now: Date): Promise<boolean> {
  if (!store.capabilities.objectLock) return false;
  for (const key of keysOf(backup)) {
    const found = await store.head(key);
    if (found?.isHeld === true || (found?.retainUntil !== undefined && found.retainUntil > now)) return true;
  }
  return false;
}

interface Outcome {
  readonly deleted: string[];
  readonly locked: string[];
  readonly foreign: string[];
}

async function deleteBackup(store: BackupStore, backup: RetentionCandidate, outcome: Outcome): Promise<void> {
  const [manifest = '', ...others] = keysOf(backup);
  if ((await store.delete(manifest)) === 'locked') return void outcome.locked.unshift(backup.id);
  outcome.deleted.unshift(backup.id);
  for (const key of others) if ((await store.delete(key)) === 'locked') outcome.locked.unshift(key);
  for await (const { key } of store.list(`${backupFolder(backup.id)}/`))
    if (!outcome.locked.includes(key)) outcome.foreign.push(key);
}

/** The manifest first. Only names that a backup's files have: a manifest is not believed when it claims others. */
function keysOf({ id, files }: RetentionCandidate): readonly string[] {
  const folder = backupFolder(id);
  const names = new Set([manifestName, signatureName, ...files.map(({ name }) => name)]);
  return [...names].map((name) => `${folder}/${name}`).filter((key) => parseBackupKey(key)?.id === id);
}
