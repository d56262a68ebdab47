import { errorMessage, UserError } from '../errors.ts';
import { isRecord, isString } from '../guard.ts';
import {
  choice,
  finiteNumber,
  type JsonSchema,
  listOf,
  record,
  type Shape,
  text,
  wholeNumber,
} from '../report/shape.ts';
import { isObjectKind, kindNames, type ObjectKind, objectKinds } from './object-kinds.ts';
import {
  type Attributes,
  type AttributeValue,
  compareNames,
  freezeObject,
  type SchemaObject,
  type SchemaSnapshot,
} from './snapshot.ts';

const format = 'database-actions/schema-snapshot';
const version = 1;

/** UTF-16 code units; a schema of a hundred thousand tables has less. */
const longestText = 400 * 1024 * 1024;
const most = 10_000_000;
const name = text(1_000);

const nullableName: Shape<string | null> = {
  schema: { type: ['string', 'null'], maxLength: 1_000 },
  accepts: (value) => value === null || isString(value),
  read: (value, path) => (value === null ? null : name.read(value, path)),
};

const kindShape: Shape<ObjectKind> = choice(...kindNames);

/** One schema a kind, so that an editor knows the attributes; read by one rule for all of them. */
const attributesShape: Shape<Attributes> = {
  schema: { type: 'object' },
  accepts: isRecord,
  read(value, path) {
    if (!isRecord(value)) throw new UserError(`${path} is not an object.`);
    const read: Record<string, AttributeValue> = {};
    for (const [attribute, entry] of Object.entries(value)) {
      if (!isAttributeValue(entry))
        throw new UserError(`${path}.${attribute} is neither text, a number, true, nor a list of texts.`);
      read[attribute] = entry;
    }
    return read;
  },
};

function isAttributeValue(value: unknown): value is AttributeValue {
  if (isString(value) || value === true) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) && value.every(isString);
}

const objectShape = record(
  { kind: kindShape, schema: nullableName, parent: nullableName, name, attributes: attributesShape },
  {},
);

/** Tens of thousands of objects: read by hand, and by the shape only where something is wrong, to say what. */
const fastObject: Shape<SchemaObject> = {
  schema: { anyOf: kindNames.map(objectSchema) },
  accepts: objectShape.accepts,
  read(value, path) {
    if (
      isRecord(value) &&
      isObjectKind(value.kind) &&
      isString(value.name) &&
      (value.schema === null || isString(value.schema)) &&
      (value.parent === null || isString(value.parent))
    )
      return freezeObject({
        kind: value.kind,
        schema: value.schema,
        parent: value.parent,
        name: value.name,
        attributes: attributesShape.read(value.attributes, `${path}.attributes`),
      });
    return objectShape.read(value, path);
  },
};

function objectSchema(kind: ObjectKind): JsonSchema {
  const { label, attributes } = objectKinds[kind];
  const value = { $ref: '#/definitions/attributeValue' };
  return {
    title: label,
    type: 'object',
    required: ['kind', 'schema', 'parent', 'name', 'attributes'],
    properties: {
      kind: { const: kind },
      schema: nullableName.schema,
      parent: nullableName.schema,
      name: name.schema,
      attributes: {
        type: 'object',
        properties: Object.fromEntries(attributes.map((attribute) => [attribute, value])),
        additionalProperties: value,
      },
    },
  };
}

const scopeShape: Shape<readonly string[] | null> = {
  schema: { anyOf: [{ type: 'null' }, listOf(name, most).schema] },
  accepts: (value) => value === null || Array.isArray(value),
  read: (value, path) => (value === null ? null : listOf(name, most).read(value, path)),
};

const snapshotShape = record(
  {
    format: choice(format),
    version: choice(version),
    serverVersion: wholeNumber(90_000, 9_999_999),
    scope: scopeShape,
    providerSchemas: listOf(name, most),
    notVisible: listOf(record({ kind: kindShape, reason: text(4_000) }, {}), most),
    objects: listOf(fastObject, most),
    sizes: listOf(record({ schema: name, name, rows: finiteNumber(-1), bytes: finiteNumber(0) }, {}), most),
  },
  {},
);

/** The same schema gives the same bytes. */
export function serializeSnapshot(snapshot: SchemaSnapshot): string {
  const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshot;
  const lines = (list: readonly unknown[]) =>
    list.length === 0 ? '[]' : `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  return `{
"format": ${JSON.stringify(format)},
"version": ${version},
"serverVersion": ${serverVersion},
"scope": ${JSON.stringify(scope)},
"providerSchemas": ${JSON.stringify(providerSchemas)},
"notVisible": ${JSON.stringify(notVisible)},
"objects": ${lines(objects)},
"sizes": ${lines(sizes)}
}
`;
}

/** @throws UserError for what is no snapshot, for one of a later release, and for one that is damaged, with the place */
export function parseSnapshot(value: unknown): SchemaSnapshot {
  if (!isRecord(value) || value.format !== format)
    throw new UserError('This is no schema snapshot.', {
      hint: `A snapshot file is JSON with "format": "${format}"; the action \`schema-diff\` writes one.`,
    });
  if (value.version !== version)
    throw new UserError(
      `The schema snapshot has version ${JSON.stringify(value.version) ?? 'none'}; this release reads version ${version}.`,
      { hint: 'Use the same release of these actions where the snapshot is made and where it is read.' },
    );
  const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshotShape.read(
    value,
    'snapshot',
  );
  return Object.freeze({
    serverVersion,
    scope,
    providerSchemas,
    notVisible,
    objects: Object.freeze(objects.toSorted(compareNames)),
    sizes,
  });
}

/** The same from JSON text. @param origin what the reader knows it by, such as the file's name */
export function parseSnapshotText(json: string, origin: string): SchemaSnapshot {
  if (json.length > longestText)
    throw new UserError(`${origin} is longer than ${longestText / 1024 / 1024} MiB.`);
  try {
    return parseSnapshot(JSON.parse(json));
  } catch (thrown) {
    if (thrown instanceof UserError)
      throw new UserError(
        `${origin}: ${thrown.message}`,
        thrown.hint === undefined ? {} : { hint: thrown.hint },
      );
    throw new UserError(`${origin} is not JSON; is it whole?`, { cause: errorMessage(thrown) });
  }
}

/** JSON Schema (draft 7) of a snapshot file. */
export function snapshotSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-snapshot.schema.json',
    title: 'Schema snapshot of NeonHub Database Actions',
    description:
      'The schema of one Postgres database. An attribute with its default is absent. All text is untrusted.',
    definitions: {
      attributeValue: attributeValueSchema,
    },
    ...snapshotShape.schema,
  };
}

const attributeValueSchema: JsonSchema = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    { const: true },
    { type: 'array', items: { type: 'string' } },
  ],
};
