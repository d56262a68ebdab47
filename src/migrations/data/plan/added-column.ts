/** ADD COLUMN: what the column's own constraints refuse of the value that it comes with. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import type { Node } from '../../parse-tree.ts';
import { conversionCheck } from '../cast.ts';
import type { CheckDraft } from '../data-check.ts';
import { missingValueCheck } from '../not-null.ts';
import type { AlteredTable } from './altered-table.ts';
import type { AddedColumn } from './column-change.ts';
import { constraintDrafts, isEnforced } from './constraint.ts';

export function addedColumnDrafts(altered: AlteredTable, column: AddedColumn): readonly CheckDraft[] {
  const operation = `ADD COLUMN \`${displayIdentifier(column.name)}\``;
  const isNeeded = column.constraints.some(
    ({ contype }) => contype === 'CONSTR_NOTNULL' || contype === 'CONSTR_PRIMARY',
  );
  if (column.value.kind === 'null' && isNeeded) return [missingValueCheck(altered.after, column, operation)];
  return [
    ...valueDrafts(altered, column, operation),
    ...column.constraints
      .filter((constraint) => isEnforced(constraint) && isAsked(column, constraint))
      .flatMap((constraint) =>
        constraintDrafts(altered.scope, {
          constraint,
          source: altered.after,
          ownSource: altered.ownAfter,
          column: column.name,
          operation,
        }),
      ),
  ];
}

/** Null offends no key and no reference; of a value that cannot be known before, only what it may not be can be asked. */
function isAsked({ value }: AddedColumn, { contype, nulls_not_distinct: nullsRepeat }: Node): boolean {
  if (value.kind === 'unknown') return false;
  if (value.kind === 'constant') return contype !== 'CONSTR_NOTNULL';
  if (value.kind === 'generated') return true;
  return contype === 'CONSTR_CHECK' || (contype === 'CONSTR_UNIQUE' && nullsRepeat === true);
}

/** A stored generated column is worked out for every row; a domain may refuse the one value that all rows get. */
function valueDrafts(
  { before, changes }: AlteredTable,
  column: AddedColumn,
  operation: string,
): readonly CheckDraft[] {
  const { name, type, typeName, value } = column;
  const shown = displayIdentifier(name);
  // A virtual one is worked out only where the statement rewrites the table for another column.
  if (value.kind === 'generated' && (value.isStored || changes.length > 0)) {
    const [one, many] = ['makes', 'make'].map(
      (verb) => `${verb} the expression of \`${shown}\` raise an error`,
    );
    const draft = conversionCheck(before, { ...conversionOf(column), expression: value.expression });
    return [{ ...draft, complaint: { one: one ?? '', many: many ?? '' }, operation }];
  }
  const isBuiltIn = typeName?.schema === 'pg_catalog' || commonTypes.has(typeName?.name ?? '');
  if (isBuiltIn || (value.kind !== 'null' && value.kind !== 'constant')) return [];
  const expression = value.kind === 'null' ? { text: 'NULL', columns: [], uses: [] } : value.expression;
  const uses = [...expression.uses, typeName?.name ?? ''];
  const draft = conversionCheck(before, { ...conversionOf(column), expression: { ...expression, uses } });
  const complaint = `would have a \`${shown}\` that ${type} refuses`;
  return [{ ...draft, complaint: { one: complaint, many: complaint }, operation }];
}

function conversionOf({ name, type, value }: AddedColumn) {
  const isLiteral = value.kind === 'null' || (value.kind === 'constant' && value.isLiteral);
  return { column: name, type, castIsAssignment: false, isLiteral };
}

/** Types that are no domains, of those that the grammar does not know by itself. */
const commonTypes: ReadonlySet<string> = new Set(
  'text uuid json jsonb date bytea timestamptz timetz inet cidr citext money xml int2 int4 int8 float4 float8 bool varchar bpchar tsvector oid name'.split(
    ' ',
  ),
);
