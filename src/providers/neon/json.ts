/** Readers for what an API answered: `unknown` in, a typed value out, or a ShapeError that names the place. */

/** The answer has another shape than the API's description promises. The message names the place, never the value. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readObject(value: unknown, place: string): JsonObject {
  if (!isObject(value)) throw new ShapeError(`${place} is not an object`);
  return value;
}

/** Undefined when absent or null. */
export function readOptionalObject(from: JsonObject, key: string): JsonObject | undefined {
  const value = from[key];
  return value === undefined || value === null ? undefined : readObject(value, key);
}

export function readText(from: JsonObject, key: string): string {
  const value = from[key];
  if (typeof value !== 'string' || value === '') throw new ShapeError(`${key} is not a text`);
  return value;
}

/** Undefined when absent, null or empty: the API writes "nothing" in all three ways. */
export function readOptionalText(from: JsonObject, key: string): string | undefined {
  const value = from[key];
  return value === undefined || value === null || value === '' ? undefined : readText(from, key);
}

export function readFlag(from: JsonObject, key: string): boolean {
  const value = from[key];
  if (typeof value !== 'boolean') throw new ShapeError(`${key} is not true or false`);
  return value;
}

export function readMoment(from: JsonObject, key: string): Date {
  const moment = new Date(readText(from, key));
  if (Number.isNaN(moment.getTime())) throw new ShapeError(`${key} is not a time`);
  return moment;
}

export function readOptionalMoment(from: JsonObject, key: string): Date | undefined {
  return readOptionalText(from, key) === undefined ? undefined : readMoment(from, key);
}

export function readList<T>(from: JsonObject, key: string, read: (item: unknown) => T): readonly T[] {
  const value = from[key];
  if (!Array.isArray(value)) throw new ShapeError(`${key} is not a list`);
  return value.map((item) => read(item));
}

/** Only the properties whose values are texts. */
export function readTexts(value: unknown, place: string): ReadonlyMap<string, string> {
  const entries = Object.entries(readObject(value, place));
  return new Map(
    entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])),
  );
}
