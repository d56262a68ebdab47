import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { listedName, nodesOf, type ObjectName, relationName } from '../parse-tree.ts';
import { textOrUndefined } from '../record.ts';
import { allowLine, alter, comment, lines, objectNameOf, ownTransaction } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { EnumChange, Operation } from './operation.ts';
import type { EnumModel, SchemaView, TableModel } from './schema-model.ts';
import { isOfEnum } from './table-facts.ts';

const renameValue: HazardInfo = {
  id: 'rename-enum-value',
  title: 'A value of an enum is renamed',
  severity: 'error',
  why: 'The app that is deployed writes the old value, which the database refuses from that moment on (SQLSTATE 22P02), and reads one that it does not know.',
  docs: links.mapping,
  danger: 'meaning',
};

const removeValue: HazardInfo = {
  id: 'remove-enum-value',
  title: 'An enum is replaced by one that lacks some of its values',
  severity: 'error',
  why: 'A row that still has such a value makes the migration fail (SQLSTATE 22P02), and so does every later write of the deployed app that uses one.',
  docs: links.alterType,
  danger: 'meaning',
};

const renameType: HazardInfo = {
  id: 'rename-type',
  title: 'An enum is renamed or moved to another schema',
  severity: 'error',
  why: 'Prisma’s client names the type in its queries, so the app that is deployed fails on the old name from that moment on (SQLSTATE 42704).',
  docs: links.mapping,
  danger: 'meaning',
};

const dropType: HazardInfo = {
  id: 'drop-type',
  title: 'An enum is dropped',
  severity: 'warning',
  why: 'The app that is deployed fails where it still names the type (SQLSTATE 42704); with CASCADE the columns of that type go with it.',
  docs: 'https://www.postgresql.org/docs/current/sql-droptype.html',
  danger: 'meaning',
};

const usedTooSoon: HazardInfo = {
  id: 'enum-value-used-too-soon',
  title: 'A new value of an enum is used in the transaction that adds it',
  severity: 'error',
  why: 'Postgres refuses it (SQLSTATE 55P04, "unsafe use of new value") until that transaction is committed, so the migration fails.',
  docs: links.alterType,
  danger: 'meaning',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  const tooSoon = operation === context.step.operations[0] ? usesTooSoon(context) : [];
  return [...tooSoon, ...changes(operation, context)];
}

function changes(operation: Operation, context: RuleContext): readonly Detection[] {
  switch (operation.kind) {
    case 'rename enum value':
      return valueRenamed(operation, context);
    case 'create enum':
      return replaced(operation.name, operation.labels, context);
    case 'rename':
    case 'move':
      return operation.what === 'type' ? typeRenamed(operation, context) : [];
    case 'drop':
      return operation.what === 'type'
        ? operation.names.flatMap((name) => typeDropped(name, operation.isCascade, context))
        : [];
    default:
      return [];
  }
}

function valueRenamed({ name, labels }: EnumChange, { model }: RuleContext): readonly Detection[] {
  const type = model.enumType(name);
  const [old = '', next = ''] = labels;
  if (type?.oid === undefined || type.added.has(old)) return [];
  return [
    {
      rule: renameValue,
      subject: `${displayName(type)} · ${old}`,
      message: `The deployed app writes ${quoteLiteral(old).trim()}, which is refused from now on, and does not know ${quoteLiteral(next).trim()} when it reads it.`,
      fix: lines(
        comment(
          `With Prisma, keep the value and give it another name in the schema: ${next} @map(${JSON.stringify(old)}).`,
        ),
        '-- Or add the new value beside the old one, release code that knows both, and move the rows in batches:',
        `ALTER TYPE ${qualifiedName(type)} ADD VALUE ${quoteLiteral(next)};`,
      ),
    },
  ];
}

function typeRenamed(
  operation: Extract<Operation, { readonly kind: 'rename' | 'move' }>,
  context: RuleContext,
): readonly Detection[] {
  const { model } = context;
  const type = model.enumType(operation.name);
  if (type === undefined) return [];
  const renamed =
    operation.kind === 'rename'
      ? { schema: type.schema, name: operation.newName }
      : { schema: operation.newSchema, name: type.name };
  if (type.oid === undefined) return replaced(renamed, type.labels, context);
  const taken = takenOver(type, context);
  if (taken === 'at once' || model.originalEnum(type) === undefined) return [];
  const isGap = taken === 'later';
  return [
    {
      rule: renameType,
      ...(isGap ? { severity: 'warning' as const } : {}),
      subject: displayName(type),
      message: isGap
        ? 'Between this statement and the one that makes a type of the old name again, the deployed app finds none. One transaction would hide the gap.'
        : `The deployed app names this type in its queries, and fails from now on; the new one (${displayName(renamed)}) fails until this has run.`,
      fix: comment(
        isGap
          ? 'Put BEGIN before the first of these statements and COMMIT after the last.'
          : `With Prisma, keep the type's name and give the enum the new one: @@map(${JSON.stringify(type.name)}).`,
      ),
    },
  ];
}

