/** The signature of a manifest: ed25519 over its exact bytes, in a file that needs nothing but openssl to be checked. */
import { sign, verify } from 'node:crypto';
import type { PublicKey, SignKey } from './signing-keys.ts';

/** Outcome of checking a signature against the keys that are trusted. */
export type SignatureCheck =
  | { readonly kind: 'signed'; readonly keyId: string }
  | { readonly kind: 'unsigned' }
  /** By a key that is not among those given. Anybody can make one. */
  | { readonly kind: 'unknown key'; readonly keyId: string }
  /** It names a known key, and that key has not signed these bytes; or it is no signature at all. */
  | { readonly kind: 'does not match'; readonly keyId: string | undefined };

export const longestSignature = 1_000;

const form = /^database-actions ed25519 (?<keyId>[0-9a-f]{16})\n(?<signature>[A-Za-z0-9+/]{85}[AQgw]==)\n$/;

/**
 * Two lines: what it is and by which key, then the signature in base64. To check it with stock programs:
 * `tail -n 1 manifest.sig | base64 -d > sig.bin` and
 * `openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in manifest.json -sigfile sig.bin` (OpenSSL 3).
 */
export function signManifest(manifest: Uint8Array, { id, key }: SignKey): Buffer {
  const signature = sign(null, manifest, key).toString('base64');
  return Buffer.from(`database-actions ed25519 ${id}\n${signature}\n`);
}

export interface SignatureQuestion {
  /** The exact bytes as stored. */
  readonly manifest: Uint8Array;
  /** Of `manifest.sig`; undefined when there is none. */
  readonly signature: Uint8Array | undefined;
  readonly publicKeys: readonly PublicKey[];
}

export function checkSignature({ manifest, signature, publicKeys }: SignatureQuestion): SignatureCheck {
  if (signature === undefined) return { kind: 'unsigned' };
  const groups = form.exec(Buffer.from(signature).toString('latin1'))?.groups;
  if (groups?.keyId === undefined || groups.signature === undefined)
    return { kind: 'does not match', keyId: undefined };
  const { keyId } = groups;
  const known = publicKeys.find(({ id }) => id === keyId);
  if (known === undefined) return { kind: 'unknown key', keyId };
  const bytes = Buffer.from(groups.signature, 'base64');
  return { kind: verify(null, manifest, known.key, bytes) ? 'signed' : 'does not match', keyId };
}
