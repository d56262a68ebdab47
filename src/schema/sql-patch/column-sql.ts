import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { castSql } from './cast-sql.ts';
import { nameSql, parentSql } from './names.ts';
import { changeForeignOptions, setOptions } from './options-sql.ts';
import type { Alteration, KindSql, Scene } from './scene.ts';
import { greatestOf } from './sequence-sql.ts';
import { attributeOf, has, listOf, NotWritten, needed, textOf } from './values.ts';

export const columnSql: KindSql = {
  create: (column, scene) =>
    isOfView(column, scene)
      ? viewColumn(column)
      : [`${tableOf(column)} ADD COLUMN ${columnDefinition(column)}`, ...columnAfter(column, scene)],
  alter: alterColumn,
};

function isOfView(column: SchemaObject, { to }: Scene): boolean {
  return /view$/.test(to.relation(column.schema, column.parent)?.kind ?? '');
}

function tableOf(column: SchemaObject): string {
  return `ALTER TABLE ${parentSql(column)}`;
}

function start(column: SchemaObject): string {
  return `${tableOf(column)} ALTER COLUMN ${nameSql(column)}`;
}

/** Of a view only what it has beside its definition. */
function viewColumn(column: SchemaObject): readonly string[] {
  if (has(column, 'options') || has(column, 'statistics') || has(column, 'storage'))
    throw new NotWritten('a column of a view has storage options');
  const value = textOf(column, 'default');
  return value === undefined ? [] : [`${start(column)} SET DEFAULT ${value}`];
}

/** As CREATE TABLE and ADD COLUMN take it. */
export function columnDefinition(column: SchemaObject): string {
  const collation = textOf(column, 'collation');
  return [
    nameSql(column),
    needed(column, 'type'),
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
    ...valueWords(column),
    ...(isPlainlyNotNull(column) ? [notNullWords(column)] : []),
  ].join(' ');
}

function valueWords(column: SchemaObject): readonly string[] {
  const [value, generated] = [textOf(column, 'default'), textOf(column, 'generated')];
  if (generated !== undefined) return [`GENERATED ALWAYS AS (${value}) ${generated.toUpperCase()}`];
  const identity = textOf(column, 'identity');
  if (identity !== undefined) return [identityWords(column, identity)];
  return value === undefined ? [] : [`DEFAULT ${value}`];
}

function identityWords(column: SchemaObject, identity: string): string {
  const options = textOf(column, 'identityOptions');
  return `GENERATED ${identity.toUpperCase()} AS IDENTITY${options === undefined ? '' : ` (${options})`}`;
}

function isPlainlyNotNull(column: SchemaObject): boolean {
  return has(column, 'notNull') && attributeOf(column, 'notNull') !== 'not valid';
}

function notNullWords(column: SchemaObject): string {
  const name = textOf(column, 'notNullName');
  const rest = attributeOf(column, 'notNull') === 'no inherit' ? ' NO INHERIT' : '';
  return `${name === undefined ? '' : `CONSTRAINT ${quoteIdentifier(name)} `}NOT NULL${rest}`;
}

/** What its definition has no words for. */
export function columnAfter(column: SchemaObject, scene: Scene): readonly string[] {
  const isForeign = scene.to.relation(column.schema, column.parent)?.kind === 'foreign table';
  const options = listOf(column, 'options');
  const isNewer = attributeOf(column, 'notNull') === 'not valid' || textOf(column, 'generated') === 'virtual';
  if (isNewer && scene.major < 18) throw new NotWritten('it needs PostgreSQL 18');
  return [
    ...(attributeOf(column, 'notNull') === 'not valid' ? [addNotNull(column)] : []),
    ...storageWords(column),
    ...(options.length === 0
      ? []
      : isForeign
        ? [foreign(column, [], options)]
        : storedOptions(column, [], options)),
  ];
}

function storageWords(column: SchemaObject): readonly string[] {
  const [storage, compression] = [textOf(column, 'storage'), textOf(column, 'compression')];
  const statistics = textOf(column, 'statistics');
  return [
    ...(storage === undefined ? [] : [`${start(column)} SET STORAGE ${storage.toUpperCase()}`]),
    ...(compression === undefined ? [] : [`${start(column)} SET COMPRESSION ${compression}`]),
    ...(statistics === undefined ? [] : [`${start(column)} SET STATISTICS ${statistics}`]),
  ];
}

