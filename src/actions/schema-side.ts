import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { parseConnectionUri, secretsOf } from '../postgres/connection-uri.ts';
import type { Job } from '../runtime/io.ts';
import { parseSnapshotText } from '../schema/snapshot-file.ts';
import { openProvider } from './open-provider.ts';
import { fileInWorkspace, projectDirectory } from './project-place.ts';
import { readSchema } from './read-schema.ts';
import { readableUri } from './readable-uri.ts';
import type { ProjectPath, Side, SideRequest } from './side.ts';

const ofDatabase = { origin: 'database', exclude: [] } as const;

/** What lies at the path; undefined for neither. A folder with `<name>/migration.sql` in it holds migrations. */
function projectPathAt(path: string): ProjectPath | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path.endsWith('.prisma') ? 'prisma' : undefined;
  const entries = readdirSync(path, { withFileTypes: true });
  const isMigration = (name: string) => existsSync(join(path, name, 'migration.sql'));
  if (entries.some((entry) => entry.isDirectory() && isMigration(entry.name))) return 'migrations';
  const files = readdirSync(path, { recursive: true, withFileTypes: true });
  return files.some(isPrismaFile) ? 'prisma' : undefined;
}

/** Not what `prisma generate` leaves in node_modules. */
function isPrismaFile(entry: Dirent): boolean {
  return (
    entry.isFile() && entry.name.endsWith('.prisma') && !entry.parentPath.split(sep).includes('node_modules')
  );
}

/** Whether the text is a connection URI; then it holds a password. */
export function isUri(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text);
}

/** Before anything is logged: an input that may be a name is not masked by its kind. */
export function maskSide(job: Job, value: string): void {
  if (!isUri(value)) return;
  for (const secret of secretsOf(value)) job.mask(secret);
}

/** Sides in the order given, each whatever it was given as. @throws UserError for one that is nothing that can be compared */
export async function resolveSides(requests: readonly SideRequest[]): Promise<readonly Side[]> {
  const places = requests.map((request) => ({ request, ...placeOf(request) }));
  const known = await Promise.all(
    places.map(({ request, path, kind }) =>
      kind === 'prisma' ? undefined : resolveSide(request, path, kind),
    ),
  );
  // A Prisma schema takes extensions for granted that the others have.
  const others = known.filter((side) => side !== undefined);
  return Promise.all(
    places.map(async ({ request, path }, index) => {
      const side = known[index];
      if (side !== undefined) return side;
      const { prismaSide } = await import('./prisma-side.ts');
      return prismaSide(request, path, others);
    }),
  );
}

type PlaceKind = 'uri' | 'file' | 'branch' | ProjectPath;

function placeOf({ job, inputs, value }: SideRequest): { readonly path: string; readonly kind: PlaceKind } {
  if (isUri(value)) return { path: '', kind: 'uri' };
  const path = resolve(projectDirectory(job, inputs.workingDirectory), value);
  const project = projectPathAt(path);
  if (project !== undefined) return { path, kind: project };
  return { path, kind: /\.(json|prisma)$/.test(value) || isFile(path) ? 'file' : 'branch' };
}

async function resolveSide(
  request: SideRequest,
  path: string,
  kind: Exclude<PlaceKind, 'prisma'>,
): Promise<Side> {
  const { job, inputs, value } = request;
  switch (kind) {
    case 'uri': {
      const { host, database } = parseConnectionUri(value);
      const options = { schemas: inputs.schemas };
      const snapshot = await readSchema({ job, uri: value, timeout: inputs.timeout, options });
      return { ...ofDatabase, snapshot, name: `the database "${database}" on ${host}` };
    }
    case 'migrations': {
      const { migrationsSide } = await import('./prisma-side.ts');
      return migrationsSide(request, path);
    }
    case 'file':
      return fileSide(request, path);
    case 'branch':
      return branchSide(request);
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function fileSide({ job, value, input }: SideRequest, path: string): Side {
  if (!isFile(path))
    throw new UserError(`Input \`${input}\`: there is no file "${value}".`, {
      hint: `It is looked for at ${path}. A snapshot of an earlier run has to be downloaded first (actions/download-artifact).`,
    });
  const snapshot = parseSnapshotText(readFileSync(path, 'utf8'), value);
  return { ...ofDatabase, snapshot, name: `the snapshot ${value}`, file: fileInWorkspace(job, path) };
}

/** Any branch: it is only read. */
async function branchSide({ job, inputs, value, input }: SideRequest): Promise<Side> {
  await using provider = await openProvider(job, inputs);
  const branch = await provider.findBranch(value);
  if (branch === undefined)
    throw new UserError(`Input \`${input}\`: "${value}" is no branch on ${provider.name}.`, {
      hint: 'Give a connection URI, the name of a branch, or the path of a snapshot file, of a Prisma schema (file or folder) or of a folder of migrations.',
    });
  const snapshot = await readSchema({
    job,
    uri: await readableUri({ job, provider, inputs, branch }),
    timeout: inputs.timeout,
    options: { schemas: inputs.schemas },
  });
  return { ...ofDatabase, snapshot, name: `the branch ${branch.name}` };
}
