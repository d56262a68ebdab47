import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { alter, comment, lines, objectNameOf, outsideTransaction } from './fix-text.ts';
import type { Detection, HazardFamily, HazardInfo, RuleContext } from './hazard-rule.ts';
import type { CreateTable, Operation, TableChange } from './operation.ts';

const partitioning = 'https://www.postgresql.org/docs/current/ddl-partitioning.html';

const detach: HazardInfo = {
  id: 'detach-partition-not-concurrent',
  title: 'A partition is detached under ACCESS EXCLUSIVE on the whole table',
  severity: 'warning',
  why: 'The lock on the partitioned table is short, but has to wait for every query on any partition, and all new ones wait behind it. DETACH PARTITION … CONCURRENTLY waits without blocking; it cannot run in a transaction, nor where there is a default partition.',
  docs: partitioning,
  danger: 'lock',
};

const attach: HazardInfo = {
  id: 'attach-partition-without-check',
  title: 'A table becomes a partition without a check that fits its bounds',
  severity: 'error',
  why: 'Postgres reads the whole table to make sure that every row belongs there, under ACCESS EXCLUSIVE on it. A validated CHECK that says the same as the bounds spares it; a default partition needs one that says the opposite.',
  docs: partitioning,
  danger: 'scan',
};

const createPartition: HazardInfo = {
  id: 'create-partition-of',
  title: 'A partition is created in place',
  severity: 'notice',
  why: 'CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the partitioned table, and reads its default partition if there is one. A table that is made by itself and attached takes a lock that blocks nobody.',
  docs: partitioning,
  danger: 'lock',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'detach partition') return detached(operation, context);
  if (operation.kind === 'attach partition') return attached(operation, context);
  return operation.kind === 'create table' ? created(operation, context) : [];
}

type Change<Kind extends TableChange['kind']> = Extract<TableChange, { readonly kind: Kind }>;

function detached(
  { table: name, partition, isConcurrent }: Change<'detach partition'>,
  context: RuleContext,
): readonly Detection[] {
  const table = context.model.existing(name);
  const part = context.model.existing(partition);
  if (table === undefined || part === undefined || isConcurrent) return [];
  return [
    {
      rule: detach,
      subject: displayName(part),
      message: `The lock on ${displayName(table)} waits for every query on any of its partitions, and all new reads and writes wait behind it.`,
      fix: lines(
        outsideTransaction(context),
        alter(table, `DETACH PARTITION ${qualifiedName(part)} CONCURRENTLY`),
      ),
      table,
    },
  ];
}

function attached(
  { table: name, partition }: Change<'attach partition'>,
  context: RuleContext,
): readonly Detection[] {
  const table = context.model.table(name);
  const part = context.model.existing(partition);
  if (table === undefined || part === undefined) return [];
  const isChecked = part.constraints.some(({ isValidated, isAboutValues }) => isValidated && isAboutValues);
  if (isChecked) return [];
  const check = quoteIdentifier(objectNameOf(part.name, 'bounds'));
  return [
    {
      rule: attach,
      subject: displayName(part),
      message: `The whole table is read to make sure that every row belongs into ${displayName(table)}; its reads and writes wait until that is done.`,
      fix: lines(
        '-- First, in transactions of their own, a check that says the same as the bounds (and IS NOT NULL for the key):',
        comment(`ALTER TABLE ${qualifiedName(part)} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;`),
        alter(part, `VALIDATE CONSTRAINT ${check}`),
        '-- Then attach as here, and:',
        alter(part, `DROP CONSTRAINT ${check}`),
      ),
      table: part,
    },
  ];
}

function created({ name, partitionOf }: CreateTable, { model }: RuleContext): readonly Detection[] {
  const parent = partitionOf === undefined ? undefined : model.existing(partitionOf);
  if (parent === undefined) return [];
  const part = { schema: name.schema ?? model.searchPath[0] ?? 'public', name: name.name };
  return [
    {
      rule: createPartition,
      subject: displayName(part),
      message: `This takes ACCESS EXCLUSIVE on ${displayName(parent)}: its reads and writes wait while this waits for the queries that run.`,
      fix: lines(
        `CREATE TABLE ${qualifiedName(part)} (LIKE ${qualifiedName(parent)} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);`,
        comment(`ALTER TABLE ${qualifiedName(parent)} ATTACH PARTITION ${qualifiedName(part)} FOR VALUES …;`),
      ),
      table: parent,
    },
  ];
}

export const partitions: HazardFamily = { rules: [detach, attach, createPartition], find };
