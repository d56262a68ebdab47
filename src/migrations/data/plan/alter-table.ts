/** ALTER TABLE: each of its commands that the rows may refuse, over the rows as the statement itself changes them. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, items, locationOf, type Node, relationName } from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import { conversionCheck } from '../cast.ts';
import type { CheckDraft } from '../data-check.ts';
import { nullCheck } from '../not-null.ts';
import { sqlExpression } from '../sql-expression.ts';
import { bracketedText, listed } from '../statement-text.ts';
import { addedColumnDrafts } from './added-column.ts';
import { type AlteredTable, alteredTable } from './altered-table.ts';
import { isSurelyNotNull } from './catalog-tables.ts';
import { constraintDrafts, constraintOfCatalog, isAskedLater, isEnforced } from './constraint.ts';
import { attachDrafts } from './partition-statement.ts';
import type { PlanScope } from './plan-scope.ts';
import { constraintKey } from './plan-state.ts';
import { typeChangeDrafts } from './type-change.ts';

/** Empty for tables that the migrations create, and for what holds no rows of its own. */
export function alterTableDrafts(scope: PlanScope): readonly CheckDraft[] {
  const table = scope.state.table(relationName(scope.statement.node.relation));
  if (table === undefined || scope.state.isNew(table)) return [];
  if (table.kind !== 'table' && table.kind !== 'partitioned table') return [];
  const altered = alteredTable(scope, table);
  const gone = altered.commands.filter(({ subtype }) => subtype === 'AT_DropConstraint');
  for (const { name } of gone) scope.state.dropped.add(constraintKey(table, textOrUndefined(name) ?? ''));
  return [
    ...altered.changes.flatMap((change) => typeChangeDrafts(altered, change)),
    ...altered.added.flatMap((column) => addedColumnDrafts(altered, column)),
    ...altered.commands.flatMap((command) => commandDrafts(altered, command)),
  ];
}

function commandDrafts(altered: AlteredTable, command: Node): readonly CheckDraft[] {
  switch (command.subtype) {
    case 'AT_SetNotNull':
      return setNotNullDrafts(altered, textOrUndefined(command.name));
    case 'AT_AddConstraint':
      return addConstraintDrafts(altered, field(command.def, 'Constraint'));
    case 'AT_ValidateConstraint':
      return validateDrafts(altered, textOrUndefined(command.name));
    case 'AT_AlterConstraint':
      return enforceDrafts(altered, field(command.def, 'ATAlterConstraint'));
    case 'AT_SetExpression':
      return setExpressionDrafts(altered, command);
    case 'AT_AttachPartition':
      return attachDrafts(altered.scope, altered.table, command);
    default:
      return [];
  }
}

/** Nothing is asked of a column that is NOT NULL already, unless the statement changes its values. */
function setNotNullDrafts(
  { scope, table, after }: AlteredTable,
  column: string | undefined,
): readonly CheckDraft[] {
  if (column === undefined) return [];
  const isKnown = isSurelyNotNull(scope.state.tables(table.oid), column);
  if (isKnown && !after.computed.has(column)) return [];
  return [nullCheck(after, column, 'SET NOT NULL')];
}

/** A stored column is worked out anew (PostgreSQL 17). */
function setExpressionDrafts({ scope, table, before }: AlteredTable, command: Node): readonly CheckDraft[] {
  const name = textOrUndefined(command.name);
  const column = scope.state.tables(table.oid).columns.find((one) => one.name === name);
  const range = commandRange(scope, command);
  const written = range === undefined ? undefined : bracketedText(scope.text, range[0]);
  if (column?.generated !== 'stored' || written === undefined) return [];
  const expression = sqlExpression(written, command.def, before.columns);
  const draft = conversionCheck(before, {
    column: column.name,
    type: column.type,
    expression,
    castIsAssignment: false,
    isLiteral: false,
  });
  return [{ ...draft, operation: 'SET EXPRESSION' }];
}

/** The commands stand in their order, separated by commas. */
function commandRange({ text, statement }: PlanScope, command: Node): readonly [number, number] | undefined {
  const { node } = statement;
  const place = items(node.cmds).findIndex((item) => field(item, 'AlterTableCmd') === command);
  const name = text.at(locationOf(field(node, 'relation')) ?? 0);
  // A name in brackets: `ALTER TABLE ONLY (t) …`.
  const from = text.tokens[name + 1]?.text === ')' ? name + 2 : name;
  return listed(text, [from, text.tokens.length])[place];
}

function addConstraintDrafts(
  { scope, table, after, ownAfter }: AlteredTable,
  constraint: Node,
): readonly CheckDraft[] {
  const drafts = constraintDrafts(scope, {
    constraint,
    source: after,
    ownSource: ownAfter,
    column: undefined,
  });
  if (isEnforced(constraint) && !isAskedLater(constraint)) return drafts;
  const name = textOrUndefined(constraint.conname);
  if (name !== undefined) scope.state.waiting.set(constraintKey(table, name), drafts);
  return [];
}

/** A constraint of the catalog, or one that a statement before has added without asking. */
function validateDrafts(altered: AlteredTable, name: string | undefined): readonly CheckDraft[] {
  const { scope, after } = altered;
  if (name === undefined) return [];
  const operation = `VALIDATE CONSTRAINT \`${displayIdentifier(name)}\``;
  const waiting = waitingDrafts(altered, name, operation);
  const known = catalogConstraint(altered, name);
  if (waiting !== undefined || known === undefined || known.isValidated) return waiting ?? [];
  return constraintOfCatalog(scope, after, { ...known, operation });
}

/** ALTER CONSTRAINT … ENFORCED (PostgreSQL 18) asks the rows, unless it was enforced all along. */
function enforceDrafts(altered: AlteredTable, change: Node): readonly CheckDraft[] {
  const name = textOrUndefined(change.conname);
  if (change.alterEnforceability !== true || change.is_enforced !== true || name === undefined) return [];
  const operation = `ALTER CONSTRAINT \`${displayIdentifier(name)}\` ENFORCED`;
  const known = catalogConstraint(altered, name);
  const waiting = waitingDrafts(altered, name, operation);
  if (waiting !== undefined || known === undefined) return waiting ?? [];
  return constraintOfCatalog(altered.scope, altered.after, { ...known, operation });
}

function waitingDrafts({ scope, table }: AlteredTable, name: string, operation: string) {
  const waiting = scope.state.waiting.get(constraintKey(table, name));
  return waiting?.map((draft) => ({ ...draft, operation }));
}

function catalogConstraint({ scope, table }: AlteredTable, name: string) {
  return scope.state.tables(table.oid).constraints.find((constraint) => constraint.name === name);
}
