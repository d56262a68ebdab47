/** Uniqueness that comes or goes under the client. */
import type { CatalogIndex } from '../rehearsal/catalog.ts';
import { type Case, fieldOfColumn, type Judgement, tableWords, voiceOf } from './case.ts';
import type { TableView } from './database-view.ts';
import { constrainLater, dropUniqueLater } from './release-steps.ts';

export function uniqueJudgements(place: Case): readonly Judgement[] {
  const { madeTable, metTable, model } = place;
  if (madeTable === undefined || metTable === undefined || model.kind === 'view') return [];
  if (!hasIndexes(madeTable) || !hasIndexes(metTable)) return [];
  return [...newUniques(place, madeTable, metTable), ...lostUniques(place, madeTable, metTable)];
}

/** A view has none of its own: those of its table count. */
function hasIndexes({ relation }: TableView): boolean {
  return relation.kind === 'table' || relation.kind === 'partitioned table';
}

function newUniques(place: Case, made: TableView, met: TableView): readonly Judgement[] {
  const fresh = met.indexes.filter(
    (index) => index.isUnique && index.isValid && !isImplied(index, made) && canCollide(place, index, made),
  );
  return distinct(fresh).map((index) => newUnique(place, index));
}

/** Rows that were unique by fewer columns are unique by these too. */
function isImplied(index: CatalogIndex, made: TableView): boolean {
  return made.indexes.some((old) => {
    if (!old.isUnique || !old.isValid) return false;
    if (shapeOf(old) === shapeOf(index)) return true;
    return isPlain(old) && old.columns.every((column) => index.columns.includes(column));
  });
}

/** Only with values that the client writes: nulls are distinct, and a column that it leaves out without a default is null. */
function canCollide(place: Case, index: CatalogIndex, made: TableView): boolean {
  const isNullsDistinct = !/NULLS NOT DISTINCT/.test(index.definition);
  return !index.columns.some((name) => {
    const column = name === undefined ? undefined : place.metTable?.columns.get(name);
    if (column === undefined || name === undefined || made.columns.has(name)) return false;
    return isNullsDistinct && !column.isNotNull && column.default === undefined;
  });
}

/** The definition without the names of index and table. */
function shapeOf({ definition }: CatalogIndex): string {
  return definition.replace(/^.*? USING /, '');
}

function isPlain({ columns, isPartial }: CatalogIndex): boolean {
  return !isPartial && columns.every((column) => column !== undefined);
}

function distinct(indexes: readonly CatalogIndex[]): readonly CatalogIndex[] {
  return indexes.filter(
    (index, place) => indexes.findIndex((other) => shapeOf(other) === shapeOf(index)) === place,
  );
}

function newUnique(place: Case, index: CatalogIndex): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const on = index.columns.map((column) => column ?? 'an expression').join(', ');
  const where = index.isPartial ? ' for some of its rows' : '';
  const state = voice.choose(
    `this pull request makes (${on}) of ${tableWords(model)} unique${where}`,
    `before the migrations (${on}) of ${tableWords(model)} is unique${where}`,
  );
  return {
    model: model.name,
    ...subjectOf(place, index.columns),
    operation: 'all',
    status: 'at risk',
    message: `${voice.app} does not know that these values must differ: ${state}. A write of a second one fails with P2002 (23505) ${voice.until}.`,
    evidence: index.definition,
    fix: constrainLater(place, index),
  };
}

/** The field, where it is one alone. */
function subjectOf(
  place: Case,
  columns: readonly (string | undefined)[],
): { readonly field?: string; readonly about?: string } {
  const [only, ...more] = columns;
  const field = only === undefined || more.length > 0 ? undefined : fieldOfColumn(place, only);
  if (field !== undefined) return { field: field.name };
  const names = columns.map((column) =>
    column === undefined ? '…' : (fieldOfColumn(place, column)?.name ?? column),
  );
  return { about: `(${names.join(', ')})` };
}

function lostUniques(place: Case, made: TableView, met: TableView): readonly Judgement[] {
  const isKept = (table: TableView, columns: readonly string[]) =>
    table.indexes.some((index) => index.isUnique && index.isValid && isPlain(index) && isOf(index, columns));
  return place.model.uniques
    .filter((columns) => columns.every((column) => met.columns.has(column)))
    .filter((columns) => isKept(made, columns) && !isKept(met, columns))
    .map((columns) => lostUnique(place, columns));
}

function isOf({ columns }: CatalogIndex, names: readonly string[]): boolean {
  return columns.length === names.length && names.every((name) => columns.includes(name));
}

function lostUnique(place: Case, columns: readonly string[]): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const on = columns.join(', ');
  const state = voice.choose(
    `after this pull request (${on}) of ${tableWords(model)} is no longer unique`,
    `before the migrations (${on}) of ${tableWords(model)} is not unique`,
  );
  return {
    model: model.name,
    ...subjectOf(place, columns),
    operation: 'all',
    status: 'at risk',
    message: `${voice.app} counts on these values to differ: ${state}. An upsert by them fails (42P10), and find, update and delete by them may meet several rows, ${voice.until}.`,
    fix: dropUniqueLater(place, columns),
  };
}
