/** Checks, foreign keys and exclusions that come, or change what they do, under the client. */
import type { CatalogConstraint } from '../rehearsal/catalog.ts';
import { type Case, fieldOfColumn, type Judgement, tableWords, voiceOf } from './case.ts';
import type { TableView } from './database-view.ts';
import { constrainLater } from './release-steps.ts';

export function constraintJudgements(place: Case): readonly Judgement[] {
  const { madeTable, metTable } = place;
  if (madeTable === undefined || metTable === undefined) return [];
  const known = new Set(madeTable.constraints.map(ruleOf));
  return metTable.constraints
    .filter((constraint) => !known.has(ruleOf(constraint)))
    .flatMap((constraint) => judgementOf(place, constraint, madeTable));
}

/** NOT VALID only spares the rows that are there; new ones are held to it. */
function ruleOf({ kind, definition }: CatalogConstraint): string {
  return `${kind} ${definition.replace(/ NOT VALID$/, '')}`;
}

const sqlStates: Readonly<Partial<Record<CatalogConstraint['kind'], string>>> = {
  check: '23514',
  'foreign key': '23503',
  exclusion: '23P01',
};

function judgementOf(place: Case, constraint: CatalogConstraint, made: TableView): readonly Judgement[] {
  const code = sqlStates[constraint.kind];
  if (code === undefined) return [];
  const old = made.constraints.find((other) => isSameKey(other, constraint));
  if (old !== undefined) return actionChanged(place, old, constraint);
  // Only what the client writes can break it: a column that it leaves out has its default, or null.
  const columns = constraint.columns.filter((column) => made.columns.has(column));
  if (columns.length === 0) return [];
  return [newRule(place, constraint, code)];
}

/** A foreign key of the same columns to the same place. */
function isSameKey(left: CatalogConstraint, right: CatalogConstraint): boolean {
  return (
    left.kind === 'foreign key' &&
    right.kind === 'foreign key' &&
    String(left.columns) === String(right.columns) &&
    String(left.referencedColumns) === String(right.referencedColumns) &&
    left.referencedTableOid === right.referencedTableOid
  );
}

function newRule(place: Case, constraint: CatalogConstraint, code: string): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const rule = constraint.kind === 'check' ? 'check' : constraint.kind;
  const state = voice.choose(
    `this pull request adds the ${rule} ${constraint.name} to ${tableWords(model)}`,
    `before the migrations ${tableWords(model)} has the ${rule} ${constraint.name}`,
  );
  const [only, ...more] = constraint.columns;
  const field = only === undefined || more.length > 0 ? undefined : fieldOfColumn(place, only);
  return {
    model: model.name,
    ...(field === undefined ? { about: constraint.name } : { field: field.name }),
    operation: 'all',
    status: 'at risk',
    message: `${voice.app} does not know of a rule for what it writes: ${state}. A write that breaks it fails (${code}) ${voice.until}.`,
    evidence: constraint.definition,
    fix: constrainLater(place, constraint),
  };
}

/** What becomes of the rows that refer when the row that they refer to is deleted. */
function actionChanged(place: Case, old: CatalogConstraint, now: CatalogConstraint): readonly Judgement[] {
  const [before, after] = [deleteAction(old), deleteAction(now)];
  if (before === after) return [];
  const { model, direction, made, client } = place;
  const voice = voiceOf(direction);
  const referenced = made.tablesByOid.get(old.referencedTableOid ?? 0)?.relation;
  const parent = client.models.find(
    ({ schema, table }) => schema === referenced?.schema && table === referenced.name,
  );
  if (parent === undefined) return [];
  const refuses = after === 'NO ACTION' || after === 'RESTRICT';
  const effect = refuses
    ? `A delete of a ${parent.name} that ${model.name} still refers to fails with P2003 (23503)`
    : `A delete of a ${parent.name} now does this to its rows of ${model.name}`;
  const state = voice.choose(
    `this pull request changes ${now.name} of ${tableWords(model)} from ON DELETE ${before} to ${after}`,
    `before the migrations ${now.name} of ${tableWords(model)} is ON DELETE ${after}, and the new schema counts on ${before}`,
  );
  return [
    {
      model: parent.name,
      about: now.name,
      operation: 'delete',
      status: 'at risk',
      message: `${voice.app} deletes ${parent.name} counting on what becomes of ${model.name}; ${state}. ${effect} ${voice.until}.`,
      evidence: now.definition,
      fix: constrainLater(place, now),
    },
  ];
}

function deleteAction({ definition }: CatalogConstraint): string {
  return /ON DELETE (CASCADE|RESTRICT|SET NULL|SET DEFAULT)/.exec(definition)?.[1] ?? 'NO ACTION';
}
