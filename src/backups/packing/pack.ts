/** A folder as pg_dump's directory format leaves it, as one deterministic tar. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { inlineCode } from '../../report/escape.ts';
import type { PackedFile } from '../manifest.ts';
import { markBytes, requireMark } from './archive-mark.ts';
import { archiveEnd, memberHeader, padding, type TarMember } from './tar-header.ts';

/** All that pg_dump names files: `toc.dat`, `3012.dat.zst`, `blobs_16400.toc`, `blob_16401.dat.gz`. */
export const packedName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** The manifest lists each. */
const mostFiles = 500_000;

export interface Packing {
  /** Of the whole tar, known beforehand. */
  readonly bytes: number;
  /** To be read once. @throws UserError when a file has changed since its size was taken */
  readonly stream: AsyncIterable<Uint8Array>;
  /** In the order of the tar; complete when the stream has ended. */
  files(): readonly PackedFile[];
}

/**
 * Reads sizes now and contents while the stream is read.
 * @throws UserError when the folder is no finished dump: no `toc.dat`, one that is none, or something that pg_dump does not write
 */
export async function packFolder(folder: string): Promise<Packing> {
  const members = await dumpFiles(folder);
  requireMark(await startOf(join(folder, 'toc.dat')), '`toc.dat`');
  const packed: PackedFile[] = [];
  async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const member of members) {
      yield memberHeader(member);
      packed.push(yield* fileContent(folder, member));
      const filler = padding(member.bytes);
      if (filler.length > 0) yield filler;
    }
    yield archiveEnd;
  }
  return { bytes: tarBytes(members), stream: stream(), files: () => packed };
}

/** Bytes of a tar with these members. */
export function tarBytes(members: readonly TarMember[]): number {
  return members.reduce(
    (sum, member) => sum + memberHeader(member).length + member.bytes + padding(member.bytes).length,
    archiveEnd.length,
  );
}

async function dumpFiles(folder: string): Promise<readonly TarMember[]> {
  const members: TarMember[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const facts = await lstat(join(folder, name));
    if (!facts.isFile() || !packedName.test(name))
      throw new UserError(`The dump's folder holds ${inlineCode(name)}, which pg_dump does not write.`, {
        hint: 'Dump into an empty folder of its own.',
      });
    members.push({ name, bytes: facts.size });
  }
  if (members.length > mostFiles)
    throw new UserError(`The dump has ${members.length} files, more than ${mostFiles}.`, {
      hint: 'Large objects are a file each. Dump in the custom format, which is one file.',
    });
  if (!members.some(({ name }) => name === 'toc.dat'))
    throw new UserError('The dump’s folder has no `toc.dat`: it is no finished dump in directory format.');
  return members;
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(markBytes), 0, markBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* fileContent(
  folder: string,
  { name, bytes }: TarMember,
): AsyncGenerator<Uint8Array, PackedFile, undefined> {
  const hash = createHash('sha256');
  let seen = 0;
  for await (const piece of createReadStream(join(folder, name), { highWaterMark: 1024 * 1024 })) {
    if (!(piece instanceof Uint8Array)) throw new Error('A file is read as text.');
    seen += piece.length;
    if (seen > bytes) break;
    hash.update(piece);
    yield piece;
  }
  if (seen !== bytes)
    throw new UserError(`${inlineCode(name)} of the dump has changed while it was being stored.`, {
      hint: 'Nothing else may write into the dump’s folder.',
    });
  return { name, bytes, sha256: hash.digest('hex') };
}
