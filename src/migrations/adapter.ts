/**
 * Our driver adapter for Prisma's schema engine, over one `pg` connection. `@prisma/adapter-pg` will not do: it cuts
 * scripts at every `;` and rewrites errors (docs/decisions/migration-engine.md).
 */
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { Client, CustomTypesConfig } from 'pg';
import { columnTypeOf, engineTypes } from './adapter-values.ts';
import { toPrismaError } from './postgres-error.ts';

export interface AdapterOptions {
  /** Schema of the history table. */
  readonly schema: string;
  /** The engine's connection. Its owner closes it. */
  readonly client: Client;
  /** Opens a connection to a new, empty database that is gone after `drop`. */
  openShadow(): Promise<{ readonly client: Client; drop(): Promise<void> }>;
  /** Runs a migration's script, on `client` or on the connection of `openShadow`. */
  runScript(client: Client, script: string): Promise<void>;
  /** Called for each query of the engine's own, which `work` sends; may refuse to. */
  aroundQuery<T>(sql: string, work: () => Promise<T>): Promise<T>;
}

interface Tools {
  readonly types: CustomTypesConfig;
  readonly ErrorClass: new (payload: ReturnType<typeof toPrismaError>) => Error;
  readonly options: AdapterOptions;
}

const info = { provider: 'postgres', adapterName: 'database-actions' } as const;

export async function adapterFactory(
  options: AdapterOptions,
): Promise<SqlMigrationAwareDriverAdapterFactory> {
  const [{ default: pg }, { DriverAdapterError }] = await Promise.all([
    import('pg'),
    import('@prisma/driver-adapter-utils'),
  ]);
  const tools: Tools = { types: engineTypes(pg.types), ErrorClass: DriverAdapterError, options };
  return {
    ...info,
    async connect() {
      const { client } = options;
      const script = (text: string) => options.runScript(client, text);
      return adapterOver(tools, client, { script, dispose: async () => {} });
    },
    async connectToShadowDb() {
      const { client, drop } = await options.openShadow();
      const script = (text: string) => options.runScript(client, text);
      return adapterOver(tools, client, { script, dispose: drop });
    },
  };
}

interface Ways {
  script(text: string): Promise<void>;
  dispose(): Promise<void>;
}

function adapterOver(tools: Tools, client: Client, { script, dispose }: Ways): SqlDriverAdapter {
  const queryable = queryableOver(tools, client);
  return {
    ...queryable,
    async executeScript(text) {
      await script(text).catch((thrown: unknown) => {
        throw new tools.ErrorClass(toPrismaError(thrown, 'script'));
      });
    },
    async startTransaction(isolationLevel): Promise<Transaction> {
      const level = isolationLevel === undefined ? '' : ` ISOLATION LEVEL ${isolationLevel}`;
      await queryable.executeRaw({ sql: `BEGIN${level}`, args: [], argTypes: [] });
      // The engine sends COMMIT and ROLLBACK itself; these only give a pooled connection back, and there is none.
      return {
        ...queryable,
        options: { usePhantomQuery: false },
        commit: async () => {},
        rollback: async () => {},
      };
    },
    getConnectionInfo: () => ({ schemaName: tools.options.schema, supportsRelationJoins: true }),
    dispose,
  };
}

function queryableOver({ types, ErrorClass, options }: Tools, client: Client) {
  const send = ({ sql, args }: SqlQuery) =>
    options
      .aroundQuery(sql, () => client.query({ text: sql, values: args, rowMode: 'array', types }))
      .catch((thrown: unknown) => {
        throw new ErrorClass(toPrismaError(thrown, 'query'));
      });
  return {
    ...info,
    async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
      const { fields, rows } = await send(query);
      return {
        columnNames: fields.map(({ name }) => name),
        columnTypes: fields.map(({ dataTypeID }) => columnTypeOf(dataTypeID)),
        rows,
      };
    },
    executeRaw: async (query: SqlQuery) => (await send(query)).rowCount ?? 0,
  };
}
