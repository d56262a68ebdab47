import type { FormGroup } from '../form.ts';

const touch = `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`;
const trigger = `${touch} CREATE TRIGGER item_touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch();`;
const base = 'CREATE TABLE base (LIKE item);';

export const tableSettings: FormGroup = {
  title: 'Settings of a table',
  forms: [
    { id: 'alter-table-rename', statement: 'ALTER TABLE item RENAME TO article' },
    { id: 'alter-table-set-schema', statement: 'ALTER TABLE item SET SCHEMA elsewhere' },
    { id: 'alter-table-owner', statement: 'ALTER TABLE item OWNER TO clerk' },
    {
      id: 'alter-table-set-logged',
      setUp: 'ALTER TABLE item SET UNLOGGED;',
      statement: 'ALTER TABLE item SET LOGGED',
    },
    { id: 'alter-table-set-unlogged', statement: 'ALTER TABLE item SET UNLOGGED' },
    { id: 'alter-table-set-fillfactor', statement: 'ALTER TABLE item SET (fillfactor = 80)' },
    { id: 'alter-table-set-autovacuum', statement: 'ALTER TABLE item SET (autovacuum_enabled = false)' },
    { id: 'alter-table-set-parallel-workers', statement: 'ALTER TABLE item SET (parallel_workers = 4)' },
    {
      id: 'alter-table-reset-fillfactor',
      setUp: 'ALTER TABLE item SET (fillfactor = 80);',
      statement: 'ALTER TABLE item RESET (fillfactor)',
    },
    { id: 'alter-table-set-tablespace', statement: 'ALTER TABLE item SET TABLESPACE spare' },
    { id: 'alter-table-set-access-method', statement: 'ALTER TABLE item SET ACCESS METHOD heap2' },
    { id: 'alter-table-replica-identity', statement: 'ALTER TABLE item REPLICA IDENTITY FULL' },
    {
      id: 'alter-table-replica-identity-using-index',
      setUp: 'CREATE UNIQUE INDEX item_name_key ON item (name);',
      statement: 'ALTER TABLE item REPLICA IDENTITY USING INDEX item_name_key',
    },
    { id: 'alter-table-cluster-on', statement: 'ALTER TABLE item CLUSTER ON item_name_idx' },
    {
      id: 'alter-table-set-without-cluster',
      setUp: 'ALTER TABLE item CLUSTER ON item_name_idx;',
      statement: 'ALTER TABLE item SET WITHOUT CLUSTER',
    },
    {
      id: 'alter-table-enable-row-level-security',
      statement: 'ALTER TABLE item ENABLE ROW LEVEL SECURITY',
    },
    {
      id: 'alter-table-disable-row-level-security',
      setUp: 'ALTER TABLE item ENABLE ROW LEVEL SECURITY;',
      statement: 'ALTER TABLE item DISABLE ROW LEVEL SECURITY',
    },
    { id: 'alter-table-force-row-level-security', statement: 'ALTER TABLE item FORCE ROW LEVEL SECURITY' },
    {
      id: 'alter-table-enable-trigger',
      setUp: `${trigger} ALTER TABLE item DISABLE TRIGGER item_touch;`,
      statement: 'ALTER TABLE item ENABLE TRIGGER item_touch',
    },
    {
      id: 'alter-table-disable-trigger',
      setUp: trigger,
      statement: 'ALTER TABLE item DISABLE TRIGGER item_touch',
    },
    {
      id: 'alter-table-inherit',
      setUp: base,
      statement: 'ALTER TABLE item INHERIT base',
      roles: { base: 'parent table' },
    },
    {
      id: 'alter-table-no-inherit',
      setUp: `${base} ALTER TABLE item INHERIT base;`,
      statement: 'ALTER TABLE item NO INHERIT base',
      roles: { base: 'parent table' },
    },
  ],
};

export const attached: FormGroup = {
  title: 'Triggers, rules and policies',
  forms: [
    {
      id: 'create-trigger',
      setUp: touch,
      statement: 'CREATE TRIGGER item_touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch()',
    },
    { id: 'drop-trigger', setUp: trigger, statement: 'DROP TRIGGER item_touch ON item' },
    {
      id: 'alter-trigger-rename',
      setUp: trigger,
      statement: 'ALTER TRIGGER item_touch ON item RENAME TO item_stamp',
    },
    {
      id: 'drop-function-cascade',
      about: 'a trigger calls the function, and goes with it',
      setUp: trigger,
      statement: 'DROP FUNCTION touch() CASCADE',
    },
    { id: 'create-policy', statement: 'CREATE POLICY item_mine ON item USING (customer_id = 1)' },
    {
      id: 'alter-policy',
      setUp: 'CREATE POLICY item_mine ON item USING (customer_id = 1);',
      statement: 'ALTER POLICY item_mine ON item USING (customer_id = 2)',
    },
    {
      id: 'drop-policy',
      setUp: 'CREATE POLICY item_mine ON item USING (customer_id = 1);',
      statement: 'DROP POLICY item_mine ON item',
    },
    { id: 'create-rule', statement: 'CREATE RULE item_keep AS ON DELETE TO item DO INSTEAD NOTHING' },
    {
      id: 'drop-rule',
      setUp: 'CREATE RULE item_keep AS ON DELETE TO item DO INSTEAD NOTHING;',
      statement: 'DROP RULE item_keep ON item',
    },
  ],
};
