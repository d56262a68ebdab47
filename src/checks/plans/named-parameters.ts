/** Query files whose parameters have names: those of pgtyped and sqlc are made `$n`, as Postgres knows them. */
import type { StatementParser, Token } from './query.ts';

/**
 * The script with `:name`, `:name!` (pgtyped), `@name`, `sqlc.arg(name)`, `sqlc.narg(name)` and `sqlc.slice(name)` as numbered
 * parameters; the same name has the same number. Undefined when there are none. Lines stay where they are.
 */
export function withNumberedParameters(script: string, parser: StatementParser): string | undefined {
  const tokens = parser.tokens(script);
  const numbers = new Map<string, number>();
  let result = '';
  let end = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const found = parameterAt(tokens, index);
    if (tokens[index]?.text === ';') numbers.clear();
    if (found === undefined) continue;
    const number = numbers.get(found.name) ?? numbers.size + 1;
    numbers.set(found.name, number);
    // pgtyped's `IN :ids` is one parameter that stands for a whole list.
    const isList = tokens[index - 1]?.text.toLowerCase() === 'in';
    result += script.slice(end, found.start) + (isList ? `($${number})` : `$${number}`);
    end = found.end;
    index += found.length - 1;
  }
  return end === 0 ? undefined : result + script.slice(end);
}

interface NamedParameter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** In tokens. */
  readonly length: number;
}

function parameterAt(tokens: readonly Token[], index: number): NamedParameter | undefined {
  const token = tokens[index];
  if (token?.text === ':' || token?.text === '@') return marked(tokens, index);
  return token?.text.toLowerCase() === 'sqlc' ? macro(tokens, index) : undefined;
}

/** The sign stands directly before the name: `a[1 : n]` and `@ -5` are something else. */
function marked(tokens: readonly Token[], index: number): NamedParameter | undefined {
  const [sign, name, required] = tokens.slice(index, index + 3);
  if (sign === undefined || name?.start !== sign.end || !isName(name.text)) return undefined;
  const before = tokens[index - 1];
  if (sign.text === ':' && before?.end === sign.start && before.text !== '(') return undefined;
  const isRequired = sign.text === ':' && required?.text === '!' && required.start === name.end;
  const end = isRequired ? required.end : name.end;
  return { name: name.text, start: sign.start, end, length: isRequired ? 3 : 2 };
}

function macro(tokens: readonly Token[], index: number): NamedParameter | undefined {
  const [first, dot, kind, open, name, close] = tokens.slice(index, index + 6);
  if (first === undefined || name === undefined || close?.text !== ')') return undefined;
  if (dot?.text !== '.' || open?.text !== '(' || !/^(n?arg|slice)$/i.test(kind?.text ?? '')) return undefined;
  const plain = name.text.replaceAll("'", '');
  return isName(plain) ? { name: plain, start: first.start, end: close.end, length: 6 } : undefined;
}

function isName(text: string): boolean {
  return /^[a-z_][a-z0-9_]*$/i.test(text);
}
