/** Writes a zip as `actions/upload-artifact` does: deflated, sizes only in the central directory (a data descriptor follows). */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Stored, not deflated. */
  readonly stored?: boolean;
  /** Lies that a hostile zip may tell in its central directory. */
  readonly claim?: { readonly size?: number; readonly crc?: number; readonly flags?: number };
}

const streamed = 0x08;

interface Entry {
  readonly local: Buffer;
  readonly central: Buffer;
}

function writeEntry(file: ZipFile, offset: number): Entry {
  const name = Buffer.from(file.name);
  const content = Buffer.from(file.content);
  const data = file.stored ? content : deflateRawSync(content);
  const crc = file.claim?.crc ?? crc32(content);
  const size = file.claim?.size ?? content.length;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(streamed, 6);
  header.writeUInt16LE(file.stored ? 0 : 8, 8);
  header.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(data.length, 8);
  descriptor.writeUInt32LE(size, 12);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(streamed | (file.claim?.flags ?? 0), 8);
  central.writeUInt16LE(file.stored ? 0 : 8, 10);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(offset, 42);
  return { local: Buffer.concat([header, name, data, descriptor]), central: Buffer.concat([central, name]) };
}

export function makeZip(files: readonly ZipFile[], comment = ''): Buffer {
  const entries: Entry[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = writeEntry(file, offset);
    entries.push(entry);
    offset += entry.local.length;
  }
  const directory = Buffer.concat(entries.map(({ central }) => central));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...entries.map(({ local }) => local), directory, end, Buffer.from(comment)]);
}
