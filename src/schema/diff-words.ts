/** A diff in words: counts, objects, attributes. Plain and untrusted text; whoever shows it escapes it. */
import { displayIdentifier } from '../postgres/object-name.ts';
import { counted } from '../report/quantity.ts';
import { type ObjectKind, objectKinds } from './object-kinds.ts';
import { isList } from './same.ts';
import type { AttributeChange, ObjectChange, SchemaDiff } from './schema-diff.ts';
import type { AttributeValue, ObjectName } from './snapshot.ts';

export type Change = ObjectChange['change'];

export const changeWords: Readonly<Record<Change, string>> = {
  removed: 'dropped',
  renamed: 'renamed',
  changed: 'changed',
  added: 'added',
};

/** What a reader looks for first. */
export const changeOrder: readonly Change[] = ['removed', 'renamed', 'changed', 'added'];

/** The objects that are no part of another one, with the changes of their parts. */
export interface ChangeGroup {
  /** The table, view, function, type … */
  readonly object: ObjectName;
  /** What happened to it as a whole; a table with another column is changed. */
  readonly change: Change;
  readonly own: ObjectChange | undefined;
  readonly parts: readonly ObjectChange[];
}

/** Dropped first, then renamed, changed, added; by name within. */
export function groupChanges({ changes }: Pick<SchemaDiff, 'changes'>): readonly ChangeGroup[] {
  const groups = new Map<
    string,
    { object: ObjectName; own: ObjectChange | undefined; parts: ObjectChange[] }
  >();
  const groupOf = (object: ObjectName) => {
    const key = JSON.stringify([object.kind, object.schema, object.name]);
    const group = groups.get(key) ?? { object, own: undefined, parts: [] };
    groups.set(key, group);
    return group;
  };
  const tables = tablesOf(changes);
  for (const change of changes) {
    const table = tableOf(change, tables);
    if (table === undefined) groupOf(change.object).own = change;
    else groupOf(table).parts.push(change);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, change: group.own?.change ?? ('changed' as const) }))
    .toSorted((left, right) => changeOrder.indexOf(left.change) - changeOrder.indexOf(right.change));
}

const relationKinds = ['table', 'foreign table', 'view', 'materialized view'] as const;

function tablesOf(changes: readonly ObjectChange[]): ReadonlyMap<string, ObjectName> {
  const tables = changes
    .map(({ object }) => object)
    .filter(({ kind }) => relationKinds.some((own) => own === kind));
  return new Map(tables.map((table) => [`${table.schema}\0${table.name}`, table]));
}

function tableOf({ object, isWithin, attributes }: ObjectChange, tables: ReadonlyMap<string, ObjectName>) {
  const { schema, parent } = object;
  if (parent !== null)
    return (
      tables.get(`${schema}\0${parent}`) ?? { kind: 'table' as const, schema, parent: null, name: parent }
    );
  const owner = isWithin && 'ownedBy' in attributes ? attributes.ownedBy : undefined;
  return isList(owner) ? tables.get(`${owner[0]}\0${owner[1]}`) : undefined;
}

