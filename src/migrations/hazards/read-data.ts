/** Statements that change rows, those inside WITH too. */
import { field, items, type Node, nodesOf, type ObjectName, relationName, texts } from '../parse-tree.ts';
import { isRecord, textOrUndefined } from '../record.ts';
import type { DataChange, Operation } from './operation.ts';
import { isWellKnown } from './volatility.ts';

const kinds: Readonly<Record<string, DataChange['kind']>> = {
  InsertStmt: 'insert',
  UpdateStmt: 'update',
  DeleteStmt: 'delete',
  MergeStmt: 'update',
};

export function dataChanges(kind: string): (node: Node) => readonly Operation[] {
  return (node) => {
    const nested = nodesOf(node.withClause, 'ctequery').flatMap((query) =>
      Object.keys(kinds).flatMap((inner) =>
        isRecord(query[inner]) ? dataChanges(inner)(field(query, inner)) : [],
      ),
    );
    return [...nested, ...dataChange(kind, node)];
  };
}

function dataChange(kind: string, node: Node): readonly Operation[] {
  const target = relationName(node.relation);
  const change = kinds[kind];
  if (target === undefined || change === undefined) return [];
  const reads = readTables({ ...node, relation: undefined });
  return [{ kind: change, target, reads, isEveryRow: isEveryRow(kind, node) }];
}

function isEveryRow(kind: string, node: Node): boolean {
  if (kind === 'MergeStmt') return false;
  if (kind !== 'InsertStmt')
    return isAlwaysTrue(node.whereClause) && items(node.fromClause ?? node.usingClause).length === 0;
  const query = field(node.selectStmt, 'SelectStmt');
  return (
    items(query.fromClause).length > 0 && isAlwaysTrue(query.whereClause) && query.limitCount === undefined
  );
}

/** No WHERE, `WHERE true` and `WHERE 1 = 1`. */
function isAlwaysTrue(where: unknown): boolean {
  if (where === undefined) return true;
  if (field(field(where, 'A_Const'), 'boolval').boolval === true) return true;
  const { lexpr, rexpr, name } = field(where, 'A_Expr');
  const [left, right] = [lexpr, rexpr].map((side) => field(side, 'A_Const'));
  const isConstant = isRecord(lexpr) && 'A_Const' in lexpr && isRecord(rexpr) && 'A_Const' in rexpr;
  const value = (side: Node | undefined) => JSON.stringify({ ...side, location: undefined });
  return isConstant && texts(name)[0] === '=' && value(left) === value(right);
}

/** The tables that a query names, without those of its own WITH. */
export function readTables(tree: unknown): readonly ObjectName[] {
  const own = new Set(
    nodesOf(tree, 'CommonTableExpr').flatMap(({ ctename }) => textOrUndefined(ctename) ?? []),
  );
  return nodesOf(tree, 'RangeVar').flatMap((node) => {
    const name = relationName(node);
    return name === undefined || (name.schema === undefined && own.has(name.name)) ? [] : [name];
  });
}

/** `SELECT set_config('lock_timeout', '5s', false)`. A query that calls a function of the user's own is opaque. */
export function settingsOfSelect(node: Node): readonly Operation[] {
  const calls = nodesOf(node, 'FuncCall');
  const nameOf = (call: Node) => texts(call.funcname).at(-1) ?? '';
  const settings = calls.flatMap((call): readonly Operation[] => {
    if (nameOf(call) !== 'set_config') return [];
    const constants = items(call.args).map((argument) => field(argument, 'A_Const'));
    const [name, value] = constants.map((constant) => textOrUndefined(field(constant, 'sval').sval));
    const isLocal = field(constants[2], 'boolval').boolval === true;
    return name === undefined
      ? []
      : [{ kind: 'setting', name, values: value === undefined ? undefined : [value], isLocal }];
  });
  const own = calls.map(nameOf).find((name) => !isWellKnown(name));
  return own === undefined ? settings : [...settings, { kind: 'opaque', words: `SELECT ${own}()` }];
}
