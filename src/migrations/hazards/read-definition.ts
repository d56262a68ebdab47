/** Columns and constraints of a parse tree. */
import { field, items, locationOf, type Node, nodesOf, relationName, texts, unwrap } from '../parse-tree.ts';
import { textOrUndefined } from '../record.ts';
import type { SqlStatement } from '../sql-parser.ts';
import type { ColumnDefinition, ConstraintDefinition, ConstraintForm, Expression } from './operation.ts';
import { clauseText, type ScriptSource, textBetween } from './script-source.ts';
import { type SqlType, typeOfNode } from './sql-type.ts';

/** Where the nodes come from; for the text of what they stand for. */
export interface Origin {
  readonly source: ScriptSource;
  readonly statement: SqlStatement;
}

const forms: Readonly<Record<string, ConstraintForm>> = {
  CONSTR_PRIMARY: 'primary key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_CHECK: 'check',
  CONSTR_EXCLUSION: 'exclusion',
  CONSTR_NOTNULL: 'not null',
};

/** @param columns of a constraint that is written in a column's definition. Undefined for what is no constraint. */
export function constraintOf(
  node: Node,
  origin: Origin,
  columns?: readonly string[],
): ConstraintDefinition | undefined {
  const form = forms[textOrUndefined(node.contype) ?? ''];
  if (form === undefined) return undefined;
  const isEnforced = node.is_enforced === true || (form !== 'foreign key' && form !== 'check');
  return {
    form,
    name: textOrUndefined(node.conname),
    columns: form === 'check' ? columnsRead(node) : (columns ?? columnsNamed(form, node)),
    skipsRows: node.skip_validation === true || !isEnforced,
    usingIndex: textOrUndefined(node.indexname),
    including: texts(node.including),
    nullsNotDistinct: node.nulls_not_distinct === true,
    deferrable:
      node.deferrable === true ? (node.initdeferred === true ? 'deferred' : 'immediate') : undefined,
    references: relationName(node.pktable),
    referencedColumns: texts(node.pk_attrs),
    expression: form === 'check' ? field(node, 'raw_expr') : undefined,
    text: clauseText(origin.source, origin.statement, locationOf(node) ?? 0),
  };
}

function columnsNamed(form: ConstraintForm, node: Node): readonly string[] {
  if (form === 'foreign key') return texts(node.fk_attrs);
  if (form !== 'exclusion') return texts(node.keys);
  return nodesOf(node.exclusions, 'IndexElem').flatMap(({ name }) => textOrUndefined(name) ?? []);
}

/** A check is about the columns that its expression names, wherever it is written. */
function columnsRead(node: Node): readonly string[] {
  const names = nodesOf(node.raw_expr, 'ColumnRef').flatMap(({ fields }) => texts(fields).at(-1) ?? []);
  return [...new Set(names)];
}

const serialTypes: Readonly<Record<string, string>> = {
  smallserial: 'int2',
  serial2: 'int2',
  serial: 'int4',
  serial4: 'int4',
  bigserial: 'int8',
  serial8: 'int8',
};

const noType: SqlType = { schema: undefined, name: 'unknown', modifiers: [], dimensions: 0 };

export function columnOf(node: Node, origin: Origin): ColumnDefinition {
  const name = textOrUndefined(node.colname) ?? '';
  const written = typeOfNode(field(node, 'typeName')) ?? noType;
  const serial = written.schema === undefined ? serialTypes[written.name] : undefined;
  const clauses = items(node.constraints).map((item) => unwrap(item)[1]);
  const has = (kind: string) => clauses.some(({ contype }) => contype === kind);
  const generated = clauses.find(({ contype }) => contype === 'CONSTR_GENERATED');
  return {
    name,
    type: serial === undefined ? written : { ...written, name: serial },
    isNotNull:
      has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY') || has('CONSTR_IDENTITY') || serial !== undefined,
    default: defaultOf(clauses, origin),
    generated: generated === undefined ? undefined : generated.generated_kind === 'v' ? 'virtual' : 'stored',
    numbered: has('CONSTR_IDENTITY') ? 'identity' : serial === undefined ? undefined : 'serial',
    constraints: clauses.flatMap((clause, index) => {
      const constraint = constraintOf(clause, origin, [name]);
      if (constraint === undefined || constraint.form === 'not null') return [];
      return [{ ...constraint, text: textOfClause(clauses, index, origin) }];
    }),
  };
}

function defaultOf(clauses: readonly Node[], origin: Origin): Expression | undefined {
  const index = clauses.findIndex(({ contype }) => contype === 'CONSTR_DEFAULT');
  const [kind, constant] = unwrap(clauses[index]?.raw_expr);
  if (index < 0 || (kind === 'A_Const' && constant.isnull === true)) return undefined;
  const text = textOfClause(clauses, index, origin).replace(/^DEFAULT\s*/i, '');
  return { node: field(clauses[index], 'raw_expr'), text };
}

/** A column's clauses stand one after the other, with nothing between. */
function textOfClause(clauses: readonly Node[], index: number, { source, statement }: Origin): string {
  const start = locationOf(clauses[index] ?? {}) ?? 0;
  const starts = clauses.flatMap((clause) => locationOf(clause) ?? []).filter((place) => place > start);
  return starts.length === 0
    ? clauseText(source, statement, start)
    : textBetween(source, start, Math.min(...starts));
}
