import { crc32, inflateRawSync } from 'node:zlib';
import { UserError } from '../errors.ts';

/**
 * Reads one file out of a zip in memory. Nothing is written to disk, so the names in it lead nowhere. Only what
 * `actions/upload-artifact` writes is understood: stored or deflated, not encrypted, not split, not zip64.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;
const lengths = { end: 22, central: 46, local: 30 } as const;
const longestComment = 65_535;
const methods = { stored: 0, deflated: 8 } as const;
const encrypted = 0x01;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The bytes of the file with exactly this name; undefined when the zip has none.
 * @param maxBytes of the unpacked file
 * @throws UserError when the zip is damaged, or the file larger, or packed in a way that is not understood
 */
export function readZipFile(zip: Uint8Array, name: string, maxBytes: number): Uint8Array | undefined {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const found = entriesOf(bytes).filter((entry) => entry.name === name);
    const [entry] = found;
    if (entry === undefined) return undefined;
    if (found.length > 1) throw damaged(`"${name}" is in it twice`);
    return unpack(bytes, entry, maxBytes);
  } catch (thrown) {
    // Offsets and sizes come from the file: whatever they point out of shows as a RangeError.
    if (thrown instanceof RangeError) throw damaged('it ends too early');
    throw thrown;
  }
}

function entriesOf(bytes: Buffer): readonly Entry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== signatures.central) throw damaged('its directory is broken');
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    entries.push({
      name: bytes.toString('utf8', at + lengths.central, at + lengths.central + name),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += lengths.central + name + extra + comment;
  }
  return entries;
}

/** It is the last thing in a zip, before a comment of any length. */
function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - lengths.end - longestComment);
  for (let at = bytes.length - lengths.end; at >= first; at -= 1)
    if (
      bytes.readUInt32LE(at) === signatures.end &&
      at + lengths.end + bytes.readUInt16LE(at + 20) === bytes.length
    )
      return at;
  throw damaged('it is no zip');
}

function unpack(bytes: Buffer, entry: Entry, maxBytes: number): Uint8Array {
  if ((entry.flags & encrypted) !== 0) throw damaged(`"${entry.name}" is encrypted`);
  if (entry.size > maxBytes) throw tooLarge(entry.name, maxBytes);
  if (bytes.readUInt32LE(entry.offset) !== signatures.local) throw damaged('its directory points elsewhere');
  const name = bytes.readUInt16LE(entry.offset + 26);
  const extra = bytes.readUInt16LE(entry.offset + 28);
  const start = entry.offset + lengths.local + name + extra;
  if (start + entry.packedSize > bytes.length) throw damaged('it ends too early');
  const content = inflate(bytes.subarray(start, start + entry.packedSize), entry, maxBytes);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw damaged(`"${entry.name}" has changed`);
  return content;
}

function inflate(packed: Buffer, entry: Entry, maxBytes: number): Buffer {
  if (entry.method === methods.stored) return packed;
  if (entry.method !== methods.deflated) throw damaged(`"${entry.name}" is packed by method ${entry.method}`);
  try {
    // The size in the directory is a claim; this is the bound.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (thrown) {
    if (thrown instanceof RangeError) throw tooLarge(entry.name, maxBytes);
    throw damaged(`"${entry.name}" cannot be unpacked`);
  }
}

function damaged(reason: string): UserError {
  return new UserError(`The artifact cannot be read: ${reason}.`, {
    hint: 'Upload the report with `actions/upload-artifact`, as examples/comment-from-fork.yml does.',
  });
}

function tooLarge(name: string, maxBytes: number): UserError {
  return new UserError(`"${name}" in the artifact is larger than ${maxBytes} bytes.`);
}
