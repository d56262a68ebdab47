/** Enums, domains, composite and range types, collations. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { keyOf, type SchemaObject } from '../snapshot.ts';
import { mentionsOf } from './mentions.ts';
import { nameSql } from './names.ts';
import { type Alteration, type KindSql, placeOf, type Scene } from './scene.ts';
import { attributeOf, has, listOf, NotWritten, needed, textOf } from './values.ts';

/** New values are added before the transaction (`addedValues`). */
export const enumSql: KindSql = {
  create: (type) => [
    `CREATE TYPE ${nameSql(type)} AS ENUM (${listOf(type, 'values').map(quoteLiteral).join(', ')})`,
  ],
  alter({ from, to }) {
    const [old, now] = [listOf(from, 'values'), listOf(to, 'values')];
    if (isGrown(old, now)) return [];
    const others = now.flatMap((value, index) => (old[index] === value ? [] : [index]));
    const [index] = others;
    if (others.length !== 1 || index === undefined || old.length !== now.length)
      throw new NotWritten('Postgres can neither take values from an enum nor reorder them');
    return [
      `ALTER TYPE ${nameSql(to)} RENAME VALUE ${quoteLiteral(old[index] ?? '')} TO ${quoteLiteral(now[index] ?? '')}`,
    ];
  },
};

function isGrown(old: readonly string[], now: readonly string[]): boolean {
  const kept = now.filter((value) => old.includes(value));
  return kept.length === old.length && kept.every((value, index) => value === old[index]);
}

/** A value can be used only after the transaction that adds it. */
export function addedValues(from: SchemaObject, to: SchemaObject): readonly string[] {
  const [old, now] = [listOf(from, 'values'), listOf(to, 'values')];
  if (!isGrown(old, now)) return [];
  const known = [...old];
  return now.flatMap((value, index) => {
    if (old.includes(value)) return [];
    const before = now[index - 1];
    const next = now.slice(index + 1).find((other) => known.includes(other));
    const place =
      next === undefined
        ? ''
        : before === undefined
          ? ` BEFORE ${quoteLiteral(next)}`
          : ` AFTER ${quoteLiteral(before)}`;
    known.push(value);
    return [`ALTER TYPE ${nameSql(from)} ADD VALUE ${quoteLiteral(value)}${place}`];
  });
}

