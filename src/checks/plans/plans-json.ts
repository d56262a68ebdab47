/** The comparison as a file for machines (docs/schemas/query-plans.schema.json). */
import type { JsonSchema } from '../../report/shape.ts';
import type { PlansCheck } from '../check-plans.ts';
import type { ComparedQuery, LostIndex, PlanChange } from './compare-plans.ts';
import type { PlanNode } from './plan-tree.ts';

/** Texts come without literals. `null` = not known, or not there. */
export function plansJson(check: PlansCheck): string {
  const document = {
    format: 'database-actions/query-plans',
    version: 1,
    basis: check.basis,
    notes: check.notes,
    areCostsComparable: check.areCostsComparable,
    queries: check.compared.map(queryJson),
    leftOut: check.leftOut,
    findings: check.findings,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function queryJson({ query, change, measuredMs }: ComparedQuery) {
  const { id, name, shown, source } = query;
  return {
    id,
    name,
    sql: shown,
    source: source.kind === 'file' ? source : { kind: source.kind, ...source.usage },
    change: change.kind,
    refusal: 'sqlState' in change ? { sqlState: change.sqlState, message: change.message } : null,
    lostIndexes: change.kind === 'worse' ? change.lost.map(lostJson) : [],
    ...plansOf(change),
    measuredMs: { before: measuredMs.before ?? null, after: measuredMs.after ?? null },
  };
}

function lostJson({ index, relation, state }: LostIndex) {
  const { schema, name } = relation.root;
  return { table: { schema, name }, index: index.root, definition: index.definition, state };
}

/** A plan that did not change is told once, as `before`. */
function plansOf(change: PlanChange) {
  const before = 'before' in change ? nodeJson(change.before) : null;
  const after = 'after' in change && change.kind !== 'same' ? nodeJson(change.after) : null;
  return { before, after };
}

interface NodeJson {
  readonly type: string;
  readonly join: string | null;
  readonly relation: PlanNode['relation'] | null;
  readonly alias: string | null;
  readonly index: string | null;
  readonly cost: number;
  readonly rows: number;
  readonly conditions: readonly string[];
  readonly subplan: string | null;
  readonly children: readonly NodeJson[];
}

function nodeJson(node: PlanNode): NodeJson {
  const { type, cost, rows, conditions, children } = node;
  return {
    type,
    join: node.join ?? null,
    relation: node.relation ?? null,
    alias: node.alias ?? null,
    index: node.index ?? null,
    cost,
    rows,
    conditions,
    subplan: node.subplan ?? null,
    children: children.map(nodeJson),
  };
}

const string: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const optionalString: JsonSchema = { type: ['string', 'null'] };
const strings: JsonSchema = { type: 'array', items: string };

function record(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties };
}

function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

const relation = record({ schema: string, name: string });

const node = record({
  type: string,
  join: optionalString,
  relation: orNull(relation),
  alias: optionalString,
  index: optionalString,
  cost: { ...number, description: "In the planner's unit." },
  rows: number,
  conditions: strings,
  subplan: optionalString,
  children: { type: 'array', items: { $ref: '#/definitions/node' } },
});

const source: JsonSchema = {
  anyOf: [
    record({ kind: { const: 'file' }, file: string, line: { type: 'integer', minimum: 1 } }),
    record({
      kind: { const: 'statistics' },
      calls: number,
      share: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description: 'Of all calls of statements with a plan.',
      },
      meanMs: number,
    }),
  ],
};

const query = record({
  id: string,
  name: string,
  sql: { ...string, description: 'Without comments and literals.' },
  source,
  change: { enum: ['same', 'changed', 'worse', 'better', 'lost', 'new', 'without plan', 'unanswered'] },
  refusal: orNull(record({ sqlState: string, message: string })),
  lostIndexes: {
    type: 'array',
    items: record({
      table: relation,
      index: string,
      definition: string,
      state: { enum: ['dropped', 'invalid', 'unused'] },
    }),
  },
  before: orNull({ $ref: '#/definitions/node' }),
  after: { ...orNull({ $ref: '#/definitions/node' }), description: 'Null where it is the same as before.' },
  measuredMs: record({ before: { type: ['number', 'null'] }, after: { type: ['number', 'null'] } }),
});

const finding: JsonSchema = {
  type: 'object',
  required: ['rule', 'severity', 'subject', 'message'],
  properties: {
    rule: string,
    severity: { enum: ['error', 'warning', 'notice'] },
    subject: string,
    message: string,
    evidence: string,
    fix: string,
  },
};

/** JSON Schema (draft 7) of `plansJson`. */
export function plansSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/query-plans.schema.json',
    title: 'Query plans of NeonHub Database Actions',
    description: 'Plans before and after. All text is untrusted: whoever shows it escapes it.',
    definitions: { node },
    ...record({
      format: { const: 'database-actions/query-plans' },
      version: { const: 1 },
      basis: string,
      notes: strings,
      areCostsComparable: { type: 'boolean' },
      queries: { type: 'array', items: query },
      leftOut: { type: 'array', items: record({ subject: string, reason: string }) },
      findings: { type: 'array', items: finding },
    }),
  };
}
