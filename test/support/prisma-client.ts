/** Prisma's own truth for tests: its data model of a schema, and its real client on a database, without `prisma generate`. */
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import type { DMMF, GetPrismaClientConfig } from '@prisma/client/runtime/client';
import type { SchemaFile } from '../../src/migrations/prisma-project.ts';

const require = createRequire(import.meta.url);

interface SchemaWasm {
  get_dmmf(parameters: string): string;
}

/** @throws what Prisma says when the schema is not valid */
export function dataModelOf(files: readonly SchemaFile[]): DMMF.Datamodel {
  const wasm: SchemaWasm = require('@prisma/prisma-schema-wasm');
  const prismaSchema = files.map(({ path, content }) => [path, content]);
  const { datamodel } = JSON.parse(wasm.get_dmmf(JSON.stringify({ prismaSchema, noColor: true })));
  return datamodel;
}

type Operation = (given?: object) => Promise<unknown>;

/** Models by their names with a small first letter, as in every Prisma client. */
export type TestClient = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** The client that `prisma generate` makes of the schema, on this database. `work` gets it; it is closed afterwards. */
export async function withPrismaClient<T>(
  files: readonly SchemaFile[],
  uri: string,
  work: (client: TestClient, sent: readonly string[]) => Promise<T>,
): Promise<T> {
  const { getPrismaClient } = require('@prisma/client/runtime/client');
  const sent: string[] = [];
  const PrismaClient = getPrismaClient(configOf(files));
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: uri }),
    log: [{ emit: 'event', level: 'query' }],
    errorFormat: 'minimal',
  });
  client.$on('query', ({ query }: { readonly query: string }) => sent.push(query));
  try {
    return await work(client, sent);
  } finally {
    await client.$disconnect();
  }
}

let compiled: WebAssembly.Module | undefined;

async function compiler(): Promise<WebAssembly.Module> {
  const { wasm } = require('@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.js');
  compiled ??= await WebAssembly.compile(Buffer.from(wasm, 'base64'));
  return compiled;
}

/** What a generated client holds. Its graph of parameters is left empty: values are then not told apart from the query's shape. */
function configOf(files: readonly SchemaFile[]): GetPrismaClientConfig {
  const { models, enums } = dataModelOf(files);
  return {
    previewFeatures: [],
    clientVersion: '7.10.0',
    engineVersion: 'test',
    activeProvider: 'postgresql',
    inlineSchema: files.map(({ content }) => content).join('\n'),
    runtimeDataModel: {
      models: Object.fromEntries(
        models.map((model) => [model.name, { ...model, dbName: model.dbName ?? null }]),
      ),
      enums: Object.fromEntries(enums.map((one) => [one.name, { ...one, dbName: one.dbName ?? null }])),
      types: {},
    },
    parameterizationSchema: { strings: [], graph: 'AAAA' },
    compilerWasm: {
      getRuntime: async () => require('@prisma/client/runtime/query_compiler_fast_bg.postgresql.js'),
      getQueryCompilerWasmModule: compiler,
      importName: './query_compiler_fast_bg.js',
    },
  };
}
