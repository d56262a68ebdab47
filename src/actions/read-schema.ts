import { connectWhenReady } from '../postgres/connect.ts';
import type { Job } from '../runtime/io.ts';
import { readSnapshot, readSnapshotAgain, type SnapshotOptions } from '../schema/read-snapshot.ts';
import type { LiveSnapshot } from '../schema/snapshot.ts';

export interface ReadSchemaRequest {
  readonly job: Job;
  readonly uri: string;
  /** Seconds, for connecting and for the query. */
  readonly timeout: number;
  readonly options?: SnapshotOptions;
  /** An earlier reading of the same database, where nothing may have happened since. */
  readonly earlier?: LiveSnapshot | undefined;
}

/** The schema of one database. Changes nothing. */
export async function readSchema({
  job,
  uri,
  timeout,
  options,
  earlier,
}: ReadSchemaRequest): Promise<LiveSnapshot> {
  await using session = await connectWhenReady({
    uri,
    applicationName: 'database-actions/schema-diff',
    signal: job.signal,
    timeoutMs: timeout * 1000,
    log: job.log,
    settings: { statementTimeoutMs: timeout * 1000 },
  });
  // Awaited here: the session ends with this function.
  return await (earlier === undefined
    ? readSnapshot(session, options)
    : readSnapshotAgain(session, earlier, options));
}
