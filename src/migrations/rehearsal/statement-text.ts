/** Compares SQL as a server shows it with SQL as a file holds it: whitespace, comments and a cut end do not count. */

import { longestText } from './observer-look.ts';

/**
 * One token of SQL, as Postgres's own scanner splits it where it matters here: comments, strings, quoted identifiers and
 * dollar-quoted bodies are each one, ended or cut (https://www.postgresql.org/docs/current/sql-syntax-lexical.html).
 */
const token =
  /--[^\n]*|\/\*|[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*(?:'|\\?$)|'[^']*(?:''[^']*)*(?:'|$)|"[^"]*(?:""[^"]*)*(?:"|$)|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[\w\u0080-\uffff][\w$\u0080-\uffff]*|\s+|[\s\S]/g;

/**
 * Tokens joined by one space, words in lower case, without comments and semicolons at the end. Of a text that was cut, a
 * prefix of the whole one's.
 */
export function canonicalSql(sql: string): string {
  const tokens: string[] = [];
  const scanner = new RegExp(token);
  for (let match = scanner.exec(sql); match !== null; match = scanner.exec(sql)) {
    const [text] = match;
    if (text.startsWith('--') || text.trim() === '') continue;
    if (text === '/*') {
      scanner.lastIndex = endOfComment(sql, scanner.lastIndex);
    } else if (isDollarQuote(text)) {
      const end = sql.indexOf(text, scanner.lastIndex);
      const body = end < 0 ? sql.slice(match.index) : sql.slice(match.index, end + text.length);
      tokens.push(body);
      scanner.lastIndex = match.index + body.length;
    } else tokens.push(/^['"]|^[eE]'/.test(text) ? text : text.toLowerCase());
  }
  while (tokens.at(-1) === ';') tokens.pop();
  return tokens.join(' ');
}

function isDollarQuote(text: string): boolean {
  return text.length > 1 && text.startsWith('$') && text.endsWith('$');
}

/** Comments nest in Postgres. @param from after the opening */
function endOfComment(sql: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 1;
  for (let match = mark.exec(sql); match !== null; match = mark.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

/** Reads or writes rows, and so takes no lock stronger than ROW EXCLUSIVE but through a function or a trigger. */
export function isQuery(sql: string | undefined): boolean {
  return (
    sql !== undefined &&
    /^(select|with|values|table|insert|update|delete|merge|copy)\b/.test(canonicalSql(sql))
  );
}

/** What a session was seen to run. */
export interface SeenText {
  readonly raw: string;
  readonly canonical: string;
  /** The server keeps only so many bytes of a statement. */
  readonly isCut: boolean;
}

/** @param textLimit bytes that the server keeps of a statement, its end mark included */
export function seenText(raw: string, textLimit: number | undefined): SeenText {
  // Cut at a whole character, so up to three bytes earlier.
  const isCut =
    raw.length >= longestText || (textLimit !== undefined && Buffer.byteLength(raw) >= textLimit - 4);
  // Half a word, a quote's beginning or one of the two characters of `--` is another token than the whole one.
  const whole = isCut && /\s/.test(raw) ? raw.replace(/\S+$/, '') : raw;
  return { raw, canonical: canonicalSql(whole), isCut };
}

/** A text of a file: a statement with the comments before it, or a whole script. */
export interface FileText {
  readonly raw: string;
  readonly canonical: string;
}

/** A cut text that holds nothing but a comment is compared letter by letter. */
export function isSameSql(seen: SeenText, file: FileText): boolean {
  if (!seen.isCut) return seen.canonical === file.canonical;
  if (seen.canonical === '') return file.raw.trimStart().startsWith(seen.raw.trim());
  return file.canonical.startsWith(seen.canonical);
}
