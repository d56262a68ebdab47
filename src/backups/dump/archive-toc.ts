/**
 * The table of contents of a dump, as pg_dump itself writes it: at the head of the custom format, in `toc.dat` of the
 * directory format. `pg_restore --list` tells less: names run together, no COPY statement, no state of a sequence.
 * Layout: WriteHead and WriteToc of src/bin/pg_dump/pg_backup_archiver.c.
 */
import { ExternalError } from '../../errors.ts';

export interface ArchiveEntry {
  readonly dumpId: number;
  /** Of the object in the database that was dumped; 0 for what has none. */
  readonly oid: number;
  /** Such as `TABLE DATA`, `SEQUENCE SET`, `EXTENSION`. */
  readonly kind: string;
  readonly schema: string;
  readonly name: string;
  readonly owner: string;
  readonly definition: string;
  /** Of table data: `COPY public.users (id, email) FROM stdin;` and a line break. */
  readonly copyStatement: string;
  /** Name of the data file in the directory format; empty where there is none. */
  readonly file: string;
}

export interface ArchiveToc {
  readonly format: 'custom' | 'directory';
  readonly entries: readonly ArchiveEntry[];
  /** Bytes from the start of the file to the end of the table of contents. */
  readonly end: number;
}

/** Minor numbers of archive format 1: PostgreSQL 11 writes 13, 12 to 15 write 14, 16 writes 15, 17 and newer 16. */
const oldest = 13;
const newest = 16;
const formats: Readonly<Record<number, ArchiveToc['format']>> = {
  1: 'custom',
  3: 'directory',
  5: 'directory',
};

/** Undefined when the bytes end before the table of contents does. @throws ExternalError when they are no archive */
export function parseToc(bytes: Buffer): ArchiveToc | undefined {
  try {
    return readToc(bytes);
  } catch (thrown) {
    // What Buffer throws for reading past the end.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

function readToc(bytes: Buffer): ArchiveToc {
  const reader = createReader(bytes);
  const head = readHead(reader);
  const count = reader.integer();
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index += 1) entries.push(readEntry(reader, head));
  return { format: head.format, entries, end: reader.position() };
}

interface Head {
  readonly format: ArchiveToc['format'];
  readonly minor: number;
  readonly offsetSize: number;
}

function readHead(reader: Reader): Head {
  if (reader.raw(5).toString('latin1') !== 'PGDMP') throw unreadable('it does not start as one');
  const [major, minor] = [reader.byte(), reader.byte()];
  reader.byte();
  if (major !== 1 || minor < oldest || minor > newest) throw unreadable(`its format is ${major}.${minor}`);
  reader.setIntegerSize(reader.byte());
  const offsetSize = reader.byte();
  const code = reader.byte();
  const format = formats[code];
  if (format === undefined) throw unreadable(`it is of kind ${code}`);
  if (minor >= 15) reader.byte();
  else reader.integer();
  // When it was made, in seven numbers; then the database and both versions.
  for (let index = 0; index < 7; index += 1) reader.integer();
  for (let index = 0; index < 3; index += 1) reader.text();
  return { format, minor, offsetSize };
}

function readEntry(reader: Reader, { format, minor, offsetSize }: Head): ArchiveEntry {
  const dumpId = reader.integer();
  reader.integer();
  reader.text();
  const oid = Number(reader.text());
  const [name, kind] = [reader.text(), reader.text()];
  reader.integer();
  const definition = reader.text();
  reader.text();
  const [copyStatement, schema] = [reader.text(), reader.text()];
  // Tablespace and access method.
  reader.text();
  if (minor >= 14) reader.text();
  if (minor >= 16) reader.integer();
  const owner = reader.text();
  reader.text();
  while (reader.optionalText() !== undefined);
  if (format === 'custom') reader.raw(1 + offsetSize);
  const file = format === 'directory' ? reader.text() : '';
  return { dumpId, oid, kind, schema, name, owner, definition, copyStatement, file };
}

function unreadable(why: string): ExternalError {
  return new ExternalError('pg_dump', `The table of contents of the dump cannot be read: ${why}.`, {
    hint: `Archive formats 1.${oldest} to 1.${newest} are known (PostgreSQL 11 to 19). Is there a newer version of this action?`,
  });
}

interface Reader {
  position(): number;
  setIntegerSize(size: number): void;
  byte(): number;
  raw(length: number): Buffer;
  integer(): number;
  /** Empty for none. */
  text(): string;
  optionalText(): string | undefined;
}

function createReader(bytes: Buffer): Reader {
  let at = 0;
  let integerSize = 4;
  const raw = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('the bytes end');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = () => raw(1).readUInt8();
  const integer = () => {
    const isNegative = byte() !== 0;
    const value = raw(integerSize).readUIntLE(0, integerSize);
    return isNegative ? -value : value;
  };
  const optionalText = () => {
    const length = integer();
    return length < 0 ? undefined : raw(length).toString('utf8');
  };
  return {
    position: () => at,
    setIntegerSize: (size) => {
      integerSize = size;
    },
    byte,
    raw,
    integer,
    text: () => optionalText() ?? '',
    optionalText,
  };
}
