import type { Logger } from '../../log.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import type { DumpContents } from '../dump/dump-contents.ts';
import { openLongSession } from '../long-session.ts';
import { progressLog } from '../progress-log.ts';
import { readCatalogFacts } from './catalog-facts.ts';
import { chooseTables } from './choose-tables.ts';
import type { DatabaseFacts, MaterialisedView } from './database-facts.ts';
import { applyFingerprintSettings } from './fingerprint-settings.ts';
import { type Fingerprints, fingerprintTables } from './fingerprint-tables.ts';
import { fromCopyLines } from './from-copy-lines.ts';
import { noLargeObjects, readLargeObjects } from './large-objects.ts';
import { readRelations, type StoredRelation } from './relations.ts';
import { readSequences } from './sequences.ts';
import type { TableHashing } from './table-hashing.ts';

export interface CopyFactsOptions {
  /** Direct: a session is needed. */
  readonly uri: string;
  readonly applicationName: string;
  /** For getting a connection. */
  readonly timeoutMs: number;
  /** Connections that hash at the same time. */
  readonly workers: number;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Default: `row-text`; to be held against an archive's facts, `copy-lines` (see `databaseLines`). */
  readonly hashing?: TableHashing;
}

/** What a restored copy holds. It must be at rest: the connections share no snapshot. */
export async function readDatabaseFacts(options: CopyFactsOptions): Promise<DatabaseFacts> {
  const hashing = options.hashing ?? { kind: 'row-text' };
  await using sessions = await openSessions(options, hashing.kind === 'row-text' ? options.workers : 1);
  const relations = await readRelations(sessions.first);
  return await readFacts({ ...options, hashing, relations, sessions: sessions.all });
}

export interface ReadFactsOptions {
  /** In a transaction, all at the same snapshot. A table is read by the same one that `shareTables` gives it to. */
  readonly sessions: readonly Session[];
  readonly relations: readonly StoredRelation[];
  readonly hashing: TableHashing;
  /** Of the source: what the dump holds; only that is read. Without, everything is. */
  readonly contents?: DumpContents;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export async function readFacts(options: ReadFactsOptions): Promise<DatabaseFacts> {
  const { sessions, relations, contents, hashing } = options;
  const [first] = sessions;
  if (first === undefined) throw new Error('At least one session is needed.');
  for (const session of sessions) await session.query(applyFingerprintSettings);
  const { hashed, notCompared } = chooseTables(relations, contents, hashing);
  const prints = await fingerprints(options, hashed);
  const rest = await readTheRest(first, contents);
  return {
    algorithm: hashing.kind === 'copy-lines' ? 'copy-lines' : 'row-text',
    tables: prints.tables,
    materialisedViews: viewsOf(relations, contents),
    ...(await readCatalogFacts(first)),
    sequences: rest.sequences,
    largeObjects: rest.largeObjects,
    notCompared: [...notCompared, ...prints.notCompared, ...rest.notCompared],
  };
}

async function fingerprints(
  { hashing, relations, sessions, log, signal }: ReadFactsOptions,
  tables: ReadonlySet<StoredRelation>,
): Promise<Fingerprints> {
  const total = [...tables].reduce((sum, { bytes }) => sum + bytes, 0);
  using progress = progressLog({ what: 'Fingerprints', total, log });
  if (hashing.kind === 'none') return { tables: [], notCompared: [] };
  if (hashing.kind === 'copy-lines') return fromCopyLines([...tables], hashing.lines(), progress.add);
  return fingerprintTables({ relations, tables, sessions, signal, onDone: progress.add });
}

function viewsOf(
  relations: readonly StoredRelation[],
  contents: DumpContents | undefined,
): readonly MaterialisedView[] {
  return relations
    .filter(({ kind, oid }) => kind === 'materialised view' && (contents?.materialisedViews.has(oid) ?? true))
    .map(({ schema, name, isPopulated }) => ({ schema, name, isPopulated }));
}

async function readTheRest(session: Session, contents: DumpContents | undefined) {
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
  readonly first: PostgresConnection;
  readonly all: readonly PostgresConnection[];
}

async function openSessions(options: CopyFactsOptions, count: number): Promise<Sessions> {
  const all: PostgresConnection[] = [];
  const close = async () => {
    await Promise.all(all.map((session) => session[Symbol.asyncDispose]()));
  };
  try {
    const first = await openSession(options);
    all.push(first);
    while (all.length < count) all.push(await openSession(options));
    return { first, all, [Symbol.asyncDispose]: close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function openSession(options: CopyFactsOptions): Promise<PostgresConnection> {
  const session = await openLongSession(options);
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return session;
  } catch (thrown) {
    await session[Symbol.asyncDispose]();
    throw thrown;
  }
}