export const domainSql: KindSql = {
  create(domain) {
    const [collation, value] = [textOf(domain, 'collation'), textOf(domain, 'default')];
    return [
      [
        `CREATE DOMAIN ${nameSql(domain)} AS ${needed(domain, 'type')}`,
        ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
        ...(value === undefined ? [] : [`DEFAULT ${value}`]),
        ...(has(domain, 'notNull') ? ['NOT NULL'] : []),
      ].join(' '),
      ...listOf(domain, 'constraints').map((line) => addCheck(domain, line)),
    ];
  },
  alter(change) {
    const { to, changed } = change;
    if (changed.has('type') || changed.has('collation'))
      throw new NotWritten('the type of a domain cannot be changed');
    const value = textOf(to, 'default');
    const parts = [
      ...(changed.has('default') ? [value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`] : []),
      ...(changed.has('notNull') ? [`${has(to, 'notNull') ? 'SET' : 'DROP'} NOT NULL`] : []),
    ];
    return [...parts.map((part) => `ALTER DOMAIN ${nameSql(to)} ${part}`), ...checkChanges(change)];
  },
};

/** `name CHECK (…)`. */
function nameOfCheck(line: string): string {
  return line.slice(0, line.indexOf(' CHECK ('));
}

function addCheck(domain: SchemaObject, line: string): string {
  const name = nameOfCheck(line);
  return `ALTER DOMAIN ${nameSql(domain)} ADD CONSTRAINT ${quoteIdentifier(name)}${line.slice(name.length)}`;
}

function checkChanges({ from, to, changed }: Alteration): readonly string[] {
  if (!changed.has('constraints')) return [];
  const [old, now] = [listOf(from, 'constraints'), listOf(to, 'constraints')];
  const alter = `ALTER DOMAIN ${nameSql(to)}`;
  const validated = now.filter((line) => !old.includes(line) && old.includes(`${line} NOT VALID`));
  return [
    ...old
      .filter((line) => !now.includes(line) && !validated.includes(line.replace(/ NOT VALID$/, '')))
      .map((line) => `${alter} DROP CONSTRAINT ${quoteIdentifier(nameOfCheck(line))}`),
    ...validated.map((line) => `${alter} VALIDATE CONSTRAINT ${quoteIdentifier(nameOfCheck(line))}`),
    ...now
      .filter((line) => !old.includes(line) && !validated.includes(line))
      .map((line) => addCheck(to, line)),
  ];
}

export const compositeSql: KindSql = {
  create: (type) => [`CREATE TYPE ${nameSql(type)} AS (${listOf(type, 'fields').join(', ')})`],
  alter({ from, to }, scene) {
    const [old, now] = [listOf(from, 'fields'), listOf(to, 'fields')];
    const names = old.map(fieldName);
    const kept = now.map(fieldName).filter((name) => names.includes(name));
    const isInOrder = now.slice(0, kept.length).every((field, index) => fieldName(field) === kept[index]);
    const isSorted = names.filter((name) => kept.includes(name)).every((name, index) => name === kept[index]);
    if (!isInOrder || !isSorted) throw new NotWritten('Postgres adds fields only at the end');
    const gone = names.filter((name) => !kept.includes(name));
    const typed = now.filter((field) => !old.includes(field) && names.includes(fieldName(field)));
    if (gone.length + typed.length > 0) refuseUsed(to, scene);
    return [
      ...gone.map((name) => `DROP ATTRIBUTE ${name}`),
      ...typed.map((field) => {
        const name = fieldName(field);
        return `ALTER ATTRIBUTE ${name} TYPE${field.slice(name.length)}`;
      }),
      ...now.slice(kept.length).map((field) => `ADD ATTRIBUTE ${field}`),
    ].map((part) => `ALTER TYPE ${nameSql(to)} ${part}`);
  },
};

/** As it is written: quoted where it must be. */
function fieldName(field: string): string {
  return /^(?:"(?:[^"]|"")*"|[^ ]+)/.exec(field)?.[0] ?? field;
}

function refuseUsed(type: SchemaObject, { to, from }: Scene): void {
  const place = placeOf(type);
  for (const side of [from, to])
    for (const object of side.objects)
      if (keyOf(object) !== keyOf(type) && mentionsOf(object).has(place))
        throw new NotWritten(`${object.parent ?? object.name} is made of it`);
}

export const rangeSql: KindSql = {
  create(type) {
    if (has(type, 'canonical'))
      throw new NotWritten('its canonical function needs the type before the type is made');
    const difference = textOf(type, 'difference')?.replace(/\(.*$/s, '');
    const parts = [
      ['subtype', needed(type, 'subtype')],
      ['subtype_opclass', textOf(type, 'operatorClass')],
      ['collation', textOf(type, 'collation')],
      ['subtype_diff', difference],
      ['multirange_type_name', textOf(type, 'multirange')],
    ].flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${value}`]));
    return [`CREATE TYPE ${nameSql(type)} AS RANGE (${parts.join(', ')})`];
  },
  alter({ changed }) {
    if (changed.size > 0) throw new NotWritten('a range type cannot be changed');
    return [];
  },
};

export const collationSql: KindSql = {
  create(collation) {
    const [provider, locale, rules] = ['provider', 'locale', 'rules'].map((name) => textOf(collation, name));
    if (provider === 'default' || locale === undefined) throw new NotWritten('its locale is the default one');
    const [collate = '', type] = provider === 'libc' ? locale.split(', ') : [locale];
    const parts = [
      `provider = ${provider}`,
      ...(type === undefined
        ? [`locale = ${quoteLiteral(collate)}`]
        : [`lc_collate = ${quoteLiteral(collate)}`, `lc_ctype = ${quoteLiteral(type)}`]),
      ...(rules === undefined ? [] : [`rules = ${quoteLiteral(rules)}`]),
      ...(attributeOf(collation, 'nondeterministic') === true ? ['deterministic = false'] : []),
    ];
    return [`CREATE COLLATION ${nameSql(collation)} (${parts.join(', ')})`];
  },
  alter: ({ changed }) => (changed.size > 0 ? 'again' : []),
};
