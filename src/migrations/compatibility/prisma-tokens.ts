/** The words of a Prisma schema file. */

export type Mark = '{' | '}' | '(' | ')' | '[' | ']' | ',' | ':' | '?' | '=' | '@' | '@@' | '!' | '.';

export type Token =
  /** A name with its dots (`db.VarChar`), a number, `true`. */
  | { readonly kind: 'word'; readonly text: string; readonly line: number }
  /** A string, without its quotes and escapes. */
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'mark'; readonly text: Mark; readonly line: number }
  /** The end of a line: it ends a field. */
  | { readonly kind: 'line'; readonly line: number };

/** A schema that this reader does not understand, though Prisma may. */
export class UnreadableSchema extends Error {
  override readonly name = 'UnreadableSchema';
}

/** Grammar: https://github.com/prisma/prisma-engines/blob/main/psl/schema-ast/src/parser/datamodel.pest */
const pattern =
  /(?<space>[ \t\r\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<line>\n)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)|(?<mark>@@|[{}()[\],:?=@!.])/uy;

/** @throws UnreadableSchema */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const reader = new RegExp(pattern);
  let line = 1;
  while (reader.lastIndex < source.length) {
    const at = reader.lastIndex;
    const groups = reader.exec(source)?.groups;
    if (groups === undefined)
      throw new UnreadableSchema(`line ${line}: unexpected ${JSON.stringify(source.charAt(at))}`);
    const token = tokenOf(groups, line);
    if (token !== undefined) tokens.push(token);
    line += (groups.line ?? groups.space ?? '').split('\n').length - 1;
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, line: number): Token | undefined {
  const { text, word, mark } = groups;
  if (groups.line !== undefined) return { kind: 'line', line };
  if (word !== undefined) return { kind: 'word', text: word, line };
  if (text !== undefined) return { kind: 'text', text: unescaped(text.slice(1, -1)), line };
  return isMark(mark) ? { kind: 'mark', text: mark, line } : undefined;
}

const marks: readonly string[] = ['{', '}', '(', ')', '[', ']', ',', ':', '?', '=', '@', '@@', '!', '.'];

function isMark(text: string | undefined): text is Mark {
  return text !== undefined && marks.includes(text);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, code: string | undefined, character: string | undefined) =>
      code === undefined
        ? (escapes[character ?? ''] ?? character ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
