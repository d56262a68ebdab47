import { describe, expect, it } from 'vitest';
import { describeDestination, parseDestinations } from '../../../src/backups/storage/destination.ts';
import { UserError } from '../../../src/errors.ts';

function parse(text: string, masked: string[] = []) {
  return parseDestinations(text, (secret) => void masked.push(secret));
}

function refusal(text: string, masked: string[] = []): UserError {
  try {
    parse(text, masked);
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error(`${text} was taken`);
}

const plain = {
  kind: 's3',
  endpoint: undefined,
  region: undefined,
  pathStyle: false,
  lock: undefined,
  credentials: undefined,
};

describe('destinations', () => {
  it('one a line; empty lines and comments are left out', () => {
    const found = parse(
      '\n# the first copy\n  s3://bucket/a/b/ \r\n\nfile:///var/backups/\n./copies\nrelease:\nartifact\n',
    );
    expect(found).toEqual([
      { ...plain, location: 's3://bucket/a/b', bucket: 'bucket', prefix: 'a/b/' },
      { kind: 'file', folder: '/var/backups' },
      { kind: 'file', folder: './copies' },
      { kind: 'release', tag: undefined },
      { kind: 'artifact' },
    ]);
  });

  it('everything that a bucket can be told', () => {
    const line =
      's3://my-bucket/a%20b?region=eu-central-1&endpoint=https://s3.example.com/&object-lock=compliance&retain=30d&path-style=false&credentials=SECOND';
    expect(parse(line)).toEqual([
      {
        kind: 's3',
        location: 's3://my-bucket/a b?endpoint=https://s3.example.com',
        bucket: 'my-bucket',
        prefix: 'a b/',
        endpoint: 'https://s3.example.com',
        region: 'eu-central-1',
        pathStyle: false,
        lock: { mode: 'COMPLIANCE', retainSeconds: 30 * 86_400 },
        credentials: 'SECOND',
      },
    ]);
  });

  it.each([
    ['s3://bucket', { prefix: '', pathStyle: false }],
    ['s3://bucket/', { prefix: '', location: 's3://bucket/' }],
    ['s3://with.dots/x', { pathStyle: true }],
    ['s3://bucket?endpoint=http://localhost:9000', { endpoint: 'http://localhost:9000', pathStyle: true }],
    ['s3://bucket?endpoint=http://minio:9000', { endpoint: 'http://minio:9000' }],
  ])('%s', (line, expected) => {
    expect(parse(line)[0]).toMatchObject(expected);
  });

  it.each(['release:v1.2.3', 'release:app@1.0.0', 'release:a/b'])('%s', (line) => {
    expect(parse(line)).toEqual([{ kind: 'release', tag: line.slice(8) }]);
    expect(describeDestination(parse(line)[0] ?? { kind: 'artifact' })).toBe(line);
  });
});

describe('refused', () => {
  it.each([
    ['', /No destination/],
    ['# nothing\n', /No destination/],
    ['gs://bucket', /"gs:" is no kind of destination/],
    ['https://bucket.s3.amazonaws.com/x', /"https:" is no kind/],
    ['s3:bucket', /written s3:\/\/bucket\/prefix/],
    ['s3://', /written s3:\/\/bucket\/prefix/],
    ['s3://Bucket/x', /no name of a bucket/],
    ['s3://ab', /no name of a bucket/],
    ['s3://bucket:443/x', /no name of a bucket/],
    ['s3://bucket/a/../b', /empty name, "\." or "\.\."/],
    ['s3://bucket/a/%2e%2e/b', /empty name/],
    ['s3://bucket/a//b', /empty name/],
    ['s3://bucket/a%0Ab', /empty name/],
    ['s3://bucket/%zz', /percent-encoded/],
    ['s3://bucket/a#b', /%23/],
    ['s3://bucket?regoin=x', /no parameter "regoin"/],
    ['s3://bucket?region=a&region=b', /given twice/],
    ['s3://bucket?region=eu_central', /region/],
    ['s3://bucket?endpoint=http://s3.example.com', /not encrypted/],
    ['s3://bucket?endpoint=https://s3.example.com/x', /without a path/],
    ['s3://bucket?endpoint=nowhere', /endpoint/],
    ['s3://bucket?endpoint=ftp://x.y', /endpoint/],
    ['s3://bucket?object-lock=governance', /together/],
    ['s3://bucket?retain=1d', /together/],
    ['s3://bucket?object-lock=forever&retain=1d', /neither governance nor compliance/],
    ['s3://bucket?object-lock=governance&retain=30', /no duration/],
    ['s3://bucket?object-lock=governance&retain=0d', /no duration/],
    ['s3://bucket?path-style=yes', /path-style/],
    ['s3://bucket?credentials=second', /credentials/],
    ['file://server/share', /three slashes/],
    ['file:relative', /three slashes/],
    ['file:///', /root of the file system/],
    ['/', /root of the file system/],
    ['file:///a?b', /no "\?"/],
    ['release:a b', /no name of a tag/],
    ['release:a..b', /no name of a tag/],
    ['a\n./b\na', /given twice/],
    ['s3://bucket/a\ns3://bucket/a/?region=eu-west-1', /given twice/],
  ])('%j', (text, message) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe('');
  });

  it.each([
    's3://AKIAKEY:the-secret-1@bucket/x',
    's3://AKIAKEY:the%2Dsecret%2D1@bucket/x',
    's3://the-secret-1@bucket',
    's3://bucket/x?secret_key=the-secret-1',
    's3://bucket?X-Amz-Signature=the-secret-1&region=eu-west-1',
    'gs://user:the-secret-1@bucket',
  ])('a secret is masked and not shown: %s', (line) => {
    const masked: string[] = [];
    const error = refusal(line, masked);
    expect(`${error.message} ${error.hint}`).not.toMatch(/the(-|%2D)secret/);
    expect(masked).toContain('the-secret-1');
  });

  it('an endpoint with a password is not shown either', () => {
    const masked: string[] = [];
    const error = refusal('s3://bucket?endpoint=https://user:the-secret-1@s3.example.com', masked);
    expect(error.message).not.toContain('the-secret-1');
    expect(masked).toContain('the-secret-1');
  });
});
