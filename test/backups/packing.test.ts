import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PackedFile } from '../../src/backups/manifest.ts';
import { archiveOnly } from '../../src/backups/packing/archive-mark.ts';
import { packFolder, tarBytes } from '../../src/backups/packing/pack.ts';
import {
  archiveEnd,
  memberHeader,
  padding,
  parseHeader,
  parsePaxRecords,
} from '../../src/backups/packing/tar-header.ts';
import { unpackTar } from '../../src/backups/packing/unpack.ts';
import { random } from '../report/hostile-text.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { makeDumpFolder } from './made-backup.ts';

const sizes = { 'toc.dat': 511, '1.dat.gz': 512, '2.dat.zst': 513, '3.dat': 0, 'blobs_16400.toc': 1_300_000 };

async function packed(folder: string): Promise<{ tar: Buffer; files: readonly PackedFile[] }> {
  const packing = await packFolder(folder);
  const pieces: Uint8Array[] = [];
  for await (const piece of packing.stream) pieces.push(piece);
  const tar = Buffer.concat(pieces);
  expect(tar.length).toBe(packing.bytes);
  return { tar, files: packing.files() };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  const hashes = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(hashes));
}

test('a dump comes back as it was, whatever the sizes of the pieces; the same dump gives the same bytes', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), sizes);
  const { tar, files } = await packed(folder);
  expect((await packed(folder)).tar.equals(tar)).toBe(true);
  expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(await contents(folder));
  expect(files.map(({ name, bytes }) => [name, bytes])).toEqual(
    Object.entries(sizes).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  for (const size of [333, 512, 1_000_000, tar.length]) {
    const target = join(temporary.path, `to-${size}`);
    await mkdir(target);
    await unpackTar(inPieces(tar, size), { folder: target, files });
    expect(await contents(target)).toEqual(await contents(folder));
  }
});

test('the stock program reads ours, and we read what it makes of the same files', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), sizes);
  const { tar, files } = await packed(folder);
  const stock = join(temporary.path, 'stock');
  await mkdir(stock);
  execFileSync('tar', ['-xf', '-', '-C', stock], { input: tar });
  expect(await contents(stock)).toEqual(await contents(folder));
  expect(execFileSync('tar', ['-tvf', '-'], { input: tar, encoding: 'utf8' })).toContain('-rw------- 0/0');
  const formats = ['gnu', 'ustar', 'pax', 'v7'];
  for (const format of formats)
    for (const members of ['.', ...(format === 'pax' ? [] : ['toc.dat'])]) {
      const names = members === '.' ? ['.'] : Object.keys(sizes);
      const theirs = execFileSync('tar', ['-cf', '-', `--format=${format}`, '-C', folder, ...names], {
        maxBuffer: 1e8,
      });
      const target = join(temporary.path, `${format}-${members}`);
      await mkdir(target);
      await unpackTar(inPieces(theirs, 10_000), { folder: target, files });
      expect(await contents(target)).toEqual(await contents(folder));
    }
});

test('files beyond 8 GiB: header and length as the stock program has them', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const folder = join(temporary.path, 'dump');
  await mkdir(folder);
  const bytes = 8 * 1024 ** 3 + 5;
  await writeFile(join(folder, 'toc.dat'), 'PGDMP');
  await writeFile(join(folder, '3012.dat'), '');
  // Sparse: nothing of it is on the disk.
  await truncate(join(folder, '3012.dat'), bytes);
  const packing = await packFolder(folder);
  const start: Uint8Array[] = [];
  for await (const piece of packing.stream) {
    start.push(piece);
    if (start.length === 2) break;
  }
  const listed = execFileSync('sh', ['-c', 'tar -tvf - 2>/dev/null || true'], {
    input: Buffer.concat(start),
  });
  expect(listed.toString()).toContain(`${bytes}`);
  expect(packing.bytes).toBe(
    tarBytes([
      { name: '3012.dat', bytes },
      { name: 'toc.dat', bytes: 5 },
    ]),
  );
  expect(packing.bytes).toBe(512 + 512 + 512 + (bytes - 5) + 512 + 512 + 512 + 1024);
  const border = memberHeader({ name: 'x', bytes: 8 * 1024 ** 3 - 1 });
  expect([border.length, parseHeader(border)?.bytes]).toEqual([512, 8 * 1024 ** 3 - 1]);
  const theirs = execFileSync('sh', [
    '-c',
    `tar -cf - --format=gnu -C '${folder}' 3012.dat 2>/dev/null | head -c 512`,
  ]);
  expect(parseHeader(theirs)).toEqual({ name: '3012.dat', bytes, type: '0' });
});

