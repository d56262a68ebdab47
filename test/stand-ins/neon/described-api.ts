/** Neon's own description of its API (OpenAPI 3.0), to hold requests and answers against. Not part of this repository. */
import { readFile } from 'node:fs/promises';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export interface DescribedApi {
  /** What is wrong with a request body or an answer; empty = nothing. `status` undefined = the request. */
  problems(exchange: Exchange): readonly string[];
}

export interface Exchange {
  readonly method: string;
  /** `/projects/:project/branches` */
  readonly route: string;
  readonly status: number | undefined;
  readonly body: unknown;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** @returns undefined when the file is not there. */
export async function readDescription(file: string): Promise<DescribedApi | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : createDescribedApi(asObject(JSON.parse(text)));
}

function createDescribedApi(description: Json): DescribedApi {
  const root = asObject(toJsonSchema(description));
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { int: true } });
  addFormats.default(ajv);
  ajv.addSchema(root, 'api');
  const resolve = (pointer: string): unknown =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, part) => asObject(value)[unescapePart(part)], root);
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${encodePointer(pointer)}` });
    compiled.set(pointer, known);
    return known;
  };
  return {
    problems(exchange) {
      const pointer = schemaPointer(root, resolve, exchange);
      if (pointer === undefined) return [];
      const schema = resolve(pointer);
      if (schema === undefined) return exchange.body === undefined ? [] : [`a body where none is described`];
      const validate = validatorOf(pointer);
      const errors = validate(exchange.body)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
      return [...errors, ...undescribed(exchange.body, schema, { resolve, path: '' })];
    },
  };
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema wants null among the types. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (!isObject(value)) return value;
  const { nullable, example: _example, ...rest } = value;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, toJsonSchema(item)]));
  if (nullable !== true) return converted;
  if (typeof converted.type !== 'string') return { anyOf: [converted, { type: 'null' }] };
  const choices = Array.isArray(converted.enum) ? { enum: [...converted.enum, null] } : {};
  return { ...converted, ...choices, type: [converted.type, 'null'] };
}

function unescapePart(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Braces of path templates are not allowed in a URI fragment. */
function encodePointer(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}

type Resolve = (pointer: string) => unknown;

/** Where the schema of a request body or of an answer stands; undefined when a route takes no body. */
function schemaPointer(
  root: Json,
  resolve: Resolve,
  { method, route, status }: Exchange,
): string | undefined {
  const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '\\{\\w+\\}')}$`);
  const template = Object.keys(asObject(root.paths)).find((path) => pattern.test(path));
  if (template === undefined) throw new Error(`The API has no ${route}.`);
  const operation = `/paths/${escapePart(template)}/${method.toLowerCase()}`;
  if (resolve(operation) === undefined) throw new Error(`The API has no ${method} ${route}.`);
  const json = '/content/application~1json/schema';
  if (status === undefined) {
    const request = `${operation}/requestBody${json}`;
    return resolve(request) === undefined ? undefined : request;
  }
  const named = `${operation}/responses/${status}`;
  const response = resolve(named) === undefined ? `${operation}/responses/default` : named;
  const reference = asObject(resolve(response)).$ref;
  return `${typeof reference === 'string' ? reference.slice(1) : response}${json}`;
}

/** Fields that the description does not know. JSON Schema lets them pass; a stand-in must not invent any. */
function undescribed(
  value: unknown,
  schema: unknown,
  at: { readonly resolve: Resolve; readonly path: string },
): readonly string[] {
  const parts = flatten(schema, at.resolve);
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      parts.flatMap((part) =>
        part.items === undefined ? [] : undescribed(item, part.items, { ...at, path: `${at.path}/${index}` }),
      ),
    );
  if (!isObject(value) || parts.every(({ properties }) => properties === undefined)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const path = `${at.path}/${name}`;
    const own = parts
      .map(({ properties }) => asObject(properties)[name])
      .find((found) => found !== undefined);
    if (own !== undefined) return undescribed(item, own, { ...at, path });
    return parts.some((part) => part.additionalProperties !== undefined) ? [] : [`${path} is not described`];
  });
}

/** A schema and all that it is composed of, references followed. */
function flatten(schema: unknown, resolve: Resolve): readonly Json[] {
  const given = asObject(schema);
  if (typeof given.$ref === 'string') return flatten(resolve(given.$ref.slice(1)), resolve);
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
    const list = given[key];
    return Array.isArray(list) ? list : [];
  });
  return [given, ...inner.flatMap((part) => flatten(part, resolve))];
}
