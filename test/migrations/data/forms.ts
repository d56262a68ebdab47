/** Tables with rows, and statements with what their rows refuse: `kind rows`. */

export const schema = `
  CREATE EXTENSION IF NOT EXISTS citext; CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE TYPE role AS ENUM ('USER', 'ADMIN', 'GUEST');
  CREATE DOMAIN positive AS int CHECK (VALUE > 0);
  CREATE DOMAIN present AS text NOT NULL;
  CREATE FUNCTION picky(n int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
    $$ BEGIN IF n = 3 THEN RAISE 'no threes'; END IF; RETURN n < 9; END $$;
  CREATE TABLE orgs (id int PRIMARY KEY, code citext UNIQUE, region int, number int, UNIQUE (region, number));
  INSERT INTO orgs VALUES (1, 'acme', 1, 1), (2, 'Umbrella', 1, 2), (3, 'x', NULL, NULL);
  CREATE TABLE users (
    id bigint PRIMARY KEY, email text, name varchar(20), org int, code citext, amount text, age int,
    role role NOT NULL DEFAULT 'USER', roles role[] NOT NULL DEFAULT '{}', region int, number int, manager bigint,
    during int4range, price numeric(10, 4), score positive, note text NOT NULL DEFAULT 'n', made timestamp);
  INSERT INTO users (id, email, name, org, code, amount, age, role, roles, region, number, manager, during, price, score, note, made)
  SELECT n, CASE WHEN n % 4 = 0 THEN NULL ELSE 'u' || n % 5 END, repeat('x', n % 7), CASE WHEN n % 3 = 0 THEN n END,
         CASE WHEN n % 2 = 0 THEN 'ACME' WHEN n = 5 THEN 'Nowhere' END, CASE WHEN n % 5 = 0 THEN 'n/a' WHEN n = 7 THEN '99999999999' ELSE n::text END, n,
         CASE WHEN n > 9 THEN 'GUEST'::role ELSE 'USER' END, CASE WHEN n = 3 THEN '{USER,GUEST}'::role[] ELSE '{}' END,
         CASE WHEN n < 9 THEN 1 END, CASE WHEN n % 2 = 0 THEN n END, CASE WHEN n > 10 THEN 99 WHEN n > 1 THEN 1 END,
         int4range(n * 2, n * 2 + CASE WHEN n = 6 THEN 3 ELSE 1 END), n + 0.25 * (n % 3), n, CASE WHEN n = 2 THEN '' ELSE 'n' || n END, '2024-01-01'
    FROM generate_series(1, 12) n;
  CREATE TABLE empty (id int, email text);
  CREATE TABLE keyless (a int, b int);
  INSERT INTO keyless VALUES (1, 1), (1, 1), (2, NULL), (2, NULL), (NULL, NULL);
  CREATE TABLE parent (id int, v int);
  CREATE TABLE child (extra int) INHERITS (parent);
  INSERT INTO parent VALUES (1, NULL), (2, 2);
  INSERT INTO child VALUES (1, NULL, 1), (3, NULL, 1);
  CREATE TABLE events (id int NOT NULL, at date NOT NULL, kind text) PARTITION BY RANGE (at);
  CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
  CREATE TABLE events_rest PARTITION OF events DEFAULT;
  INSERT INTO events VALUES (1, '2023-02-01', 'a'), (2, '2024-02-01', NULL), (3, '2024-03-01', 'b'), (4, '2031-01-01', 'b');
  CREATE TABLE events_old (id int NOT NULL, at date NOT NULL, kind text);
  INSERT INTO events_old VALUES (1, '2021-02-01', 'a'), (1, '2022-02-01', 'a'), (1, '2022-02-02', 'a'), (1, '1999-02-02', 'a');
  CREATE TABLE lists (k text, n int, PRIMARY KEY (k, n)) PARTITION BY LIST (k);
  CREATE TABLE lists_a PARTITION OF lists FOR VALUES IN ('a');
  CREATE TABLE lists_new (k text NOT NULL, n int NOT NULL);
  INSERT INTO lists_new VALUES ('b', 1), ('b', 1), ('c', 2), ('a', 3);
  CREATE TABLE hashes (k int) PARTITION BY HASH (k);
  CREATE TABLE hashes_new (k int);
  INSERT INTO hashes_new SELECT generate_series(1, 20);
  CREATE TABLE pairs (a int, b text) PARTITION BY RANGE (a, lower(b));
  CREATE TABLE pairs_new (a int, b text);
  INSERT INTO pairs_new VALUES (1, 'A'), (1, 'Z'), (2, 'm'), (3, 'B'), (3, NULL), (NULL, 'a'), (9, 'a');
  CREATE TABLE lax (id int PRIMARY KEY, v int, o int, d text);
  INSERT INTO lax SELECT n, n, n, NULL FROM generate_series(1, 6) n;
  ALTER TABLE lax ADD CONSTRAINT small CHECK (v < 4) NOT VALID, ADD CONSTRAINT known FOREIGN KEY (o) REFERENCES orgs NOT VALID;
  CREATE MATERIALIZED VIEW counted AS SELECT n AS org, 'u' || n % 9 AS email FROM generate_series(1, 12) n;
  CREATE TABLE generated (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
  INSERT INTO generated VALUES (1), (NULL), (0);
  CREATE TABLE domains (id int PRIMARY KEY, e positive, t present);
  INSERT INTO domains VALUES (1, 1, 'a'), (2, 5, 'b'), (3, NULL, '');
`;

