/** How a primary key or unique constraint gets its index without blocking. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { alter, columnList, lines, notNullSteps, nullableOf, outsideTransaction } from './fix-text.ts';
import type { RuleContext } from './hazard-rule.ts';
import type { ConstraintDefinition } from './operation.ts';
import type { TableModel } from './schema-model.ts';

interface WantedKey {
  readonly constraint: ConstraintDefinition;
  readonly table: TableModel;
  readonly context: RuleContext;
  readonly name: string;
}

/** Takes a unique index of the same columns if the table has one, as it does after a Prisma upgrade of join tables. */
export function throughIndex({ constraint, table, context, name }: WantedKey): string {
  const { form, columns, including, nullsNotDistinct } = constraint;
  if (table.kind === 'partitioned table') return onPartitions({ constraint, table, context, name });
  const isKey = form === 'primary key';
  const ready = table.indexes.find(
    (index) =>
      index.isUnique &&
      !index.isPartial &&
      index.isValid &&
      including.length === 0 &&
      !nullsNotDistinct &&
      index.columns.join('\0') === columns.join('\0') &&
      !table.constraints.some((other) => other.name === index.name),
  );
  const index = quoteIdentifier(ready?.name ?? name);
  const adopt = `ADD CONSTRAINT ${quoteIdentifier(name)} ${isKey ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${index}${timing(constraint)}`;
  const nullable = isKey ? nullableOf(table, columns) : [];
  return lines(
    nullable.flatMap((column) => notNullSteps(table, column, context)),
    ready === undefined ? indexSteps({ constraint, table, context, name }) : [],
    ready === undefined && context.step.place.transport === 'script' ? '-- In the migration after it:' : [],
    alter(table, adopt),
  );
}

function indexSteps({ constraint, table, context, name }: WantedKey): readonly string[] {
  return [
    outsideTransaction(context),
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${indexedPart(constraint, table)};`,
    '-- If it fails (duplicates), it leaves an invalid index: drop that before the next try.',
  ];
}

function onPartitions({ constraint, table, name }: WantedKey): string {
  return lines(
    '-- The index of the table alone is made at once, and is not valid yet:',
    `CREATE UNIQUE INDEX ${quoteIdentifier(name)} ON ONLY ${indexedPart(constraint, table)};`,
    '-- Then the same CONCURRENTLY on each partition, and ALTER INDEX … ATTACH PARTITION for each.',
    '-- A partitioned table’s constraint cannot adopt an index, but the unique index does the same.',
  );
}

function indexedPart({ columns, including, nullsNotDistinct }: ConstraintDefinition, table: TableModel) {
  const include = including.length === 0 ? '' : ` INCLUDE (${columnList(including)})`;
  return `${qualifiedName(table)} (${columnList(columns)})${include}${nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''}`;
}

function timing({ deferrable }: ConstraintDefinition): string {
  if (deferrable === undefined) return '';
  return deferrable === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}
