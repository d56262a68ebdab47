import type { JsonSchema } from '../report/shape.ts';
import { type Comparison, diffSummary } from './diff-section.ts';
import { kindNames } from './object-kinds.ts';

/**
 * The diff as a file for machines (docs/schemas/schema-diff.schema.json). An attribute's `null` is Postgres's default.
 * The same two schemas give the same bytes.
 */
export function serializeDiff(comparison: Comparison): string {
  const { diff, basis, later, conflicts = [], refused } = comparison;
  const document = {
    format: 'database-actions/schema-diff',
    version: 1,
    changed: diff.changes.length > 0,
    summary: diffSummary(comparison),
    basis,
    versions: diff.versions,
    notes: diff.notes,
    notCompared: diff.notCompared,
    changes: diff.changes,
    changedInParent: later?.changes ?? null,
    conflicts: conflicts.map(({ object, preview, parent }) => ({ object, preview, parent })),
    refused: refused ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const value: JsonSchema = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    { const: true },
    { type: 'array', items: { type: 'string' } },
  ],
};

const objectName: JsonSchema = {
  type: 'object',
  required: ['kind', 'schema', 'parent', 'name'],
  properties: {
    kind: { enum: kindNames },
    schema: { type: ['string', 'null'] },
    parent: { type: ['string', 'null'], description: 'The table or view that it belongs to.' },
    name: { type: 'string' },
  },
};

const attributeChanges: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'from', 'to'],
    properties: {
      name: { type: 'string' },
      from: { anyOf: [value, { type: 'null' }] },
      to: { anyOf: [value, { type: 'null' }] },
    },
  },
};

const facts = {
  object: objectName,
  isWithin: { type: 'boolean', description: 'Its table was itself added or removed.' },
  inheritedBy: { type: 'integer', minimum: 0, description: 'Partitions and children with the same change.' },
};

function change(properties: Readonly<Record<string, JsonSchema>>, attributes: JsonSchema): JsonSchema {
  const all = { ...properties, ...facts, attributes };
  return { type: 'object', required: Object.keys(all), properties: all };
}

const refusal: JsonSchema = {
  type: 'object',
  description: 'A migration that ran on the preview and fails on its parent as it is now.',
  required: ['migration', 'parent', 'message', 'sqlState'],
  properties: {
    migration: { type: 'string' },
    parent: { type: 'string' },
    message: { type: 'string' },
    sqlState: { type: 'string' },
  },
};

const objectChange: JsonSchema = {
  anyOf: [
    change({ change: { enum: ['added', 'removed'] } }, { type: 'object', additionalProperties: value }),
    change({ change: { const: 'changed' } }, attributeChanges),
    change(
      {
        change: { const: 'renamed' },
        from: objectName,
        why: { type: 'string' },
        isCertain: { type: 'boolean', description: 'False: it may as well be a removal and an addition.' },
      },
      attributeChanges,
    ),
  ],
};

/** JSON Schema (draft 7) of `serializeDiff`. */
export function diffSchema(): JsonSchema {
  const changes = { type: 'array', items: { $ref: '#/definitions/change' } };
  const versions = { from: { type: 'integer' }, to: { type: 'integer' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-diff.schema.json',
    title: 'Schema diff of NeonHub Database Actions',
    description: 'What is different in the new schema. All text is untrusted: whoever shows it escapes it.',
    definitions: { change: objectChange },
    type: 'object',
    required: [
      'format',
      'version',
      'changed',
      'summary',
      'basis',
      'versions',
      'notes',
      'notCompared',
      'changes',
    ],
    properties: {
      format: { const: 'database-actions/schema-diff' },
      version: { const: 1 },
      changed: { type: 'boolean' },
      summary: { type: 'string' },
      basis: { type: 'string' },
      versions: { type: 'object', required: ['from', 'to'], properties: versions },
      notes: { type: 'array', items: { type: 'string' } },
      notCompared: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'reason'],
          properties: { kind: { enum: kindNames }, reason: { type: 'string' } },
        },
      },
      changes,
      changedInParent: { anyOf: [changes, { type: 'null' }] },
      conflicts: {
        type: 'array',
        items: {
          type: 'object',
          required: ['object', 'preview', 'parent'],
          properties: { object: objectName, preview: objectChange, parent: objectChange },
        },
      },
      refused: { anyOf: [refusal, { type: 'null' }] },
    },
  };
}