/** SQL, and what is expected to be refused: `kind rows`. */
export const forms: readonly (readonly [sql: string, ...refused: string[]])[] = [
  // NOT NULL
  ['ALTER TABLE users ALTER COLUMN email SET NOT NULL', 'not null 3'],
  ['ALTER TABLE users ALTER COLUMN amount SET NOT NULL'],
  ['ALTER TABLE users ALTER note SET NOT NULL, ALTER org SET NOT NULL', 'not null 8'],
  ['ALTER TABLE empty ALTER email SET NOT NULL'],
  ['ALTER TABLE parent ALTER v SET NOT NULL', 'not null 3'],
  ['ALTER TABLE events ALTER kind SET NOT NULL', 'not null 1'],
  ['ALTER TABLE generated ALTER b SET NOT NULL', 'not null 1'],
  ['ALTER TABLE public."users" ALTER COLUMN "email" SET NOT NULL', 'not null 3'],
  // added columns
  ['ALTER TABLE users ADD COLUMN c int NOT NULL', 'not null 12'],
  ['ALTER TABLE empty ADD COLUMN c int NOT NULL'],
  ['ALTER TABLE users ADD COLUMN c int NOT NULL DEFAULT 0, ADD d text'],
  ['ALTER TABLE users ADD COLUMN c int NOT NULL DEFAULT NULL', 'not null 12'],
  ['ALTER TABLE users ADD COLUMN c serial NOT NULL, ADD i int GENERATED BY DEFAULT AS IDENTITY'],
  ['ALTER TABLE users ADD COLUMN c uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE'],
  ["ALTER TABLE users ADD COLUMN c text NOT NULL DEFAULT 'a, b (' UNIQUE", 'unique 11'],
  ['ALTER TABLE users ADD COLUMN c text UNIQUE'],
  ['ALTER TABLE users ADD COLUMN c text UNIQUE NULLS NOT DISTINCT', 'unique 11'],
  ['ALTER TABLE keyless ADD COLUMN id int PRIMARY KEY', 'not null 5'],
  ['ALTER TABLE keyless ADD COLUMN id serial PRIMARY KEY'],
  ['ALTER TABLE users ADD COLUMN c int DEFAULT -5 CHECK (c > 0)', 'check 12'],
  ['ALTER TABLE users ADD COLUMN c int CHECK (c > 0)'],
  ['ALTER TABLE users ADD COLUMN c int DEFAULT 7 REFERENCES orgs', 'foreign key 12'],
  ['ALTER TABLE users ADD COLUMN c int DEFAULT 2 REFERENCES orgs (id)'],
  ['ALTER TABLE users ADD COLUMN c int DEFAULT 3, ADD CONSTRAINT over CHECK (age > c)', 'check 3'],
  ['ALTER TABLE users ADD COLUMN IF NOT EXISTS email text NOT NULL'],
  ['ALTER TABLE users ADD COLUMN c positive'],
  ['ALTER TABLE users ADD COLUMN c positive DEFAULT 0', 'cast 12'],
  ["ALTER TABLE users ADD COLUMN c positive NOT NULL DEFAULT '7'"],
  ['ALTER TABLE empty ADD COLUMN c positive DEFAULT 0'],
  ['ALTER TABLE users ADD COLUMN c role, ADD d tsvector, ADD e citext'],
  ["ALTER TABLE users ALTER amount TYPE int USING '5', ALTER org TYPE positive USING '-1'", 'cast 12'],
  ['ALTER TABLE users ALTER amount TYPE int USING NULL'],
  ['ALTER TABLE users ADD COLUMN c present', 'cast 12'],
  ['ALTER TABLE empty ADD COLUMN c present'],
  ['ALTER TABLE users ADD COLUMN c int GENERATED ALWAYS AS (10 / (age - 3)) STORED', 'cast 1'],
  ['ALTER TABLE users ADD COLUMN c int NOT NULL GENERATED ALWAYS AS (org * 2) STORED', 'not null 8'],
  // unique
  ['ALTER TABLE users ADD UNIQUE (email)', 'unique 4'],
  ['ALTER TABLE users ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (email)', 'unique 6'],
  ['ALTER TABLE users ADD UNIQUE (email, age)'],
  ['CREATE UNIQUE INDEX ON users (email)', 'unique 4'],
  ['CREATE UNIQUE INDEX i ON users (email) WHERE age < 6', 'unique 0'],
  [
    "CREATE UNIQUE INDEX i ON users (email) INCLUDE (age) NULLS NOT DISTINCT WHERE age < 9 /* ( */ AND name <> 'WHERE)'",
    'unique 3',
  ],
  ['CREATE UNIQUE INDEX i ON users (lower(email), (age % 2) DESC NULLS LAST)', 'unique 1'],
  [
    'CREATE UNIQUE INDEX i ON users USING btree (coalesce(email, \')\') COLLATE "C" text_pattern_ops ASC)',
    'unique 6',
  ],
  ['CREATE UNIQUE INDEX i ON users (code)', 'unique 5'],
  ['CREATE INDEX i ON users (email)'],
  ['CREATE INDEX i ON users ((amount::int))', 'cast 3'],
  ['CREATE INDEX i ON users (email) WHERE amount::int > 0', 'cast 3'],
  ['CREATE INDEX i ON users ((10 / (age - 3))) WHERE age <> 3'],
  ['CREATE UNIQUE INDEX i ON keyless (a)', 'unique 2'],
  ['CREATE UNIQUE INDEX i ON keyless (a, b)', 'unique 1'],
  ['CREATE UNIQUE INDEX i ON keyless (a, b) NULLS NOT DISTINCT', 'unique 2'],
  ['ALTER TABLE keyless ADD PRIMARY KEY (a)', 'not null 1', 'unique 2'],
  ['CREATE UNIQUE INDEX i ON counted (email)', 'unique 3'],
  ['CREATE UNIQUE INDEX i ON parent (id)'],
  ['CREATE UNIQUE INDEX ON ONLY events (id, at)'],
  ['CREATE UNIQUE INDEX IF NOT EXISTS users_pkey ON users (email)'],
  // foreign keys
  ['ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES orgs', 'foreign key 3'],
  ['ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES orgs NOT VALID'],
  [
    'ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (org) REFERENCES orgs (id) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT f',
    'foreign key 3',
  ],
  ['ALTER TABLE users ADD FOREIGN KEY (code) REFERENCES orgs (code)', 'foreign key 1'],
  ['ALTER TABLE users ADD FOREIGN KEY (region, number) REFERENCES orgs (region, number)', 'foreign key 3'],
  [
    'ALTER TABLE users ADD FOREIGN KEY (region, number) REFERENCES orgs (region, number) MATCH FULL',
    'foreign key 9',
  ],
  [
    'ALTER TABLE users ADD FOREIGN KEY (manager) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED',
    'foreign key 2',
  ],
  ['ALTER TABLE orgs ADD FOREIGN KEY (id) REFERENCES users (id)'],
  ['ALTER TABLE lax VALIDATE CONSTRAINT small', 'check 3'],
  ['ALTER TABLE lax VALIDATE CONSTRAINT known', 'foreign key 3'],
  // checks
  ['ALTER TABLE users ADD CONSTRAINT c CHECK (age < 10 -- not )\n)', 'check 3'],
  ['ALTER TABLE users ADD CHECK (age < 10) NOT VALID'],
  ["ALTER TABLE users ADD CHECK (email <> 'u1' OR email IS NULL)", 'check 3'],
  ['ALTER TABLE users ADD CHECK (org > 100)', 'check 4'],
  ['ALTER TABLE users ADD CHECK (picky(age))', 'check 5'],
  ['ALTER TABLE users ADD CHECK (users.age < 12 AND public.users.age > 1)', 'check 2'],
  ['ALTER TABLE users ADD CHECK (100 / (users.age - 1) > 9)', 'check 2'],
  ['ALTER TABLE parent ADD CHECK (id < 3)', 'check 1'],
  ['ALTER TABLE parent ADD CHECK (id < 3) NO INHERIT'],
  // casts
  ['ALTER TABLE users ALTER amount TYPE int USING amount::int', 'cast 3'],
  ['ALTER TABLE users ALTER COLUMN amount SET DATA TYPE numeric(10, 2) USING (amount::numeric)', 'cast 3'],
  ["ALTER TABLE users ALTER amount TYPE bigint USING CASE WHEN amount ~ '^\\d+$' THEN amount::bigint END"],
  ['ALTER TABLE users ALTER amount TYPE int'],
  ['ALTER TABLE users ALTER name TYPE varchar(5)', 'cast 1'],
  ['ALTER TABLE users ALTER name TYPE varchar(5) USING name::varchar(5)'],
  ['ALTER TABLE users ALTER name TYPE char(5) USING users.name', 'cast 1'],
  ['ALTER TABLE users ALTER age TYPE smallint'],
  ['ALTER TABLE users ALTER price TYPE numeric(4, 3)', 'cast 3'],
  ['ALTER TABLE users ALTER price TYPE smallint, ALTER name TYPE text'],
  ['ALTER TABLE users ALTER email TYPE role USING email::role', 'cast 9'],
  ['ALTER TABLE users ALTER score TYPE positive USING score - 2', 'cast 2'],
  ['ALTER TABLE users ALTER email TYPE present', 'cast 3'],
  [
    'ALTER TABLE users ALTER note DROP DEFAULT, ALTER note TYPE int USING nullif(length(note), 0)',
    'not null 1',
  ],
  [
    'ALTER TABLE users ALTER note DROP DEFAULT, ALTER note DROP NOT NULL, ALTER note TYPE int USING nullif(length(note), 0)',
  ],
  ['ALTER TABLE users ALTER id TYPE int USING (id / 2)', 'unique 5'],
  ["ALTER TABLE users ALTER age TYPE text USING lpad(age::text, 2, '0'), ADD CHECK (age < '10')", 'check 3'],
  ['ALTER TABLE users ALTER made TYPE date, ALTER made SET DEFAULT now()'],
  ['ALTER TABLE parent ALTER v TYPE text, ALTER id TYPE int USING id % 3, ADD CHECK (id > 0)', 'check 1'],
  // enums of the same migration, as Prisma writes them
  [
    `CREATE TYPE "role_new" AS ENUM ('USER', 'ADMIN');
     ALTER TABLE users ALTER COLUMN role DROP DEFAULT;
     ALTER TABLE users ALTER COLUMN role TYPE "role_new" USING ("role"::text::"role_new");
     ALTER TABLE users ALTER COLUMN roles DROP DEFAULT, ALTER COLUMN roles TYPE "role_new"[] USING ("roles"::text[]::"role_new"[])`,
    'cast 3',
    'cast 1',
  ],
  [
    `CREATE TYPE t AS ENUM ('u1', 'u2'); ALTER TABLE users ALTER email TYPE t USING CAST(email AS t)`,
    'cast 4',
  ],
  // exclusion
  ['ALTER TABLE users ADD EXCLUDE USING gist (during WITH &&)', 'exclusion 2'],
  [
    'ALTER TABLE users ADD CONSTRAINT e EXCLUDE USING gist (age WITH =, during WITH OPERATOR(pg_catalog.&&)) WHERE (age > 1)',
  ],
  ['ALTER TABLE users ADD EXCLUDE (email WITH =) WHERE (age < 7)', 'exclusion 2'],
  [
    'ALTER TABLE users ADD EXCLUDE USING gist ((age % 2) WITH =, (int4range(0, age)) WITH &&)',
    'exclusion 12',
  ],
  ['ALTER TABLE users ADD EXCLUDE USING gist (age WITH =, (int4range(9, age)) WITH &&)', 'cast 8'],
  // partitions
  [
    "ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM ('2020-01-01') TO ('2022-02-02')",
    'partition 2',
  ],
  ["ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM (MINVALUE) TO ('2022-02-03')"],
  [
    "CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
    'partition 2',
  ],
  ["CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')"],
  [
    "ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
    'partition 4',
    'partition 2',
  ],
  ["ALTER TABLE lists ATTACH PARTITION lists_new FOR VALUES IN ('b', 'c')", 'partition 1', 'unique 1'],
  ['ALTER TABLE lists ATTACH PARTITION lists_new DEFAULT', 'partition 1', 'unique 1'],
  ['ALTER TABLE hashes ATTACH PARTITION hashes_new FOR VALUES WITH (MODULUS 1, REMAINDER 0)'],
  ["ALTER TABLE pairs ATTACH PARTITION pairs_new FOR VALUES FROM (1, 'b') TO (3, 'b')", 'partition 5'],
  // domains
  ['ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 5)', 'check 8', 'check 1'],
  ['ALTER DOMAIN positive SET NOT NULL', 'not null 1'],
  ["ALTER DOMAIN present ADD CHECK (VALUE <> '') NOT VALID"],
];

