/** Sends one migration's script and knows, when it fails, which statement it was. */
import type { Client } from 'pg';
import { CancelledError } from '../errors.ts';
import { type PostgresError, postgresErrorOf } from './postgres-error.ts';
import type { SqlParser, SqlStatement } from './sql-parser.ts';

/**
 * How the script goes to the server. `script`: whole, in one simple query, which Postgres runs as one implicit
 * transaction: Prisma up to 7.3. `statements`: one by one, each its own transaction: Prisma from 7.4
 * (https://github.com/prisma/prisma-engines/pull/5767).
 */
export type Transport = 'script' | 'statements';

/** Where and why a script failed. */
export interface ScriptFailure {
  readonly error: PostgresError | undefined;
  /** Statements that had completed before, by the server's own count. */
  readonly completed: number;
  /** Offset of the error in the script (UTF-16), where the server gave a position in the script itself. */
  readonly offset: number | undefined;
}

export interface ScriptRun {
  readonly client: Client;
  readonly script: string;
  readonly transport: Transport;
  readonly parser: SqlParser;
  /** Aborted: no further statement is begun. */
  readonly signal: AbortSignal;
  onFailure(failure: ScriptFailure): void;
}

/** Runs the script; on failure tells `onFailure` and throws what `pg` threw. */
export async function runScript(run: ScriptRun): Promise<void> {
  const pieces = run.transport === 'statements' ? splitAsPrismaDoes(run.script, run.parser) : undefined;
  if (pieces === undefined) return send(run, { text: run.script, start: 0, completed: 0 });
  for (const [completed, piece] of pieces.entries()) {
    if (run.signal.aborted) {
      run.onFailure({ error: undefined, completed, offset: piece.start });
      throw new CancelledError('before the next statement');
    }
    await send(run, { ...piece, completed });
  }
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

async function send(run: ScriptRun, piece: Piece & { completed: number }): Promise<void> {
  const { client } = run;
  let completed = 0;
  const count = () => {
    completed += 1;
  };
  client.connection.on('commandComplete', count);
  try {
    await client.query(piece.text);
  } catch (thrown) {
    const error = postgresErrorOf(thrown);
    const offset =
      error?.position === undefined ? undefined : piece.start + unitsOf(piece.text, error.position - 1);
    run.onFailure({ error, completed: piece.completed + completed, offset });
    throw thrown;
  } finally {
    client.connection.off('commandComplete', count);
  }
}

/** Postgres counts characters, JavaScript UTF-16 units: an emoji is one there and two here. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  let left = characters;
  for (const character of text) {
    if (left <= 0) break;
    units += character.length;
    left -= 1;
  }
  return units;
}

/**
 * First words of statements that Prisma's splitter, the Rust crate `sqlparser` 0.61, has no grammar for. A script with
 * one of them goes to the server whole, so its statements share one transaction. Pretending otherwise would let a
 * migration pass here that fails in production.
 */
const unreadableWords: ReadonlySet<string> = new Set([
  'abort',
  'checkpoint',
  'cluster',
  'do',
  'import',
  'lock',
  'move',
  'reassign',
  'refresh',
  'reindex',
  'security',
  'table',
]);

/** Undefined: send the script whole. */
function splitAsPrismaDoes(script: string, parser: SqlParser): readonly Piece[] | undefined {
  const parsed = parser.parse(script);
  if (parsed.kind === 'syntax-error' || goesWhole(parsed.statements)) return undefined;
  return parsed.statements.map(({ text, start }) => ({ text, start }));
}

/** Whether Prisma sends the statements in one query, from 7.4 on too, since its splitter cannot read one of them. */
export function goesWhole(statements: readonly SqlStatement[]): boolean {
  return statements.some(isUnreadable);
}

/** https://github.com/prisma/prisma-engines/pull/5847: `sqlparser` reads CREATE INDEX CONCURRENTLY, but not DROP. */
function isUnreadable({ text, kind, node }: SqlStatement): boolean {
  const [word = ''] = /^[a-z]+/i.exec(text) ?? [];
  return unreadableWords.has(word.toLowerCase()) || (kind === 'DropStmt' && node.concurrent === true);
}
