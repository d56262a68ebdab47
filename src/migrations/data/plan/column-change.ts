/** The columns that an ALTER TABLE adds or changes: their types, and their values over the rows as they are now. */
import { quoteIdentifier } from '../../../postgres/identifier.ts';
import {
  field,
  items,
  listedName,
  locationOf,
  type Node,
  nodesOf,
  type ObjectName,
  texts,
  unwrap,
} from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import { inBrackets, type SqlExpression, sqlExpression } from '../sql-expression.ts';
import { bracketedText, closing, next, outside, type StatementText, slice } from '../statement-text.ts';
import type { PlanScope } from './plan-scope.ts';

export interface TypeChange {
  readonly column: string;
  readonly type: string;
  readonly typeName: ObjectName | undefined;
  readonly typmods: readonly unknown[];
  readonly isArray: boolean;
  readonly using: SqlExpression | undefined;
  readonly usingTree: unknown;
  /** As SQL. */
  readonly collation: string | undefined;
}

const afterType: ReadonlySet<string> = new Set(['USING', 'COLLATE', ',']);
const comma: ReadonlySet<string> = new Set([',']);

/** ALTER COLUMN … TYPE. */
export function typeChange(
  { text }: Pick<PlanScope, 'text'>,
  command: Node,
  columns: readonly string[],
): TypeChange | undefined {
  const column = textOrUndefined(command.name);
  const definition = field(command.def, 'ColumnDef');
  const typeNode = field(definition, 'typeName');
  const from = text.at(locationOf(typeNode) ?? 0);
  const typeEnd = next(text, from, afterType);
  const type = slice(text, from, typeEnd);
  if (column === undefined || type === undefined) return undefined;
  const using = usingText(text, typeEnd, definition.raw_default !== undefined);
  return {
    column,
    type,
    typeName: listedName(typeNode.names),
    typmods: items(typeNode.typmods),
    isArray: items(typeNode.arrayBounds).length > 0,
    using: using === undefined ? undefined : sqlExpression(using, definition.raw_default, columns),
    usingTree: definition.raw_default,
    collation: collationOf(field(definition, 'collClause').collname),
  };
}

function usingText(text: StatementText, from: number, isUsed: boolean): string | undefined {
  if (!isUsed) return undefined;
  const using = next(text, from, new Set(['USING']));
  return slice(text, using + 1, next(text, using + 1, comma));
}

export function collationOf(names: unknown): string | undefined {
  const parts = texts(names).map(quoteIdentifier);
  return parts.length === 0 ? undefined : parts.join('.');
}

export interface AddedColumn {
  readonly name: string;
  readonly type: string;
  readonly typeName: ObjectName | undefined;
  readonly constraints: readonly Node[];
  /** `unknown`: another one for each row, such as a sequence's, or not to be worked out before; then it is not null. */
  readonly value:
    | { readonly kind: 'constant'; readonly expression: SqlExpression; readonly isLiteral: boolean }
    | { readonly kind: 'generated'; readonly expression: SqlExpression; readonly isStored: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'unknown' };
}

/** Words that can follow the type, or the default, of a column. */
const afterDefinition: ReadonlySet<string> = new Set(
  ', CONSTRAINT NOT NULL DEFAULT CHECK UNIQUE PRIMARY REFERENCES GENERATED COLLATE STORAGE COMPRESSION OPTIONS DEFERRABLE INITIALLY ENFORCED NO'.split(
    ' ',
  ),
);

/** ADD COLUMN. */
export function addedColumn(
  { text }: Pick<PlanScope, 'text'>,
  command: Node,
  columns: readonly string[],
): AddedColumn | undefined {
  const definition = field(command.def, 'ColumnDef');
  const name = textOrUndefined(definition.colname);
  const typeNode = field(definition, 'typeName');
  const from = text.at(locationOf(typeNode) ?? 0);
  const type = slice(text, from, next(text, from, afterDefinition));
  if (name === undefined || type === undefined) return undefined;
  const constraints = items(definition.constraints).map((item) => field(item, 'Constraint'));
  const typeName = listedName(typeNode.names);
  return { name, type, typeName, constraints, value: addedValue({ text, constraints, typeName, columns }) };
}

