import { customerTable, foreignKey } from '../fixture.ts';
import type { FormGroup } from '../form.ts';

export const tables: FormGroup = {
  title: 'Tables',
  forms: [
    { id: 'create-table', statement: 'CREATE TABLE delivery (id integer PRIMARY KEY)' },
    {
      id: 'create-table-references',
      statement: 'CREATE TABLE delivery (id integer PRIMARY KEY, item_id integer REFERENCES item (id))',
      roles: { item: 'referenced table' },
    },
    { id: 'create-table-like', statement: 'CREATE TABLE item_copy (LIKE item INCLUDING ALL)' },
    { id: 'create-table-as', statement: 'CREATE TABLE item_copy AS SELECT * FROM item' },
    {
      id: 'create-table-inherits',
      statement: 'CREATE TABLE special_item (bonus integer) INHERITS (item)',
      roles: { item: 'parent table' },
    },
    { id: 'drop-table', statement: 'DROP TABLE item' },
    {
      id: 'drop-table-referenced',
      about: 'a foreign key refers to the table, and goes with it',
      setUp: foreignKey,
      statement: 'DROP TABLE customer CASCADE',
      roles: { customer: 'table', item: 'referencing table' },
    },
    {
      id: 'drop-table-referencing',
      about: 'the table has a foreign key',
      setUp: foreignKey,
      statement: 'DROP TABLE item',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'drop-table-cascade',
      about: 'a view selects from the table, and goes with it',
      setUp: 'CREATE VIEW item_list AS SELECT id, name FROM item;',
      statement: 'DROP TABLE item CASCADE',
    },
    { id: 'truncate', statement: 'TRUNCATE item' },
    {
      id: 'truncate-referencing',
      about: 'the table has a foreign key',
      setUp: foreignKey,
      statement: 'TRUNCATE item',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'truncate-cascade',
      about: 'a foreign key refers to the table: the table that has it is emptied too',
      setUp: foreignKey,
      statement: 'TRUNCATE customer CASCADE',
      roles: { customer: 'table', item: 'referencing table' },
    },
    { id: 'lock-table', statement: 'LOCK TABLE item' },
  ],
};

const materialized = `CREATE MATERIALIZED VIEW item_list AS SELECT id, name, note FROM item; CREATE UNIQUE INDEX item_list_key ON item_list (id);`;
const view = 'CREATE VIEW item_list AS SELECT id, name FROM item;';

export const views: FormGroup = {
  title: 'Views',
  forms: [
    { id: 'create-view', statement: 'CREATE VIEW item_list AS SELECT id, name FROM item' },
    {
      id: 'create-or-replace-view',
      setUp: view,
      statement: 'CREATE OR REPLACE VIEW item_list AS SELECT id, name, price FROM item',
    },
    { id: 'drop-view', setUp: view, statement: 'DROP VIEW item_list' },
    { id: 'alter-view-rename', setUp: view, statement: 'ALTER VIEW item_list RENAME TO item_names' },
    {
      id: 'create-materialized-view',
      statement: 'CREATE MATERIALIZED VIEW item_list AS SELECT id, name FROM item',
    },
    {
      id: 'refresh-materialized-view',
      setUp: materialized,
      statement: 'REFRESH MATERIALIZED VIEW item_list',
    },
    {
      id: 'refresh-materialized-view-concurrently',
      setUp: materialized,
      statement: 'REFRESH MATERIALIZED VIEW CONCURRENTLY item_list',
    },
    { id: 'drop-materialized-view', setUp: materialized, statement: 'DROP MATERIALIZED VIEW item_list' },
  ],
};

export const rows: FormGroup = {
  title: 'Rows',
  forms: [
    { id: 'select', statement: 'SELECT name FROM item WHERE id = 1' },
    { id: 'select-for-update', statement: 'SELECT name FROM item WHERE id = 1 FOR UPDATE' },
    { id: 'select-for-share', statement: 'SELECT name FROM item WHERE id = 1 FOR SHARE' },
    { id: 'insert', statement: `INSERT INTO item (id, name) VALUES (0, 'new')` },
    {
      id: 'insert-referencing',
      about: 'the table has a foreign key',
      setUp: foreignKey,
      statement: `INSERT INTO item (id, name, customer_id) VALUES (0, 'new', 1)`,
      roles: { customer: 'referenced table' },
    },
    { id: 'update', statement: 'UPDATE item SET price = 1 WHERE id = 1' },
    {
      id: 'update-all',
      about: 'a backfill in one statement',
      statement: 'UPDATE item SET price = 1',
    },
    { id: 'delete', statement: 'DELETE FROM item WHERE id = 1' },
    {
      id: 'delete-referenced',
      about: 'a foreign key refers to the table, and its column has no index',
      setUp: `${customerTable}ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id); DELETE FROM item WHERE customer_id = 1;`,
      statement: 'DELETE FROM customer WHERE id = 1',
      roles: { customer: 'table', item: 'referencing table' },
    },
    {
      id: 'merge',
      statement: `MERGE INTO item USING (VALUES (1)) AS given (id) ON item.id = given.id WHEN MATCHED THEN UPDATE SET price = 2`,
    },
  ],
};
