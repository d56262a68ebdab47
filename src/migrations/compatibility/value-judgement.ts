/** Values that the client leaves out, or null where it is not expected: nothing that PREPARE sees. */
import type { CatalogColumn } from '../rehearsal/catalog.ts';
import { type Case, columnWords, fieldOfColumn, type Judgement, voiceOf } from './case.ts';
import type { ClientField } from './client-schema.ts';
import { allowNullLater, requireLater } from './release-steps.ts';

export function valueJudgements(place: Case): readonly Judgement[] {
  const { model, madeTable, metTable } = place;
  if (madeTable === undefined || metTable === undefined || !holdsRows(place) || model.kind === 'view')
    return [];
  return [...metTable.columns.values()].flatMap((column) => {
    const before = madeTable.columns.get(column.name);
    const field = fieldOfColumn(place, column.name);
    const wanted = needsValue(column) && (before === undefined || !needsValue(before));
    if (wanted && field?.isAlwaysSent !== true) return omitted(place, column, field);
    if (field === undefined || before === undefined) return [];
    if (column.isNotNull && !before.isNotNull && !field.isRequired)
      return [nullRefused(place, column, field)];
    if (!column.isNotNull && before.isNotNull && field.isRequired && !field.isList)
      return [nullUnexpected(place, field)];
    return [];
  });
}

/** A view says of no column that it is NOT NULL. */
function holdsRows({ metTable, madeTable }: Case): boolean {
  return [metTable, madeTable].every(
    (table) => table?.relation.kind === 'table' || table?.relation.kind === 'partitioned table',
  );
}

/** An INSERT that leaves it out fails with 23502. */
function needsValue({ isNotNull, default: initial, identity, generated }: CatalogColumn): boolean {
  return isNotNull && initial === undefined && identity === undefined && generated === undefined;
}

function omitted(place: Case, column: CatalogColumn, field: ClientField | undefined): readonly Judgement[] {
  const { model, madeTable, metTable, direction } = place;
  if (!model.canCreate) return [];
  const voice = voiceOf(direction);
  const before = madeTable?.columns.get(column.name);
  const name = columnWords(model, column.name);
  const isFilled = metTable?.facts?.fillsRows === true;
  const isEvery = field === undefined || (field.hasDatabaseDefault && field.isRequired);
  const state =
    before === undefined
      ? voice.choose(
          `this pull request adds ${name} as NOT NULL without a default`,
          `${name} is NOT NULL without a default before the migrations, and the new schema does not have it`,
        )
      : before.isNotNull
        ? voice.choose(
            `this pull request takes the default of ${name} away`,
            `${name} has no default before the migrations`,
          )
        : voice.choose(
            `this pull request makes ${name} NOT NULL without a default`,
            `${name} is NOT NULL without a default before the migrations`,
          );
  const who =
    field === undefined
      ? `${voice.app} does not know the column and leaves it out of every create`
      : isEvery
        ? `${voice.app} leaves \`${model.name}.${field.name}\` to the database's default`
        : `${voice.app} may create without \`${model.name}.${field.name}\`, or set it to null`;
  const then = isFilled
    ? 'A BEFORE INSERT trigger of the table may fill it; if it does not, creates fail'
    : isEvery
      ? `Every create of ${model.name} fails`
      : 'Those writes fail';
  return [
    {
      model: model.name,
      ...(field === undefined ? { about: column.name } : { field: field.name }),
      operation: 'create',
      status: isEvery && !isFilled ? 'breaks' : 'at risk',
      message: `${who}; ${state}. ${then} with P2011 (23502) ${voice.until}.`,
      ...nullEvidence(place, column.name),
      fix: requireLater(place, column),
    },
  ];
}

function nullRefused(place: Case, column: CatalogColumn, field: ClientField): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const name = columnWords(model, column.name);
  const state = voice.choose(
    `this pull request makes ${name} NOT NULL`,
    `${name} is NOT NULL before the migrations`,
  );
  return {
    model: model.name,
    field: field.name,
    operation: 'all',
    status: 'at risk',
    message: `${voice.app} may write null to \`${model.name}.${field.name}\`; ${state}. A write of null fails with P2011 (23502) ${voice.until}; one that leaves it out gets the default.`,
    ...nullEvidence(place, column.name),
    fix: requireLater(place, column),
  };
}

function nullUnexpected(place: Case, field: ClientField): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const name = columnWords(model, field.column);
  const state = voice.choose(
    `this pull request lets ${name} be null. Once the new code, or anything else, writes null`,
    `${name} may be null before the migrations. Where it is`,
  );
  return {
    model: model.name,
    field: field.name,
    operation: 'read',
    status: 'at risk',
    message: `${voice.app} takes \`${model.name}.${field.name}\` for required; ${state}, reading that row throws (P2032) or gives null where the types promise a value.`,
    fix: allowNullLater(place, field),
  };
}

/** From the statistics of the database that the client was made for. */
function nullEvidence({ madeTable }: Case, column: string): { readonly evidence?: string } {
  const share = madeTable?.facts?.nulls.find((entry) => entry.column === column)?.share;
  if (share === undefined) return {};
  const percent = share < 0.01 ? 'less than 1' : String(Math.round(share * 100));
  return { evidence: `Before, ${percent} % of the rows held null there, by the table's statistics.` };
}
