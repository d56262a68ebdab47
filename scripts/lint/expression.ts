import { type Expr, Lexer, Parser } from '@actions/expressions';

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string };

/** Splits a string at its `${{ … }}`; quotes inside an expression may hold `}}`. Throws if one is not closed. */
export function splitTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let position = 0;
  for (;;) {
    const open = text.indexOf('${{', position);
    if (open < 0) break;
    if (open > position) parts.push({ kind: 'text', text: text.slice(position, open) });
    const close = closingBraces(text, open + 3);
    parts.push({ kind: 'expression', text: text.slice(open + 3, close).trim() });
    position = close + 2;
  }
  if (position < text.length) parts.push({ kind: 'text', text: text.slice(position) });
  return parts;
}

function closingBraces(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', index)) return index;
  }
  throw new Error(
    'The expression is not closed. An unescaped ${{ sequence was found, but the closing }} sequence was not found.',
  );
}

const CONTEXTS = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
const FUNCTIONS = ['always', 'success', 'failure', 'cancelled', 'hashFiles'];

/** Property paths of every context that the text's expressions name; `isCondition`: the text is one without `${{ }}`. */
export function pathsIn(text: string, isCondition = false): readonly (readonly string[])[] {
  const expressions = splitTemplate(text).flatMap((part) => (part.kind === 'expression' ? [part.text] : []));
  const whole = isCondition && expressions.length === 0 ? [text] : expressions;
  return whole.flatMap((expression) => {
    const tree = parse(expression);
    return tree === undefined ? [] : contextPaths(tree);
  });
}

/** Undefined for what does not parse: other checks say so. */
function parse(expression: string): Expr | undefined {
  const functions = FUNCTIONS.map((name) => ({ name, minArgs: 0, maxArgs: 255 }));
  try {
    return new Parser(new Lexer(expression).lex().tokens, CONTEXTS, functions).parse();
  } catch {
    return undefined;
  }
}

/** Names, in lower case, of the functions that an expression calls. */
export function calls(tree: Expr): readonly string[] {
  return [...nodes(tree)].flatMap((node) =>
    'functionName' in node && isToken(node.functionName) ? [node.functionName.lexeme.toLowerCase()] : [],
  );
}

/** `steps.a.outputs.b` gives `['steps', 'a', 'outputs', 'b']`; a computed index gives `*`. */
export function contextPaths(tree: Expr): readonly (readonly string[])[] {
  const inner = new Set<unknown>();
  const paths: string[][] = [];
  for (const node of nodes(tree)) {
    if (inner.has(node)) continue;
    const path = pathOf(node, inner);
    if (path !== undefined) paths.push(path);
  }
  return paths;
}

function pathOf(node: object, inner: Set<unknown>): string[] | undefined {
  if ('name' in node && isToken(node.name)) return [node.name.lexeme.toLowerCase()];
  if (!('index' in node && 'expr' in node) || !isObject(node.expr) || !isObject(node.index)) return undefined;
  inner.add(node.expr);
  const parent = pathOf(node.expr, inner);
  if (parent === undefined) return undefined;
  const literal = 'literal' in node.index ? node.index.literal : undefined;
  const name = isObject(literal) && 'value' in literal ? literal.value : undefined;
  return [...parent, typeof name === 'string' ? name : '*'];
}

/** Parents before children, so that a path is met before its own beginning. */
function* nodes(node: object): Generator<object> {
  yield node;
  for (const child of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(child) ? child : [child];
    for (const each of children) if (isObject(each) && 'accept' in each) yield* nodes(each);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isToken(value: unknown): value is { readonly lexeme: string } {
  return isObject(value) && 'lexeme' in value && typeof value.lexeme === 'string';
}
