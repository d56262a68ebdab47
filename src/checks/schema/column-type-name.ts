/** The usual short names of types, as `format_type` writes them (https://www.postgresql.org/docs/current/datatype.html). */
const fullNames: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  int2: 'smallint',
  bool: 'boolean',
  varchar: 'character varying',
  char: 'character',
  bpchar: 'character',
  float8: 'double precision',
  float: 'double precision',
  float4: 'real',
  decimal: 'numeric',
  varbit: 'bit varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
};

interface TypeName {
  readonly schema: string | undefined;
  readonly name: string;
  /** In brackets, such as `3` or `10,2`; empty for none. */
  readonly modifier: string;
  readonly isArray: boolean;
}

/** Whether a type that somebody wrote by hand is the one that Postgres reports. A name without a schema fits any schema. */
export function isSameType(written: string, reported: string): boolean {
  const [wanted, found] = [parseType(written), parseType(reported)];
  return (
    wanted.name === found.name &&
    wanted.modifier === found.modifier &&
    wanted.isArray === found.isArray &&
    (wanted.schema === undefined || wanted.schema === (found.schema ?? 'pg_catalog'))
  );
}

/** The modifier stands in the middle of `timestamp(3) with time zone`. */
function parseType(text: string): TypeName {
  const isArray = /\[\]\s*$/.test(text);
  const plain = text.replace(/(\[\])+\s*$/, '');
  const modifier = /\(([^()]*)\)/.exec(plain)?.[1]?.replaceAll(' ', '') ?? '';
  const words = plain
    .replace(/\([^()]*\)/, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  const [schema, name] = splitName(words);
  return {
    schema,
    name: fullName(name),
    modifier: defaultless(fullName(name), modifier),
    isArray,
  };
}

function fullName(name: string): string {
  return Object.hasOwn(fullNames, name) ? (fullNames[name] ?? name) : name;
}

/** `char` is `character(1)`. */
function defaultless(name: string, modifier: string): string {
  return name === 'character' && modifier === '1' ? '' : modifier;
}

function splitName(words: string): readonly [schema: string | undefined, name: string] {
  const match = /^(?:("(?:[^"]|"")+"|[^."]+)\.)?("(?:[^"]|"")+"|[^."]+)$/u.exec(words);
  if (match === null) return [undefined, words];
  return [match[1] === undefined ? undefined : fold(match[1]), fold(match[2] ?? words)];
}

/** As SQL reads names. */
function fold(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase();
}
