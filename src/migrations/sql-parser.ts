/** Postgres's own parser (libpg_query): a script's statements with their exact places. */
import { readFile } from 'node:fs/promises';
import type { LibpgQueryModule } from 'libpg-query/wasm/libpg-query.js';
import { isRecord } from './record.ts';
import { besideModule } from './wasm-path.ts';

/** One statement of a script. Offsets are JavaScript string indices (UTF-16), end exclusive, `;` not included. */
export interface SqlStatement {
  readonly start: number;
  readonly end: number;
  /** Line of its first token, from 1. Comments before it do not count. */
  readonly line: number;
  readonly text: string;
  /** Name of the parse tree's node, such as `IndexStmt`. */
  readonly kind: string;
  /** The node's fields (https://github.com/pganalyze/libpg_query). */
  readonly node: Readonly<Record<string, unknown>>;
}

export type ParsedScript =
  | { readonly kind: 'parsed'; readonly statements: readonly SqlStatement[] }
  | { readonly kind: 'syntax-error'; readonly message: string };

/** One word, literal, operator or bracket, as it is written. Offsets as in a statement. */
export interface SqlToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SqlParser {
  /** Never throws on bad SQL. The grammar is PostgreSQL 18's. */
  parse(script: string): ParsedScript;
  /** What the text is made of, without comments; empty where Postgres's scanner cannot read it. */
  tokens(text: string): readonly SqlToken[];
}

const loaded = new Map<string, Promise<SqlParser>>();

/** @param wasmPath path of `libpg-query.wasm`; undefined = in node_modules. Loaded once a path. */
export function loadSqlParser(wasmPath?: string): Promise<SqlParser> {
  const path = wasmPath ?? besideModule('libpg-query/wasm/libpg-query.js', 'libpg-query.wasm');
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const loading = instantiate(path);
  loaded.set(path, loading);
  return loading;
}

async function instantiate(path: string): Promise<SqlParser> {
  const { default: load } = await import('libpg-query/wasm/libpg-query.js');
  const wasm = await WebAssembly.compile(await readFile(path));
  const library = await load({
    instantiateWasm(imports, receive) {
      receive(new WebAssembly.Instance(wasm, imports));
      return {};
    },
  });
  return {
    parse: (script) => (script.trim() === '' ? nothing : parseWith(library, script)),
    tokens: (text) => scanWith(library, text),
  };
}

const nothing: ParsedScript = { kind: 'parsed', statements: [] };

function parseWith(library: LibpgQueryModule, script: string): ParsedScript {
  const bytes = library.lengthBytesUTF8(script) + 1;
  const query = library._malloc(bytes);
  library.stringToUTF8(script, query, bytes);
  const result = library._wasm_parse_query_raw(query);
  try {
    const error = library.getValue(result + 8, 'i32');
    if (error !== 0)
      return { kind: 'syntax-error', message: library.UTF8ToString(library.getValue(error, 'i32')) };
    const tree: unknown = JSON.parse(library.UTF8ToString(library.getValue(result, 'i32')));
    return { kind: 'parsed', statements: statementsOf(tree, script) };
  } finally {
    library._free(query);
    library._wasm_free_parse_result(result);
  }
}

function scanWith(library: LibpgQueryModule, text: string): readonly SqlToken[] {
  const bytes = library.lengthBytesUTF8(text) + 1;
  const query = library._malloc(bytes);
  library.stringToUTF8(text, query, bytes);
  const result = library._wasm_scan(query);
  try {
    return tokensOf(library.UTF8ToString(result), text);
  } finally {
    library._free(query);
    library._wasm_free_string(result);
  }
}

/** SQL_COMMENT and C_COMMENT of libpg_query's `Token`. */
const commentTokens: readonly unknown[] = [275, 276];

/** An error is told as text in place of the JSON, in which control characters stand unescaped. Only the offsets are used. */
function tokensOf(answer: string, text: string): readonly SqlToken[] {
  if (!answer.startsWith('{')) return [];
  const scanned: unknown = JSON.parse(answer.replaceAll(/\p{Cc}/gu, ' '));
  const tokens = isRecord(scanned) && Array.isArray(scanned.tokens) ? scanned.tokens : [];
  const place = byteOffsets(text);
  return tokens
    .filter(isRecord)
    .filter(({ tokenType }) => !commentTokens.includes(tokenType))
    .map((token) => {
      const from = numberOr(token.start, 0);
      const { start, text: written } = place.slice(from, numberOr(token.end, from));
      return { start, end: start + written.length, text: written };
    });
}

function statementsOf(tree: unknown, script: string): readonly SqlStatement[] {
  if (!isRecord(tree) || !Array.isArray(tree.stmts)) return [];
  const place = byteOffsets(script);
  return tree.stmts.filter(isRecord).map((raw) => {
    const from = numberOr(raw.stmt_location, 0);
    const length = numberOr(raw.stmt_len, 0);
    const whole = place.slice(from, length === 0 ? undefined : from + length);
    const text = whole.text.trim();
    const start = whole.start + whole.text.indexOf(text);
    const [kind = '', node] = Object.entries(isRecord(raw.stmt) ? raw.stmt : {})[0] ?? [];
    return {
      start,
      end: start + text.length,
      line: lineAt(script, start),
      text,
      kind,
      node: isRecord(node) ? node : {},
    };
  });
}

/** The parser counts UTF-8 bytes, JavaScript UTF-16 units. Asked in rising order, so each byte is decoded once. */
function byteOffsets(script: string) {
  const bytes = Buffer.from(script, 'utf8');
  let known = { byte: 0, unit: 0 };
  return {
    slice(from: number, to: number | undefined) {
      const base = from < known.byte ? { byte: 0, unit: 0 } : known;
      const start = base.unit + bytes.subarray(base.byte, from).toString('utf8').length;
      known = { byte: from, unit: start };
      return { start, text: bytes.subarray(from, to).toString('utf8') };
    },
  };
}

/** The line, from 1, that holds the character at `offset`. */
export function lineAt(script: string, offset: number): number {
  let line = 1;
  for (let at = script.indexOf('\n'); at >= 0 && at < offset; at = script.indexOf('\n', at + 1)) line += 1;
  return line;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
