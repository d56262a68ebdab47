/** Columns whose type changes under a field, and enums whose values do. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { type Case, columnWords, type Judgement, voiceOf } from './case.ts';
import { type ClientEnum, type ClientField, tableKey } from './client-schema.ts';
import { typeEffect } from './column-type.ts';
import { changeTypeBeside, labelFirst, labelLast } from './release-steps.ts';

export function typeJudgements(place: Case): readonly Judgement[] {
  const { model, made, met, madeTable, metTable, direction } = place;
  const voice = voiceOf(direction);
  return model.fields.flatMap((field) => {
    const [before, after] = [madeTable?.columns.get(field.column), metTable?.columns.get(field.column)];
    if (before === undefined || after === undefined || before.type === after.type) return [];
    const kind = field.type.kind === 'enum' ? 'enum' : field.type.scalar;
    const effect = typeEffect(kind, made.typeOf(before), met.typeOf(after));
    if (effect === undefined) return [];
    const name = columnWords(model, field.column);
    const state = voice.choose(
      `this pull request changes ${name} from ${before.type} to ${after.type}`,
      `before the migrations ${name} is ${after.type}, and the new schema counts on ${before.type}`,
    );
    return [
      {
        model: model.name,
        field: field.name,
        operation: effect.operation,
        status: effect.status,
        message: `${voice.app} uses \`${model.name}.${field.name}\` as ${typeWords(field)}; ${state}. ${effect.consequence} ${voice.until}.`,
        fix: changeTypeBeside(place, field, after),
      },
    ];
  });
}

function typeWords({ type, isList }: ClientField): string {
  return `${type.kind === 'enum' ? type.enum.name : type.scalar}${isList ? '[]' : ''}`;
}

/** Labels are matched as the client does, by name: the type may be another one of the same name. */
export function enumJudgements(place: Case): readonly Judgement[] {
  return place.model.fields.flatMap((field) =>
    field.type.kind === 'enum' ? enumJudgement(place, field, field.type.enum) : [],
  );
}

function enumJudgement(place: Case, field: ClientField, type: ClientEnum): readonly Judgement[] {
  const key = tableKey({ schema: type.schema, table: type.type });
  const [before, after] = [place.made.enums.get(key)?.labels, place.met.enums.get(key)?.labels];
  if (before === undefined || after === undefined) return [];
  const added = after.filter((label) => !before.includes(label) && !type.labels.includes(label));
  const gone = before.filter((label) => !after.includes(label) && type.labels.includes(label));
  return [
    ...(added.length > 0 ? [labelsAdded(place, field, { type, labels: added })] : []),
    ...(gone.length > 0 ? [labelsGone(place, field, { type, labels: gone })] : []),
  ];
}

interface LabelChange {
  readonly type: ClientEnum;
  readonly labels: readonly string[];
}

function labelsAdded(place: Case, field: ClientField, { type, labels }: LabelChange): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const state = voice.choose(
    `this pull request adds ${listed(labels)} to the enum ${type.name}`,
    `before the migrations the enum ${type.name} also has ${listed(labels)}`,
  );
  return {
    model: model.name,
    field: field.name,
    operation: 'read',
    status: 'at risk',
    message: `${voice.app} does not know every value of \`${model.name}.${field.name}\`; ${state}. Once a row holds one of them, reading that row throws ("Value not found in enum") ${voice.until}.`,
    fix: labelFirst(labels, `${quoteIdentifier(type.schema)}.${quoteIdentifier(type.type)}`),
  };
}

function labelsGone(place: Case, field: ClientField, { type, labels }: LabelChange): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const state = voice.choose(
    `this pull request takes ${listed(labels)} from the enum ${type.name}`,
    `before the migrations the enum ${type.name} does not have ${listed(labels)}`,
  );
  return {
    model: model.name,
    field: field.name,
    operation: 'all',
    status: 'at risk',
    message: `${voice.app} may write and search for every value of \`${model.name}.${field.name}\`; ${state}. Queries with it fail (22P02) ${voice.until}.`,
    fix: labelLast(direction, labels),
  };
}

function listed(labels: readonly string[]): string {
  return labels.map((label) => `\`${label}\``).join(', ');
}
