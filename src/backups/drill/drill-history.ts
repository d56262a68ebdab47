/** The drills of a series, as they were recorded beside its backups. */
import { ExternalError, errorMessage, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { takenAtOf } from '../backup-id.ts';
import { collectBytes } from '../byte-reader.ts';
import type { BackupStore } from '../storage/store.ts';
import { oneOf } from '../store-sealed.ts';
import { type DrillRecord, drillFolder } from './drill.ts';
import { longestRecord, parseRecord, serializeRecord } from './drill-record-file.ts';

/** Enough for years of monthly drills and a chart. */
export const historyLength = 60;

export interface HistoryRequest {
  readonly stores: readonly BackupStore[];
  readonly series: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Newest records that are read, of each store. Default: {@link historyLength}. */
  readonly atMost?: number;
}

/** Newest first. One drill is told once, wherever it is recorded; a record that cannot be read is passed over and told. */
export async function readHistory(request: HistoryRequest): Promise<readonly DrillRecord[]> {
  const found = new Map<string, DrillRecord>();
  for (const store of request.stores)
    for (const drill of await recordsOf(store, request)) found.set(drill.id, drill);
  return [...found.values()].toSorted((left, right) => (left.id < right.id ? 1 : -1));
}

async function recordsOf(store: BackupStore, request: HistoryRequest): Promise<readonly DrillRecord[]> {
  const { series, log, signal, atMost = historyLength } = request;
  const keys: string[] = [];
  for await (const { key, bytes } of store.list(`${drillFolder(series)}/`)) {
    if (!key.endsWith('.json')) continue;
    if (bytes > longestRecord)
      log.warning(`${store.location}/${key} is too large for the record of a drill.`);
    else keys.push(key);
    // Sorted by time, so the oldest can be forgotten while they are listed.
    if (keys.length > atMost * 2) keys.splice(0, keys.length - atMost);
  }
  const records: DrillRecord[] = [];
  for (const key of keys.toSorted().slice(-atMost)) {
    signal.throwIfAborted();
    const drill = await readRecord(store, key, log);
    if (drill?.series === series) records.push(drill);
  }
  return records;
}

async function readRecord(store: BackupStore, key: string, log: Logger): Promise<DrillRecord | undefined> {
  try {
    return parseRecord(await readText(await store.read(key)));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    log.warning(`${store.location}/${key} is passed over: ${thrown.message}`);
    return undefined;
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = await collectBytes(body, longestRecord);
  if (bytes === undefined) throw new UserError('It is too large for the record of a drill.');
  return bytes.toString('utf8');
}

/**
 * Writes the record to each store, so that each of them knows what was proved. @returns where it could not be written, and
 * why: a role that may only read is no reason to distrust what was read
 */
export async function writeRecord(
  drill: DrillRecord,
  { stores, log }: Pick<HistoryRequest, 'stores' | 'log'>,
): Promise<readonly { readonly location: string; readonly reason: string }[]> {
  const body = Buffer.from(serializeRecord(drill));
  const failed: { location: string; reason: string }[] = [];
  for (const store of stores) {
    const key = `${drillFolder(drill.series)}/${drill.id}.json`;
    try {
      await store.write(key, oneOf(body), { bytes: body.length, contentType: 'application/json' });
      log.debug(`Recorded the drill in ${store.location}/${key}`);
    } catch (thrown) {
      if (!(thrown instanceof UserError || thrown instanceof ExternalError)) throw thrown;
      failed.push({ location: store.location, reason: errorMessage(thrown) });
    }
  }
  return failed;
}

/** The newest backup, by its snapshot, that a drill has verified. */
export function newestVerified(
  history: readonly DrillRecord[],
): { readonly backupId: string; readonly takenAt: Date } | undefined {
  return history
    .filter(({ verdict }) => verdict === 'verified')
    .flatMap(({ backupId }) => {
      const takenAt = takenAtOf(backupId);
      return takenAt === undefined ? [] : [{ backupId, takenAt }];
    })
    .toSorted((left, right) => right.takenAt.getTime() - left.takenAt.getTime())[0];
}
