/** Which questions to the data the pending migrations raise. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { text } from '../../postgres/row.ts';
import type { RehearsalCatalog } from '../rehearsal/catalog.ts';
import type { SqlStatement } from '../sql-parser.ts';
import type { CheckDraft, DataCheck, Dependency, PlanContext, PlannedScript } from './data-check.ts';
import { alterTableDrafts } from './plan/alter-table.ts';
import { domainDrafts } from './plan/domain.ts';
import { indexDrafts } from './plan/index-statement.ts';
import { partitionOfDrafts } from './plan/partition-statement.ts';
import type { PlanScope } from './plan/plan-scope.ts';
import { createPlanState, type PlanState } from './plan/plan-state.ts';
import { createPlannedEnums, type PlannedEnums } from './plan/planned-enums.ts';
import { searchPathChange } from './plan/search-path.ts';
import { applyEffects } from './plan/statement-effects.ts';
import { statementText } from './statement-text.ts';

const planners: Readonly<Record<string, (scope: PlanScope) => readonly CheckDraft[]>> = {
  AlterTableStmt: alterTableDrafts,
  IndexStmt: indexDrafts,
  CreateStmt: partitionOfDrafts,
  AlterDomainStmt: domainDrafts,
};

/**
 * The checks of every statement, in order, for tables that existed before; those that rest on what an earlier statement
 * changes are marked. Nothing is asked yet.
 * @param scripts the pending migrations, in their order
 * @param catalog of the database before the first of them
 */
export function plannedDataChecks(
  scripts: readonly PlannedScript[],
  catalog: RehearsalCatalog,
  context: PlanContext,
): readonly DataCheck[] {
  const state = createPlanState(catalog, context.searchPath);
  const enums = createPlannedEnums(catalog);
  return scripts.flatMap((script) => scriptChecks(script, { state, enums, context }));
}

/** The search path for the plan: of a session that is set up as the migrating one is. */
export async function readSearchPath(session: Session): Promise<readonly string[]> {
  const rows = await session.query(
    'SELECT schema FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS path(schema, place) ORDER BY place',
  );
  return rows.map((row) => text(row, 'schema'));
}

interface Planning {
  readonly state: PlanState;
  readonly enums: PlannedEnums;
  readonly context: PlanContext;
}

function scriptChecks(script: PlannedScript, { state, enums, context }: Planning): readonly DataCheck[] {
  let lasting = state.searchPath;
  const checks = script.statements.flatMap((statement, index) => {
    const found = statementChecks(script, index, { state, enums, context });
    const by: Dependency = { migration: script.migration, line: statement.line };
    applyEffects(statement, { state, enums, by });
    const change = searchPathChange(statement);
    if (change !== undefined) {
      state.searchPath = change.schemas ?? context.searchPath;
      if (!change.isLocal) lasting = state.searchPath;
    }
    return found;
  });
  state.searchPath = lasting;
  return checks;
}

function statementChecks(
  { migration, file, script, statements }: PlannedScript,
  index: number,
  { state, enums, context }: Planning,
): readonly DataCheck[] {
  const statement: SqlStatement | undefined = statements[index];
  const planner = statement === undefined ? undefined : planners[statement.kind];
  if (statement === undefined || planner === undefined) return [];
  const { parser } = context;
  const source = statementText(parser, script, statement);
  return planner({ state, enums, parser, statement, text: source }).map((draft) => ({
    ...draft,
    statement: { migration, index },
    file,
    line: statement.line,
    searchPath: state.searchPath,
    dependsOn: state.dependency(draft.reads, draft.uses),
  }));
}
