/** A script as its statements, at the semicolons that end one. */

/**
 * Strings, quoted names, dollar quotes and comments (nested ones too) are stepped over, as the server's scanner does
 * (src/backend/parser/scan.l). Statements come trimmed and without their semicolon; those of nothing but comments are
 * left out. A backslash escapes in `E'…'` only (`standard_conforming_strings`).
 */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  let hasContent = false;
  const finish = (end: number) => {
    if (hasContent) statements.push(script.slice(start, end).trim());
    hasContent = false;
  };
  while (at < script.length) {
    const skipped = endOfQuoted(script, at);
    if (skipped !== undefined) {
      hasContent ||= skipped.isContent;
      at = skipped.end;
    } else if (script[at] === ';') {
      finish(at);
      at += 1;
      start = at;
    } else {
      hasContent ||= /\S/.test(script[at] ?? '');
      at += 1;
    }
  }
  finish(script.length);
  return statements;
}

interface Skipped {
  readonly end: number;
  readonly isContent: boolean;
}

/** Undefined where neither a quote nor a comment begins. What is not closed goes on to the end. */
function endOfQuoted(script: string, at: number): Skipped | undefined {
  const rest = script.slice(at, at + 80);
  if (rest.startsWith('--')) return { end: endOf(script, at, /[\n\r]|$/g), isContent: false };
  if (rest.startsWith('/*')) return { end: endOfComment(script, at), isContent: false };
  if (/^[eE]'/.test(rest) && !isNamePart(script[at - 1]))
    return { end: endOf(script, at + 2, /(?:\\[\s\S]|[^'\\]|'')*(?:'|$)/y), isContent: true };
  if (rest.startsWith("'")) return { end: endOf(script, at + 1, /(?:[^']|'')*(?:'|$)/y), isContent: true };
  if (rest.startsWith('"')) return { end: endOf(script, at + 1, /(?:[^"]|"")*(?:"|$)/y), isContent: true };
  const tag = isNamePart(script[at - 1])
    ? undefined
    : /^\$(?:[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*)?\$/.exec(rest)?.[0];
  if (tag === undefined) return undefined;
  const closing = script.indexOf(tag, at + tag.length);
  return { end: closing < 0 ? script.length : closing + tag.length, isContent: true };
}

function endOf(script: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  const found = pattern.exec(script);
  return found === null ? script.length : found.index + found[0].length;
}

function endOfComment(script: string, at: number): number {
  let depth = 0;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  for (let mark = marks.exec(script); mark !== null; mark = marks.exec(script)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.index + 2;
  }
  return script.length;
}

/** `a$b$` is a name, and so is the `e` of `name'`. */
function isNamePart(character: string | undefined): boolean {
  return character !== undefined && /[\w$\u0080-\uFFFF]/.test(character);
}
