/** Schema files as the bundled engine, which is of Prisma 7, takes them from a project of any version. */
import type { SchemaFile } from './prisma-project.ts';

/**
 * Without the datasource's URLs: up to Prisma 6 they stand in the schema, and since 7 the engine calls them an error
 * (P1012). They would not be used anyway, the connection is ours. Lines stay where they were.
 */
export function engineFiles(files: readonly SchemaFile[]): SchemaFile[] {
  return files.map(({ path, content }) => ({ path, content: withoutUrls(content) }));
}

function withoutUrls(content: string): string {
  return content.replace(/^[ \t]*datasource\s+\w+\s*\{[\s\S]*?^[ \t]*\}/gm, (block) =>
    block.replace(/^[ \t]*(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$/gm, ''),
  );
}
