/**
 * Pieces of a statement as its author wrote them. Expressions are cut out of the source, not written anew from the parse
 * tree: a deparser would have to know every form of expression, and what it gets wrong would be a wrong number. Where a
 * piece begins is told by the parse tree, where it ends by Postgres's own scanner.
 */
import type { SqlParser, SqlStatement, SqlToken } from '../sql-parser.ts';

export interface StatementText {
  readonly text: string;
  readonly tokens: readonly SqlToken[];
  /** Index of the first token at or after a location of the parse tree. */
  at(location: number): number;
}

/** @param script the whole script: the parser counts locations from its beginning, in UTF-8 bytes */
export function statementText(parser: SqlParser, script: string, statement: SqlStatement): StatementText {
  const { text } = statement;
  // Most statements are not cut into pieces.
  let scanned: readonly SqlToken[] | undefined;
  const tokens = () => {
    scanned ??= parser.tokens(text);
    return scanned;
  };
  return {
    text,
    get tokens() {
      return tokens();
    },
    at(location) {
      const begin = Buffer.byteLength(script.slice(0, statement.start));
      const offset = Buffer.from(text)
        .subarray(0, Math.max(0, location - begin))
        .toString('utf8').length;
      const found = tokens().findIndex(({ start }) => start >= offset);
      return found < 0 ? tokens().length : found;
    },
  };
}

/** Text of tokens `from` to before `to`; undefined when there are none. */
export function slice({ text, tokens }: StatementText, from: number, to: number): string | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? undefined
    : text.slice(first.start, last.end);
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** Index of the bracket that closes the one at `open`; the end when nothing does. */
export function closing({ tokens }: StatementText, open: number): number {
  const waiting: string[] = [];
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at]?.text ?? '';
    const closer = closers[token];
    if (closer !== undefined) waiting.push(closer);
    else if (token === waiting.at(-1)) waiting.pop();
    if (waiting.length === 0) return at;
  }
  return tokens.length;
}

/** Index of the first token from `from` on that is outside brackets and is one of the words, or closes a bracket; the end when none is. */
export function next(source: StatementText, from: number, words: ReadonlySet<string>): number {
  const { tokens } = source;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at]?.text.toUpperCase() ?? '';
    if (words.has(token) || token === ')' || token === ']') return at;
    if (closers[token] !== undefined) at = closing(source, at);
  }
  return tokens.length;
}

/** Indices of a word outside brackets. */
export function outside(source: StatementText, word: string): readonly number[] {
  const words = new Set([word]);
  const found: number[] = [];
  for (let at = next(source, 0, words); at < source.tokens.length; at = next(source, at + 1, words))
    found.push(at);
  return found;
}

/** What stands in the first round brackets from `from` on, as a range of tokens. */
export function bracketed(
  source: StatementText,
  from: number,
): readonly [from: number, to: number] | undefined {
  const open = source.tokens.findIndex(({ text }, index) => index >= from && text === '(');
  if (open < 0) return undefined;
  const close = closing(source, open);
  return close >= source.tokens.length ? undefined : [open + 1, close];
}

/** The text in those brackets. */
export function bracketedText(source: StatementText, from: number): string | undefined {
  const range = bracketed(source, from);
  return range === undefined ? undefined : slice(source, ...range);
}

const comma: ReadonlySet<string> = new Set([',']);

/** The parts of a range that are separated by commas. */
export function listed(
  source: StatementText,
  [from, to]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(next(source, start, comma), to);
    parts.push([start, end]);
    start = end + 1;
  }
  return parts;
}

/**
 * An element of an index's list without its collation, operator class and order: a column, or an expression, which the
 * grammar wants in brackets unless it is a single function call.
 */
export function elementText(
  source: StatementText,
  [from, to]: readonly [number, number],
): string | undefined {
  const open = next(source, from, new Set(['(']));
  return slice(source, from, open < to ? closing(source, open) + 1 : from + 1);
}
