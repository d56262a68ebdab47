/**
 * One definition of a part of the configuration: how it is read, and the JSON Schema that tells an editor the same. Other than
 * the shapes of a report (`src/report/shape.ts`), an unknown name is a mistake, and mistakes have a line and a column.
 */
import { nearestName } from '../../nearest-name.ts';
import type { JsonSchema } from '../../report/shape.ts';
import { cutMiddle, visible } from '../../report/visible-text.ts';
import { type ConfigEntry, ConfigMistake, type ConfigValue } from './config-value.ts';

export interface ConfigShape<T> {
  readonly schema: JsonSchema;
  /** @throws ConfigMistake */
  read(value: ConfigValue): T;
}

export type ConfigTypeOf<S> = S extends ConfigShape<infer T> ? T : never;

export function described<T>(shape: ConfigShape<T>, description: string): ConfigShape<T> {
  return { schema: { description, ...shape.schema }, read: shape.read };
}

interface TextRule {
  /** Said when it does not match, such as "a date". */
  readonly allowed: string;
  readonly pattern?: RegExp;
}

export const longestText = 1_000;

/** Text of at least one and at most a thousand characters. */
export function text({ allowed, pattern }: TextRule = { allowed: 'a text' }): ConfigShape<string> {
  return {
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: longestText,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    },
    read(value) {
      const found = value.kind === 'scalar' ? value.value : undefined;
      if (typeof found !== 'string' || found.trim() === '' || pattern?.test(found) === false)
        throw unexpected(value, allowed);
      if (found.length > longestText)
        throw new ConfigMistake(`This text is longer than ${longestText} characters.`, value.at);
      return found;
    },
  };
}

export function number(minimum: number, maximum: number): ConfigShape<number> {
  return {
    schema: { type: 'number', minimum, maximum },
    read(value) {
      const found = value.kind === 'scalar' ? value.value : undefined;
      if (typeof found !== 'number' || !(found >= minimum && found <= maximum))
        throw unexpected(value, `a number from ${minimum} to ${maximum}`);
      return found;
    },
  };
}

export const flag: ConfigShape<boolean> = {
  schema: { type: 'boolean' },
  read(value) {
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
    throw unexpected(value, 'true or false');
  },
};

/** Nothing behind the colon. */
export const empty: ConfigShape<undefined> = {
  schema: { type: 'null' },
  read(value) {
    if (value.kind === 'scalar' && value.value === null) return undefined;
    throw unexpected(value, 'a map, or nothing');
  },
};

export function choice<const T extends string | number>(...allowed: readonly T[]): ConfigShape<T> {
  return {
    schema: allowed.length === 1 ? { const: allowed[0] } : { enum: allowed },
    read(value) {
      const found = value.kind === 'scalar' ? value.value : undefined;
      const chosen = allowed.find((candidate) => candidate === found);
      if (chosen !== undefined) return chosen;
      const near = typeof found === 'string' ? nearestName(found, allowed.map(String)) : undefined;
      throw unexpected(value, allowed.join(', '), near);
    },
  };
}

export function listOf<T>(item: ConfigShape<T>, max: number): ConfigShape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, maxItems: max },
    read(value) {
      if (value.kind !== 'list') throw unexpected(value, 'a list');
      if (value.items.length > max)
        throw new ConfigMistake(`This list has ${value.items.length} entries, more than ${max}.`, value.at);
      return value.items.map((entry) => item.read(entry));
    },
  };
}

type Fields = Readonly<Record<string, ConfigShape<unknown>>>;
type Record_<R extends Fields, O extends Fields> = { readonly [K in keyof R]: ConfigTypeOf<R[K]> } & {
  readonly [K in keyof O]?: ConfigTypeOf<O[K]>;
};

/** A map of known names; anything else in it is a mistake. */
export function record<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): ConfigShape<Record_<R, O>> {
  const fields: Fields = { ...required, ...optional };
  const properties = Object.entries(fields).map(([name, { schema }]) => [name, schema]);
  return {
    schema: {
      type: 'object',
      ...(Object.keys(required).length === 0 ? {} : { required: Object.keys(required) }),
      additionalProperties: false,
      properties: Object.fromEntries(properties),
    },
    read(value) {
      if (value.kind !== 'map') throw unexpected(value, `a map of ${Object.keys(fields).join(', ')}`);
      const read = value.entries.map((entry) => [entry.key, knownShape(fields, entry).read(entry.value)]);
      const missing = Object.keys(required).find((name) => !value.entries.some(({ key }) => key === name));
      if (missing !== undefined) throw new ConfigMistake(`\`${missing}\` is missing here.`, value.at);
      // Every field has just been read by its own shape; TypeScript cannot follow that through `fromEntries`.
      return Object.fromEntries(read) as Record_<R, O>;
    },
  };
}

/** The same kind of value behind each of many known names. */
export function mapOfKnown<T>(
  fields: Readonly<Record<string, ConfigShape<T>>>,
): ConfigShape<ReadonlyMap<string, T>> {
  const { schema } = record({}, fields);
  return {
    schema,
    read(value) {
      if (value.kind !== 'map') throw unexpected(value, 'a map');
      return new Map(
        value.entries.map((entry) => [entry.key, knownShape(fields, entry).read(entry.value)] as const),
      );
    },
  };
}

function knownShape<T>(
  fields: Readonly<Record<string, ConfigShape<T>>>,
  { key, keyAt }: ConfigEntry,
): ConfigShape<T> {
  const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (shape !== undefined) return shape;
  const known = Object.keys(fields);
  const near = nearestName(key, known);
  const hint =
    near === undefined
      ? known.length > 20
        ? ''
        : ` Known here: ${known.join(', ')}.`
      : ` Do you mean \`${near}\`?`;
  throw new ConfigMistake(`There is no \`${shownText(key)}\`.${hint}`, keyAt);
}

/** A map whose names are the user's own. */
export function mapOf<T>(
  item: ConfigShape<T>,
  max: number,
): ConfigShape<readonly (readonly [name: string, value: T])[]> {
  return {
    schema: { type: 'object', additionalProperties: item.schema, maxProperties: max },
    read(value) {
      if (value.kind !== 'map') throw unexpected(value, 'a map');
      if (value.entries.length > max)
        throw new ConfigMistake(`This map has ${value.entries.length} entries, more than ${max}.`, value.at);
      return value.entries.map((entry) => [entry.key, item.read(entry.value)] as const);
    },
  };
}

/** By what stands there: a short form and a long one. */
export function either<A, B>(
  kind: ConfigValue['kind'],
  first: ConfigShape<A>,
  other: ConfigShape<B>,
): ConfigShape<A | B> {
  return {
    schema: { anyOf: [first.schema, other.schema] },
    read: (value): A | B => (value.kind === kind ? first.read(value) : other.read(value)),
  };
}

function unexpected(value: ConfigValue, allowed: string, near?: string): ConfigMistake {
  const hint = near === undefined ? '' : ` Do you mean \`${near}\`?`;
  return new ConfigMistake(`This is ${shown(value)}, and should be ${allowed}.${hint}`, value.at);
}

function shown(value: ConfigValue): string {
  if (value.kind === 'list') return 'a list';
  if (value.kind === 'map') return 'a map';
  if (value.value === null) return 'empty';
  return typeof value.value === 'string' ? `"${shownText(value.value)}"` : String(value.value);
}

function shownText(found: string): string {
  return cutMiddle(visible(cutMiddle(found, 60)), 80);
}
