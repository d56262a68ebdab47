/** What the server refuses of a client's statements, and what in the database explains it. */
import type { CatalogColumn } from '../rehearsal/catalog.ts';
import {
  type Case,
  columnWords,
  type Judgement,
  refusalEvidence,
  tableSql,
  tableWords,
  voiceOf,
} from './case.ts';
import type { ClientField } from './client-schema.ts';
import { type StatementPart, tableItself } from './client-statements.ts';
import type { Refusal } from './probe.ts';
import { changeTypeBeside, dropColumnLater, keepTable, renameInCode } from './release-steps.ts';

/** Of the table when that is the matter, else field by field. */
export function statementJudgements(place: Case): readonly Judgement[] {
  const gone = newly(place, 'read', tableItself);
  if (gone !== undefined) return [tableGone(place, gone)];
  const ofTable = (['create', 'delete'] as const).flatMap((part) => {
    const refusal = newly(place, part, tableItself);
    if (refusal === undefined || (part === 'create' && !place.model.canCreate)) return [];
    return [tableRefuses(place, part, refusal)];
  });
  const blocked = new Set<StatementPart>(
    ofTable.map(({ operation }) => (operation === 'create' ? 'write' : 'delete')),
  );
  const fields = place.model.fields;
  const updates = fields.map(({ name }) => newly(place, 'update', name));
  const [update] = updates;
  if (blocked.size > 0 && update !== undefined && updates.every((refusal) => refusal !== undefined)) {
    ofTable.push(tableRefuses(place, 'update', update));
    blocked.add('update');
  }
  const ofFields = fields.flatMap((field) => fieldJudgement(place, field, blocked));
  return ofTable.length + ofFields.length > 0 ? [...ofTable, ...ofFields] : wholeJudgements(place);
}

/**
 * The refusal, if it is this run's doing: the database that the client was made for takes the statement. Where it was not
 * asked, the two catalogs must differ in the object.
 */
function newly(place: Case, part: StatementPart, field: string | undefined): Refusal | undefined {
  const refusal = place.met.refusal(place.model.name, part, field);
  if (refusal === undefined) return undefined;
  if (place.made.isProbed)
    return place.made.refusal(place.model.name, part, field) === undefined ? refusal : undefined;
  return differs(place, field) ? refusal : undefined;
}

function differs({ model, madeTable, metTable }: Case, fieldName: string | undefined): boolean {
  if (madeTable === undefined) return false;
  if (metTable === undefined || metTable.relation.kind !== madeTable.relation.kind) return true;
  const fields = model.fields.filter(({ name }) => fieldName === undefined || name === fieldName);
  return fields.some(({ column }) => {
    const [made, met] = [madeTable.columns.get(column), metTable.columns.get(column)];
    if (made === undefined || met === undefined) return made !== undefined;
    return made.type !== met.type || made.generated !== met.generated || made.identity !== met.identity;
  });
}

function tableGone(place: Case, refusal: Refusal): Judgement {
  const { model, madeTable, met, direction } = place;
  const voice = voiceOf(direction);
  const now = madeTable === undefined ? undefined : met.tablesByOid.get(madeTable.relation.oid)?.relation;
  const name = tableWords(model);
  const renamed = now === undefined ? undefined : tableWords({ schema: now.schema, table: now.name });
  const cause = voice.choose(
    renamed === undefined
      ? `this pull request drops the table ${name}`
      : `this pull request renames ${name} to ${renamed}`,
    `the table ${name} is not there before the migrations`,
  );
  return {
    model: model.name,
    operation: 'all',
    status: 'breaks',
    message: `${voice.app} uses the model ${model.name}; ${cause}. Every read and write of it fails with P2021 ${voice.until}.`,
    evidence: refusalEvidence(refusal),
    fix: keepTable(place, now === undefined ? undefined : tableSql({ schema: now.schema, table: now.name })),
  };
}

function tableRefuses(place: Case, operation: 'create' | 'update' | 'delete', refusal: Refusal): Judgement {
  const { model, metTable, direction } = place;
  const voice = voiceOf(direction);
  const kind = metTable?.relation.kind ?? 'table';
  const verb = { create: 'inserts rows', update: 'changes rows', delete: 'deletes rows' }[operation];
  return {
    model: model.name,
    operation,
    status: 'breaks',
    message: `${voice.app} ${verb} of ${model.name}; ${tableWords(model)} is a ${kind} that does not take them. Every ${operation} fails ${voice.until}.`,
    evidence: refusalEvidence(refusal),
    fix:
      kind === 'view'
        ? `-- A view over one table without DISTINCT, GROUP BY, LIMIT and joins takes writes; another needs a trigger:\nCREATE TRIGGER … INSTEAD OF INSERT OR UPDATE OR DELETE ON ${tableSql(model)} FOR EACH ROW EXECUTE FUNCTION …;`
        : keepTable(place, undefined),
  };
}

