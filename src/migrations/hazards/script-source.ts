/** The written text of what the parse tree points at. */
import type { SqlStatement } from '../sql-parser.ts';
import { commaOrEnd, sqlTokens } from './sql-tokens.ts';

export interface ScriptSource {
  readonly text: string;
  /** Index in the string (UTF-16) of a place that the parser gives in UTF-8 bytes. */
  indexOf(byte: number): number;
}

export function scriptSource(text: string): ScriptSource {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === text.length) return { text, indexOf: (byte) => byte };
  const indices = new Uint32Array(bytes.length + 1);
  let index = -1;
  for (const [byte, value] of bytes.entries()) {
    // Bytes 10xxxxxx continue a character; one of four bytes is two units of UTF-16.
    if ((value & 0xc0) !== 0x80) index += 1;
    indices[byte] = index;
    if (value >= 0xf0) index += 1;
  }
  indices[bytes.length] = text.length;
  return { text, indexOf: (byte) => indices[byte] ?? text.length };
}

/** From a place (in bytes) to the next comma outside of parentheses, or to the end of the statement; without comments. */
export function clauseText(source: ScriptSource, statement: SqlStatement, byte: number): string {
  const start = source.indexOf(byte);
  return withoutComments(source.text, start, commaOrEnd(source.text, start, statement.end));
}

/** Between two places (in bytes). */
export function textBetween(source: ScriptSource, from: number, to: number): string {
  return withoutComments(source.text, source.indexOf(from), source.indexOf(to));
}

/** Text that can be pasted before a `;`: a comment at its end would swallow that. */
export function withoutComments(text: string, from = 0, to = text.length): string {
  let result = '';
  let at = from;
  for (const { kind, start, end } of sqlTokens(text, from, to)) {
    if (kind !== 'comment') continue;
    result += text.slice(at, start);
    at = Math.min(end, to);
  }
  return (result + text.slice(at, to)).replace(/[^\S\n]+$/gm, '').trim();
}
