import { UserError } from '../errors.ts';
import { cutMiddle, visible } from './visible-text.ts';

/** JSON Schema, as far as it is used here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One definition of a JSON value: how it is read, strictly, and the JSON Schema that says the same. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** A field of this shape may be missing. */
  readonly isOptional?: true;
  /** A quick look: false only where `read` would throw. */
  accepts(value: unknown): boolean;
  /** Throws a UserError that names `path`. Unknown fields are dropped unread. */
  read(value: unknown, path: string): T;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Required<R extends Fields> = { readonly [K in keyof R]: TypeOf<R[K]> };
type Optional<O extends Fields> = { readonly [K in keyof O]?: TypeOf<O[K]> };

/** `max` counts code points, as JSON Schema does. */
export function text(max: number): Shape<string> {
  return {
    schema: { type: 'string', maxLength: max },
    accepts: (value) => typeof value === 'string',
    read(value, path) {
      if (typeof value !== 'string') throw unexpected(value, path, 'a text');
      if (isLonger(value, max)) throw new UserError(`${path} is longer than ${max} characters.`);
      return value;
    },
  };
}

function isLonger(value: string, max: number): boolean {
  if (value.length <= max) return false;
  if (value.length > 2 * max) return true;
  let count = 0;
  for (const _character of value) count += 1;
  return count > max;
}

export function wholeNumber(minimum: number, maximum: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum, maximum },
    accepts: Number.isInteger,
    read(value, path) {
      if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
        return value;
      throw unexpected(value, path, `a whole number from ${minimum} to ${maximum}`);
    },
  };
}

/** Not NaN and not infinite: JSON has neither. */
export function finiteNumber(minimum: number): Shape<number> {
  return {
    schema: { type: 'number', minimum },
    accepts: Number.isFinite,
    read(value, path) {
      if (typeof value === 'number' && Number.isFinite(value) && value >= minimum) return value;
      throw unexpected(value, path, `a number from ${minimum}`);
    },
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  accepts: (value) => typeof value === 'boolean',
  read(value, path) {
    if (typeof value === 'boolean') return value;
    throw unexpected(value, path, 'true or false');
  },
};

/** What is absent in JSON is `undefined` when read, for records whose fields are all there. */
export function orUndefined<T>(shape: Shape<T>): Shape<T | undefined> {
  return {
    schema: shape.schema,
    isOptional: true,
    accepts: (value) => value === undefined || shape.accepts(value),
    read: (value, path) => (value === undefined ? undefined : shape.read(value, path)),
  };
}

export function choice<const T extends string | number>(...allowed: readonly T[]): Shape<T> {
  return {
    schema: allowed.length === 1 ? { const: allowed[0] } : { enum: allowed },
    accepts: (value) => allowed.some((candidate) => candidate === value),
    read(value, path) {
      const found = allowed.find((candidate) => candidate === value);
      if (found === undefined) throw unexpected(value, path, allowed.join(' or '));
      return found;
    },
  };
}

export function listOf<T>(item: Shape<T>, max: number): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, maxItems: max },
    accepts: Array.isArray,
    read(value, path) {
      if (!Array.isArray(value)) throw unexpected(value, path, 'a list');
      if (value.length > max) throw new UserError(`${path} has ${value.length} entries, more than ${max}.`);
      return value.map((entry: unknown, index) => item.read(entry, `${path}[${index}]`));
    },
  };
}

export function pairOf<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return {
    schema: {
      type: 'array',
      items: [first.schema, second.schema],
      minItems: 2,
      maxItems: 2,
    },
    accepts: Array.isArray,
    read(value, path) {
      if (!Array.isArray(value) || value.length !== 2) throw unexpected(value, path, 'a list of two');
      return [first.read(value[0], `${path}[0]`), second.read(value[1], `${path}[1]`)];
    },
  };
}

export function record<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Shape<Required<R> & Optional<O>> {
  const schemaOf = (fields: Fields) => Object.entries(fields).map(([name, { schema }]) => [name, schema]);
  return {
    schema: {
      type: 'object',
      required: Object.keys(required).filter((name) => required[name]?.isOptional !== true),
      properties: Object.fromEntries([...schemaOf(required), ...schemaOf(optional)]),
    },
    accepts: (value) =>
      isObject(value) &&
      Object.entries(required).every(([name, shape]) => shape.accepts(ownField(value, name))),
    read(value, path) {
      if (!isObject(value)) throw unexpected(value, path, 'an object');
      const read = (fields: Fields, isOptional: boolean) =>
        Object.entries(fields)
          .filter(([name]) => !(isOptional && ownField(value, name) === undefined))
          .map(([name, shape]) => [name, shape.read(ownField(value, name), `${path}.${name}`)]);
      // Every field has just been read by its own shape; TypeScript cannot follow that through `fromEntries`.
      return Object.fromEntries([...read(required, false), ...read(optional, true)]) as Required<R> &
        Optional<O>;
    },
  };
}

/** The first shape that fits. Where none does, the error of the last one that came near is told. */
export function anyOf<T>(shapes: readonly Shape<T>[]): Shape<T> {
  return {
    schema: { anyOf: shapes.map(({ schema }) => schema) },
    accepts: (value) => shapes.some((shape) => shape.accepts(value)),
    read(value, path) {
      let refusal = unexpected(value, path, 'of a known form');
      for (const shape of shapes) {
        if (!shape.accepts(value)) continue;
        try {
          return shape.read(value, path);
        } catch (thrown) {
          if (!(thrown instanceof UserError)) throw thrown;
          refusal = thrown;
        }
      }
      throw refusal;
    },
  };
}

/** Own fields only: a report from elsewhere may carry any name. */
function ownField(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unexpected(value: unknown, path: string, allowed: string): UserError {
  return new UserError(`${path} is ${shown(value)}, not ${allowed}.`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `"${cutMiddle(visible(cutMiddle(value, 60)), 80)}"`;
  return value === null || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : 'an object';
}
