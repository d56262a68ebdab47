/** Postgres's lexical rules, as far as telling comments and quoted text from the rest needs them. Never throws. */

export interface SqlToken {
  readonly kind: 'comment' | 'quoted' | 'word' | 'symbol';
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const wordStart = /[A-Za-z_\u0080-\uffff]/;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/**
 * Comments (`--` without its line feed, and nested block comments), quoted text of every kind, words and single
 * symbols; space is left out. What is not closed ends with the text.
 * Rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
export function* sqlTokens(text: string, from = 0, to = text.length): Generator<SqlToken> {
  let start = from;
  while (start < to) {
    const character = text[start] ?? '';
    if (/\s/.test(character)) {
      start += 1;
      continue;
    }
    const token = tokenAt(text, start);
    yield { ...token, start };
    start = token.end;
  }
}

function tokenAt(text: string, start: number): Pick<SqlToken, 'kind' | 'end'> {
  const two = text.slice(start, start + 2);
  const character = two[0] ?? '';
  if (two === '--') return { kind: 'comment', end: indexOrEnd(text, '\n', start) };
  if (two === '/*') return { kind: 'comment', end: blockCommentEnd(text, start) };
  if (character === "'" || character === '"') return { kind: 'quoted', end: quoteEnd(text, start) };
  if (two === "e'" || two === "E'") return { kind: 'quoted', end: escapeStringEnd(text, start + 2) };
  if (wordStart.test(character)) return { kind: 'word', end: matchEnd(word, text, start) ?? start + 1 };
  const opened = character === '$' ? matchEnd(dollarTag, text, start) : undefined;
  if (opened === undefined) return { kind: 'symbol', end: start + 1 };
  const tag = text.slice(start, opened);
  const closed = text.indexOf(tag, opened);
  return { kind: 'quoted', end: closed < 0 ? text.length : closed + tag.length };
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function indexOrEnd(text: string, wanted: string, start: number): number {
  const index = text.indexOf(wanted, start);
  return index < 0 ? text.length : index;
}

/** A doubled quote reads as the end of one piece and the begin of the next, which comes to the same. */
function quoteEnd(text: string, start: number): number {
  const closed = text.indexOf(text[start] ?? '', start + 1);
  return closed < 0 ? text.length : closed + 1;
}

function escapeStringEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    if (text[at] === '\\') at += 2;
    else if (text[at] !== "'") at += 1;
    else if (text[at + 1] === "'") at += 2;
    else return at + 1;
  }
  return text.length;
}

function blockCommentEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    depth += two === '/*' ? 1 : two === '*/' ? -1 : 0;
    at += two === '/*' || two === '*/' ? 2 : 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Where the first comma outside of parentheses and quotes is, or the end. */
export function commaOrEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (const { kind, start } of sqlTokens(text, from, to)) {
    const character = kind === 'symbol' ? (text[start] ?? '') : '';
    if (character === ',' && depth === 0) return start;
    depth += '(['.includes(character) && character !== '' ? 1 : 0;
    depth -= ')]'.includes(character) && character !== '' ? 1 : 0;
    // The parenthesis that closes what `from` stands in.
    if (depth < 0) return start;
  }
  return to;
}
