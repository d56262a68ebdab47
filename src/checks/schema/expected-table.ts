import type { DeclaredExpectations, DeclaredTable } from '../configuration/expectation-shape.ts';

/** A table that is declared together with what it holds. */
export interface ExpectedTable {
  /** `table` or `schema.table`. */
  readonly table: string;
  readonly holds: DeclaredTable;
}

/** Names of all the tables that are declared. */
export function declaredTables({ tables = [] }: DeclaredExpectations): readonly string[] {
  return tables.map((entry) => (typeof entry === 'string' ? entry : entry[0]));
}

export function declaredShapes({ tables = [] }: DeclaredExpectations): readonly ExpectedTable[] {
  return tables.flatMap((entry) => {
    if (typeof entry === 'string') return [];
    const [table, holds] = entry;
    return holds === undefined ? [] : [{ table, holds }];
  });
}
