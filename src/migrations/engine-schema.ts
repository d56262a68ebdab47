/** Schema files as the bundled engine, which is of Prisma 7, takes them from a project of any version. */
import type { SchemaFile } from './prisma-project.ts';

/**
 * Without what Prisma 7 calls an error (P1012) and the engine has no use for: the datasource's URLs, which stand in the
 * schema up to Prisma 6 (the connection is ours), and preview features that are only for the client or that are gone, such
 * as `metrics`. Lines stay where they were, so that errors point to the right ones.
 */
export function engineFiles(files: readonly SchemaFile[]): SchemaFile[] {
  return files.map(({ path, content }) => ({
    path,
    content: withoutForeignFeatures(withoutUrls(content)),
  }));
}

function withoutUrls(content: string): string {
  return content.replace(/^[ \t]*datasource\s+\w+\s*\{[\s\S]*?^[ \t]*\}/gm, (block) =>
    block.replace(/^[ \t]*(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$/gm, ''),
  );
}

/** They change what a schema for Postgres may say. */
const schemaFeatures: readonly string[] = ['multiSchema', 'partialIndexes', 'postgresqlExtensions', 'views'];

function withoutForeignFeatures(content: string): string {
  return content.replace(
    /^([ \t]*previewFeatures[ \t]*=[ \t]*)\[([^\]]*)\]/gm,
    (_, start: string, list: string) => {
      const kept = [...list.matchAll(/"([^"]*)"/g)].flatMap(([text, name = '']) =>
        schemaFeatures.includes(name) ? [text] : [],
      );
      return `${start}[${kept.join(', ')}]${list.replace(/[^\n]/g, '')}`;
    },
  );
}
