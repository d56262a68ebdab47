import { UserError } from '../errors.ts';
import { arrayOf, isNumber, isString } from '../guard.ts';
import { inCatalogTransaction, type Session } from '../postgres/catalog-transaction.ts';
import { numeric, type Row, text } from '../postgres/row.ts';
import { sqlState, sqlStateOf } from '../postgres/sqlstate.ts';
import {
  catalogsOfKinds,
  fingerprintQuery,
  rowQueries,
  snapshotQuery,
  unreadableOf,
  unreadableQuery,
} from './catalog/snapshot-query.ts';
import { type DecodeContext, decodeRow, type Relation } from './decode.ts';
import { kindNames, type ObjectKind } from './object-kinds.ts';
import { sameObjects } from './same.ts';
import {
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
 * Reads the schema in one query of one read-only transaction. The functions that write out definitions see what was
 * committed since the transaction began, so the state of the catalog is asked again afterwards; when it has changed,
 * all is read again until two readings agree. What the role may not see is in `notVisible`.
 * @throws UserError when the schema keeps changing; what `query` throws when the database does not answer
 */
export async function readSnapshot(session: Session, options: SnapshotOptions = {}): Promise<LiveSnapshot> {
  let before: Reading | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const reading = await readWhatIsVisible(session, options);
    if (reading === undefined) continue;
    const [after] = await session.query(fingerprintQuery(reading.unreadable));
    const isStill = after !== undefined && text(after, 'fingerprint') === reading.fingerprint;
    if (isStill || (before !== undefined && sameObjects(before.snapshot.objects, reading.snapshot.objects)))
      return reading.snapshot;
    before = reading;
  }
  throw new UserError(`The schema changed while it was read, ${attempts} times in a row.`, {
    hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`), and run this again.',
  });
}

interface Reading {
  readonly snapshot: LiveSnapshot;
  readonly fingerprint: string;
  /** Catalogs that the role may not read. */
  readonly unreadable: ReadonlySet<string>;
}

/** Undefined when an object vanished under the reading. */
async function readWhatIsVisible(session: Session, options: SnapshotOptions): Promise<Reading | undefined> {
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
): Promise<Reading> {
  const notVisible = notVisibleFor(unreadable);
  const leftOut = new Set(notVisible.map(({ kind }) => kind));
  const scope = schemas === undefined || schemas.length === 0 ? null : [...schemas].toSorted(compareTexts);
  const read = () => session.query(snapshotQuery(unreadable), [scope]);
  const [row] = await inCatalogTransaction(session, read, snapshotId);
  if (row === undefined) throw new Error('The catalog query gave no row.');
  const { objects, numbered, sizes } = decodeAll(row, leftOut);
  return {
    unreadable,
    fingerprint: text(row, 'fingerprint'),
    snapshot: Object.freeze({
      serverVersion: numeric(row, 'server_version'),
      scope: scope === null ? null : Object.freeze(scope),
      providerSchemas: Object.freeze(listOfTexts(text(row, 'provider_schemas'))),
      notVisible: Object.freeze(notVisible),
      objects: Object.freeze(objects),
      sizes: Object.freeze(sizes),
      identityOf: lookUp(numbered),
    }),
  };
}

function decodeAll(row: Row, leftOut: ReadonlySet<ObjectKind>) {
  const relations = relationsOf(text(row, 'relations'));
  const context: DecodeContext = { relations: new Map(relations), columns: new Map() };
  const byKind = new Map<ObjectKind, SchemaObject[]>();
  const numbered: (readonly [SchemaObject, string])[] = [];
  for (const query of columnsFirst) {
    if (leftOut.has(query.kind)) continue;
    const rows: unknown = JSON.parse(text(row, query.kind));
    if (!Array.isArray(rows)) throw new Error(`The catalog query gave no list of ${query.kind}.`);
    const objects: SchemaObject[] = [];
    for (const entry of rows) {
      const { object, column } = decodeRow(entry, query, context);
      objects.push(object);
      if (column === undefined) continue;
      numbered.push([object, `${column.relation}.${column.position}`]);
      const columns = context.columns.get(column.relation) ?? new Map<number, string>();
      context.columns.set(column.relation, columns.set(column.position, object.name));
    }
    byKind.set(query.kind, objects);
  }
  const tables = new Map(relations.map(([oid, { schema, name }]) => [`${schema}\0${name}`, oid]));
  for (const kind of ['table', 'foreign table'] as const) {
    const ordered = byKind.get(kind)?.map((table) => {
      const oid = tables.get(`${table.schema}\0${table.name}`) ?? 0;
      const whole = withColumnOrder(table, context.columns.get(oid));
      numbered.push([whole, String(oid)]);
      return whole;
    });
    if (ordered !== undefined) byKind.set(kind, ordered);
  }
  const objects = kindNames.flatMap((kind) => (byKind.get(kind) ?? []).sort(compareNames));
  return { objects, numbered, sizes: sizesOf(relations) };
}

/** Made when it is first asked: most comparisons find no candidate for a rename. */
function lookUp(numbered: readonly (readonly [SchemaObject, string])[]) {
  let map: ReadonlyMap<SchemaObject, string> | undefined;
  return (object: SchemaObject): string | undefined => {
    map ??= new Map(numbered);
    return map.get(object);
  };
}

/** Constraints name their columns by number. */
const columnsFirst = rowQueries.toSorted(
  (left, right) => Number(right.kind === 'column') - Number(left.kind === 'column'),
);

function withColumnOrder(
  table: SchemaObject,
  columns: ReadonlyMap<number, string> | undefined,
): SchemaObject {
  if (columns === undefined) return table;
  const columnOrder = [...columns].sort(([left], [right]) => left - right).map(([, name]) => name);
  return freezeObject({ ...table, attributes: { ...table.attributes, columnOrder } });
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
