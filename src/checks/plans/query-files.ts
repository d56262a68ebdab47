/** Queries from `.sql` files: Prisma's TypedSQL, sqlc, pgtyped, or a plain list of statements. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../errors.ts';
import { withNumberedParameters } from './named-parameters.ts';
import {
  hasPlan,
  isRead,
  kindWords,
  type LeftOut,
  type ParsedStatement,
  parameterCount,
  type Query,
  type StatementParser,
  shownText,
} from './query.ts';

export interface QueryFiles {
  readonly queries: readonly Query[];
  readonly leftOut: readonly LeftOut[];
}

export interface QueryFilesRequest {
  /** Files, or folders with everything below them; relative to `directory`, and inside it. */
  readonly paths: readonly string[];
  readonly directory: string;
  /** What the files' names in the report are relative to. */
  readonly workspace: string;
  readonly parser: StatementParser;
}

const largestFile = 1_000_000;
const mostQueries = 5000;

/** @throws UserError where a path is not there, or lies outside */
export async function readQueryFiles(asked: QueryFilesRequest): Promise<QueryFiles> {
  const request = { ...asked, workspace: await realpath(asked.workspace) };
  const listed = await Promise.all(request.paths.map((path) => filesAt(request, path)));
  const files = [...new Set(listed.flat())].toSorted();
  const parts: QueryFiles[] = [];
  for (const file of files) parts.push(await readQueryFile(file, request));
  const queries = parts.flatMap((part) => part.queries);
  const leftOut = parts.flatMap((part) => part.leftOut);
  if (queries.length <= mostQueries) return { queries, leftOut };
  const reason = `${queries.length - mostQueries} queries more than ${mostQueries}`;
  return {
    queries: queries.slice(0, mostQueries),
    leftOut: [...leftOut, { subject: 'query files', reason }],
  };
}

/** Symbolic links are not followed: what they lead to need not be the repository's. */
async function filesAt({ directory, workspace }: QueryFilesRequest, path: string) {
  const full = await realpath(resolve(directory, path)).catch(() => undefined);
  if (full === undefined)
    throw new UserError(`Input \`queries\`: there is no file or folder "${path}".`, {
      hint: `It is looked for in ${directory}; check out the project first.`,
    });
  const inside = relative(workspace, full);
  if (inside === '..' || inside.startsWith(`..${sep}`))
    throw new UserError(`Input \`queries\`: "${path}" lies outside the workspace.`);
  if ((await stat(full)).isFile()) return [full];
  const entries = await readdir(full, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.sql$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function readQueryFile(path: string, { workspace, parser }: QueryFilesRequest): Promise<QueryFiles> {
  const file = relative(workspace, path).split(sep).join('/');
  const { size } = await stat(path);
  if (size > largestFile)
    return { queries: [], leftOut: [{ subject: file, reason: `larger than ${largestFile} bytes` }] };
  const text = await readFile(path, 'utf8');
  return cutQueries({ file, text: text.replace(/^\uFEFF/, '') }, parser);
}

/** The statements of one file. A file that cannot be read, and a statement without a plan, is left out and told. */
export function cutQueries(
  { file, text }: { readonly file: string; readonly text: string },
  parser: StatementParser,
): QueryFiles {
  const isNamed = /@name\s|^\s*--\s*name:/im.test(text);
  const numbered =
    isNamed || parser.parse(text).kind !== 'parsed' ? withNumberedParameters(text, parser) : undefined;
  const script = numbered ?? text;
  const parsed = parser.parse(script);
  if (parsed.kind === 'syntax-error')
    return { queries: [], leftOut: [{ subject: file, reason: `cannot be read: ${parsed.message}` }] };
  const queries: Query[] = [];
  const leftOut: LeftOut[] = [];
  let end = 0;
  for (const [index, statement] of parsed.statements.entries()) {
    const comment = script.slice(end, statement.start);
    end = statement.end;
    if (hasPlan(statement)) queries.push(fileQuery({ file, index, statement, comment, parser }));
    else
      leftOut.push({
        subject: `${file}:${statement.line}`,
        reason: `${kindWords(statement.kind)} has no plan`,
      });
  }
  const named = nameByFile(queries, parsed.statements.length, file);
  return { queries: named, leftOut };
}

interface FileStatement {
  readonly file: string;
  readonly index: number;
  readonly statement: ParsedStatement;
  /** What stands before it. */
  readonly comment: string;
  readonly parser: StatementParser;
}

function fileQuery({ file, index, statement, comment, parser }: FileStatement): Query {
  const tokens = parser.tokens(statement.text);
  const { line, text } = statement;
  return {
    id: `${file}#${index + 1}`,
    name: nameIn(comment) ?? `${file}:${line}`,
    text,
    shown: shownText(tokens),
    parameters: parameterCount(tokens),
    isRead: isRead(statement),
    source: { kind: 'file', file, line },
  };
}

/** `-- name: getUser :one` of sqlc, and pgtyped's `@name getUser` in a block comment. */
function nameIn(comment: string): string | undefined {
  const found = [...comment.matchAll(/^\s*--\s*name:\s*([\w.-]+)|\/\*[\s*]*@name\s+([\w.-]+)/gim)].at(-1);
  return found?.[1] ?? found?.[2];
}

/** A file with one statement is that query, as in TypedSQL: the file's name is the query's. */
function nameByFile(queries: readonly Query[], statements: number, file: string): readonly Query[] {
  if (statements > 1) return queries;
  return queries.map((query) => (query.name.startsWith(`${file}:`) ? { ...query, name: file } : query));
}
