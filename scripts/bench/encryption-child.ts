/** For the bench: MB a second of processor time, of sha256 alone, of encrypting, of decrypting and of a whole stored and fetched dump; and the most memory. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { decrypt, encrypt } from '../../src/backups/encryption/age.ts';
import { parseIdentities } from '../../src/backups/encryption/identities.ts';
import { parseRecipients } from '../../src/backups/encryption/recipients.ts';
import { measured } from '../../src/backups/measured-stream.ts';
import { packFolder } from '../../src/backups/packing/pack.ts';
import { unpackTar } from '../../src/backups/packing/unpack.ts';

const megabytes = 512;
const piece = randomBytes(1024 * 1024);
// So that it passes for an archive of pg_dump.
piece.write('PGDMP');

async function* source(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < megabytes; index += 1) yield piece;
}

async function drain(stream: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of stream);
}

/** MB a second of processor time: on a busy machine, time on the wall says how busy it is. */
async function rateOf(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (megabytes / (user + system)) * 1e6;
}

const identity = await generateX25519Identity();
const identities = await parseIdentities(identity);
const recipients = await parseRecipients(await identityToRecipient(identity));
const folder = await mkdtemp(join(tmpdir(), 'bench-encryption-'));
try {
  const hashing = await rateOf(async () => {
    const hash = createHash('sha256');
    for await (const part of source()) hash.update(part);
    hash.digest();
  });
  const encrypting = await rateOf(async () => drain((await encrypt(source(), recipients)).stream));
  const both = await rateOf(async () =>
    drain(decrypt((await encrypt(source(), recipients)).stream, identities)),
  );
  await mkdir(join(folder, 'dump'));
  await writeFile(join(folder, 'dump/toc.dat'), source());
  await mkdir(join(folder, 'back'));
  const packing = await packFolder(join(folder, 'dump'));
  const whole = await rateOf(async () => {
    const plain = measured(packing.stream);
    await drain(measured((await encrypt(plain, recipients)).stream));
  });
  const again = await packFolder(join(folder, 'dump'));
  const { stream } = await encrypt(again.stream, recipients);
  const roundTrip = await rateOf(() =>
    unpackTar(measured(decrypt(measured(stream), identities)), {
      folder: join(folder, 'back'),
      files: packing.files(),
    }),
  );
  const memory = process.resourceUsage().maxRSS / 1024;
  // Encrypting is known, so what both took beyond it is decrypting.
  const decrypting = 1 / (1 / both - 1 / encrypting);
  console.log(JSON.stringify({ hashing, encrypting, decrypting, whole, roundTrip, memory }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