/** Since PostgreSQL 18. */
export const newerForms: typeof forms = [
  ['ALTER TABLE users ADD CONSTRAINT there NOT NULL email', 'not null 3'],
  ['ALTER TABLE users ADD CONSTRAINT there NOT NULL email NOT VALID'],
  [
    'ALTER TABLE users ADD CONSTRAINT there NOT NULL email NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT there',
    'not null 3',
  ],
  ['ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (org) REFERENCES orgs (id) NOT ENFORCED'],
  ['ALTER TABLE users ADD CHECK (age < 10) NOT ENFORCED'],
  [
    'ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (org) REFERENCES orgs (id) NOT ENFORCED; ALTER TABLE users ALTER CONSTRAINT f ENFORCED',
    'foreign key 3',
  ],
  ['ALTER TABLE off ALTER CONSTRAINT known ENFORCED', 'foreign key 3'],
  ['ALTER TABLE off ALTER n SET NOT NULL', 'not null 2'],
  ['ALTER TABLE off VALIDATE CONSTRAINT there', 'not null 2'],
  ['ALTER TABLE users ADD UNIQUE (region, during WITHOUT OVERLAPS)', 'exclusion 2'],
  [
    'ALTER TABLE users ADD PRIMARY KEY (region, during WITHOUT OVERLAPS), DROP CONSTRAINT users_pkey',
    'not null 4',
    'exclusion 2',
  ],
  ['ALTER TABLE generated ALTER b SET EXPRESSION AS (10 / a)', 'cast 1'],
  ['ALTER TABLE generated ADD c int GENERATED ALWAYS AS (a * 3) VIRTUAL NOT NULL', 'not null 1'],
  ['ALTER TABLE users ADD COLUMN c int GENERATED ALWAYS AS (10 / (age - 3))'],
];

export const newerSchema = `CREATE TABLE off (id int PRIMARY KEY, o int, n int, CONSTRAINT known FOREIGN KEY (o) REFERENCES orgs NOT ENFORCED);
  INSERT INTO off SELECT n, n, nullif(n % 3, 0) FROM generate_series(1, 6) n;
  ALTER TABLE off ADD CONSTRAINT there NOT NULL n NOT VALID`;
