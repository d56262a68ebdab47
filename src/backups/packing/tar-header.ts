/**
 * One member's header in a tar file: POSIX ustar, with a pax record where the size has more than eleven octal digits.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html ("ustar Interchange Format")
 */

export const blockBytes = 512;
/** 8 GiB - 1. */
const mostInOctal = 0o77777777777;

export interface TarMember {
  readonly name: string;
  readonly bytes: number;
}

/** Header of a regular file, with what tells a size that it cannot hold before it. The same member gives the same bytes. */
export function memberHeader({ name, bytes }: TarMember): Buffer {
  if (bytes <= mostInOctal) return ustarHeader({ name, bytes, type: '0' });
  const record = Buffer.from(paxRecord('size', String(bytes)));
  return Buffer.concat([
    ustarHeader({ name: `PaxHeaders/${name}`.slice(0, 100), bytes: record.length, type: 'x' }),
    record,
    padding(record.length),
    ustarHeader({ name, bytes: 0, type: '0' }),
  ]);
}

/** Zeros from the end of a member to the next block. */
export function padding(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
}

/** Two empty blocks end the archive. */
export const archiveEnd = Buffer.alloc(2 * blockBytes);

/** `27 size=12345678901`, whose length counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = rest.length + String(rest.length).length;
  return `${rest.length + String(length).length}${rest}`;
}

function ustarHeader({ name, bytes, type }: TarMember & { readonly type: string }): Buffer {
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0, 100, 'latin1');
  header.write('0000600\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write(`${'0'.repeat(11)}\0`, 136, 'latin1');
  header.write(type, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** Sum of all bytes, those of the checksum itself counted as spaces. */
function checksum(header: Uint8Array): number {
  let sum = 8 * 0x20;
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
  return sum;
}

export interface ParsedHeader extends TarMember {
  /** `0` file, `5` folder, `x` and `g` pax records, … */
  readonly type: string;
}

/** Undefined for a block that is no header. */
export function parseHeader(block: Buffer): ParsedHeader | undefined {
  const sum = octal(block.subarray(148, 156));
  const bytes = numberField(block.subarray(124, 136));
  if (sum === undefined || sum !== checksum(block) || bytes === undefined) return undefined;
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textField(block.subarray(345, 500)) : '';
  const name = textField(block.subarray(0, 100));
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0);
  return { name: prefix === '' ? name : `${prefix}/${name}`, bytes, type };
}

function textField(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** Octal, or GNU's base-256 where the first bit is set. */
function numberField(field: Buffer): number | undefined {
  if (field[0] !== 0x80) return octal(field);
  const value = BigInt(`0x${field.subarray(1).toString('hex')}`);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

function octal(field: Buffer): number | undefined {
  const digits = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1'))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

/** The records of a pax header. Undefined when they are not well-formed. */
export function parsePaxRecords(content: Buffer): ReadonlyMap<string, string> | undefined {
  const records = new Map<string, string>();
  let rest = content;
  while (rest.length > 0) {
    const space = rest.indexOf(' ');
    const digits = rest.toString('latin1', 0, Math.max(0, space));
    const length = /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
    const record = rest.toString('utf8', space + 1, length);
    const equals = record.indexOf('=');
    if (length <= space || length > rest.length || equals < 1 || !record.endsWith('\n')) return undefined;
    records.set(record.slice(0, equals), record.slice(equals + 1, -1));
    rest = rest.subarray(length);
  }
  return records;
}
