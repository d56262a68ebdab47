/** The blocks of a Prisma schema file, as they are written. Whether they make sense, Prisma's own engine has said before. */
import { type Mark, type Token, tokensOf, UnreadableSchema } from './prisma-tokens.ts';

export interface Block {
  /** `model`, `view`, `enum`, `type`, `datasource`, `generator` … */
  readonly keyword: string;
  readonly name: string;
  /** Fields, or an enum's values; empty for datasource and generator. */
  readonly members: readonly Member[];
  /** Those with `@@`. */
  readonly attributes: readonly Attribute[];
}

export interface Member {
  readonly name: string;
  /** Undefined for an enum's value. */
  readonly type: TypeName | undefined;
  readonly attributes: readonly Attribute[];
}

export interface TypeName {
  /** `Unsupported` for a type that Prisma has no name for. */
  readonly name: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

export interface Attribute {
  /** Without `@`, such as `map` or `db.VarChar`. */
  readonly name: string;
  readonly arguments: readonly Argument[];
}

export interface Argument {
  readonly name: string | undefined;
  readonly value: Value;
}

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  /** A name, a number, `true`. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Argument[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

/** @throws UnreadableSchema with the line */
export function blocksOf(source: string): readonly Block[] {
  const reader = readerOf(tokensOf(source));
  const blocks: Block[] = [];
  for (reader.skipLines(); !reader.atEnd(); reader.skipLines()) blocks.push(block(reader));
  return blocks;
}

interface Reader {
  atEnd(): boolean;
  /** True when the next token is this mark; it stays. */
  isAt(mark: Mark): boolean;
  isAtWord(): boolean;
  /** Takes the next token when it is this mark. */
  take(mark: Mark): boolean;
  /** @throws UnreadableSchema when the next token is another */
  expect(mark: Mark): void;
  word(): string;
  value(): Token & { readonly kind: 'word' | 'text' };
  skipLines(): void;
  /** Takes whatever comes up to the end of the line. */
  skipToken(): void;
  endLine(): void;
}

function readerOf(tokens: readonly Token[]): Reader {
  let place = 0;
  const peek = () => tokens[place];
  const refuse = (wanted: string): never => {
    const token = peek();
    const seen = token === undefined ? 'the end' : token.kind === 'line' ? 'the end of the line' : token.text;
    throw new UnreadableSchema(
      `line ${token?.line ?? tokens.at(-1)?.line ?? 1}: ${wanted} expected, ${seen} seen`,
    );
  };
  const isAt = (mark: Mark) => {
    const token = peek();
    return token?.kind === 'mark' && token.text === mark;
  };
  const take = (mark: Mark) => {
    if (!isAt(mark)) return false;
    place += 1;
    return true;
  };
  const skipLines = () => {
    while (peek()?.kind === 'line') place += 1;
  };
  return {
    isAt,
    take,
    skipLines,
    atEnd: () => place >= tokens.length,
    isAtWord: () => peek()?.kind === 'word',
    expect: (mark) => void (take(mark) || refuse(mark)),
    word() {
      const token = peek();
      if (token?.kind !== 'word') return refuse('a name');
      place += 1;
      return token.text;
    },
    value() {
      const token = peek();
      if (token?.kind !== 'word' && token?.kind !== 'text') return refuse('a value');
      place += 1;
      return token;
    },
    skipToken: () => {
      place += 1;
    },
    endLine: () => {
      if (peek() !== undefined && peek()?.kind !== 'line' && !isAt('}')) refuse('the end of the line');
    },
  };
}

/** Their blocks hold settings, not members. */
const settings: readonly string[] = ['datasource', 'generator'];

function block(reader: Reader): Block {
  const keyword = reader.word();
  const name = reader.word();
  reader.expect('{');
  if (settings.includes(keyword)) {
    skipSettings(reader);
    return { keyword, name, members: [], attributes: [] };
  }
  const members: Member[] = [];
  const attributes: Attribute[] = [];
  for (reader.skipLines(); !reader.take('}'); reader.skipLines()) {
    if (reader.take('@@')) attributes.push(attribute(reader));
    else members.push(member(reader));
    reader.endLine();
  }
  return { keyword, name, members, attributes };
}

function skipSettings(reader: Reader): void {
  for (let depth = 1; depth > 0; ) {
    if (reader.atEnd()) reader.expect('}');
    if (reader.take('{')) depth += 1;
    else if (reader.take('}')) depth -= 1;
    else reader.skipToken();
  }
}

function member(reader: Reader): Member {
  const name = reader.word();
  const type = reader.isAtWord() ? typeName(reader) : undefined;
  const attributes: Attribute[] = [];
  while (reader.take('@')) attributes.push(attribute(reader));
  return { name, type, attributes };
}

function typeName(reader: Reader): TypeName {
  const name = reader.word();
  if (reader.isAt('(')) argumentList(reader);
  let [isList, isOptional] = [false, false];
  for (;;) {
    if (reader.take('?')) isOptional = true;
    else if (reader.take('[')) {
      reader.expect(']');
      isList = true;
    } else return { name, isList, isOptional };
  }
}

function attribute(reader: Reader): Attribute {
  const name = reader.word();
  return { name, arguments: reader.isAt('(') ? argumentList(reader) : [] };
}

function argumentList(reader: Reader): readonly Argument[] {
  return listed(reader, ['(', ')'], () => {
    const value = readValue(reader);
    if (value.kind !== 'word' || !reader.take(':')) return { name: undefined, value };
    reader.skipLines();
    return { name: value.text, value: readValue(reader) };
  });
}

function readValue(reader: Reader): Value {
  if (reader.isAt('[')) return { kind: 'list', items: listed(reader, ['[', ']'], () => readValue(reader)) };
  const { kind, text } = reader.value();
  if (kind === 'word' && reader.isAt('('))
    return { kind: 'call', name: text, arguments: argumentList(reader) };
  return { kind, text };
}

/** Items between two marks, separated by commas, over as many lines as there are. */
function listed<T>(reader: Reader, [open, close]: readonly [Mark, Mark], item: () => T): readonly T[] {
  const items: T[] = [];
  reader.expect(open);
  for (reader.skipLines(); !reader.take(close); reader.skipLines()) {
    items.push(item());
    reader.skipLines();
    if (!reader.take(',') && !reader.isAt(close)) reader.expect(close);
  }
  return items;
}
