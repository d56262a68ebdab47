import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions';
import { calls, splitTemplate } from '../../scripts/lint/expression.ts';

/** Which contexts and functions an expression may use where it stands, and their values. */
export interface ExpressionScope {
  readonly contexts: Readonly<Record<string, unknown>>;
  /** Context names that are known here; any other name is an error, as on GitHub. */
  readonly allowed: readonly string[];
  /** Answers of `success()`, `failure()` and `cancelled()`; undefined where status functions are not allowed. */
  readonly status?: StatusAnswers | undefined;
  /** Root of `hashFiles`; undefined where that function is not allowed. */
  readonly workspace?: string | undefined;
}

/** Inside a composite the first two follow the composite's own status, the third the job's. */
export interface StatusAnswers {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

interface FunctionDefinition {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly call: (...values: data.ExpressionData[]) => data.ExpressionData;
}

const STATUS_FUNCTIONS = ['success', 'failure', 'cancelled', 'always'];

/** A whole-string expression gives its value as a string; mixed text is concatenated. */
export function evaluateTemplate(text: string, scope: ExpressionScope): string {
  const parts = splitTemplate(text);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'expression') return scalarText(evaluate(only.text, scope));
  return parts
    .map((part) => (part.kind === 'text' ? part.text : evaluate(part.text, scope).coerceString()))
    .join('');
}

function scalarText(value: data.ExpressionData): string {
  if (value instanceof data.Dictionary) throw new Error('A mapping was not expected');
  if (value instanceof data.Array) throw new Error('A sequence was not expected');
  return value.coerceString();
}

/** Value of a whole-string expression as plain data (`matrix: ${{ fromJSON(…) }}`), or the evaluated text. */
export function evaluateValue(text: string, scope: ExpressionScope): unknown {
  const parts = splitTemplate(text);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'expression') return toPlain(evaluate(only.text, scope));
  return evaluateTemplate(text, scope);
}

/** `if:` of a step or job: an expression with or without `${{ }}`; `success() &&` is implied unless a status function is named. */
export function evaluateCondition(condition: string | undefined, scope: ExpressionScope): boolean {
  const tree = parse(conditionExpression(condition), scope);
  if (tree === undefined) return false;
  const guarded = namesStatusFunction(tree) || scope.status?.success === true;
  return guarded && truthy(new Evaluator(tree, contextData(scope), functions(scope)).evaluate());
}

/** The expression that an `if:` stands for. Text around `${{ }}` makes it a non-empty string, which is always true. */
export function conditionExpression(condition: string | undefined): string {
  const text = (condition ?? '').trim();
  if (text === '') return 'success()';
  const parts = splitTemplate(text);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.text;
  const values = parts.map((part) =>
    part.kind === 'text' ? `'${part.text.replaceAll("'", "''")}'` : part.text,
  );
  return `format('${parts.map((_, index) => `{${index}}`).join('')}', ${values.join(', ')})`;
}

export function evaluate(expression: string, scope: ExpressionScope): data.ExpressionData {
  const tree = parse(expression, scope);
  if (tree === undefined) throw new Error('An expression was expected');
  return new Evaluator(tree, contextData(scope), functions(scope)).evaluate();
}

/** Parses without evaluating; throws on an unknown context, an unknown function or a syntax error. */
export function parse(expression: string, scope: ExpressionScope): Expr | undefined {
  const { tokens } = new Lexer(expression).lex();
  return new Parser(tokens, [...scope.allowed], [...functions(scope).values()]).parse();
}

function contextData(scope: ExpressionScope): data.Dictionary {
  const pairs = scope.allowed.map((name) => ({ key: name, value: toData(scope.contexts[name]) }));
  return new data.Dictionary(...pairs);
}

function functions(scope: ExpressionScope): Map<string, FunctionDefinition> {
  const { status, workspace } = scope;
  const list: FunctionDefinition[] = [];
  if (status !== undefined) {
    for (const [name, answer] of Object.entries({ ...status, always: true })) {
      list.push({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) });
    }
  }
  if (workspace !== undefined) {
    const call = (...patterns: data.ExpressionData[]) =>
      new data.StringData(
        hashFiles(
          patterns.map((pattern) => pattern.coerceString()),
          workspace,
        ),
      );
    list.push({ name: 'hashfiles', minArgs: 1, maxArgs: 255, call });
  }
  return new Map(list.map((definition) => [definition.name, definition]));
}

/** The runner, too, hashes in a Node process of its own. */
function hashFiles(patterns: readonly string[], workspace: string): string {
  const script = fileURLToPath(new URL('./glob.mjs', import.meta.url));
  return execFileSync(process.execPath, [script, 'hash', patterns.join('\n'), workspace], {
    cwd: workspace,
    env: { PATH: process.env.PATH, GITHUB_WORKSPACE: workspace },
    encoding: 'utf8',
  });
}

/** True if the tree calls success(), failure(), cancelled() or always(). */
function namesStatusFunction(tree: Expr): boolean {
  return calls(tree).some((name) => STATUS_FUNCTIONS.includes(name));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function truthy(value: data.ExpressionData): boolean {
  if (value instanceof data.Null) return false;
  if (value instanceof data.BooleanData) return value.value;
  if (value instanceof data.NumberData) return value.value !== 0 && !Number.isNaN(value.value);
  if (value instanceof data.StringData) return value.value !== '';
  return true;
}

/** On Linux the `env` context tells upper from lower case; every other context does not. */
class CaseSensitiveDictionary extends data.Dictionary {
  readonly #exact: ReadonlyMap<string, data.ExpressionData>;
  constructor(pairs: readonly { key: string; value: data.ExpressionData }[]) {
    super(...pairs);
    this.#exact = new Map(pairs.map((pair) => [pair.key, pair.value]));
  }
  override get(key: string): data.ExpressionData | undefined {
    return this.#exact.get(key);
  }
}

function toData(value: unknown): data.ExpressionData {
  if (value instanceof Map) {
    return new CaseSensitiveDictionary(
      [...value].map(([key, each]) => ({ key: String(key), value: toData(each) })),
    );
  }
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  if (isObject(value)) {
    return new data.Dictionary(...Object.entries(value).map(([key, each]) => ({ key, value: toData(each) })));
  }
  return new data.Null();
}

function toPlain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer));
}
