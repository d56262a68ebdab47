import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { inlineCode } from '../../report/escape.ts';
import { type ByteReader, createByteReader } from '../byte-reader.ts';
import { BackupDamage } from '../damage.ts';
import { spaceHint } from '../disk-space.ts';
import type { PackedFile } from '../manifest.ts';
import { packedName } from './pack.ts';
import { blockBytes, type ParsedHeader, padding, parseHeader, parsePaxRecords } from './tar-header.ts';

export interface UnpackTarget {
  /** Exists and is empty. */
  readonly folder: string;
  /** What must be in the tar: no more, no less, and with this content. */
  readonly files: readonly PackedFile[];
}

const mostPaxBytes = 64 * 1024;
const pieceBytes = 1024 * 1024;

/**
 * Unpacks a flat tar, ours or one that the stock program made of the same files. What is left in the folder when it throws
 * is proved by nothing.
 * @throws BackupDamage `truncated`, or `tampered` for anything that is not exactly the files
 */
export async function unpackTar(
  source: AsyncIterable<Uint8Array>,
  { folder, files }: UnpackTarget,
): Promise<void> {
  const missing = new Map(files.map((file) => [file.name, file]));
  const reader = createByteReader(source);
  try {
    for (;;) {
      const member = await nextMember(reader);
      if (member === undefined) break;
      if (member.type === '5' && /^\.?\/?$/.test(member.name) && member.bytes === 0) continue;
      const file = expectedFile(member, missing);
      missing.delete(file.name);
      await writeMember(reader, { path: join(folder, file.name), file });
    }
    await checkEnd(reader);
  } finally {
    await reader.close();
  }
  const [first] = missing.keys();
  if (first !== undefined)
    throw new BackupDamage('tampered', `The dump lacks ${inlineCode(first)}, which the manifest names.`);
}

/** The next header, with the pax records before it applied. Undefined at the first empty block. */
async function nextMember(reader: ByteReader): Promise<ParsedHeader | undefined> {
  let records: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const block = await reader.take(blockBytes);
    if (block.length < blockBytes) throw endedEarly();
    const isEmpty = block.every((byte) => byte === 0);
    if (isEmpty && records.size > 0)
      throw new BackupDamage('tampered', 'The dump’s tar ends after a pax header.');
    if (isEmpty) return undefined;
    const header = parseHeader(block);
    if (header === undefined) throw new BackupDamage('tampered', 'The dump’s tar has a header that is none.');
    if (header.type !== 'x') return withRecords(header, records);
    records = await readRecords(reader, header);
  }
}

async function readRecords(
  reader: ByteReader,
  { bytes }: ParsedHeader,
): Promise<ReadonlyMap<string, string>> {
  if (bytes > mostPaxBytes)
    throw new BackupDamage('tampered', 'The dump’s tar has a pax header that is too long.');
  const content = await reader.take(bytes);
  const filler = await reader.take(padding(bytes).length);
  if (content.length < bytes || filler.length < padding(bytes).length) throw endedEarly();
  const records = parsePaxRecords(content);
  if (records === undefined)
    throw new BackupDamage('tampered', 'The dump’s tar has a pax header that is none.');
  return records;
}

function withRecords(header: ParsedHeader, records: ReadonlyMap<string, string>): ParsedHeader {
  const size = records.get('size');
  if (size !== undefined && !/^\d{1,15}$/.test(size))
    throw new BackupDamage('tampered', 'The dump’s tar has a size that is none.');
  return {
    type: header.type,
    name: records.get('path') ?? header.name,
    bytes: size === undefined ? header.bytes : Number(size),
  };
}

/** Names are taken from the manifest, never from the tar: so none leads out of the folder. */
function expectedFile(member: ParsedHeader, missing: ReadonlyMap<string, PackedFile>): PackedFile {
  const name = member.name.replace(/^\.\//, '');
  const shown = inlineCode(member.name);
  if (member.type !== '0')
    throw new BackupDamage('tampered', `The dump’s tar holds ${shown}, which is no plain file.`);
  const file = missing.get(name);
  if (file === undefined || !packedName.test(name))
    throw new BackupDamage(
      'tampered',
      `The dump’s tar holds ${shown}, which the manifest does not name, or it holds it twice.`,
    );
  if (file.bytes !== member.bytes)
    throw new BackupDamage(
      'tampered',
      `${shown} has ${member.bytes} bytes in the dump’s tar; the manifest says ${file.bytes}.`,
    );
  return file;
}

interface MemberPlace {
  readonly path: string;
  readonly file: PackedFile;
}

async function writeMember(reader: ByteReader, { path, file }: MemberPlace): Promise<void> {
  const hash = createHash('sha256');
  const target = await createFile(path);
  try {
    for (let left = file.bytes; left > 0; ) {
      const piece = await reader.next(Math.min(left, pieceBytes));
      if (piece === undefined) throw endedEarly();
      hash.update(piece);
      await writeAll(target, piece);
      left -= piece.length;
    }
  } finally {
    await target.close();
  }
  const filler = padding(file.bytes).length;
  if ((await reader.take(filler)).length < filler) throw endedEarly();
  if (hash.digest('hex') !== file.sha256)
    throw new BackupDamage(
      'tampered',
      `${inlineCode(file.name)} of the dump has another content than when it was packed.`,
    );
}

/** A second empty block, and nothing but zeros behind it: the stock program fills up to 10 KiB. */
async function checkEnd(reader: ByteReader): Promise<void> {
  const second = await reader.take(blockBytes);
  if (second.length < blockBytes) throw endedEarly();
  let isEmpty = second.every((byte) => byte === 0);
  for await (const piece of reader.rest()) isEmpty &&= piece.every((byte) => byte === 0);
  if (!isEmpty) throw new BackupDamage('tampered', 'There is something after the end of the dump’s tar.');
}

function endedEarly(): BackupDamage {
  return new BackupDamage('truncated', 'The dump’s tar ends too early.');
}

type FileHandle = Awaited<ReturnType<typeof open>>;

/** A new file that only this user reads. @throws UserError when it exists */
export async function createFile(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600);
}

/** @throws UserError when the disk is full */
export async function writeAll(target: FileHandle, piece: Uint8Array): Promise<void> {
  try {
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await target.write(piece, done, piece.length - done);
      done += bytesWritten;
    }
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT'))
      throw new UserError('The disk is full: the dump does not fit.', {
        hint: spaceHint,
        cause: thrown.code,
      });
    throw thrown;
  }
}
