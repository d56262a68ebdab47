import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readRunArtifact } from '../../src/github/artifact.ts';
import { readZipFile } from '../../src/github/zip.ts';
import { breachOfContract } from '../stand-ins/github/contract.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { startGitHubStandIn } from '../stand-ins/github/server.ts';
import type { NewArtifact, WorkflowRun } from '../stand-ins/github/world.ts';
import { addArtifact, addWorkflowRun } from '../stand-ins/github/world.ts';
import type { ZipFile } from '../stand-ins/github/zip.ts';
import { makeZip } from '../stand-ins/github/zip.ts';
import { openClient, token } from './client.ts';

const report = { name: 'report.json', content: '{"version":1}' } satisfies ZipFile;

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

describe('a run’s artifact', () => {
  let standIn: GitHubStandIn;
  let run: WorkflowRun;

  beforeEach(async () => {
    standIn = await startGitHubStandIn({ token });
    run = addWorkflowRun(standIn.world, { headRepository: 'stranger/shop' });
  });

  afterEach(async () => {
    const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
    await standIn[Symbol.asyncDispose]();
    expect(breaches).toEqual([]);
  });

  function upload(files: readonly ZipFile[], more: Partial<NewArtifact> = {}): void {
    addArtifact(standIn.world, { runId: run.id, name: 'report', zip: makeZip(files), ...more });
  }

  async function read(maxBytes?: number): Promise<string> {
    const bytes = await readRunArtifact({
      octokit: await openClient(standIn.url),
      owner: 'acme',
      repo: 'shop',
      runId: run.id,
      artifact: 'report',
      file: 'report.json',
      signal: new AbortController().signal,
      ...(maxBytes === undefined ? {} : { maxBytes }),
    });
    return text(bytes);
  }

  it('is downloaded from the storage, which must not see the token', async () => {
    upload([{ name: 'other.txt', content: 'no' }, report]);
    expect(await read()).toBe(report.content);
  });

  it('is the newest of its name, and of this run', async () => {
    upload([{ ...report, content: 'old' }]);
    upload([{ ...report, content: 'new' }]);
    upload([{ ...report, content: 'expired' }], { expired: true });
    upload([{ ...report, content: 'of another name' }], { name: 'report-2' });
    upload([{ ...report, content: 'of another run' }], { runId: addWorkflowRun(standIn.world).id });
    expect(await read()).toBe('new');
  });

  it('is missed with a reason', async () => {
    await expect(read()).rejects.toThrow(/has no artifact "report"\./);
    upload([report], { expired: true });
    await expect(read()).rejects.toThrow(/has no artifact "report" any more/);
    upload([{ name: 'folder/report.json', content: '{}' }]);
    await expect(read()).rejects.toThrow(/holds no file "report.json"/);
  });

  it('is not downloaded when it is too large', async () => {
    upload([report], { claimedSize: 5000 });
    await expect(read(1000)).rejects.toThrow(UserError);
    expect(standIn.exchanges.some(({ path }) => path.endsWith('/zip'))).toBe(false);
  });

  it('is not read further than allowed when its size was a lie', async () => {
    upload([{ name: 'noise', content: Buffer.alloc(100_000, 'x'), stored: true }, report], {
      claimedSize: 10,
    });
    await expect(read(1000)).rejects.toThrow(/artifact "report" is larger than 1000 bytes/);
  });

  it('cannot unpack to more than allowed', async () => {
    upload([{ name: 'report.json', content: Buffer.alloc(1_000_000), claim: { size: 10 } }]);
    await expect(read(5000)).rejects.toThrow(/"report.json" in the artifact is larger than 5000 bytes/);
  });

  it('is tried again when the connection is lost before it comes', async () => {
    upload([report]);
    standIn.faults.add({ path: '/artifacts/', reset: 'before' });
    expect(await read()).toBe(report.content);
  });
});

describe('a zip', () => {
  const files: readonly ZipFile[] = [
    { name: 'stored.txt', content: 'as it is', stored: true },
    { name: 'deflated.txt', content: 'again '.repeat(1000) },
    { name: '../../etc/passwd', content: 'only a name' },
    { name: 'empty', content: '' },
  ];
  const zip = makeZip(files, 'a comment');

  it('gives each of its files', () => {
    for (const { name, content } of files) expect(text(readZipFile(zip, name, 10_000))).toBe(content);
    expect(readZipFile(zip, 'absent', 10_000)).toBeUndefined();
  });

  it.each([
    ['is no zip', Buffer.from('<html>not found</html>'), /no zip/],
    ['is empty', Buffer.alloc(0), /no zip/],
    ['ends too early', zip.subarray(0, zip.length - 20), /no zip/],
    ['lost its beginning', zip.subarray(60), /broken|elsewhere|too early/],
  ])('that %s is refused', (_name, bytes, message) => {
    const reading = () => readZipFile(bytes, 'deflated.txt', 10_000);
    expect(reading).toThrow(UserError);
    expect(reading).toThrow(message);
  });

  it.each([
    ['changed', [{ ...report, claim: { crc: 1 } }], /has changed/],
    ['of another size than it says', [{ ...report, claim: { size: 5 } }], /has changed/],
    ['encrypted', [{ ...report, claim: { flags: 1 } }], /encrypted/],
    ['in it twice', [report, report], /twice/],
    [
      'stored and larger than allowed',
      [{ ...report, content: 'x'.repeat(2000), stored: true }],
      /larger than 1000/,
    ],
    ['larger than allowed', [{ ...report, content: 'x'.repeat(2000) }], /larger than 1000/],
  ] as const)('whose file is %s is refused', (_name, content, message) => {
    expect(() => readZipFile(makeZip(content), 'report.json', 1000)).toThrow(message);
  });

  it('with any byte changed gives the file, nothing, or a UserError', () => {
    const small = makeZip([report]);
    for (let at = 0; at < small.length; at += 1) {
      const broken = Buffer.from(small);
      broken.writeUInt8(broken.readUInt8(at) ^ 0xff, at);
      try {
        const bytes = readZipFile(broken, 'report.json', 1000);
        expect(bytes === undefined || text(bytes) === report.content, `byte ${at}`).toBe(true);
      } catch (thrown) {
        expect(thrown, `byte ${at}`).toBeInstanceOf(UserError);
      }
    }
  });
});
