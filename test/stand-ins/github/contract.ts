/** Holds the stand-in's answers against GitHub's own OpenAPI description (`openapi.json`). */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { field } from './routing.ts';
import type { Exchange } from './server.ts';

const description: unknown = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type of its own, and the dialect's keywords that ajv does not know go. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, toJsonSchema(child)]),
  );
  if (nullable !== true) return rest;
  if (Array.isArray(rest.enum)) rest.enum = [...rest.enum, null];
  if (typeof rest.type === 'string') return { ...rest, type: [rest.type, 'null'] };
  return { anyOf: [rest, { type: 'null' }] };
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
formats.default(ajv, ['date-time', 'email']);
ajv.addFormat('uri', true).addFormat('int64', true).addFormat('timestamp', true).addFormat('repo.nwo', true);
ajv.addSchema({ $id: 'github', ...Object(toJsonSchema(description)) });

/** Every operation of the description, as `GET /repos/{owner}/{repo}`. */
export const describedOperations: readonly string[] = Object.entries(Object(field(description, 'paths')))
  .flatMap(([path, item]) => Object.keys(Object(item)).map((method) => `${method.toUpperCase()} ${path}`))
  .sort();

/** The `$ref` of a shared response is followed, so that the pointer leads to a `content`. */
function responsePointer(operation: string, method: string, status: number): string | undefined {
  const responses = field(
    field(field(field(description, 'paths'), operation), method.toLowerCase()),
    'responses',
  );
  const response = field(responses, String(status));
  if (response === undefined) return undefined;
  const reference = field(response, '$ref');
  if (typeof reference === 'string') return reference;
  const escaped = operation.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}`;
}

/** JSON schemas of a response; undefined: described without a body. */
function schemaPointer(pointer: string): string | undefined {
  const parts = pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const response = parts.reduce<unknown>((node, part) => field(node, part), description);
  const schema = field(field(field(response, 'content'), 'application/json'), 'schema');
  return schema === undefined ? undefined : `${pointer}/content/application~1json/schema`;
}

const compiled = new Map<string, ValidateFunction>();

function validator(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known !== undefined) return known;
  const encoded = pointer.replaceAll('{', '%7B').replaceAll('}', '%7D');
  const made = ajv.compile({ $ref: `github${encoded}` });
  compiled.set(pointer, made);
  return made;
}

/** Statuses that GitHub documents once for all operations, not in each. */
const everywhere: ReadonlySet<number> = new Set([401, 403, 404, 429]);

/** Where GitHub's description is stricter than GitHub: the head of a deleted fork has no repository. */
function isKnownDeparture(error: ErrorObject): boolean {
  return /\/head\/repo$/.test(error.instancePath) && error.keyword === 'type';
}

/** What is wrong with one exchange, or undefined. GraphQL and answers made by a fault are not described. */
export function breachOfContract(exchange: Exchange): string | undefined {
  const { operation, method, status } = exchange;
  if (exchange.faulty || operation === undefined || operation === '/graphql' || status === undefined)
    return undefined;
  const what = `${method} ${operation} ${status}`;
  const pointer = responsePointer(operation, method, status);
  if (pointer === undefined) return everywhere.has(status) ? undefined : `${what} is not described`;
  const schema = schemaPointer(pointer);
  if (schema === undefined)
    return exchange.body === undefined ? undefined : `${what} is described without a body`;
  const validate = validator(schema);
  // Through JSON, as a client sees it.
  validate(JSON.parse(JSON.stringify(exchange.body ?? null)));
  const errors = (validate.errors ?? []).filter((error) => !isKnownDeparture(error));
  return errors.length === 0 ? undefined : `${what}: ${ajv.errorsText(errors)}`;
}
