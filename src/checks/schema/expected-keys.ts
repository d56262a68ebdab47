/** Keys and indexes that the configuration declares by their shape, and that no key or index of the table has. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, parseTableName, qualifiedName } from '../../postgres/object-name.ts';
import type { DeclaredForeignKey, DeclaredIndex, DeclaredTable } from '../configuration/expectation-shape.ts';
import type { CatalogForeignKey, CatalogIndex, CatalogIndexKey, CatalogRelation } from './catalog.ts';
import type { SchemaFacts } from './facts.ts';

/** What a finding of it says. */
interface Missing {
  readonly subject: string;
  readonly message: string;
  readonly evidence: string;
  readonly fix: string;
}

/** The primary key, in its order; and unique sets, in any. A partial unique index lets duplicates in, so it does not count. */
export function expectedUniques(
  facts: SchemaFacts,
  table: CatalogRelation,
  { 'primary-key': primary, unique = [] }: DeclaredTable,
): readonly Missing[] {
  const indexes = (facts.indexes.get(table.oid) ?? []).filter(({ valid }) => valid);
  const evidence = indexesText(indexes);
  const isThere = (columns: readonly string[]) =>
    indexes.some((index) => index.unique && index.predicate === null && sameSet(columnsOf(index), columns));
  const lacksPrimary =
    primary !== undefined && !indexes.some((index) => index.primary && sameList(columnsOf(index), primary));
  return [
    ...(lacksPrimary ? [missing(table, 'PRIMARY KEY', { columns: primary, evidence })] : []),
    ...unique
      .filter((columns) => !isThere(columns))
      .map((columns) => missing(table, 'UNIQUE', { columns, evidence })),
  ];
}

function missing(
  table: CatalogRelation,
  what: 'PRIMARY KEY' | 'UNIQUE',
  { columns, evidence }: { readonly columns: readonly string[]; readonly evidence: string },
): Missing {
  return {
    subject: `${displayName(table)} (${columns.map(displayIdentifier).join(', ')})`,
    message:
      what === 'UNIQUE' ? 'Nothing makes these columns unique.' : 'The primary key is not on these columns.',
    evidence,
    fix: `ALTER TABLE ${qualifiedName(table)} ADD ${what} (${columns.map(quoteIdentifier).join(', ')});`,
  };
}

function indexesText(indexes: readonly CatalogIndex[]): string {
  if (indexes.length === 0) return 'The table has no index.';
  return indexes
    .map(({ definition }) => definition)
    .toSorted()
    .join('\n');
}

function columnsOf({ keys }: CatalogIndex): readonly (string | null)[] {
  return keys.map(({ column }) => column);
}

