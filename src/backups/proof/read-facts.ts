import type { Logger } from '../../log.ts';
import { connect } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteLiteral } from '../../postgres/identifier.ts';
import { displayName } from '../../postgres/object-name.ts';
import type { DumpContents } from '../dump/dump-contents.ts';
import { progressLog } from '../progress-log.ts';
import { readCatalogFacts } from './catalog-facts.ts';
import type { DatabaseFacts, MaterialisedView, Omission } from './database-facts.ts';
import { applyFingerprintSettings } from './fingerprint-settings.ts';
import { fingerprintTables } from './fingerprint-tables.ts';
import { noLargeObjects, readLargeObjects } from './large-objects.ts';
import { readRelations, type StoredRelation } from './relations.ts';
import { readSequences } from './sequences.ts';

export interface ReadFactsOptions {
  /** Direct: a session is needed. */
  readonly uri: string;
  readonly applicationName: string;
  /** For getting a connection. */
  readonly timeoutMs: number;
  /** Connections that hash at the same time. */
  readonly workers: number;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Of the source: the exported snapshot that all of them import. Without, the database must be at rest. */
  readonly snapshotId?: string;
  /** Of the source: what the dump holds; only that is read. Without, everything is. */
  readonly contents?: DumpContents;
  /** False: everything but the rows of tables, which then count as not compared. Default: true. */
  readonly hashesTables?: boolean;
}

/** Reads what a database holds: of the source at its dump's snapshot, or of a restored copy. */
export async function readDatabaseFacts(options: ReadFactsOptions): Promise<DatabaseFacts> {
  await using sessions = await openSessions(options);
  const [first] = sessions.all;
  if (first === undefined) throw new Error('At least one worker is needed.');
  const relations = await readRelations(first);
  const { hashed, notCompared } = choose(relations, options);
  const total = hashed.reduce((sum, { bytes }) => sum + bytes, 0);
  using progress = progressLog({ what: 'Fingerprints', total, log: options.log });
  const { signal } = options;
  const prints = await fingerprintTables({
    tables: hashed,
    sessions: sessions.all,
    signal,
    onDone: progress.add,
  });
  const rest = await readTheRest(first, options.contents);
  return {
    algorithm: 'row-text',
    tables: prints.tables,
    materialisedViews: viewsOf(relations, options.contents),
    ...(await readCatalogFacts(first)),
    sequences: rest.sequences,
    largeObjects: rest.largeObjects,
    notCompared: [...notCompared, ...prints.notCompared, ...rest.notCompared],
  };
}

interface Choice {
  readonly hashed: readonly StoredRelation[];
  readonly notCompared: readonly Omission[];
}

function choose(relations: readonly StoredRelation[], options: ReadFactsOptions): Choice {
  const { contents, hashesTables = true } = options;
  const isDumped = ({ oid, kind }: StoredRelation) =>
    contents === undefined || (kind === 'table' ? contents.tables : contents.materialisedViews).has(oid);
  const notCompared: Omission[] = [];
  const hashed = relations.filter((relation) => {
    if (!isDumped(relation)) return false;
    const isHashed = hashesTables || relation.kind !== 'table';
    const reason = whyNotHashed(relation) ?? (isHashed ? undefined : 'no proof of tables was asked for');
    if (reason !== undefined) notCompared.push({ subject: displayName(relation), reason });
    return reason === undefined && relation.kind === 'table';
  });
  return { hashed, notCompared };
}

function whyNotHashed({ kind, extension, isPopulated, canRead }: StoredRelation): string | undefined {
  if (kind === 'foreign table') return 'a foreign table: its rows are on another server';
  if (kind === 'materialised view')
    return isPopulated ? 'a materialised view: a restore fills it anew (REFRESH)' : undefined;
  if (extension !== undefined) return `belongs to the extension ${extension}, which brings rows of its own`;
  return canRead ? undefined : 'the role may not read it';
}

function viewsOf(
  relations: readonly StoredRelation[],
  contents: DumpContents | undefined,
): readonly MaterialisedView[] {
  return relations
    .filter(({ kind, oid }) => kind === 'materialised view' && (contents?.materialisedViews.has(oid) ?? true))
    .map(({ schema, name, isPopulated }) => ({ schema, name, isPopulated }));
}

async function readTheRest(session: PostgresConnection, contents: DumpContents | undefined) {
  const { sequences, ...ofSequences } =
    contents === undefined
      ? await readSequences(session)
      : { sequences: contents.sequences, notCompared: [] };
  const { largeObjects, ...ofLargeObjects } =
    contents === undefined || contents.hasLargeObjects
      ? await readLargeObjects(session)
      : { largeObjects: noLargeObjects, notCompared: [] };
  return {
    sequences,
    largeObjects,
    notCompared: [...ofSequences.notCompared, ...ofLargeObjects.notCompared],
  };
}

interface Sessions extends AsyncDisposable {
  readonly all: readonly PostgresConnection[];
}

async function openSessions(options: ReadFactsOptions): Promise<Sessions> {
  const count = Math.max(1, options.workers);
  const opened = await Promise.allSettled(Array.from({ length: count }, () => openSession(options)));
  const all = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => {
    await Promise.all(all.map((session) => session[Symbol.asyncDispose]()));
  };
  for (const result of opened)
    if (result.status === 'rejected') {
      await close();
      throw result.reason;
    }
  return { all, [Symbol.asyncDispose]: close };
}

async function openSession(options: ReadFactsOptions): Promise<PostgresConnection> {
  const settings = { statementTimeoutMs: 0, idleInTransactionTimeoutMs: 0, isReadOnly: true };
  const session = await connect({ ...options, settings });
  try {
    if (session.serverVersion >= 170_000) await session.query('SET transaction_timeout = 0');
    await session.query(applyFingerprintSettings);
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Must be the transaction's first statement.
    if (options.snapshotId !== undefined)
      await session.query(`SET TRANSACTION SNAPSHOT ${quoteLiteral(options.snapshotId)}`);
    return session;
  } catch (thrown) {
    await session[Symbol.asyncDispose]();
    throw thrown;
  }
}