function foreign(column: SchemaObject, from: readonly string[], to: readonly string[]): string {
  const table = `ALTER FOREIGN TABLE ${parentSql(column)}`;
  return `${table} ALTER COLUMN ${nameSql(column)}${changeForeignOptions(from, to)}`;
}

function storedOptions(column: SchemaObject, from: readonly string[], to: readonly string[]) {
  return setOptions(from, to).map((part) => `${start(column)} ${part}`);
}

/** A column that a partition or child has from its parent: only what it has otherwise. */
export function differsFromInherited(column: SchemaObject, scene: Scene): readonly string[] {
  const [schema = '', parent = '', name = ''] = listOf(column, 'inheritedFrom');
  const above = scene.to.find({ kind: 'column', schema, parent, name });
  const value = textOf(column, 'default');
  const isOther = (attribute: string) =>
    above !== undefined && textOf(above, attribute) !== textOf(column, attribute);
  if (isOther('generated')) throw new NotWritten('a column is generated otherwise than in the parent');
  return [
    ...(!isOther('default') || has(column, 'generated')
      ? []
      : [`${start(column)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`]),
    ...(has(column, 'notNull') && above !== undefined && !has(above, 'notNull')
      ? [`${start(column)} SET NOT NULL`]
      : []),
    ...columnAfter(column, scene),
  ];
}

function alterColumn(change: Alteration, scene: Scene): readonly string[] {
  const { to, changed } = change;
  if (isOfView(to, scene)) {
    const value = textOf(to, 'default');
    return changed.has('default')
      ? [`${start(to)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`]
      : [];
  }
  refuseOrigin(change, scene);
  // A child's column takes its type from the parent.
  const isTyped = (changed.has('type') || changed.has('collation')) && !has(to, 'inheritedFrom');
  return [
    ...beforeType(change, isTyped),
    ...(isTyped ? [typeSql(change)] : []),
    ...notNullSql(change, scene),
    ...valueSql(change, { isTyped, major: scene.major }),
    ...(isTyped ? storageWords(to) : storageSql(change, scene)),
    ...optionsSql(change, scene),
  ];
}

/** `local` follows where the table has come to another parent. */
function refuseOrigin({ from, to, changed }: Alteration, { from: olds, to: news }: Scene): void {
  if (!changed.has('local')) return;
  const tables = [olds.relation(from.schema, from.parent), news.relation(to.schema, to.parent)] as const;
  const [old, now] = tables.map((table) =>
    table === undefined ? '' : [...listOf(table, 'inherits'), textOf(table, 'partitionOf')].join('\0'),
  );
  if (old === now) throw new NotWritten('a column becomes the child’s own, or stops being so');
}

/** Before anything else: the sequence behind it has a name that another may take. */
export function dropsIdentity({ from, to }: Alteration): readonly string[] {
  return to.kind === 'column' && has(from, 'identity') && !has(to, 'identity')
    ? [`${start(to)} DROP IDENTITY`]
    : [];
}

function beforeType({ from, to, changed }: Alteration, isTyped: boolean): readonly string[] {
  if (!has(from, 'default') || has(from, 'generated')) return [];
  const isGone = changed.has('default') && (!has(to, 'default') || has(to, 'identity'));
  return isTyped || isGone ? [`${start(to)} DROP DEFAULT`] : [];
}

function typeSql({ from, to }: Alteration): string {
  const collation = textOf(to, 'collation');
  const type = needed(to, 'type');
  const collate = collation === undefined ? '' : ` COLLATE ${collation}`;
  // A generated column takes no USING.
  const using = has(to, 'generated') ? '' : ` USING ${castSql(nameSql(to), needed(from, 'type'), type)}`;
  return `${start(to)} TYPE ${type}${collate}${using}`;
}

function notNullSql({ from, to, changed }: Alteration, { major }: Scene): readonly string[] {
  if (!changed.has('notNull') && !changed.has('notNullName')) return [];
  if (!has(to, 'notNull')) return [`${start(to)} DROP NOT NULL`];
  const [old, now] = [textOf(from, 'notNullName'), textOf(to, 'notNullName')];
  if (has(from, 'notNull') && changed.has('notNullName') && old !== undefined && now !== undefined)
    return [`${tableOf(to)} RENAME CONSTRAINT ${quoteIdentifier(old)} TO ${quoteIdentifier(now)}`];
  const isValidated =
    attributeOf(from, 'notNull') === 'not valid' && attributeOf(to, 'notNull') === true && old === now;
  const isAnother = has(from, 'notNull') && !isValidated;
  const add = isValidated || (now === undefined && attributeOf(to, 'notNull') === true);
  return [
    ...(isAnother ? [`${start(to)} DROP NOT NULL`] : []),
    add || major < 18 ? `${start(to)} SET NOT NULL` : addNotNull(to),
  ];
}

