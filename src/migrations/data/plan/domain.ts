/** ALTER DOMAIN: every column of the domain's type is asked, as Postgres does. */
import { quoteIdentifier } from '../../../postgres/identifier.ts';
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, listedName, locationOf, type ObjectName } from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import type { CatalogColumn } from '../../rehearsal/catalog.ts';
import { constraintCheck } from '../check-constraint.ts';
import type { CheckDraft } from '../data-check.ts';
import { nullCheck } from '../not-null.ts';
import { type RowSource, readColumns } from '../row-source.ts';
import { bracketedText } from '../statement-text.ts';
import { type PlanScope, rowSource } from './plan-scope.ts';

/** VALIDATE CONSTRAINT of a domain is not asked: the catalog does not hold its condition. */
export function domainDrafts(scope: PlanScope): readonly CheckDraft[] {
  const { node } = scope.statement;
  const domain = listedName(node.typeName);
  if (domain === undefined) return [];
  const constraint = field(node.def, 'Constraint');
  const isNotNull = node.subtype === 'O' || constraint.contype === 'CONSTR_NOTNULL';
  const isCheck = node.subtype === 'C' && constraint.contype === 'CONSTR_CHECK';
  if (!isNotNull && (!isCheck || constraint.skip_validation === true)) return [];
  return columnsOfDomain(scope, domain).flatMap((column) => {
    const table = scope.state.catalog.relations.find(({ oid }) => oid === column.tableOid);
    // A partition's rows are asked with its parent's.
    if (table === undefined || !['table', 'partitioned table'].includes(table.kind)) return [];
    if (scope.state.catalog.parents.has(table.oid)) return [];
    const source = rowSource(scope, table, { inherits: true });
    const name = displayIdentifier(domain.name);
    if (isNotNull) return [nullCheck(source, column.name, `ALTER DOMAIN ${name} SET NOT NULL`)];
    return checkDrafts(scope, source, column.name);
  });
}

/** The domain's value is `VALUE` in the condition: a column of that name. */
function checkDrafts(
  { text, statement }: PlanScope,
  source: RowSource,
  column: string,
): readonly CheckDraft[] {
  const constraint = field(statement.node.def, 'Constraint');
  const written = bracketedText(text, text.at(locationOf(constraint) ?? 0));
  if (written === undefined) return [];
  const value = { text: quoteIdentifier(column), columns: [column], uses: [] };
  const valued = { ...source, computed: new Map([['value', value]]) };
  const name = textOrUndefined(constraint.conname);
  const draft = constraintCheck(valued, {
    condition: { text: written, columns: ['value'], uses: [] },
    name,
    operation: 'ALTER DOMAIN … ADD CONSTRAINT',
  });
  return [
    {
      ...draft,
      columns: [column],
      reads: [{ oid: source.table.oid, columns: readColumns(source, [column]) }],
    },
  ];
}

/** `format_type` writes a type's schema unless the type is the system's. */
function columnsOfDomain({ state }: PlanScope, domain: ObjectName): readonly CatalogColumn[] {
  const schemas = domain.schema === undefined ? state.searchPath : [domain.schema];
  for (const schema of schemas) {
    const found = state.catalog.columns.filter(({ type }) => isNamed(type, schema, domain.name));
    if (found.length > 0) return found;
  }
  return [];
}

function isNamed(type: string, schema: string, name: string): boolean {
  const part = (text: string) => [text, quoteIdentifier(text)];
  return part(schema).some((left) => part(name).some((right) => type === `${left}.${right}`));
}
