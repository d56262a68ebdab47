/** Statements that set the search path. */
import { field, items, type Node, nodesOf, texts, unwrap } from '../../parse-tree.ts';
import type { SqlStatement } from '../../sql-parser.ts';

export interface SearchPathChange {
  /** Undefined: back to what the session began with. */
  readonly schemas: readonly string[] | undefined;
  /** Ends with the transaction. */
  readonly isLocal: boolean;
}

/** SET search_path, RESET, and `SELECT set_config('search_path', …)` as pg_dump writes it; undefined: neither of them. */
export function searchPathChange({ kind, node }: SqlStatement): SearchPathChange | undefined {
  if (kind === 'VariableSetStmt') return afterSet(node);
  if (kind !== 'SelectStmt') return undefined;
  const call = nodesOf(node, 'FuncCall').find(({ funcname }) => texts(funcname).at(-1) === 'set_config');
  const [name, value, isLocal] = items(call?.args).map(constant);
  if (name !== 'search_path' || typeof value !== 'string') return undefined;
  const parts = value.match(/"(?:[^"]|"")*"|[^",\s]+/g) ?? [];
  return { schemas: parts.map(unquote), isLocal: isLocal === true };
}

function afterSet(node: Node): SearchPathChange | undefined {
  if (node.kind === 'VAR_RESET_ALL') return { schemas: undefined, isLocal: false };
  if (node.name !== 'search_path') return undefined;
  const isLocal = node.is_local === true;
  if (node.kind === 'VAR_DEFAULT' || node.kind === 'VAR_RESET') return { schemas: undefined, isLocal };
  if (node.kind !== 'VAR_SET_VALUE') return undefined;
  const schemas = items(node.args)
    .map(constant)
    .filter((value) => typeof value === 'string')
    .filter((schema) => schema !== '');
  return { schemas, isLocal };
}

function constant(value: unknown): unknown {
  const [kind, node] = unwrap(value);
  if (kind !== 'A_Const') return undefined;
  if (node.sval !== undefined) return field(node, 'sval').sval ?? '';
  if (node.boolval !== undefined) return field(node, 'boolval').boolval ?? false;
  return undefined;
}

/** Unquoted names are folded to lower case. */
function unquote(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase();
}
