/** Joins over foreign keys and the tables of many-to-many relations. */
import { type Case, type Judgement, refusalEvidence, tableWords, voiceOf, type World } from './case.ts';
import { type ClientRelation, tableKey } from './client-schema.ts';
import { changeTypeBeside, keepJoinTable } from './release-steps.ts';

/** Where a column or a table of either side is missing, that is told already. */
export function relationJudgements(place: Case): readonly Judgement[] {
  return place.model.relations.flatMap((relation) => relationJudgement(place, relation));
}

const missing: readonly string[] = ['42703', '42P01'];

function relationJudgement(place: Case, relation: ClientRelation): readonly Judgement[] {
  const { model, made, met, direction, metTable } = place;
  const refusal = met.refusal(model.name, 'relation', relation.field);
  if (refusal === undefined || missing.includes(refusal.sqlState)) return [];
  if (made.isProbed && made.refusal(model.name, 'relation', relation.field) !== undefined) return [];
  const voice = voiceOf(direction);
  const field = model.fields.find(({ column }) => relation.columns.includes(column));
  const column = field === undefined ? undefined : metTable?.columns.get(field.column);
  return [
    {
      model: model.name,
      field: relation.field,
      operation: 'read',
      status: 'at risk',
      message: `${voice.app} cannot search over the relation \`${model.name}.${relation.field}\` ${voice.until}: the columns of its two sides no longer compare.`,
      evidence: refusalEvidence(refusal),
      fix:
        field === undefined || column === undefined
          ? '-- Change both sides of a relation in the same release.'
          : changeTypeBeside(place, field, column),
    },
  ];
}

/** Of the whole client: a join table belongs to two models. */
export function joinTableJudgements(world: World): readonly Judgement[] {
  const { client, made, met, direction } = world;
  const voice = voiceOf(direction);
  return client.joinTables.flatMap((join) => {
    const field = join.field.slice(join.model.length + 1);
    const refusal = met.refusal(join.model, 'relation', field);
    const wasRefused = made.isProbed
      ? made.refusal(join.model, 'relation', field) !== undefined
      : !made.tables.has(tableKey(join));
    if (refusal === undefined || wasRefused) return [];
    const cause =
      refusal.sqlState === '42P01'
        ? voice.choose('which this pull request drops or renames', 'which is not there before the migrations')
        : 'which no longer takes it';
    return [
      {
        model: join.model,
        field,
        operation: 'all' as const,
        status: 'breaks' as const,
        message: `${voice.app} keeps the relation \`${join.field}\` in the table ${tableWords(join)}, ${cause}. Reading and writing it fails ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: keepJoinTable(direction, join),
      },
    ];
  });
}