test('pax records', () => {
  expect(parsePaxRecords(Buffer.from('20 size=12345678901\n'))?.get('size')).toBe('12345678901');
  for (const bad of [
    '20 size=1234567890\n',
    '5 a=b\n',
    '7 a=bcd',
    'x a=b\n',
    '-6 a=b\n',
    '6 =ab\n',
    '6 abc\n',
    '0 a=b\n',
  ])
    expect(parsePaxRecords(Buffer.from(bad)), bad).toBeUndefined();
});

/** A tar of one file, as somebody with bad intentions makes it. */
function tarOf(
  ...members: { name: string; content?: string; type?: string; link?: string; bytes?: number }[]
): Buffer {
  const parts = members.flatMap(({ name, content = '', type = '0', link = '', bytes }) => {
    const header = Buffer.from(memberHeader({ name: 'x', bytes: bytes ?? content.length }));
    header.fill(0, 0, 100);
    header.write(name, 0, 100, 'utf8');
    header.write(type, 156, 'latin1');
    header.write(link, 157, 100, 'utf8');
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, Buffer.from(content), padding(content.length)];
  });
  return Buffer.concat([...parts, archiveEnd]);
}

const fileOf = (name: string, content: string): PackedFile => ({
  name,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});

test('nothing leaves the folder, and nothing but the files of the manifest comes into it', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const toc = { name: 'toc.dat', content: 'toc' };
  const files = [fileOf('toc.dat', 'toc')];
  const good = tarOf(toc);
  const evil: Record<string, Buffer> = {
    parent: tarOf({ name: '../toc.dat', content: 'toc' }),
    'parent in the middle': tarOf({ name: 'a/../../toc.dat', content: 'toc' }),
    absolute: tarOf({ name: '/tmp/toc.dat', content: 'toc' }),
    'folder of its own': tarOf({ name: 'a/toc.dat', content: 'toc' }),
    'symbolic link': tarOf({ name: 'toc.dat', type: '2', link: '/etc/passwd' }),
    'hard link': tarOf({ name: 'toc.dat', type: '1', link: '/etc/passwd' }),
    device: tarOf({ name: 'toc.dat', type: '3' }),
    'another folder': tarOf({ name: 'sub/', type: '5' }, toc),
    'long name of GNU': tarOf({ name: '././@LongLink', type: 'L', content: '../x\0' }, toc),
    'path by pax': tarOf({ name: 'h', type: 'x', content: '18 path=../evil.x\n' }, toc),
    'global pax': tarOf({ name: 'h', type: 'g', content: '18 path=../evil.x\n' }, toc),
    'size by pax': tarOf({ name: 'h', type: 'x', content: '10 size=2\n' }, toc),
    'odd size by pax': tarOf({ name: 'h', type: 'x', content: '11 size=-1\n' }, toc),
    'long pax': tarOf({ name: 'h', type: 'x', content: 'x'.repeat(70_000) }, toc),
    'pax and nothing': tarOf({ name: 'h', type: 'x', content: '10 size=3\n' }),
    duplicate: tarOf(toc, toc),
    unknown: tarOf(toc, { name: '9.dat', content: 'x' }),
    missing: tarOf(),
    'other content': tarOf({ name: 'toc.dat', content: 'toC' }),
    longer: tarOf({ name: 'toc.dat', content: 'toc1' }),
    shorter: tarOf({ name: 'toc.dat', content: 'to' }),
    'endless by its header': tarOf({ name: 'toc.dat', content: 'toc', bytes: 8 * 1024 ** 3 - 1 }),
    'no header': Buffer.concat([Buffer.alloc(512, 'x'), archiveEnd]),
    'something after the end': Buffer.concat([good, Buffer.from('x')]),
    'a file after the end': Buffer.concat([good, good]),
    'half of the end': Buffer.concat([good.subarray(0, -512), Buffer.alloc(512, 'x')]),
    'one block of the end': good.subarray(0, -512),
    'no end': good.subarray(0, -1024),
    'cut in the padding': good.subarray(0, 512 + 10),
    'cut in the content': good.subarray(0, 512 + 2),
    'cut in the header': good.subarray(0, 100),
    nothing: Buffer.alloc(0),
  };
  for (const [name, tar] of Object.entries(evil)) {
    const folder = join(temporary.path, name, 'in');
    await mkdir(folder, { recursive: true });
    await expect(unpackTar(inPieces(tar, 700), { folder, files }), name).rejects.toMatchObject({
      kind: expect.stringMatching(/^(?:tampered|truncated)$/),
    });
    expect(await readdir(join(temporary.path, name))).toEqual(['in']);
    for (const left of await readdir(folder)) expect(left).toBe('toc.dat');
  }
  const folder = join(temporary.path, 'good');
  await mkdir(folder);
  await unpackTar(inPieces(good, 700), { folder, files });
  await expect(unpackTar(inPieces(good, 700), { folder, files })).rejects.toThrow('EEXIST');
});

