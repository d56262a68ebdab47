import { badRequest } from './api-error.ts';

/** Reads a JSON object field by field. A value of the wrong type is a 400; what nobody asked for is recorded at the end. */
export interface Fields {
  string(name: string): string | undefined;
  boolean(name: string): boolean | undefined;
  number(name: string): number | undefined;
  /** An RFC 3339 time with its zone. */
  time(name: string): Date | undefined;
  /** True when the field is there and null. */
  isNull(name: string): boolean;
  /** Fields of a nested object; empty if the field is absent. */
  object(name: string): Fields;
  objects(name: string): readonly Fields[];
  /** A map of strings. */
  strings(name: string): Readonly<Record<string, string>> | undefined;
  required<T>(name: string, value: T | undefined): T;
  /** As it came. */
  json(name: string): unknown;
  /** Names that were there and not read, with their path. */
  unread(): readonly string[];
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

export function parseTime(name: string, text: string): Date {
  if (!rfc3339.test(text) || Number.isNaN(Date.parse(text)))
    throw badRequest(`${name}: "${text}" is not an RFC 3339 time`);
  return new Date(text);
}

export function readFields(value: unknown, path = ''): Fields {
  const given = asObject(value, path);
  const seen = new Set<string>();
  const nested = new Map<string, Fields>();
  const take = (name: string): unknown => {
    seen.add(name);
    return given[name];
  };
  const wrong = (name: string, wanted: string) => badRequest(`${path}${name} must be ${wanted}`);
  const fields: Fields = {
    json: take,
    isNull: (name) => given[name] === null,
    string(name) {
      const found = take(name);
      if (found === undefined || found === null) return undefined;
      if (typeof found !== 'string') throw wrong(name, 'a string');
      return found;
    },
    boolean(name) {
      const found = take(name);
      if (found === undefined || found === null) return undefined;
      if (typeof found !== 'boolean') throw wrong(name, 'a boolean');
      return found;
    },
    number(name) {
      const found = take(name);
      if (found === undefined || found === null) return undefined;
      if (typeof found !== 'number') throw wrong(name, 'a number');
      return found;
    },
    time(name) {
      const text = fields.string(name);
      return text === undefined ? undefined : parseTime(`${path}${name}`, text);
    },
    object(name) {
      const inner = nested.get(name) ?? readFields(take(name) ?? {}, `${path}${name}.`);
      nested.set(name, inner);
      return inner;
    },
    objects(name) {
      const found = take(name) ?? [];
      if (!Array.isArray(found)) throw wrong(name, 'an array');
      const inner = found.map((item: unknown, index) => readFields(item, `${path}${name}[${index}].`));
      for (const [index, item] of inner.entries()) nested.set(`${name}[${index}]`, item);
      return inner;
    },
    strings(name) {
      const found = take(name);
      if (found === undefined) return undefined;
      const entries = Object.entries(asObject(found, `${path}${name}.`));
      return Object.fromEntries(
        entries.map(([key, item]) => {
          if (typeof item !== 'string') throw wrong(`${name}.${key}`, 'a string');
          return [key, item];
        }),
      );
    },
    required(name, found) {
      if (found === undefined) throw badRequest(`${path}${name} is required`);
      return found;
    },
    unread() {
      const own = Object.keys(given).filter((name) => !seen.has(name));
      return [
        ...own.map((name) => `${path}${name}`),
        ...[...nested.values()].flatMap((inner) => inner.unread()),
      ];
    },
  };
  return fields;
}

function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`${path === '' ? 'the body' : path.slice(0, -1)} must be an object`);
  return { ...value };
}
