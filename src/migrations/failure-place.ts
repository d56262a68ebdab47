/** Finds the line and the statement of a migration's failure. */
import type { ScriptFailure } from './script-run.ts';
import { lineAt, type SqlParser, type SqlStatement } from './sql-parser.ts';

export interface FailurePlace {
  /** In the file, from 1; undefined when nothing points anywhere. */
  readonly line: number | undefined;
  readonly statement: string | undefined;
}

const longestStatement = 800;

/**
 * By the server's position where there is one; else by the count of statements that completed, since a simple query runs
 * them in order (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 */
export function placeOf(failure: ScriptFailure, script: string, parser: SqlParser): FailurePlace {
  const parsed = parser.parse(script);
  const statements = parsed.kind === 'parsed' ? parsed.statements : [];
  const { offset } = failure;
  const statement = statementAt(statements, offset) ?? statements[failure.completed];
  if (offset === undefined) return { line: statement?.line, statement: cut(statement?.text) };
  const text = statement?.text ?? script.split('\n')[lineAt(script, offset) - 1]?.trim();
  return { line: lineAt(script, offset), statement: cut(text) };
}

function statementAt(
  statements: readonly SqlStatement[],
  offset: number | undefined,
): SqlStatement | undefined {
  if (offset === undefined) return undefined;
  return statements.find(({ start, end }) => start <= offset && offset < end);
}

function cut(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= longestStatement) return text;
  return `${text.slice(0, longestStatement).trimEnd()} …`;
}
