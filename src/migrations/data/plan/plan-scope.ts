/** What the planning of one statement works with. */
import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { SqlParser, SqlStatement } from '../../sql-parser.ts';
import type { RowSource } from '../row-source.ts';
import type { StatementText } from '../statement-text.ts';
import type { PlanState } from './plan-state.ts';
import type { PlannedEnums } from './planned-enums.ts';

export interface PlanScope {
  readonly state: PlanState;
  readonly enums: PlannedEnums;
  readonly parser: SqlParser;
  readonly statement: SqlStatement;
  readonly text: StatementText;
}

interface SourceOptions {
  /** Whether the statement asks the rows of tables that inherit from it too. */
  readonly inherits: boolean;
  readonly computed?: RowSource['computed'];
}

export function rowSource(
  { state }: Pick<PlanScope, 'state'>,
  table: RelationRef,
  { inherits, computed }: SourceOptions,
): RowSource {
  const isPartitioned = table.kind === 'partitioned table';
  return {
    table,
    inherits: inherits || isPartitioned,
    hasChildren: isPartitioned || state.tables(table.oid).children.length > 0,
    ...state.shape(table.oid),
    computed: computed ?? new Map(),
  };
}