const serials: ReadonlySet<string> = new Set(
  'serial bigserial smallserial serial2 serial4 serial8'.split(' '),
);

interface Valued {
  readonly text: StatementText;
  readonly constraints: readonly Node[];
  readonly typeName: ObjectName | undefined;
  readonly columns: readonly string[];
}

function addedValue({ text, constraints, typeName, columns }: Valued): AddedColumn['value'] {
  const of = (contype: string) => constraints.find((constraint) => constraint.contype === contype);
  if (of('CONSTR_IDENTITY') !== undefined || serials.has(typeName?.name ?? '')) return { kind: 'unknown' };
  const generated = of('CONSTR_GENERATED');
  if (generated !== undefined) {
    const written = bracketedText(text, text.at(locationOf(generated) ?? 0));
    if (written === undefined) return { kind: 'unknown' };
    const isStored = generated.generated_kind === 's';
    return { kind: 'generated', isStored, expression: sqlExpression(written, generated.raw_expr, columns) };
  }
  const constant = of('CONSTR_DEFAULT');
  if (constant === undefined) return { kind: 'null' };
  const written = defaultText(text, text.at(locationOf(constant) ?? 0));
  if (written === undefined || !isConstant(constant.raw_expr)) return { kind: 'unknown' };
  const [kind, node] = unwrap(constant.raw_expr);
  if (kind === 'A_Const' && node.isnull === true) return { kind: 'null' };
  const expression = { text: written, columns: [], uses: [] };
  return { kind: 'constant', expression, isLiteral: isLiteral(constant.raw_expr) };
}

/** From after DEFAULT; its first word belongs to it, whatever it is: `DEFAULT NULL`. */
function defaultText(text: StatementText, keyword: number): string | undefined {
  const first = keyword + 1;
  const isBracket = /^[([]$/.test(text.tokens[first]?.text ?? '');
  return slice(text, first, next(text, isBracket ? first : first + 1, afterDefinition));
}

/** Postgres gives such a constant the type that is wanted of it. */
export function isLiteral(tree: unknown): boolean {
  const [kind, node] = unwrap(tree);
  return kind === 'A_Const' && (node.isnull === true || node.sval !== undefined);
}

function isConstant(tree: unknown): boolean {
  return ['FuncCall', 'SQLValueFunction', 'ColumnRef', 'SubLink'].every(
    (kind) => nodesOf(tree, kind).length === 0,
  );
}

/** What a later constraint of the same statement reads: the column's new value. */
export function computedValue(type: string, expression: SqlExpression, collation?: string): SqlExpression {
  const collated = collation === undefined ? '' : ` COLLATE ${collation}`;
  return { ...expression, text: `CAST(${inBrackets(expression.text)} AS ${type}\n)${collated}` };
}

/**
 * What is cast by an expression whose outermost part is a cast: `"role"::text` of `("role"::text::"Role_new")`.
 * @param written an expression whose parse tree is a TypeCast
 */
export function castValue({ parser }: Pick<PlanScope, 'parser'>, written: string): string | undefined {
  const text: StatementText = { text: written, tokens: parser.tokens(written), at: () => 0 };
  const { tokens } = text;
  const first = tokens[0]?.text.toUpperCase();
  const isBracketed = first === '(' && closing(text, 0) === tokens.length - 1;
  if (isBracketed) return castValue({ parser }, slice(text, 1, tokens.length - 1) ?? '');
  if (first === 'CAST' && tokens[1]?.text === '(') return slice(text, 2, next(text, 2, new Set(['AS'])));
  const last = outside(text, '::').at(-1);
  return last === undefined ? undefined : slice(text, 0, last);
}
