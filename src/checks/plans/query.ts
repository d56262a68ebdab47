/** The queries whose plans are compared. */
import { prose } from '../../report/visible-text.ts';

/** One statement that can have a plan. Its text is untrusted, and of a statement of production may hold secrets. */
export interface Query {
  /** Differs from query to query of one run. */
  readonly id: string;
  /** For people: a name from a comment, else the file with the line, else the statement's beginning. */
  readonly name: string;
  /** Exactly one statement. */
  readonly text: string;
  /** The same for people: on one line, without comments and literals. */
  readonly shown: string;
  /** The highest `$n`; 0 = none. */
  readonly parameters: number;
  /** A SELECT that writes nothing and locks no rows, as far as its text says. */
  readonly isRead: boolean;
  readonly source: QuerySource;
}

export type QuerySource =
  | { readonly kind: 'file'; readonly file: string; readonly line: number }
  | { readonly kind: 'statistics'; readonly usage: Usage };

/** How often production runs it, by pg_stat_statements. */
export interface Usage {
  readonly calls: number;
  /** Of all calls of plannable statements of the database, 0 to 1. */
  readonly share: number;
  /** Mean execution time in milliseconds. */
  readonly meanMs: number;
}

/** What was not compared, and why. */
export interface LeftOut {
  readonly subject: string;
  readonly reason: string;
}

/** As much of Postgres's own parser as is needed here; `loadSqlParser` gives one. */
export interface StatementParser {
  parse(
    script: string,
  ):
    | { readonly kind: 'parsed'; readonly statements: readonly ParsedStatement[] }
    | { readonly kind: 'syntax-error'; readonly message: string };
  tokens(text: string): readonly Token[];
}

export interface ParsedStatement {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly node: Readonly<Record<string, unknown>>;
}

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const plannable: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
]);

/** SELECT INTO makes a table; EXPLAIN takes it, but it is no query. VALUES and TABLE are a SelectStmt too. */
export function hasPlan({ kind, node }: Pick<ParsedStatement, 'kind' | 'node'>): boolean {
  return plannable.has(kind) && node.intoClause === undefined;
}

/** `Vacuum`, from the parser's `VacuumStmt`: what a statement without a plan is called in the report. */
export function kindWords(kind: string): string {
  return kind
    .replace(/Stmt$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
}

export function isRead({ kind, node }: Pick<ParsedStatement, 'kind' | 'node'>): boolean {
  if (kind !== 'SelectStmt') return false;
  const text = JSON.stringify(node);
  return !/"(?:Insert|Update|Delete|Merge)Stmt":|"lockingClause":/.test(text);
}

/** The highest number among the `$n`, outside literals and comments. */
export function parameterCount(tokens: readonly Token[]): number {
  const numbers = tokens.flatMap(({ text }) => (/^\$\d{1,5}$/.test(text) ? Number(text.slice(1)) : []));
  return numbers.reduce((highest, number) => Math.max(highest, number), 0);
}

/** The statement on one line, without comments; literals are shown as `'…'`, since they may hold anything. */
export function shownText(tokens: readonly Token[]): string {
  let end = tokens[0]?.start ?? 0;
  let line = '';
  for (const token of tokens) {
    if (token.start > end) line += ' ';
    line += isLiteral(token.text) ? "'…'" : prose(token.text);
    end = token.end;
  }
  return line;
}

function isLiteral(text: string): boolean {
  return /^(?:[benx]|u&)?'/i.test(text) || /^\$(?!\d)[^$]*\$/u.test(text);
}

/** `'…'` for every quoted literal in what the server wrote: conditions of a plan, and messages. Quoted names stay. */
export function withoutLiterals(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (found) =>
    found.startsWith('"') ? found : "'…'",
  );
}
