/**
 * A schema as Prisma can write it: what its language has no words for is no difference to a Prisma schema, and what it
 * has two forms for is one (https://www.prisma.io/docs/orm/reference/prisma-schema-reference).
 */

import { valuesOf } from './compare-objects.ts';
import { isList } from './same.ts';
import {
  type AttributeValue,
  compareNames,
  freezeObject,
  keyOf,
  type ObjectName,
  type SchemaObject,
  type SchemaSnapshot,
} from './snapshot.ts';

export const prismaSeesNote =
  'A Prisma schema knows tables, columns, keys, indexes and enums. Only these are compared: not views, functions, triggers, policies, check constraints, partial and expression indexes, grants, comments and other things that it cannot express.';

/**
 * @param declared what the Prisma schema itself makes: a form that few versions of Prisma can write (a partial index) is
 * kept where it has it too
 */
export function asPrismaSees(snapshot: SchemaSnapshot, declared: SchemaSnapshot): SchemaSnapshot {
  const known = new Set(declared.objects.map((object) => keyOf(object)));
  const parts = partitionsOf(snapshot);
  const objects = snapshot.objects
    .filter((object) => !parts(object))
    .flatMap((object) => {
      const seen = objectSeen(object);
      if (seen === undefined) return [];
      return seen.isOrdinary || known.has(keyOf(object)) ? [seen.object] : [];
    });
  return Object.freeze({ ...snapshot, objects: Object.freeze(objects.toSorted(compareNames)) });
}

/** A partition is part of its parent's table to Prisma. */
function partitionsOf({ objects }: SchemaSnapshot): (object: ObjectName) => boolean {
  const partitions = new Set(
    objects
      .filter((object) => object.kind === 'table' && valuesOf(object).partitionOf !== undefined)
      .map(({ schema, name }) => `${schema}\0${name}`),
  );
  return ({ schema, parent, name }) => partitions.has(`${schema}\0${parent ?? name}`);
}

interface Seen {
  readonly object: SchemaObject;
  /** False: Prisma has, at the most, a preview feature for it. */
  readonly isOrdinary: boolean;
}

function objectSeen(object: SchemaObject): Seen | undefined {
  const values = valuesOf(object);
  switch (object.kind) {
    case 'table':
      return ordinary(object, {});
    case 'enum':
      return ordinary(object, { values: values.values });
    case 'column':
      return ordinary(object, columnSeen(values));
    case 'constraint':
      return constraintSeen(object);
    case 'index': {
      const { unique, definition } = values;
      return { ...ordinary(object, { unique, definition }), isOrdinary: isOrdinaryIndex(text(definition)) };
    }
    default:
      return undefined;
  }
}

type Values = Readonly<Record<string, AttributeValue | undefined>>;

function columnSeen({ type, notNull, default: given, generated, identity }: Values): Values {
  const isSerial = identity !== undefined || /^nextval\('/.test(text(given));
  const plain = generated === undefined ? given : undefined;
  return {
    type,
    // Not null in a way that no schema file can say is not null.
    notNull: notNull === undefined ? undefined : true,
    default: isSerial ? 'autoincrement()' : plain === 'now()' ? 'CURRENT_TIMESTAMP' : plain,
  };
}

/** Of a foreign key what it refers to and what becomes of it; a unique constraint is a unique index. */
function constraintSeen(object: SchemaObject): Seen | undefined {
  const { type, definition } = valuesOf(object);
  const words = text(definition);
  if (type === 'foreign key') {
    const kept = words.replace(
      /( MATCH FULL)?( (NOT )?DEFERRABLE)?( INITIALLY \w+)?( NOT (VALID|ENFORCED))*$/,
      '',
    );
    return ordinary(object, { type, definition: kept });
  }
  if (type === 'primary key')
    return ordinary(object, {
      type,
      definition: /^PRIMARY KEY \((?:[^()"]|"(?:[^"]|"")*")*\)/.exec(words)?.[0],
    });
  if (type !== 'unique') return undefined;
  const columns = /^UNIQUE (\((?:[^()"]|"(?:[^"]|"")*")*\))$/.exec(words)?.[1];
  if (columns === undefined) return undefined;
  return ordinary({ ...object, kind: 'index' }, { unique: true, definition: `USING btree ${columns}` });
}

/** Columns by name, with an operator class or an order; no expression, predicate, included column, collation or option. */
function isOrdinaryIndex(definition: string): boolean {
  const withoutNames = definition.replace(/"(?:[^"]|"")*"/g, 'x');
  return /^USING \w+ \([^()]*\)$/.test(withoutNames) && !/ (COLLATE|NULLS) /.test(`${withoutNames} `);
}

function ordinary({ kind, schema, parent, name }: ObjectName, values: Values): Seen {
  const attributes: Record<string, AttributeValue> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) attributes[key] = value;
  return { object: freezeObject({ kind, schema, parent, name, attributes }), isOrdinary: true };
}

function text(value: AttributeValue | undefined): string {
  return value === undefined || isList(value) ? '' : String(value);
}
