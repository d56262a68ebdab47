/**
 * What is known of the embedded server, in files that are written once and never changed: `claim-<n>` by who starts
 * the n-th server, `server-<n>` when it runs. A dead one is not removed but followed by n + 1. So there is no moment
 * at which two processes could both think that it is their turn, and no lock that a crash leaves behind.
 */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface EmbeddedServer {
  readonly pid: number;
  /** Holds the superuser's password. */
  readonly uri: string;
  readonly dataDirectory: string;
}

export type Latest =
  | { readonly kind: 'claim'; readonly generation: number; readonly pid: number }
  | { readonly kind: 'server'; readonly generation: number; readonly server: EmbeddedServer };

export async function readLatest(folder: string): Promise<Latest | undefined> {
  const found = (await readdir(folder)).flatMap((name) => {
    const [, kind, number] = /^(claim|server)-(\d+)\.json$/.exec(name) ?? [];
    return kind === undefined ? [] : [{ name, isServer: kind === 'server', generation: Number(number) }];
  });
  const last = found
    .toSorted((a, b) => a.generation - b.generation || Number(a.isServer) - Number(b.isServer))
    .at(-1);
  if (last === undefined) return undefined;
  const { generation } = last;
  const content = parse(await readFile(join(folder, last.name), 'utf8').catch(() => ''));
  if (last.isServer && isServer(content)) return { kind: 'server', generation, server: content };
  // A file that vanished or cannot be read counts as a claim of nobody.
  return { kind: 'claim', generation, pid: pidOf(content) ?? 0 };
}

/** @returns false when another process was first */
export async function claim(folder: string, generation: number): Promise<boolean> {
  return writeOnce(folder, `claim-${generation}.json`, { pid: process.pid });
}

/** Gives the turn back when the server could not be started. */
export async function unclaim(folder: string, generation: number): Promise<void> {
  await rm(join(folder, `claim-${generation}.json`), { force: true });
}

export async function publish(folder: string, generation: number, server: EmbeddedServer): Promise<void> {
  await writeOnce(folder, `server-${generation}.json`, server);
}

/** A link appears with its whole content or not at all, and not over another file. */
async function writeOnce(folder: string, name: string, content: object): Promise<boolean> {
  const draft = join(folder, `${randomUUID()}.draft`);
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(draft);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pidOf(content: unknown): number | undefined {
  if (typeof content !== 'object' || content === null || !('pid' in content)) return undefined;
  return typeof content.pid === 'number' ? content.pid : undefined;
}

function isServer(content: unknown): content is EmbeddedServer {
  if (typeof content !== 'object' || content === null || pidOf(content) === undefined) return false;
  const isText = (name: 'uri' | 'dataDirectory') =>
    name in content && typeof Reflect.get(content, name) === 'string';
  return isText('uri') && isText('dataDirectory');
}
