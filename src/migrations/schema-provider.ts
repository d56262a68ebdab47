/** Whether a Prisma schema is one for Postgres at all: the one of another commit may not be. */
import { datasourceBlock, type SchemaFile } from './prisma-project.ts';

/** Why the bundled engine cannot do anything with the schema, a sentence; undefined when it can. */
export function unusableSchema(files: readonly SchemaFile[]): string | undefined {
  const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(datasourceBlock(files))?.[1];
  if (provider === 'postgresql' || provider === 'postgres') return undefined;
  return provider === undefined
    ? 'The Prisma schema has no datasource block that names its provider.'
    : `The Prisma schema is for "${provider}"; only PostgreSQL is supported.`;
}
