import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { alter, comment, lines } from './fix-text.ts';
import type { Detection, HazardFamily, HazardInfo, RuleContext } from './hazard-rule.ts';
import type { Operation, TableChange } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { existingOf } from './table-facts.ts';

const createTrigger: HazardInfo = {
  id: 'create-trigger',
  title: 'A trigger is created on a table in use',
  severity: 'warning',
  why: 'The lock (SHARE ROW EXCLUSIVE) is short but waits for every write that runs, and all new ones wait behind it. From then on the function runs within every write of the deployed app, which pays for it and fails when it fails.',
  docs: 'https://www.postgresql.org/docs/current/sql-createtrigger.html',
  danger: 'lock',
};

const disableTriggers: HazardInfo = {
  id: 'disable-triggers',
  title: 'Triggers of a table are switched off',
  severity: 'warning',
  why: 'What they keep true is not kept for anybody’s writes until they are on again; `DISABLE TRIGGER ALL` switches foreign keys off too, and nothing checks those rows later. On again in the same transaction, nobody else sees it, but all writes wait.',
  docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  danger: 'meaning',
};

const rowSecurity: HazardInfo = {
  id: 'change-row-security',
  title: 'Row-level security of a table in use is switched',
  severity: 'warning',
  why: 'Switched on, a role that does not own the table sees no row until a policy lets it; forced, the owner neither. Switched off, every role with SELECT sees all rows.',
  docs: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
  danger: 'meaning',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'create trigger')
    return existingOf(operation.tables.flatMap((name) => context.model.table(name) ?? [])).map(triggered);
  const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
  if (table === undefined) return [];
  if (operation.kind === 'row security') return secured(operation.change, table, context);
  return operation.kind === 'triggers' ? disabled(operation, table, context) : [];
}

function triggered(table: TableModel): Detection {
  return {
    rule: createTrigger,
    subject: displayName(table),
    message:
      'The lock waits for every write to the table that runs, and all new writes wait behind it; from then on each write runs the function.',
    fix: lines(
      '-- So that nobody waits for long, as the first statement of a migration of its own:',
      "SET lock_timeout = '5s';",
    ),
    table,
  };
}

function disabled(
  operation: Extract<TableChange, { readonly kind: 'triggers' }>,
  table: TableModel,
  { later, step, model }: RuleContext,
): readonly Detection[] {
  if (operation.change === 'enable') return [];
  for (const { operation: other, step: at } of later())
    if (
      other.kind === 'triggers' &&
      other.change === 'enable' &&
      model.table(other.table)?.id === table.id &&
      at.place.transaction === step.place.transaction
    )
      return [];
  const { which } = operation;
  return [
    {
      rule: disableTriggers,
      subject: displayName(table),
      message:
        which === 'ALL'
          ? 'All triggers are off for everybody’s writes, those that hold foreign keys too.'
          : `${which === 'USER' ? 'All triggers' : `The trigger ${which}`} of your own are off for everybody’s writes.`,
      fix: lines(
        '-- For this session alone (it needs the privilege to set it), in the transaction that changes the rows:',
        'BEGIN;',
        "SET LOCAL session_replication_role = 'replica';",
        comment('the changes'),
        'COMMIT;',
      ),
      table,
    },
  ];
}

function secured(
  change: Extract<Operation, { readonly kind: 'row security' }>['change'],
  table: TableModel,
  context: RuleContext,
): readonly Detection[] {
  if (change === 'no force') return [];
  if (change !== 'disable' && hasPolicySoon(table, context)) return [];
  const messages = {
    enable: 'Roles that do not own the table see none of its rows, until a policy lets them.',
    force: 'The owner sees none of its rows either, until a policy lets it.',
    disable: 'From now on every role with SELECT on the table sees all of its rows.',
  } as const;
  return [
    {
      rule: rowSecurity,
      subject: displayName(table),
      message: messages[change],
      fix:
        change === 'disable'
          ? alter(table, 'ENABLE ROW LEVEL SECURITY')
          : lines(
              '-- The policies first, in the same transaction:',
              `CREATE POLICY ${quoteIdentifier(`${table.name}_all`.slice(0, 40))} ON ${qualifiedName(table)} USING (true);`,
            ),
      table,
    },
  ];
}

/** A later statement of the same transaction creates a policy for it. */
function hasPolicySoon({ id }: TableModel, { later, step, model }: RuleContext): boolean {
  for (const { operation, step: at } of later())
    if (operation.kind === 'create policy' && at.place.transaction === step.place.transaction)
      if (model.table(operation.table)?.id === id) return true;
  return false;
}

export const triggers: HazardFamily = { rules: [createTrigger, disableTriggers, rowSecurity], find };
