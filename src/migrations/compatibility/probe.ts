/** Asks the server which of a client's statements it would take. Nothing is run and no row is touched. */

import { arrayOf, type Guard, isNumber, isString, objectOf } from '../../guard.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { ClientSchema } from './client-schema.ts';
import {
  type ClientStatement,
  fieldStatements,
  modelStatements,
  type StatementPart,
  tableStatements,
} from './client-statements.ts';
import { readTableFacts, type TableFacts } from './table-facts.ts';

/** A statement that the server refuses to prepare. */
export interface Refusal {
  readonly model: string;
  readonly part: StatementPart;
  /** Undefined: of all fields at once; `*`: of the table itself. */
  readonly field: string | undefined;
  readonly sqlState: string;
  /** The server's message; it names objects, never data. */
  readonly message: string;
}

/** What one database answered to one client. */
export interface Probe {
  /** How many statements were prepared. */
  readonly prepared: number;
  readonly refusals: readonly Refusal[];
  readonly tables: readonly TableFacts[];
}

/**
 * In two rounds of one transaction: a few statements a model, then field by field for the models of which one was
 * refused. Prepared statements do not outlive their check, so it works through a pooler too.
 * @param searchPath the schema of the connection URI: the client's connections have it
 */
export async function probeClient(
  client: ClientSchema,
  session: Session,
  searchPath: string,
): Promise<Probe> {
  await session.query(`BEGIN READ ONLY; SET LOCAL search_path = ${quoteIdentifier(searchPath)}`);
  try {
    const probe = await ask(client, session);
    await session.query('ROLLBACK');
    return probe;
  } catch (thrown) {
    // The first error is the one to tell; on a broken connection this one fails too.
    await session.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

async function ask(client: ClientSchema, session: Session): Promise<Probe> {
  const whole = modelStatements(client);
  const first = await refusalsOf(whole, session);
  const refused = new Set(first.map(({ model }) => model));
  const closer = client.models
    .filter(({ name }) => refused.has(name))
    .flatMap((model) => [...tableStatements(model), ...fieldStatements(model)]);
  const second = await refusalsOf(closer, session);
  const tables = await readTableFacts(client, session);
  return { prepared: whole.length + closer.length, refusals: [...first, ...second], tables };
}

/** Statements in one round trip: enough for a few hundred models, and a message of less than a megabyte or two. */
const batchSize = 2000;

async function refusalsOf(
  statements: readonly ClientStatement[],
  session: Session,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (let from = 0; from < statements.length; from += batchSize)
    refusals.push(...(await askAbout(statements.slice(from, from + batchSize), session)));
  return refusals;
}

async function askAbout(
  statements: readonly ClientStatement[],
  session: Session,
): Promise<readonly Refusal[]> {
  await session.query(`SELECT pg_catalog.set_config('database_actions.statements', $1, true)`, [
    JSON.stringify(statements.map(({ sql }) => sql)),
  ]);
  await session.query(prepareEach);
  const [row] = await session.query(
    `SELECT pg_catalog.current_setting('database_actions.refusals')::pg_catalog.json AS refusals`,
  );
  if (!isRawRefusals(row?.refusals))
    throw new Error('The block that prepares statements gave another shape than it was written for.');
  return row.refusals.flatMap(({ place, state, message }) => {
    const statement = statements[place];
    if (statement === undefined) return [];
    const { model, part, field } = statement;
    return [{ model, part, field, sqlState: state, message }];
  });
}

interface RawRefusal {
  readonly place: number;
  readonly state: string;
  readonly message: string;
}

const isRawRefusals: Guard<readonly RawRefusal[]> = arrayOf(
  objectOf<RawRefusal>({ place: isNumber, state: isString, message: isString }),
);

/**
 * PREPARE parses, resolves names and types and rewrites, so it finds what is missing or may not be written; it does not
 * plan and does not run. Each is undone by the block's own savepoint. A lock that cannot be had is no answer: it is raised.
 */
const prepareEach = `
DO $block$
DECLARE
  statement text;
  place int := 0;
  code text;
  message text;
  refusals json[] := '{}';
BEGIN
  FOR statement IN
    SELECT value FROM pg_catalog.json_array_elements_text(
      pg_catalog.current_setting('database_actions.statements')::pg_catalog.json)
  LOOP
    BEGIN
      EXECUTE 'PREPARE database_actions_probe AS ' || statement;
      EXECUTE 'DEALLOCATE database_actions_probe';
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
      IF code = '55P03' THEN RAISE; END IF;
      refusals := pg_catalog.array_append(refusals,
        pg_catalog.json_build_object('place', place, 'state', code, 'message', message));
    END;
    place := place + 1;
  END LOOP;
  PERFORM pg_catalog.set_config('database_actions.refusals', pg_catalog.array_to_json(refusals)::text, true);
END
$block$`;