/** `2 tables changed, 1 table dropped, 1 view added`; empty when nothing is different. */
export function summaryOf(groups: readonly ChangeGroup[]): string {
  const counts = new Map<string, number>();
  for (const { object, change } of groups) {
    const key = `${object.kind}\0${change}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kinds = [...new Set(groups.map(({ object }) => object.kind))].toSorted(byImportance);
  return kinds
    .flatMap((kind) =>
      changeOrder.flatMap((change) => {
        const count = counts.get(`${kind}\0${change}`);
        const { label, plural } = objectKinds[kind];
        return count === undefined ? [] : [`${counted(count, label, plural)} ${changeWords[change]}`];
      }),
    )
    .join(', ');
}

function byImportance(left: ObjectKind, right: ObjectKind): number {
  return Number(right === 'table') - Number(left === 'table');
}

/** As people write it: `public.users.email`, quoted only where it would be ambiguous. */
export function displayObject({ kind, schema, parent, name }: ObjectName): string {
  const isPlain = ['function', 'procedure', 'aggregate', 'other', 'default privileges'].includes(kind);
  const last = isPlain ? name : displayIdentifier(name);
  return [schema, parent]
    .flatMap((part) => (part === null ? [] : [displayIdentifier(part)]))
    .concat(last)
    .join('.');
}

const longestValue = 120;

/** One line on one change of a part or an object: `column nickname: text, not null`. */
export function describeChange(change: ObjectChange): string {
  const { object, inheritedBy } = change;
  const heirs =
    inheritedBy === 0
      ? ''
      : ` (and in ${counted(inheritedBy, 'partition or child', 'partitions and children')})`;
  const name = object.parent === null ? displayObject(object) : displayIdentifier(object.name);
  const start = `${objectKinds[object.kind].label} ${name}`;
  const rest = restOf(change);
  return `${start}${rest === '' ? '' : `: ${rest}`}${heirs}`;
}

function restOf(change: ObjectChange): string {
  switch (change.change) {
    case 'added':
    case 'removed':
      return essence(change.object.kind, change.attributes);
    case 'changed':
      return change.attributes.map(describeAttribute).join('; ');
    case 'renamed': {
      const former =
        change.object.parent === null ? displayObject(change.from) : displayIdentifier(change.from.name);
      const how = change.isCertain ? `was ${former}` : `perhaps was ${former} (${change.why})`;
      return [how, ...change.attributes.map(describeAttribute)].join('; ');
    }
  }
}

/** The attributes that say what an object is, without their names. */
function essence(kind: ObjectKind, values: Readonly<Record<string, AttributeValue>>): string {
  const text = (name: string) => (values[name] === undefined ? '' : valueText(values[name]));
  const list = (...names: readonly string[]) =>
    names
      .map((name) => (values[name] === true ? attributeLabel(name) : text(name)))
      .filter((part) => part !== '')
      .join(', ');
  switch (kind) {
    case 'column': {
      const parts = [text('type')];
      if (values.notNull !== undefined) parts.push('not null');
      if (values.identity !== undefined) parts.push(`generated ${text('identity')} as identity`);
      if (values.default !== undefined)
        parts.push(
          values.generated === undefined ? `default ${text('default')}` : `generated as ${text('default')}`,
        );
      return parts.join(', ');
    }
    case 'constraint':
    case 'trigger':
    case 'rule':
      return text('definition');
    case 'index':
      return list('unique', 'definition', 'invalid');
    case 'enum':
      return text('values');
    case 'policy':
      return list('command', 'restrictive', 'roles', 'using', 'check');
    case 'function':
    case 'procedure':
    case 'aggregate':
      return list('returns', 'language', 'securityDefiner');
    case 'extension':
      return text('version');
    case 'domain':
    case 'sequence':
      return text('type');
    default:
      return '';
  }
}

export function attributeLabel(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** `type: varchar(10) → text`; of a list what came and went; of long texts only that they changed. */
export function describeAttribute({ name, from, to }: AttributeChange): string {
  const label = attributeLabel(name);
  if (to === true && from === null) return label;
  if (from === true && to === null) return `no longer ${label}`;
  const [olds, news] = [isListLike(from), isListLike(to)];
  if (olds !== undefined && news !== undefined) return `${label}: ${listChange(olds, news)}`;
  if (isLong(from) || isLong(to)) return `${label} changed`;
  if (from === null) return `${label}: ${valueText(to)}`;
  return `${label}: ${valueText(from)} → ${to === null ? 'default' : valueText(to)}`;
}

function isListLike(value: AttributeValue | null): readonly string[] | undefined {
  if (value === null) return [];
  return isList(value) ? value : undefined;
}

function listChange(olds: readonly string[], news: readonly string[]): string {
  const more = news.filter((item) => !olds.includes(item)).map((item) => `+ ${item}`);
  const less = olds.filter((item) => !news.includes(item)).map((item) => `− ${item}`);
  const parts = [...less, ...more];
  return parts.length === 0 ? 'in another order' : shortened(parts.join(', '));
}

export function isLong(value: AttributeValue | null): boolean {
  return typeof value === 'string' && (value.length > longestValue || value.includes('\n'));
}

function valueText(value: AttributeValue | null): string {
  if (value === null) return 'default';
  return shortened(isList(value) ? value.join(', ') : value === true ? 'yes' : String(value));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
}