test('a manifest that names a file outside is not followed', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const folder = join(temporary.path, 'in');
  await mkdir(folder);
  for (const name of ['../evil', '.', '..', '/tmp/evil', '.hidden', 'a\0b'])
    await expect(
      unpackTar(inPieces(tarOf({ name, content: 'toc' }), 700), { folder, files: [fileOf(name, 'toc')] }),
    ).rejects.toMatchObject({ kind: 'tampered' });
  expect(await readdir(temporary.path)).toEqual(['in']);
});

test('any flipped bit of a tar that changes what it holds is noticed', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const source = await makeDumpFolder(join(temporary.path, 'dump'), { 'toc.dat': 700, '1.dat': 90 });
  const { tar, files } = await packed(source);
  const expected = await contents(source);
  const next = random(7);
  for (let round = 0; round < 250; round += 1) {
    const changed = Buffer.from(tar);
    const bit = Math.floor(next() * tar.length * 8);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const folder = join(temporary.path, `${round}`);
    await mkdir(folder);
    const outcome = await unpackTar(inPieces(changed, 5_000), { folder, files }).then(
      () => 'unpacked',
      ({ kind }) => kind,
    );
    // The bytes that fill a block up are read by nobody; the hash of the whole file is for them.
    if (outcome === 'unpacked') expect(await contents(folder)).toEqual(expected);
    else expect(['tampered', 'truncated']).toContain(outcome);
  }
});

test('a folder that is no finished dump is not packed', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  const folder = join(temporary.path, 'dump');
  await mkdir(folder);
  await expect(packFolder(folder)).rejects.toThrow('no `toc.dat`');
  await writeFile(join(folder, 'toc.dat'), 'x');
  await symlink('/etc/passwd', join(folder, '1.dat'));
  await expect(packFolder(folder)).rejects.toThrow('`1.dat`, which pg_dump does not write');
  const other = await makeDumpFolder(join(temporary.path, 'other'));
  await mkdir(join(other, 'sub'));
  await expect(packFolder(other)).rejects.toThrow('`sub`');
  const odd = await makeDumpFolder(join(temporary.path, 'odd'), { 'toc.dat': 1, 'a b': 1 });
  await expect(packFolder(odd)).rejects.toThrow('`a b`');
});

test('an archive of pg_dump begins as one; an error message or nothing is not stored', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  for (const content of ['', 'PGDM', 'pg_dump: error: connection refused', '\x1f\x8b']) {
    const folder = join(temporary.path, `dump-${content.length}`);
    await mkdir(folder);
    await writeFile(join(folder, 'toc.dat'), content);
    await expect(packFolder(folder)).rejects.toThrow('`toc.dat` is no archive of pg_dump');
    for (const size of [1, 100]) {
      const read = async () => {
        for await (const _piece of archiveOnly(inPieces(Buffer.from(content), size))) expect.unreachable();
      };
      await expect(read()).rejects.toThrow('The dump is no archive of pg_dump');
    }
  }
  const whole: Uint8Array[] = [];
  for await (const piece of archiveOnly(inPieces(Buffer.from('PGDMP and more'), 2))) whole.push(piece);
  expect(Buffer.concat(whole).toString()).toBe('PGDMP and more');
});

test('a file that changes while it is packed is noticed', async () => {
  await using temporary = await createTemporaryFolder('packing-');
  for (const bytes of [10, 3_000]) {
    const folder = await makeDumpFolder(join(temporary.path, `dump-${bytes}`), { 'toc.dat': 1_000 });
    const packing = await packFolder(folder);
    await writeFile(join(folder, 'toc.dat'), randomBytes(bytes));
    const read = async () => {
      for await (const _piece of packing.stream);
    };
    await expect(read()).rejects.toThrow('`toc.dat` of the dump has changed');
  }
});
