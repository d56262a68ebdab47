/** The tables that the forms are run on. */

const rowCount = 120;

/** Five rows to a page, so more than twenty pages: reading them all can then be told from looking up a row. */
export function fill(table: string, columns: string, values: string): string {
  return `INSERT INTO ${table} (${columns}, note) SELECT ${values}, repeat('x', 1500) FROM generate_series(1, ${rowCount}) n;`;
}

/** The table of every form. */
export const baseTable = `
CREATE TABLE item (
  id integer CONSTRAINT item_pkey PRIMARY KEY,
  name varchar(40) NOT NULL,
  price numeric(10, 2),
  placed timestamp,
  customer_id integer,
  note text
);
${fill('item', 'id, name, price, placed, customer_id', `n, 'name ' || n, n, '2026-01-01', n`)}
CREATE INDEX item_name_idx ON item (name);
`;

export const customerTable = `
CREATE TABLE customer (id integer CONSTRAINT customer_pkey PRIMARY KEY, note text);
${fill('customer', 'id', 'n')}
`;

export const foreignKey = `${customerTable}
ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id);
`;

export const foreignKeyNotValid = `${customerTable}
ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) NOT VALID;
`;

/** A partitioned table with a partition. */
export const partitionedTable = `
CREATE TABLE sale (day integer NOT NULL, amount integer, note text) PARTITION BY RANGE (day);
CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM (1) TO (1000);
${fill('sale', 'day, amount', 'n, n')}
`;

export const defaultPartition = `
CREATE TABLE sale_rest PARTITION OF sale DEFAULT;
${fill('sale', 'day, amount', '5000 + n, n')}
`;

/** A table that can become a partition. */
export const newPartition = `
CREATE TABLE sale_2 (day integer NOT NULL, amount integer, note text);
${fill('sale_2', 'day, amount', '1000 + n, n')}
`;
