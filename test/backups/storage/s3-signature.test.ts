import { createHash, createHmac, randomBytes } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { encodeName, sha256Hex, signedHeaders } from '../../../src/backups/storage/s3/signature.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "Example: GET Object" and "PUT Object" */
const published = {
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: undefined,
  },
  region: 'us-east-1',
  at: new Date('2013-05-24T00:00:00Z'),
};

describe('AWS’s published examples', () => {
  it('GET with a range', () => {
    const { authorization } = signedHeaders(
      {
        method: 'GET',
        path: '/test.txt',
        query: {},
        headers: { host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9' },
        payloadHash: sha256Hex(''),
      },
      published,
    );
    expect(authorization).toMatch(
      /Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/,
    );
  });

  it('GET with a query', () => {
    const { authorization } = signedHeaders(
      {
        method: 'GET',
        path: '/',
        query: { 'max-keys': '2', prefix: 'J' },
        headers: { host: 'examplebucket.s3.amazonaws.com' },
        payloadHash: sha256Hex(''),
      },
      published,
    );
    expect(authorization).toMatch(
      /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/,
    );
  });
});

class NodeSha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const bytes = (data: string | ArrayBuffer | ArrayBufferView) =>
      typeof data === 'string'
        ? data
        : new Uint8Array(
            data instanceof ArrayBuffer
              ? data
              : data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength),
          );
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset() {
    throw new Error('not needed');
  }
}

describe('AWS’s own signer agrees', () => {
  const characters = [
    'a',
    'Z',
    '9',
    '-',
    '_',
    '.',
    '~',
    ' ',
    '+',
    '%',
    '&',
    '=',
    '?',
    '#',
    '/',
    "'",
    '(',
    ')',
    '*',
    '!',
    'é',
    '漢',
    '😀',
    ':',
    ',',
    ';',
    '<',
    '@',
    '$',
  ];
  let seed = 20261122;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const text = (most: number) =>
    Array.from({ length: 1 + random(most) }, () => characters[random(characters.length)]).join('');

  it('on 300 requests of odd characters', async () => {
    for (let number = 0; number < 300; number += 1) {
      const credentials = {
        accessKeyId: 'AKIDEXAMPLE',
        secretAccessKey: randomBytes(20).toString('base64'),
        sessionToken:
          number % 2 === 0
            ? undefined
            : text(10)
                .replaceAll(/[^ -~]/g, 'x')
                .trim() || 'x',
      };
      const at = new Date(Date.UTC(2020 + random(10), random(12), 1 + random(28), random(24)));
      const path = `/${text(20).split('/').map(encodeName).join('/')}`;
      const query = Object.fromEntries(Array.from({ length: random(5) }, () => [text(6), text(6)]));
      const headers = {
        host: 'bucket.s3.eu-central-1.amazonaws.com',
        'if-none-match': '*',
        'content-type': `a  b ${number}`,
      };
      const payloadHash = sha256Hex(String(number));
      const ours = signedHeaders(
        { method: 'PUT', path, query, headers, payloadHash },
        { credentials, region: 'eu-central-1', at },
      );
      const { sessionToken, ...key } = credentials;
      const signer = new SignatureV4({
        service: 's3',
        region: 'eu-central-1',
        uriEscapePath: false,
        sha256: NodeSha256,
        credentials: { ...key, ...(sessionToken !== undefined && { sessionToken }) },
      });
      const theirs = await signer.sign(
        {
          method: 'PUT',
          protocol: 'https:',
          hostname: headers.host,
          path,
          query,
          headers: { ...headers, 'x-amz-content-sha256': payloadHash },
        },
        { signingDate: at },
      );
      expect(ours.authorization).toBe(theirs.headers.authorization);
    }
  });
});
