import { UserError } from '../errors.ts';
import { arrayOf, isNumber, isString } from '../guard.ts';
import { queryCatalogThen, type Session } from '../postgres/catalog-transaction.ts';
import { numeric, type Row, text } from '../postgres/row.ts';
import { sqlState, sqlStateOf } from '../postgres/sqlstate.ts';
import type { RowQuery } from './catalog/row-query.ts';
import {
  catalogsOfKinds,
  fingerprintQuery,
  kindQueries,
  snapshotQueries,
  transactionsQuery,
  unreadableOf,
  unreadableQuery,
} from './catalog/snapshot-query.ts';
import {
  type DecodeContext,
  type DecodedList,
  decodeLists,
  decodeRow,
  putColumnOrder,
  type Relation,
} from './decode.ts';
import { kindNames, type ObjectKind } from './object-kinds.ts';
import { sameObjects } from './same.ts';
import {
  type AttributeValue,
  compareNames,
  compareTexts,
  freezeObject,
  type LiveSnapshot,
  type NotVisible,
  type SchemaObject,
  type TableSize,
} from './snapshot.ts';

export interface SnapshotOptions {
  /** Default: all but the system's and the provider's. */
  readonly schemas?: readonly string[];
  /** Of a snapshot that another session exported: the schema is read as of then. */
  readonly snapshotId?: string;
}

/** Reads in a row, at most, of a schema that changes each time. */
const attempts = 4;

/**
 * Reads the schema in two queries of one read-only transaction. The functions that write out definitions see what was
 * committed since the transaction began, so the state of the catalog is asked again afterwards; when it has changed,
 * all is read again until two readings agree. What the role may not see is in `notVisible`.
 * @throws UserError when the schema keeps changing; what `query` throws when the database does not answer
 */
