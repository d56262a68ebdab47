/** A database with one of everything that a backup may lose or a comparison may take for a difference. */
export const zoo = `
CREATE EXTENSION hstore; CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE address AS (street text, number int, since timestamptz);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE zoo (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_bool boolean, a_small smallint, an_int integer, a_numeric numeric,
  a_real real, a_double double precision, a_money money, a_char char(5), a_varchar varchar(20), a_text text, a_bytea bytea,
  a_date date, a_time time, a_timetz timetz, a_stamp timestamp, a_stamptz timestamptz, an_interval interval, a_mood mood,
  a_point point, a_box box, a_polygon polygon, a_circle circle, a_cidr cidr, an_inet inet, a_mac macaddr, some_bits bit(4),
  var_bits bit varying, a_vector tsvector, a_query tsquery, a_uuid uuid, a_json json, a_jsonb jsonb, an_xml xml, a_range int4range,
  a_multirange datemultirange, an_address address, a_store hstore, a_citext citext, a_loose text COLLATE loose, some_texts text[],
  a_domain positive, a_class regclass, a_proc regprocedure, a_jsonpath jsonpath, "t" text, "__r" text,
  doubled integer GENERATED ALWAYS AS (an_int * 2) STORED);
INSERT INTO zoo (a_bool, a_small, an_int, a_numeric, a_real, a_double, a_money, a_char, a_varchar, a_text, a_bytea, a_date, a_time,
  a_timetz, a_stamp, a_stamptz, an_interval, a_mood, a_point, a_box, a_polygon, a_circle, a_cidr, an_inet, a_mac, some_bits, var_bits,
  a_vector, a_query, a_uuid, a_json, a_jsonb, an_xml, a_range, a_multirange, an_address, a_store, a_citext, a_loose, some_texts, a_domain,
  a_class, a_proc, a_jsonpath, "t", "__r")
SELECT n % 2 = 0, n, n * 1000, (n || '.50')::numeric, n / 3.0, CASE n WHEN 3 THEN 'NaN' ELSE n / 7.0 END, n::money, 'c' || n, 'v' || n,
  CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE E'tab\\there, back\\\\slash, line\\nbreak, \\"quote\\", ünï' || n END,
  decode(md5(n::text), 'hex'), date '2024-02-29' + n, time '12:34:56.789012', timetz '12:34:56+05:30', timestamp '2024-02-29 12:00:00.000001',
  timestamptz '2024-02-29 12:00:00.000001+02', make_interval(months => n, days => -n, secs => n / 3.0), (ARRAY['sad','ok','happy']::mood[])[1 + n % 3],
  point(n, -n), box(point(0, 0), point(n, n)), polygon '((0,0),(1,1),(2,0))', circle(point(n, n), 1.5), '10.0.0.0/8', '192.168.1.5/24',
  '08:00:2b:01:02:03', B'1010', B'101', to_tsvector('english', 'the quick foxes ' || n), 'fox & quick'::tsquery,
  ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, '{"b": 1, "a" :2, "a":3}', '{"b": 1, "a": [1.50, null]}', '<a b="c">text</a>',
  int4range(n, n + 10), datemultirange(daterange('2024-01-01', '2024-02-01'), daterange('2025-01-01', NULL)), ROW('Main "St", 5', n, '2024-01-01+00')::address,
  'k=>v, n=>NULL', 'MiXed', 'Straße', ARRAY['a,b', NULL, '"', ''], n, 'zoo'::regclass, 'lower(text)'::regprocedure, '$.a[*] ? (@ > 1)', 'same', 'also'
FROM generate_series(1, 60) n;

CREATE TABLE duplicates (a int, b text);
INSERT INTO duplicates SELECT 1, 'same' FROM generate_series(1, 6);
CREATE TABLE no_columns ();
INSERT INTO no_columns DEFAULT VALUES; INSERT INTO no_columns DEFAULT VALUES;
CREATE TABLE empty_table (id int);
CREATE TABLE wide (id int PRIMARY KEY, body text);
INSERT INTO wide SELECT n, repeat(md5(n::text), 1 + n * 37 % 2000) FROM generate_series(1, 300) n;
DELETE FROM wide WHERE id % 3 = 0;
INSERT INTO wide SELECT n, repeat(md5(n::text), 1 + n * 11 % 200) FROM generate_series(1000, 1100) n;

CREATE TABLE measured (at date NOT NULL, value numeric) PARTITION BY RANGE (at);
CREATE TABLE measured_2023 PARTITION OF measured FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE measured_2024 (value numeric, at date NOT NULL);
ALTER TABLE measured ATTACH PARTITION measured_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
INSERT INTO measured SELECT date '2023-06-01' + n * 20, n / 3.0 FROM generate_series(1, 60) n;

CREATE TABLE parent (id int, name text);
CREATE TABLE child (own text) INHERITS (parent);
ALTER TABLE parent ADD COLUMN late int;
INSERT INTO parent VALUES (1, 'p', 5); INSERT INTO child (id, name, own, late) VALUES (2, 'c', 'o', 7);

CREATE UNLOGGED TABLE unlogged_rows AS SELECT n FROM generate_series(1, 10) n;
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS rows FROM zoo;
CREATE MATERIALIZED VIEW unfilled AS SELECT 1 AS one WITH NO DATA;
CREATE VIEW happy AS SELECT id FROM zoo WHERE a_mood = 'happy';
CREATE SEQUENCE counter START 10 INCREMENT 5;
SELECT nextval('counter'), nextval('counter');
CREATE SEQUENCE untouched START 77;
CREATE SEQUENCE down INCREMENT -1; SELECT nextval('down'), nextval('down');
SELECT lo_from_bytea(0, decode(repeat('00ff10', 2000), 'hex')), lo_from_bytea(0, ''), lo_create(0);
SELECT lo_put(max(oid), 70000, 'after a hole') FROM pg_largeobject_metadata;
CREATE TABLE checked (n int); INSERT INTO checked VALUES (-1);
ALTER TABLE checked ADD CONSTRAINT positive_later CHECK (n > 0) NOT VALID;

CREATE SCHEMA "Odd ""Schema"".";
CREATE TABLE "Odd ""Schema""."."line
break, 'quote', ünï, -- and ; \\. COPY" ("__r" int, "__r_" text, "a
b" text, "sel""ect" text);
INSERT INTO "Odd ""Schema""."."line
break, 'quote', ünï, -- and ; \\. COPY" SELECT n, 'x', E'\\\\.', n::text FROM generate_series(1, 7) n;
CREATE SEQUENCE "Odd ""Schema""."."se'q\\ü"; SELECT nextval('"Odd ""Schema""."."se''q\\ü"');
CREATE TABLE cast_to_text (a int, b int); INSERT INTO cast_to_text VALUES (1, 2), (3, 4);
CREATE FUNCTION constant_text(cast_to_text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''constant''';
CREATE CAST (cast_to_text AS text) WITH FUNCTION constant_text(cast_to_text);
`;