function fieldJudgement(
  place: Case,
  field: ClientField,
  blocked: ReadonlySet<StatementPart>,
): readonly Judgement[] {
  const refused = (part: StatementPart) => (blocked.has(part) ? undefined : newly(place, part, field.name));
  const read = refused('read');
  if (read !== undefined) return [columnGone(place, field, read)];
  const [write, update] = [place.model.canCreate ? refused('write') : undefined, refused('update')];
  const filter = refused('filter');
  if (write !== undefined || update !== undefined) return [fieldRefused(place, field, { write, update })];
  return filter === undefined ? [] : [filterRefused(place, field, filter)];
}

function columnGone(place: Case, field: ClientField, refusal: Refusal): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const name = columnWords(model, field.column);
  const renamed = renamedColumn(place, field.column);
  const old = place.madeTable?.columns.get(field.column);
  const cause =
    refusal.sqlState !== '42703'
      ? `the database refuses it: ${refusal.message}`
      : voice.choose(
          renamed === undefined
            ? `this pull request drops the column ${name}`
            : `this pull request renames ${name} to ${renamed.name}`,
          `the column ${name} is not there before the migrations`,
        );
  const code = refusal.sqlState === '42703' ? ' with P2022' : '';
  return {
    model: model.name,
    field: field.name,
    operation: 'all',
    status: 'breaks',
    message: `${voice.app} selects \`${model.name}.${field.name}\` on every read of ${model.name} and on every write that returns the row; ${cause}. They fail${code} ${voice.until}.`,
    evidence: refusalEvidence(refusal),
    fix: renamed === undefined ? dropColumnLater(place, field, old) : renameInCode(place, field, renamed),
  };
}

/** The column that has the old one's place in the same table, under a name that is new. */
function renamedColumn({ madeTable, met }: Case, name: string): CatalogColumn | undefined {
  const old = madeTable?.columns.get(name);
  const table = madeTable === undefined ? undefined : met.tablesByOid.get(madeTable.relation.oid);
  if (old === undefined || table === undefined) return undefined;
  return [...table.columns.values()].find(
    (column) => column.position === old.position && !madeTable?.columns.has(column.name),
  );
}

interface WriteRefusals {
  readonly write: Refusal | undefined;
  readonly update: Refusal | undefined;
}

function fieldRefused(place: Case, field: ClientField, { write, update }: WriteRefusals): Judgement {
  const { model, direction, metTable } = place;
  const voice = voiceOf(direction);
  const isEvery = (write !== undefined && field.isAlwaysSent) || (update !== undefined && field.isUpdatedAt);
  const operation = write === undefined ? 'update' : 'create';
  const column = metTable?.columns.get(field.column);
  const reason =
    column?.generated !== undefined
      ? 'is generated by the database now and may not be written'
      : column?.identity === 'always'
        ? 'is GENERATED ALWAYS AS IDENTITY now and may not be written'
        : 'does not take what Prisma sends for it';
  const how = isEvery ? `on every ${operation}` : 'where the code sets it';
  const then = isEvery ? `Every ${operation} of ${model.name} fails` : `Those writes fail`;
  const refusal = write ?? update;
  return {
    model: model.name,
    field: field.name,
    operation,
    status: isEvery ? 'breaks' : 'at risk',
    message: `${voice.app} writes \`${model.name}.${field.name}\` ${how}; ${columnWords(model, field.column)} ${reason}. ${then} ${voice.until}.`,
    ...(refusal === undefined ? {} : { evidence: refusalEvidence(refusal) }),
    fix:
      column === undefined
        ? dropColumnLater(place, field, undefined)
        : changeTypeBeside(place, field, column),
  };
}

function filterRefused(place: Case, field: ClientField, refusal: Refusal): Judgement {
  const { model, direction, metTable } = place;
  const voice = voiceOf(direction);
  const column = metTable?.columns.get(field.column);
  return {
    model: model.name,
    field: field.name,
    operation: 'read',
    status: 'at risk',
    message: `${voice.app} reads and writes \`${model.name}.${field.name}\` as before, but wherever it searches by the field the query fails ${voice.until}.`,
    evidence: refusalEvidence(refusal),
    fix:
      column === undefined
        ? dropColumnLater(place, field, undefined)
        : changeTypeBeside(place, field, column),
  };
}

/** Something is refused as a whole and nothing of it alone: told in the server's words. */
function wholeJudgements(place: Case): readonly Judgement[] {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  return (['read', 'create', 'update', 'delete'] as const).flatMap((operation) => {
    const refusal = newly(place, operation, undefined);
    if (refusal === undefined) return [];
    return [
      {
        model: model.name,
        operation,
        status: 'breaks',
        message: `${voice.app} sends this for every ${operation} of ${model.name}, and the database refuses it ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: keepTable(place, undefined),
      },
    ];
  });
}
