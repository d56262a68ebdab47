/** Whether a default is the same for every row, so that ADD COLUMN can store it once instead of rewriting the table. */
import { nodesOf, texts } from '../parse-tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Volatile functions (`pg_proc.provolatile`) of Postgres, uuid-ossp and pgcrypto that a default may call. */
const volatile = words(
  `gen_random_uuid uuidv4 uuidv7 random random_normal clock_timestamp timeofday nextval currval lastval setval
   pg_current_xact_id txid_current uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt`,
);

/** Functions of Postgres that are not, among those that defaults call. */
const constant = words(
  `now transaction_timestamp statement_timestamp current_setting current_schema session_user timezone date_trunc
   date_part extract to_char to_date to_timestamp to_number make_interval make_date make_timestamptz age
   lower upper initcap trim btrim ltrim rtrim concat concat_ws format replace substr substring left right length repeat
   reverse split_part md5 sha256 encode decode digest crypt convert_to convert_from quote_literal quote_ident
   jsonb_build_object json_build_object jsonb_build_array json_build_array to_jsonb to_json row_to_json jsonb_set
   array_fill array_append array_length cardinality string_to_array array_to_string unnest
   abs ceil floor round trunc sign mod power sqrt greatest least coalesce nullif int4range int8range numrange tsrange
   tstzrange daterange point box to_tsvector setweight uuid_nil uuid_generate_v3 uuid_generate_v5 pg_backend_pid
   count sum min max avg bool_and bool_or row_number pg_get_serial_sequence pg_typeof set_config`,
);

export type Volatility = 'volatile' | 'constant' | 'unknown';

/** `unknown` where it calls a function that is not one of the well-known ones. */
export function volatilityOf(expression: unknown): Volatility {
  const called = calledFunctions(expression);
  if (called.some((name) => volatile.has(name))) return 'volatile';
  return called.every((name) => constant.has(name)) ? 'constant' : 'unknown';
}

/** False for a function that may do anything: one of the user's own. */
export function isWellKnown(name: string): boolean {
  return volatile.has(name) || constant.has(name);
}

function calledFunctions(expression: unknown): readonly string[] {
  return nodesOf(expression, 'FuncCall').flatMap(({ funcname }) => texts(funcname).at(-1) ?? []);
}