/** PostgreSQL 18. */
function addNotNull(column: SchemaObject): string {
  const name = textOf(column, 'notNullName');
  const own = name === undefined ? '' : `CONSTRAINT ${quoteIdentifier(name)} `;
  const how = attributeOf(column, 'notNull');
  const rest = how === true ? '' : ` ${String(how).toUpperCase()}`;
  return `${tableOf(column)} ADD ${own}NOT NULL ${nameSql(column)}${rest}`;
}

interface ValueContext {
  readonly isTyped: boolean;
  readonly major: number;
}

function valueSql({ from, to, changed }: Alteration, { isTyped, major }: ValueContext): readonly string[] {
  const value = textOf(to, 'default');
  if (has(to, 'generated') || has(from, 'generated')) {
    if (!has(to, 'generated'))
      return [
        `${start(to)} DROP EXPRESSION`,
        ...(value === undefined ? [] : [`${start(to)} SET DEFAULT ${value}`]),
      ];
    if (changed.has('generated')) throw new NotWritten('a column cannot become a generated one');
    if (!changed.has('default')) return [];
    if (major < 17)
      throw new NotWritten('the expression of a generated column can be changed from PostgreSQL 17 on');
    return [`${start(to)} SET EXPRESSION AS (${value})`];
  }
  const isSet = value !== undefined && (changed.has('default') || isTyped);
  return [...identitySql({ from, to, changed }), ...(isSet ? [`${start(to)} SET DEFAULT ${value}`] : [])];
}

function identitySql({ from, to, changed }: Alteration): readonly string[] {
  const identity = textOf(to, 'identity');
  if (identity === undefined) return [];
  if (!has(from, 'identity')) return [`${start(to)} ADD ${identityWords(to, identity)}`];
  return [
    ...(changed.has('identity') ? [`${start(to)} SET GENERATED ${identity.toUpperCase()}`] : []),
    ...(changed.has('identityOptions') ? [`${start(to)} ${identityOptions(to)}`] : []),
  ];
}

/** All of them: what the text leaves out is back to its default. */
function identityOptions(column: SchemaObject): string {
  const text = textOf(column, 'identityOptions') ?? '';
  const part = (words: string, otherwise: string) =>
    new RegExp(`${words} (-?\\d+)`).exec(text)?.[1] ?? otherwise;
  const greatest = greatestOf(needed(column, 'type'));
  return [
    `SET INCREMENT BY ${part('INCREMENT BY', '1')}`,
    `SET MINVALUE ${part('MINVALUE', '1')}`,
    `SET MAXVALUE ${part('MAXVALUE', greatest)}`,
    `SET START WITH ${part('START WITH', '1')}`,
    `SET CACHE ${part('CACHE', '1')}`,
    /\bCYCLE$/.test(text) ? 'SET CYCLE' : 'SET NO CYCLE',
  ].join(' ');
}

function storageSql({ to, changed }: Alteration, { major }: Scene): readonly string[] {
  const set = (name: string, words: string, otherwise: () => string) =>
    changed.has(name) ? [`${start(to)} SET ${words} ${textOf(to, name) ?? otherwise()}`] : [];
  return [
    ...set('storage', 'STORAGE', () => defaultStorage(to, major)),
    ...set('compression', 'COMPRESSION', () => 'default'),
    ...set('statistics', 'STATISTICS', () => '-1'),
  ];
}

function defaultStorage(column: SchemaObject, major: number): string {
  if (major >= 16) return 'DEFAULT';
  if (/^(?:text|bytea|jsonb?|xml|character.*)$|\]$/.test(needed(column, 'type'))) return 'EXTENDED';
  throw new NotWritten('the storage of its type is not known');
}

function optionsSql({ from, to, changed }: Alteration, scene: Scene): readonly string[] {
  if (!changed.has('options')) return [];
  const [old, now] = [listOf(from, 'options'), listOf(to, 'options')];
  const isForeign = scene.to.relation(to.schema, to.parent)?.kind === 'foreign table';
  return isForeign ? [foreign(to, old, now)] : storedOptions(to, old, now);
}
