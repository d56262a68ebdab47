import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSignature, signManifest } from '../../src/backups/signature.ts';
import { parsePublicKeys, parseSignKey } from '../../src/backups/signing-keys.ts';
import { UserError } from '../../src/errors.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    pem,
    key: parseSignKey(pem),
    der,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const [own, other] = [makeKey(), makeKey()];
const manifest = Buffer.from('{"kind":"database-actions-backup"}\n');
const signature = signManifest(manifest, own.key);
const check = (changes: Partial<Parameters<typeof checkSignature>[0]> = {}) =>
  checkSignature({ manifest, signature, publicKeys: parsePublicKeys(own.publicPem), ...changes });

test('signed, unsigned, by an unknown key, by nobody', () => {
  expect(check()).toEqual({ kind: 'signed', keyId: own.key.id });
  expect(check({ signature: undefined })).toEqual({ kind: 'unsigned' });
  expect(check({ publicKeys: [] })).toEqual({ kind: 'unknown key', keyId: own.key.id });
  expect(check({ publicKeys: parsePublicKeys(other.publicPem) }).kind).toBe('unknown key');
  expect(check({ publicKeys: parsePublicKeys(other.publicPem + own.publicPem) }).kind).toBe('signed');
  expect(check({ signature: Buffer.from('no signature') })).toEqual({
    kind: 'does not match',
    keyId: undefined,
  });
});

test('another key that takes the known one’s name does not match', () => {
  const forged = signManifest(manifest, { ...other.key, id: own.key.id });
  expect(check({ signature: forged })).toEqual({ kind: 'does not match', keyId: own.key.id });
});

test('any flipped bit of the manifest or of its signature is noticed', () => {
  for (const [field, bytes] of Object.entries({ manifest, signature }))
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(check({ [field]: changed }).kind, `${field}, bit ${bit}`).not.toBe('signed');
    }
  for (const changed of [signature.subarray(0, -1), Buffer.concat([signature, signature]), Buffer.alloc(0)])
    expect(check({ signature: changed }).kind).toBe('does not match');
});

describe('stock programs', () => {
  const hasOpenssl = (spawnSync('openssl', ['version']).stdout ?? '').toString().startsWith('OpenSSL 3');
  test.runIf(hasOpenssl)('openssl checks our signature, and refuses a changed manifest', async () => {
    await using folder = await createTemporaryFolder('signature-');
    const path = (name: string) => join(folder.path, name);
    await writeFile(path('manifest.json'), manifest);
    await writeFile(path('manifest.sig'), signature);
    await writeFile(path('key.pub'), own.key.publicPem);
    const script =
      'tail -n 1 manifest.sig | base64 -d > sig.bin && openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in manifest.json -sigfile sig.bin';
    const run = () => spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
    expect(run()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Signature Verified Successfully'),
    });
    await writeFile(path('manifest.json'), `${manifest}\n`);
    expect(run().status).not.toBe(0);
    const id = execFileSync('sh', ['-c', 'openssl pkey -pubin -in key.pub -outform DER | sha256sum'], {
      cwd: folder.path,
    });
    expect(id.toString().slice(0, 16)).toBe(own.key.id);
  });

  test.runIf(hasOpenssl)('a key that openssl made', () => {
    const pem = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519'], { encoding: 'utf8' });
    const key = parseSignKey(pem);
    const publicKeys = parsePublicKeys(
      execFileSync('openssl', ['pkey', '-pubout'], { input: pem, encoding: 'utf8' }),
    );
    expect(check({ signature: signManifest(manifest, key), publicKeys }).kind).toBe('signed');
  });

  const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;
  test.runIf(hasSsh)('a key that ssh-keygen made; one with a passphrase is refused', async () => {
    await using folder = await createTemporaryFolder('signature-');
    const make = (name: string, ...options: string[]) => {
      execFileSync('ssh-keygen', ['-q', '-f', join(folder.path, name), ...options]);
      return readFile(join(folder.path, name), 'utf8');
    };
    const key = parseSignKey(await make('plain', '-t', 'ed25519', '-N', '', '-C', 'backup key'));
    const publicKeys = parsePublicKeys(await readFile(join(folder.path, 'plain.pub'), 'utf8'));
    expect(check({ signature: signManifest(manifest, key), publicKeys })).toEqual({
      kind: 'signed',
      keyId: key.id,
    });
    const locked = await make('locked', '-t', 'ed25519', '-N', 'hunter22');
    expect(() => parseSignKey(locked)).toThrow('has a passphrase');
    const rsa = await make('rsa', '-t', 'rsa', '-b', '2048', '-N', '');
    expect(() => parseSignKey(rsa)).toThrow('no ed25519 private key');
    expect(() => parsePublicKeys(`${own.publicPem}\n${rsa}`)).toThrow('A private key is given');
  });
});

describe('keys', () => {
  test('a public key in every form is the same key', () => {
    const raw = own.der.subarray(12);
    const ssh = Buffer.concat([Buffer.from('\0\0\0\x0bssh-ed25519\0\0\0\x20'), raw]).toString('base64');
    const forms = [
      own.publicPem,
      own.der.toString('base64'),
      raw.toString('base64'),
      `ssh-ed25519 ${ssh} someone@host`,
    ];
    for (const form of forms) expect(parsePublicKeys(form).map(({ id }) => id)).toEqual([own.key.id]);
    const all = parsePublicKeys(`# trusted\n${forms.join('\n')}\n${other.publicPem}\n`);
    expect(all.map(({ id }) => id).toSorted()).toEqual([own.key.id, other.key.id].toSorted());
    expect(parsePublicKeys(' \n# none\n')).toEqual([]);
  });

  test('what is no public key is refused', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      type: 'spki',
      format: 'pem',
    });
    const cut = own.der.toString('base64').slice(0, 20);
    for (const bad of [
      rsa.toString(),
      cut,
      'x',
      'ssh-ed25519',
      'ssh-ed25519 AAAA',
      'ssh-rsa AAAA',
      '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----',
    ])
      expect(() => parsePublicKeys(`${own.publicPem}${bad}`), bad).toThrow(
        'Public key 2 is no ed25519 public key',
      );
  });

  test('a bad sign key is refused without being shown', () => {
    const body = own.pem.split('\n')[1] ?? '';
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    const openssh = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----';
    for (const bad of [
      '',
      body,
      own.pem.replace(body, body.slice(0, -8)),
      own.publicPem,
      rsa.toString(),
      openssh,
    ]) {
      let thrown: unknown;
      try {
        parseSignKey(bad);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(UserError);
      expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain(body.slice(0, 30));
    }
  });
});
