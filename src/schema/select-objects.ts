import { isObjectKind, type ObjectKind } from './object-kinds.ts';
import type { DiffOptions } from './schema-diff.ts';
import type { NotVisible, ObjectName, SchemaObject, SchemaSnapshot } from './snapshot.ts';

/** The history of Prisma's migrations is not part of the schema that they make. */
const internalTables = ['*._prisma_migrations'] as const;

/** Which objects of two snapshots can be compared, and are to be. */
export interface Selection {
  readonly notCompared: readonly NotVisible[];
  readonly notes: readonly string[];
  isSelected(object: SchemaObject): boolean;
}

export function selectObjects(from: SchemaSnapshot, to: SchemaSnapshot, options: DiffOptions): Selection {
  const notCompared = [...from.notVisible, ...to.notVisible].filter(
    ({ kind }, index, all) => all.findIndex((other) => other.kind === kind) === index,
  );
  const hidden = new Set<ObjectKind>(notCompared.map(({ kind }) => kind));
  const include = patternsOf(options.include ?? []);
  const exclude = patternsOf(options.exclude ?? internalTables);
  const isInScope = scopeOf(from, to);
  return {
    notCompared,
    notes: [...versionNote(from, to), ...scopeNote(from, to)],
    isSelected: (object) =>
      !hidden.has(object.kind) &&
      isInScope(object) &&
      (include.length === 0 || include.some((pattern) => pattern(object))) &&
      !exclude.some((pattern) => pattern(object)),
  };
}

type Pattern = (object: ObjectName) => boolean;

function patternsOf(texts: readonly string[]): readonly Pattern[] {
  return texts.map((text) => {
    const [, kind = '', rest = text] = /^([a-z ]+):(.*)$/s.exec(text) ?? [];
    const wanted = isObjectKind(kind) ? kind : undefined;
    const pattern = wanted === undefined ? text : rest;
    const expression = expressionOf(pattern);
    const last = lastPart(pattern);
    return (object) =>
      (wanted === undefined || object.kind === wanted) &&
      // Most objects are ruled out by their name alone, without building a path.
      (last === undefined || object.name === last || object.parent === last) &&
      pathsOf(object).some((path) => expression.test(path));
  });
}

/** What a path must end with, where the pattern has no star after its last full stop; names may hold full stops too. */
function lastPart(pattern: string): string | undefined {
  const last = /^\*\.([^.*]+)$/.exec(pattern.trim());
  return last?.[1];
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .trim()
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 's');
}

/** A pattern for a table means all that belongs to it. */
function pathsOf({ schema, parent, name }: ObjectName): readonly string[] {
  if (schema === null) return [name];
  if (parent === null) return [`${schema}.${name}`];
  return [`${schema}.${parent}`, `${schema}.${parent}.${name}`];
}

/** Schemas that one side was not asked for are no schemas that were dropped. */
function scopeOf(from: SchemaSnapshot, to: SchemaSnapshot): (object: ObjectName) => boolean {
  const outside = new Set([...from.providerSchemas, ...to.providerSchemas]);
  const scopes = [from.scope, to.scope].filter((scope) => scope !== null).map((scope) => new Set(scope));
  return ({ kind, schema, name }) => {
    const place = kind === 'schema' ? name : schema;
    if (place === null) return true;
    return !outside.has(place) && scopes.every((scope) => scope.has(place));
  };
}

function scopeNote(from: SchemaSnapshot, to: SchemaSnapshot): readonly string[] {
  if (JSON.stringify(from.scope) === JSON.stringify(to.scope)) return [];
  const text = ({ scope }: SchemaSnapshot) => (scope === null ? 'all schemas' : scope.join(', '));
  return [`One side was read for ${text(from)}, the other for ${text(to)}: only what both have is compared.`];
}

function versionNote(from: SchemaSnapshot, to: SchemaSnapshot): readonly string[] {
  if (majorOf(from) === majorOf(to)) return [];
  return [
    `One side is PostgreSQL ${majorOf(from)}, the other ${majorOf(to)}: what differs only in how they write a definition is not told.`,
  ];
}

export function majorOf({ serverVersion }: Pick<SchemaSnapshot, 'serverVersion'>): number {
  return Math.floor(serverVersion / 10_000);
}
