/** Sends one migration's script and knows, when it fails, which statement it was. */
import type { Client } from 'pg';
import { CancelledError } from '../errors.ts';
import { type PostgresError, postgresErrorOf } from './postgres-error.ts';
import { type Batch, batchesOf, type Piece, type Transport } from './script-batch.ts';
import type { SqlParser } from './sql-parser.ts';

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
  /** Undefined: nothing is measured, and the script is sent as it is. */
  readonly meter?: ScriptMeter | undefined;
}

/** Looks at each statement of one script. Nothing that it does may fail. */
export interface ScriptMeter {
  /**
   * A query of one row and one column, put behind each piece that can bear it. Its column is `probeColumn`. Undefined:
   * the session may not be asked.
   */
  readonly probe: string | undefined;
  /** A batch is about to be sent. */
  begin(batch: Batch): BatchMeter;
}

export interface BatchMeter {
  /** The probe behind the piece of that place in the batch answered. */
  probed(piece: number, answer: string): void;
  /** The server is done with the batch. */
  end(outcome: BatchOutcome): Promise<void>;
}

export interface BatchOutcome {
  /** Pieces that completed. */
  readonly completed: number;
  readonly hasFailed: boolean;
  /** Of the session now; a transaction stays open after BEGIN. */
  readonly isInTransaction: boolean;
}

export const probeColumn = 'database_actions_probe';

/** Runs the script; on failure tells `onFailure` and throws what `pg` threw. */
export async function runScript(run: ScriptRun): Promise<void> {
  const { script, transport, parser, meter } = run;
  let completed = 0;
  const isMeasured = meter?.probe !== undefined;
  for (const batch of batchesOf(script, { transport, parser, isMeasured })) {
    if (run.signal.aborted) {
      run.onFailure({ error: undefined, completed, offset: batch.pieces[0]?.start });
      throw new CancelledError('before the next statement');
    }
    await send(run, batch, completed);
    completed += batch.pieces.length;
  }
}

async function send(run: ScriptRun, batch: Batch, before: number): Promise<void> {
  const { client, meter } = run;
  const measured = meter?.begin(batch);
  const query = queryOf(batch, batch.canBeProbed ? meter?.probe : undefined);
  using progress = followed(client, query, (piece, answer) => measured?.probed(piece, answer));
  try {
    await client.query(query.text);
  } catch (thrown) {
    const error = postgresErrorOf(thrown);
    const offset = error?.position === undefined ? undefined : placeIn(query, error.position - 1);
    run.onFailure({ error, completed: before + progress.completed(), offset });
    const completed = query.isProbed ? progress.completed() : 0;
    await measured?.end({ completed, hasFailed: true, isInTransaction: false });
    throw thrown;
  }
  await measured?.end({
    completed: batch.pieces.length,
    hasFailed: false,
    isInTransaction: progress.isInTransaction(),
  });
}

interface Query {
  readonly text: string;
  /** Where each piece begins in `text`. */
  readonly places: readonly number[];
  readonly pieces: readonly Piece[];
  readonly isProbed: boolean;
}

function queryOf({ pieces }: Batch, probe: string | undefined): Query {
  const [only] = pieces;
  if (probe === undefined && pieces.length === 1 && only !== undefined)
    return { text: only.text, places: [0], pieces, isProbed: false };
  let text = '';
  const places = pieces.map((piece) => {
    const place = text.length;
    // The last statement of a script may end in a comment, which would swallow what stands on its line.
    text += `${piece.text}\n;\n${probe === undefined ? '' : `${probe};\n`}`;
    return place;
  });
  return { text, places, pieces, isProbed: probe !== undefined };
}

interface Progress extends Disposable {
  /** After a failure: pieces that completed, by the server's own count; of a script in one piece, its statements. */
  completed(): number;
  isInTransaction(): boolean;
}

/** Listens to the protocol: what completed, and what the probes answered. */
function followed(
  client: Client,
  { isProbed, pieces }: Query,
  onProbe: (piece: number, answer: string) => void,
): Progress {
  const { connection } = client;
  let commands = 0;
  let isProbe = false;
  let status = 'I';
  const listeners = {
    commandComplete: () => {
      commands += 1;
    },
    rowDescription: ({ fields }: { fields: readonly { name: string }[] }) => {
      isProbe = fields[0]?.name === probeColumn;
    },
    dataRow: ({ fields }: { fields: readonly unknown[] }) => {
      if (isProbe) onProbe((commands - 1) / 2, String(fields[0]));
    },
    readyForQuery: (message: { status: string }) => {
      status = message.status;
    },
  };
  for (const [name, listener] of Object.entries(listeners)) connection.on(name, listener);
  return {
    // The last probe also commits: where that fails (a deferred constraint), so has the piece before it.
    completed: () => (isProbed ? Math.min(Math.ceil(commands / 2), pieces.length - 1) : commands),
    isInTransaction: () => status !== 'I',
    [Symbol.dispose]() {
      for (const [name, listener] of Object.entries(listeners)) connection.off(name, listener);
    },
  };
}

/** The offset in the script that `characters` characters of the query lead to; undefined inside a probe. */
function placeIn({ text, places, pieces }: Query, characters: number): number | undefined {
  const offset = unitsOf(text, characters);
  const index = places.findLastIndex((place) => place <= offset);
  const [piece, place] = [pieces[index], places[index]];
  if (piece === undefined || place === undefined || offset - place > piece.text.length) return undefined;
  return piece.start + offset - place;
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
