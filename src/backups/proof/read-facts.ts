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
import { type Fingerprints, fingerprintTables } from './fingerprint-tables.ts';
import { fromCopyLines } from './from-copy-lines.ts';
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
  /** Default: `row-text`. */
  readonly hashing?: TableHashing;
}

/** Where the fingerprints of tables come from. */
export type TableHashing =
  /** From the server, which hashes its rows itself. */
  | { readonly kind: 'row-text' }
  /** From what pg_restore or pg_dump writes, see `plain-lines.ts`. */
  | { readonly kind: 'copy-lines'; lines(): AsyncIterable<Uint8Array> }
  /** Nowhere: all tables count as not compared. */
  | { readonly kind: 'none' };

/** Reads what a database holds: of the source at its dump's snapshot, or of a restored copy. */
export async function readDatabaseFacts(options: ReadFactsOptions): Promise<DatabaseFacts> {
  const hashing = options.hashing ?? { kind: 'row-text' };
  await using sessions = await openSessions(options, hashing.kind === 'row-text' ? options.workers : 1);
  const [first] = sessions.all;
  if (first === undefined) throw new Error('At least one session is needed.');
  const relations = await readRelations(first);
  const { hashed, notCompared } = choose(relations, options.contents, hashing);
  const prints = await fingerprints(hashing, hashed, { ...options, sessions: sessions.all });
  const rest = await readTheRest(first, options.contents);
  return {
    algorithm: hashing.kind === 'copy-lines' ? 'copy-lines' : 'row-text',
    tables: prints.tables,
    materialisedViews: viewsOf(relations, options.contents),
    ...(await readCatalogFacts(first)),
    sequences: rest.sequences,
    largeObjects: rest.largeObjects,
    notCompared: [...notCompared, ...prints.notCompared, ...rest.notCompared],
  };
}

type FingerprintOptions = ReadFactsOptions & { readonly sessions: readonly PostgresConnection[] };

async function fingerprints(
  hashing: TableHashing,
  tables: readonly StoredRelation[],
  { log, signal, sessions }: FingerprintOptions,
): Promise<Fingerprints> {
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  using progress = progressLog({ what: 'Fingerprints', total, log });
  if (hashing.kind === 'none') return { tables: [], notCompared: [] };
  if (hashing.kind === 'copy-lines') return fromCopyLines(tables, hashing.lines(), progress.add);
  return fingerprintTables({ tables, sessions, signal, onDone: progress.add });
}

interface Choice {
  readonly hashed: readonly StoredRelation[];
  readonly notCompared: readonly Omission[];
}

function choose(
  relations: readonly StoredRelation[],
  contents: DumpContents | undefined,
  hashing: TableHashing,
): Choice {
  const isDumped = ({ oid, kind }: StoredRelation) =>
    contents === undefined || (kind === 'table' ? contents.tables : contents.materialisedViews).has(oid);
  const notCompared: Omission[] = [];
  const hashed = relations.filter((relation) => {
    if (!isDumped(relation)) return false;
    const reason = whyNotHashed(relation) ?? whyNotBy(hashing, relation);
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

function whyNotBy({ kind }: TableHashing, relation: StoredRelation): string | undefined {
  if (relation.kind !== 'table') return undefined;
  if (kind === 'none') return 'no proof of tables was asked for';
  return kind === 'copy-lines' && relation.isInheritanceChild
    ? 'inherits its columns, which a restore may bring back in another order: only `proof: source` compares it'
    : undefined;
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

async function openSessions(options: ReadFactsOptions, count: number): Promise<Sessions> {
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