function sameList(left: readonly (string | null)[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((column, place) => column === right[place]);
}

function sameSet(left: readonly (string | null)[], right: readonly string[]): boolean {
  return left.length === right.length && right.every((column) => left.includes(column));
}

const deleteActions: Readonly<Record<string, string>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

export function expectedForeignKeys(
  facts: SchemaFacts,
  table: CatalogRelation,
  { 'foreign-keys': wanted = [] }: DeclaredTable,
): readonly Missing[] {
  const keys = facts.catalog.foreignKeys.filter((key) => key.table === table.oid);
  return wanted
    .filter((key) => !keys.some((candidate) => isWanted(facts, candidate, key)))
    .map((key) => {
      const target = parseTableName(key.references, facts.expected.defaultSchema);
      const referenced = key['referenced-columns'] ?? [];
      const action = key['on-delete'];
      return {
        subject: `${displayName(table)} (${key.columns.map(displayIdentifier).join(', ')})`,
        message: `No foreign key refers from here to ${displayName(target)}${action === undefined ? '' : ` with ON DELETE ${action.toUpperCase()}`}.`,
        evidence:
          keys
            .map(({ definition }) => definition)
            .toSorted()
            .join('\n') || 'The table has no foreign key.',
        fix: `ALTER TABLE ${qualifiedName(table)} ADD FOREIGN KEY (${key.columns.map(quoteIdentifier).join(', ')}) REFERENCES ${qualifiedName(target)}${referenced.length === 0 ? '' : ` (${referenced.map(quoteIdentifier).join(', ')})`}${action === undefined ? '' : ` ON DELETE ${action.toUpperCase()}`};`,
      };
    });
}

/** The columns in any order, as long as each refers to its own. */
function isWanted({ expected }: SchemaFacts, key: CatalogForeignKey, wanted: DeclaredForeignKey): boolean {
  const target = parseTableName(wanted.references, expected.defaultSchema);
  const referenced = wanted['referenced-columns'];
  const action = wanted['on-delete'];
  if (key.referencedSchema !== target.schema || key.referencedName !== target.name) return false;
  if (action !== undefined && deleteActions[key.onDelete] !== action) return false;
  if (!sameSet(key.columns, wanted.columns)) return false;
  return (
    referenced === undefined ||
    wanted.columns.every(
      (column, place) => key.referencedColumns[key.columns.indexOf(column)] === referenced[place],
    )
  );
}

export function expectedIndexes(
  facts: SchemaFacts,
  table: CatalogRelation,
  { indexes: wanted = [] }: DeclaredTable,
): readonly Missing[] {
  const indexes = facts.indexes.get(table.oid) ?? [];
  return wanted
    .filter((shape) => !indexes.some((index) => index.valid && serves(index, shape)))
    .map((shape) => ({
      subject: `${displayName(table)} (${shape.columns.map(displayIdentifier).join(', ')})`,
      message: `No ${shape.unique === true ? 'unique ' : ''}${shape.method ?? 'btree'} index begins with these columns${shape.where === undefined ? '' : ` under WHERE ${shape.where}`}.`,
      evidence: indexesText(indexes),
      fix: createIndex(table, shape),
    }));
}

function serves(index: CatalogIndex, shape: DeclaredIndex): boolean {
  const { columns, method = 'btree', unique = false, where, operators } = shape;
  if (index.method !== method || (unique && !index.unique)) return false;
  if (unique && index.keys.length !== columns.length) return false;
  if (!sameExpression(index.predicate, where ?? null)) return false;
  return columns.every((column, place) => {
    const key = index.keys[place];
    return (
      key !== undefined && isKey(key, column) && (operators === undefined || key.operators === operators)
    );
  });
}

function isKey(key: CatalogIndexKey, wanted: string): boolean {
  return key.column === wanted || (key.expression !== null && sameExpression(key.expression, wanted));
}

/** Blanks, casts and the outermost brackets say nothing, but within quotes; Postgres adds them all. */
function sameExpression(left: string | null, right: string | null): boolean {
  return left === null || right === null ? left === right : bare(left) === bare(right);
}

function bare(expression: string): string {
  const plain = expression.replaceAll(
    /('(?:[^']|'')*'|(?<!::)"(?:[^"]|"")*")|::(?:"[^"]+"|[\w.])+(?: varying| precision)?(?:\(\d+(?:,\d+)?\))?(?:\[\])?|\s+/g,
    (_, quoted?: string) => quoted ?? '',
  );
  return isWrapped(plain) ? bare(plain.slice(1, -1)) : plain;
}

function isWrapped(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (const [place, letter] of [...text].entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0) return place === text.length - 1;
  }
  return false;
}

function createIndex(table: CatalogRelation, shape: DeclaredIndex): string {
  const { columns, method, unique = false, where, operators } = shape;
  const keys = columns.map((column) => `${keySql(column)}${operators === undefined ? '' : ` ${operators}`}`);
  const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY ';
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${concurrently}ON ${qualifiedName(table)} ${method === undefined ? '' : `USING ${method} `}(${keys.join(', ')})${where === undefined ? '' : ` WHERE ${where}`};`;
}

function keySql(column: string): string {
  return column.includes('(') ? `(${column})` : quoteIdentifier(column);
}
