/** Reads a Prisma schema as its client does, and has Prisma's own engine confirm the reading. */
import { UserError } from '../../errors.ts';
import { type DiffOptions, schemaScript } from '../prisma-diff.ts';
import type { SchemaFile } from '../prisma-project.ts';
import { isRecord, textOrUndefined } from '../record.ts';
import { schemaOf } from '../session.ts';
import { loadSqlParser, type SqlParser } from '../sql-parser.ts';
import { type ClientSchema, tableKey } from './client-schema.ts';
import { UnreadableSchema } from './prisma-tokens.ts';
import { type DeclaredTable, readSchema } from './read-schema.ts';

export type ClientReading =
  | { readonly kind: 'read'; readonly client: ClientSchema }
  /** Why nothing can be said of this client, a sentence. */
  | { readonly kind: 'skipped'; readonly reason: string };

export interface ReadingOptions extends Pick<DiffOptions, 'directUri' | 'wasm' | 'openConnection'> {
  readonly schemaFiles: readonly SchemaFile[];
}

/**
 * The reader is ours and small, so it is not trusted: what it finds is compared with the tables and columns that Prisma's
 * engine makes of the same files. Where they differ, nothing is claimed. `directUri` only lends the engine a connection
 * and names the schema of tables without `@@schema`; nothing is read from the database.
 */
export async function readClientSchema(options: ReadingOptions): Promise<ClientReading> {
  const defaultSchema = schemaOf(options.directUri);
  try {
    const read = readSchema(options.schemaFiles, defaultSchema);
    const different = differences(read.tables, await tablesOfPrisma(options, defaultSchema));
    if (different === undefined) return { kind: 'read', client: read.client };
    return {
      kind: 'skipped',
      reason: `The Prisma schema was not read as Prisma reads it (${different}). Please report it.`,
    };
  } catch (thrown) {
    if (thrown instanceof UnreadableSchema)
      return { kind: 'skipped', reason: `The Prisma schema could not be read: ${thrown.message}.` };
    if (thrown instanceof UserError) return { kind: 'skipped', reason: thrown.message };
    throw thrown;
  }
}

async function tablesOfPrisma(
  { schemaFiles, ...rest }: ReadingOptions,
  defaultSchema: string,
): Promise<readonly DeclaredTable[]> {
  const project = {
    schemaPath: schemaFiles[0]?.path ?? 'schema.prisma',
    schemaFiles,
    external: { externalTables: [], externalEnums: [] },
  };
  const [{ sql }, parser] = await Promise.all([
    schemaScript({ project, ...rest }),
    loadSqlParser(rest.wasm?.sqlParser),
  ]);
  return createdTables(sql, parser, defaultSchema);
}

function createdTables(script: string, parser: SqlParser, defaultSchema: string): readonly DeclaredTable[] {
  const parsed = parser.parse(script);
  if (parsed.kind === 'syntax-error')
    throw new UnreadableSchema(`Prisma's own script of it is no valid SQL (${parsed.message})`);
  return parsed.statements.flatMap(({ kind, node }) => {
    const relation = isRecord(node.relation) ? node.relation : {};
    const table = textOrUndefined(relation.relname);
    if (kind !== 'CreateStmt' || table === undefined) return [];
    const elements = Array.isArray(node.tableElts) ? node.tableElts : [];
    const columns = elements.flatMap((element) => {
      const column = isRecord(element) && isRecord(element.ColumnDef) ? element.ColumnDef.colname : undefined;
      return textOrUndefined(column) ?? [];
    });
    return [{ schema: textOrUndefined(relation.schemaname) ?? defaultSchema, table, columns }];
  });
}

/** The first difference in words; undefined when there is none. */
function differences(ours: readonly DeclaredTable[], theirs: readonly DeclaredTable[]): string | undefined {
  const [mine, its] = [columnSet(ours), columnSet(theirs)];
  const missing = [...its].find((column) => !mine.has(column));
  if (missing !== undefined) return `it has ${missing}, which was overlooked`;
  const invented = [...mine].find((column) => !its.has(column));
  return invented === undefined ? undefined : `it has no ${invented}`;
}

function columnSet(tables: readonly DeclaredTable[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) => table.columns.map((column) => `${tableKey(table)}.${JSON.stringify(column)}`)),
  );
}
