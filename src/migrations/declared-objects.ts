/** What SQL scripts declare, read from their parse trees: tables created, indexes that are left in the end. */
import { field, items, listedName, type Node, type ObjectName, relationName } from './parse-tree.ts';
import { textOrUndefined } from './record.ts';
import type { SqlParser, SqlStatement } from './sql-parser.ts';

export interface DeclaredIndex extends ObjectName {
  /** In the index's own schema, always. */
  readonly table: string;
  readonly unique: boolean;
  /** Plain columns; expressions are left out. */
  readonly columns: readonly string[];
  /** The migration that created it. */
  readonly migration: string;
}

interface Script {
  readonly name: string;
  readonly script: string;
}

/** Tables that the scripts create, in order. Scripts that cannot be parsed count as empty. */
export function declaredTables(scripts: readonly Script[], parser: SqlParser): readonly ObjectName[] {
  return scripts.flatMap(({ script }) =>
    statementsOf(script, parser).flatMap(({ kind, node }) =>
      kind === 'CreateStmt' ? objectOf(node.relation) : [],
    ),
  );
}

/**
 * The indexes that are there once all scripts have run: later drops and renames, of their tables and columns too, are
 * taken into account. Indexes without a name, and those made inside DO blocks and functions, cannot be seen.
 */
export function declaredIndexes(scripts: readonly Script[], parser: SqlParser): readonly DeclaredIndex[] {
  return scripts.reduce<readonly DeclaredIndex[]>(
    (indexes, { name, script }) =>
      statementsOf(script, parser).reduce(
        (left, statement) => afterStatement(left, statement, name),
        indexes,
      ),
    [],
  );
}

export interface DeclaredExtension {
  readonly name: string;
  /** Undefined: wherever the search path leads, or the extension's own. */
  readonly schema: string | undefined;
}

/** Extensions that the scripts create; those that they drop again are there too. */
export function declaredExtensions(
  scripts: readonly Script[],
  parser: SqlParser,
): readonly DeclaredExtension[] {
  return scripts.flatMap(({ script }) =>
    statementsOf(script, parser).flatMap(({ kind, node }) => {
      const name = textOrUndefined(node.extname);
      if (kind !== 'CreateExtensionStmt' || name === undefined) return [];
      const options = items(node.options).map((option) => field(option, 'DefElem'));
      const place = options.find(({ defname }) => defname === 'schema');
      return [{ name, schema: textOrUndefined(field(field(place, 'arg'), 'String').sval) }];
    }),
  );
}

function statementsOf(script: string, parser: SqlParser): readonly SqlStatement[] {
  const parsed = parser.parse(script);
  return parsed.kind === 'parsed' ? parsed.statements : [];
}

type Indexes = readonly DeclaredIndex[];

function afterStatement(indexes: Indexes, { kind, node }: SqlStatement, migration: string): Indexes {
  switch (kind) {
    case 'IndexStmt':
      return [...indexes, ...created(node, migration)];
    case 'DropStmt':
      return afterDrop(indexes, node);
    case 'RenameStmt':
      return afterRename(indexes, node);
    case 'AlterTableStmt':
      return afterAlterTable(indexes, node);
    default:
      return indexes;
  }
}

function created(node: Node, migration: string): Indexes {
  const name = textOrUndefined(node.idxname);
  const columns = items(node.indexParams).flatMap(
    (item) => textOrUndefined(field(item, 'IndexElem').name) ?? [],
  );
  return objectOf(node.relation).flatMap(({ schema, name: table }) =>
    name === undefined ? [] : [{ schema, name, table, unique: node.unique === true, columns, migration }],
  );
}

function afterDrop(indexes: Indexes, node: Node): Indexes {
  const gone = items(node.objects).flatMap((item) => listedName(field(item, 'List').items) ?? []);
  if (node.removeType === 'OBJECT_INDEX')
    return indexes.filter((index) => !gone.some((name) => same(name, index)));
  if (node.removeType !== 'OBJECT_TABLE') return indexes;
  return indexes.filter((index) => !gone.some((table) => same(table, tableOf(index))));
}

function afterRename(indexes: Indexes, node: Node): Indexes {
  const [from] = objectOf(node.relation);
  const to = textOrUndefined(node.newname);
  if (from === undefined || to === undefined) return indexes;
  const column = textOrUndefined(node.subname);
  return indexes.map((index) => {
    const ofTable = same(from, tableOf(index));
    // ALTER TABLE may rename an index too.
    if (node.renameType === 'OBJECT_INDEX' || node.renameType === 'OBJECT_TABLE')
      return same(from, index) ? { ...index, name: to } : ofTable ? { ...index, table: to } : index;
    if (node.renameType !== 'OBJECT_COLUMN' || !ofTable) return index;
    return { ...index, columns: index.columns.map((name) => (name === column ? to : name)) };
  });
}

function afterAlterTable(indexes: Indexes, node: Node): Indexes {
  const [table] = objectOf(node.relation);
  if (table === undefined) return indexes;
  return items(node.cmds).reduce<Indexes>((left, item) => {
    const command = field(item, 'AlterTableCmd');
    const constraint = field(command.def, 'Constraint');
    const column = command.subtype === 'AT_DropColumn' ? textOrUndefined(command.name) : undefined;
    const adopted = textOrUndefined(constraint.indexname);
    const name = textOrUndefined(constraint.conname);
    return left.flatMap((index) => {
      if (!same(table, tableOf(index))) return [index];
      if (column !== undefined && index.columns.includes(column)) return [];
      // ADD CONSTRAINT … USING INDEX gives the index the constraint's name.
      return [adopted === index.name && name !== undefined ? { ...index, name } : index];
    });
  }, indexes);
}

function tableOf({ schema, table }: DeclaredIndex): ObjectName {
  return { schema, name: table };
}

function same(left: ObjectName, right: ObjectName): boolean {
  return left.name === right.name && (left.schema ?? 'public') === (right.schema ?? 'public');
}

function objectOf(relation: unknown): readonly ObjectName[] {
  const name = relationName(relation);
  return name === undefined ? [] : [name];
}
