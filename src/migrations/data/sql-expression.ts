/** An expression of the migration: its own words, and what of the row it reads. */
import { field, nodesOf, texts } from '../parse-tree.ts';

export interface SqlExpression {
  readonly text: string;
  /** `all`: it reads the row as a whole. */
  readonly columns: readonly string[] | 'all';
  /** Names of the functions that it calls and of the types that it casts to, without their schemas. */
  readonly uses: readonly string[];
}

/** @param tableColumns columns that the table has, or will have when the expression is evaluated */
export function sqlExpression(text: string, tree: unknown, tableColumns: readonly string[]): SqlExpression {
  const known = new Set(tableColumns);
  // `t.column` and `column` end in the column's name; `t`, `t.*` and what is unknown read the row as a whole.
  const named = nodesOf(tree, 'ColumnRef').map(({ fields }) => ({
    name: texts(fields).at(-1) ?? '',
    isStar: Array.isArray(fields) && fields.length > texts(fields).length,
  }));
  const isWhole = named.some(({ name, isStar }) => isStar || !known.has(name));
  const functions = nodesOf(tree, 'FuncCall').flatMap(({ funcname }) => texts(funcname).at(-1) ?? []);
  const types = nodesOf(tree, 'TypeCast').flatMap(
    ({ typeName }) => texts(field({ typeName }, 'typeName').names).at(-1) ?? [],
  );
  return {
    text,
    columns: isWhole ? 'all' : [...new Set(named.map(({ name }) => name))].toSorted(),
    uses: [...new Set([...functions, ...types])].toSorted(),
  };
}

/** In brackets; the line break ends a comment that the text may end with. */
export function inBrackets(text: string): string {
  return `(${text}\n)`;
}

/** Columns of several, together. */
export function joinColumns(parts: readonly (readonly string[] | 'all')[]): readonly string[] | 'all' {
  const lists = parts.filter((part) => part !== 'all');
  return lists.length < parts.length ? 'all' : [...new Set(lists.flat())].toSorted();
}