export async function readSnapshot(session: Session, options: SnapshotOptions = {}): Promise<LiveSnapshot> {
  let before: LiveSnapshot | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const raw = await readWhatIsVisible(session, options);
    if (raw === undefined) continue;
    const snapshot = decodeSnapshot(raw);
    // The server has answered while the rows were decoded here.
    const [after] = await raw.afterwards;
    const isStill = after !== undefined && text(after, 'fingerprint') === text(raw.head, 'fingerprint');
    if (isStill || (before !== undefined && sameObjects(before.objects, snapshot.objects))) return snapshot;
    before = snapshot;
  }
  throw new UserError(`The schema changed while it was read, ${attempts} times in a row.`, {
    hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`), and run this again.',
  });
}

/**
 * The schema of a database that was read before and in which, most likely, nothing has happened since: then that is asked in
 * one short query, and the earlier reading holds.
 * @param earlier of the same database
 */
export async function readSnapshotAgain(
  session: Session,
  earlier: LiveSnapshot,
  options: SnapshotOptions = {},
): Promise<LiveSnapshot> {
  const [row] = await session.query(transactionsQuery);
  const now = row === undefined ? '' : text(row, 'transactions');
  // xmin = xmax: of the transactions before, none was running; the same xmax: none that wrote has ended since.
  const isStill = now === earlier.transactions && /^(\d+):\1:$/.test(now);
  return isStill ? earlier : readSnapshot(session, options);
}

interface RawReading {
  /** What stands beside the kinds. */
  readonly head: Row;
  readonly decoder: Decoder;
  /** The fingerprint after the reading. */
  readonly afterwards: Promise<readonly Row[]>;
  readonly scope: readonly string[] | null;
  /** Catalogs that the role may not read. */
  readonly unreadable: ReadonlySet<string>;
}

/** Undefined when an object vanished under the reading. */
async function readWhatIsVisible(
  session: Session,
  options: SnapshotOptions,
): Promise<RawReading | undefined> {
  try {
    return await readOnce(session, options, new Set());
  } catch (thrown) {
    if (vanished.has(sqlStateOf(thrown) ?? '')) return undefined;
    if (sqlStateOf(thrown) !== sqlState.insufficientPrivilege) throw thrown;
    const rows = await session.query(unreadableQuery, [catalogsOfKinds]);
    if (rows.length === 0) throw thrown;
    return readOnce(session, options, new Set(rows.map((row) => text(row, 'catalog'))));
  }
}

/** "cache lookup failed", undefined table, column, function and object: dropped between the snapshot and the look at it. */
const vanished: ReadonlySet<string> = new Set(['XX000', '42P01', '42703', '42883', '42704']);

function notVisibleFor(unreadable: ReadonlySet<string>): readonly NotVisible[] {
  return kindNames.flatMap((kind) => {
    const catalog = unreadableOf(kind, unreadable);
    return catalog === undefined
      ? []
      : [Object.freeze({ kind, reason: `the role may not read pg_catalog.${catalog}` })];
  });
}

async function readOnce(
  session: Session,
  { schemas, snapshotId }: SnapshotOptions,
  unreadable: ReadonlySet<string>,
): Promise<RawReading> {
  const scope = schemas === undefined || schemas.length === 0 ? null : [...schemas].toSorted(compareTexts);
  const decoder = createDecoder();
  let head: Row | undefined;
  const { afterwards } = await queryCatalogThen(session, {
    statements: snapshotQueries(unreadable, scope),
    afterwards: fingerprintQuery(unreadable),
    snapshotId,
    take([row]) {
      if (row === undefined) throw new Error('The catalog query gave no row.');
      head ??= row;
      decoder.take(row);
    },
  });
  if (head === undefined) throw new Error('The catalog query gave nothing.');
  return { head, decoder, afterwards, scope, unreadable };
}

function decodeSnapshot({ head, decoder, scope, unreadable }: RawReading): LiveSnapshot {
  const { objects, numbered, sizes } = decoder.result();
  return Object.freeze({
    serverVersion: numeric(head, 'server_version'),
    scope: scope === null ? null : Object.freeze(scope),
    providerSchemas: Object.freeze(listOfTexts(text(head, 'provider_schemas'))),
    notVisible: Object.freeze(notVisibleFor(unreadable)),
    objects: Object.freeze(objects),
    sizes: Object.freeze(sizes),
    identityOf: lookUp(numbered),
    transactions: text(head, 'transactions'),
  });
}

interface Decoder {
  /** The first row has the relations, which all others refer to. */
  take(row: Row): void;
  result(): {
    readonly objects: SchemaObject[];
    readonly numbered: readonly DecodedList[];
    readonly sizes: TableSize[];
  };
}

function createDecoder(): Decoder {
  let relations: readonly RelationEntry[] = [];
  let context: DecodeContext = { relations: new Map(), columns: new Map() };
  const byKind = new Map<ObjectKind, readonly SchemaObject[]>();
  const numbered: DecodedList[] = [];
  return {
    take(row) {
      if (row.relations !== undefined) {
        relations = relationsOf(text(row, 'relations'));
        context = { relations: new Map(relations), columns: new Map() };
      }
      for (const query of columnsFirst) {
        if (row[query.kind] === undefined) continue;
        const value: unknown = JSON.parse(text(row, query.kind));
        if ('values' in query) {
          const decoded = decodeLists(value, query, context);
          if (query.kind === 'table' || query.kind === 'column') numbered.push(decoded);
          byKind.set(query.kind, decoded.objects);
        } else byKind.set(query.kind, decodeRows(value, query, context));
      }
    },
    result() {
      numbered.push(orderForeignTables(byKind, relations, context));
      const objects = kindNames.flatMap((kind) => (byKind.get(kind) ?? []).toSorted(compareNames));
      return { objects, numbered, sizes: sizesOf(relations) };
    },
  };
}

function decodeRows(value: unknown, query: RowQuery, context: DecodeContext): readonly SchemaObject[] {
  if (!Array.isArray(value)) throw new Error(`The catalog query gave no list of ${query.kind}.`);
  return value.map((entry: unknown) => decodeRow(entry, query, context));
}

/** Made when it is first asked: most comparisons find no candidate for a rename. */
function lookUp(numbered: readonly DecodedList[]) {
  let map: Map<SchemaObject, string> | undefined;
  return (object: SchemaObject): string | undefined => {
    map ??= new Map(
      numbered.flatMap(({ objects, relations, positions }) =>
        objects.map((each, index) => {
          const position = positions[index];
          return [
            each,
            position === undefined ? `${relations[index]}` : `${relations[index]}.${position}`,
          ] as const;
        }),
      ),
    );
    return map.get(object);
  };
}

/** Constraints name their columns by number, and tables have them in order. */
const columnsFirst = kindQueries.toSorted(
  (left, right) => Number(right.kind === 'column') - Number(left.kind === 'column'),
);

/** They come as rows, since there are few. */
function orderForeignTables(
  byKind: Map<ObjectKind, readonly SchemaObject[]>,
  relations: readonly RelationEntry[],
  { columns }: DecodeContext,
): DecodedList {
  const tables = byKind.get('foreign table') ?? [];
  if (tables.length === 0) return { objects: [], relations: [], positions: [] };
  const oids = new Map(relations.map(([oid, { schema, name }]) => [`${schema}\0${name}`, oid]));
  const numbers = tables.map(({ schema, name }) => oids.get(`${schema}\0${name}`) ?? 0);
  const objects = tables.map((table, index) => {
    const attributes: Record<string, AttributeValue> = { ...table.attributes };
    putColumnOrder(attributes, columns.get(numbers[index] ?? 0));
    return freezeObject({ ...table, attributes });
  });
  byKind.set('foreign table', objects);
  return { objects, relations: numbers, positions: [] };
}

type RelationEntry = readonly [
  oid: number,
  Relation & { readonly kind: string; readonly rows: number; readonly bytes: number },
];

function relationsOf(json: string): readonly RelationEntry[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows)) throw new Error('The catalog query gave no list of relations.');
  return rows.map((row: unknown): RelationEntry => {
    const [oid, schema, name, kind, tuples, bytes]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (!isNumber(oid) || !isString(schema) || !isString(name) || !isString(kind) || !isNumber(bytes))
      throw new Error('The catalog query gave a relation in another shape.');
    return [oid, { schema, name, kind, rows: Number(tuples), bytes }];
  });
}

function sizesOf(relations: readonly RelationEntry[]): TableSize[] {
  return relations
    .filter(([, { kind }]) => /^[rpm]$/.test(kind))
    .map(([, { schema, name, rows, bytes }]) => Object.freeze({ schema, name, rows, bytes }))
    .sort((left, right) => compareTexts(left.schema, right.schema) || compareTexts(left.name, right.name));
}

const areTexts = arrayOf(isString);

function listOfTexts(json: string): readonly string[] {
  const list: unknown = JSON.parse(json);
  if (!areTexts(list)) throw new Error('The catalog query gave a list in another shape.');
  return list;
}