/** A new enum has come to the name of an old one. */
function replaced(name: ObjectName, labels: readonly string[], { model }: RuleContext): readonly Detection[] {
  const schema = name.schema ?? model.searchPath[0] ?? 'public';
  const old = model.originalEnum({ schema, name: name.name });
  const missing = old?.labels.filter((label) => !labels.includes(label)) ?? [];
  if (old === undefined || missing.length === 0) return [];
  const named = missing.map((label) => quoteLiteral(label).trim()).join(', ');
  return [
    {
      rule: removeValue,
      subject: displayName(old),
      message: `The new type lacks ${named}: a row that has such a value makes the migration fail, and a write of the deployed app that uses one fails afterwards.`,
      fix: lines(
        '-- Leave the value in the database, and keep it from being used: release code that no longer writes it, move the rows, then',
        usersOf(old, model).map(({ table, column }) =>
          alter(
            table,
            `ADD CONSTRAINT ${quoteIdentifier(objectNameOf(table.name, column, 'values'))} CHECK (${quoteIdentifier(column)}::text NOT IN (${missing.map((label) => quoteLiteral(label)).join(', ')})) NOT VALID`,
          ),
        ),
        '-- If no row has it and no deployed code uses it, say so:',
        allowLine('remove-enum-value', 'no row has it and no code writes it'),
      ),
    },
  ];
}

interface User {
  readonly table: TableModel;
  readonly column: string;
}

/** Columns that have, or had before the pending migrations, the type. */
function usersOf(type: EnumModel, model: SchemaView): readonly User[] {
  return [...model.tables()]
    .filter(({ kind }) => kind === 'table' || kind === 'partitioned table')
    .flatMap((table) =>
      table.columns
        .filter((column) => isOfEnum(column, type, model))
        .map(({ name: column }) => ({ table, column })),
    );
}

function takenOver(
  { schema, name }: EnumModel,
  { later, step, model }: RuleContext,
): 'at once' | 'later' | undefined {
  for (const { operation, step: other } of later()) {
    const made =
      operation.kind === 'create enum'
        ? operation.name
        : operation.kind === 'rename' && operation.what === 'type'
          ? { schema: operation.name.schema, name: operation.newName }
          : undefined;
    if (made?.name === name && (made.schema ?? model.searchPath[0]) === schema)
      return other.place.transaction === step.place.transaction ? 'at once' : 'later';
  }
  return undefined;
}

function typeDropped(name: ObjectName, isCascade: boolean, context: RuleContext): readonly Detection[] {
  const type = context.model.enumType(name);
  // A renamed one has left its name to another before; that was told there.
  if (type?.oid === undefined || context.model.originalEnum(type)?.id !== type.id) return [];
  if (takenOver(type, context) !== undefined) return [];
  return [
    {
      rule: dropType,
      subject: displayName(type),
      message: `The deployed app fails where it still names this type.${isCascade ? ' CASCADE drops the columns of this type too.' : ''}`,
      fix: lines(
        '-- First release code that no longer uses it. Then, in a later pull request:',
        allowLine('drop-type', 'nothing that is deployed uses it'),
        `DROP TYPE ${qualifiedName(type)};`,
      ),
    },
  ];
}

/** A literal of the value, in a statement that has to do with the type. */
function usesTooSoon(context: RuleContext): readonly Detection[] {
  const { model, step, serverMajor } = context;
  const { node } = step.statement;
  const fresh = [...model.enums()].flatMap((type) =>
    // From 17 on, Postgres knows that nobody else has seen a type of this transaction.
    type.createdIn === step.place.transaction && serverMajor >= 17
      ? []
      : [...type.added]
          .filter(([, transaction]) => transaction === step.place.transaction)
          .map(([label]) => ({ type, label })),
  );
  if (fresh.length === 0) return [];
  const literals = new Set(nodesOf(node, 'sval').flatMap(({ sval }) => textOrUndefined(sval) ?? []));
  return fresh
    .filter(({ type, label }) => literals.has(label) && isAbout(type, context))
    .map(({ type, label }) => ({
      rule: usedTooSoon,
      subject: `${displayName(type)} · ${label}`,
      message: `${quoteLiteral(label).trim()} was added in this very transaction, so Postgres refuses to use it and the migration fails.`,
      fix: lines(
        `ALTER TYPE ${qualifiedName(type)} ADD VALUE ${quoteLiteral(label)};`,
        ownTransaction(context),
        comment('what uses the value'),
      ),
    }));
}

function isAbout(type: EnumModel, { model, step }: RuleContext): boolean {
  const { node } = step.statement;
  const named = nodesOf(node, 'typeName').flatMap(({ names }) => listedName(names) ?? []);
  if (named.some((name) => model.enumType(name)?.id === type.id)) return true;
  const relations = [...nodesOf(node, 'RangeVar'), ...nodesOf(node, 'relation')];
  const tables = relations.flatMap((relation) => {
    const name = relationName(relation);
    return name === undefined ? [] : (model.table(name) ?? []);
  });
  return tables.some(({ columns }) => columns.some((column) => isOfEnum(column, type, model)));
}

export const enums: HazardFamily = {
  rules: [renameValue, removeValue, renameType, dropType, usedTooSoon],
  find,
};
