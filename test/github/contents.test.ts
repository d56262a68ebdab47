import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentsRequest, readContents } from '../../src/github/contents.ts';
import { breachOfContract } from '../stand-ins/github/contract.ts';
import { type GitHubStandIn, startGitHubStandIn } from '../stand-ins/github/server.ts';
import { openClient, token } from './client.ts';

let standIn: GitHubStandIn;
const ref = 'a'.repeat(40);
const isPrisma = (path: string) => path.endsWith('.prisma');

beforeEach(async () => {
  standIn = await startGitHubStandIn({ token, private: true });
  standIn.world.files.set(
    ref,
    new Map([
      ['prisma/schema/base é.prisma', 'datasource db {}'],
      ['prisma/schema/models/user.prisma', 'model User { id Int @id } // é'],
      ['prisma/schema/README.md', 'no'],
      ['prisma/schema.prisma', 'one'],
    ]),
  );
});

afterEach(async () => {
  const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
  await standIn[Symbol.asyncDispose]();
  expect(breaches).toEqual([]);
});

async function read(path: string, more: Partial<ContentsRequest> = {}) {
  const octokit = await openClient(standIn.url, { deadlineMs: 300 });
  return readContents({ octokit, owner: 'acme', repo: 'shop', path, ref, isWanted: isPrisma, ...more });
}

describe('files at a commit', () => {
  it('one file', async () => {
    expect(await read('prisma/schema.prisma')).toEqual([{ path: 'prisma/schema.prisma', content: 'one' }]);
  });

  it('the wanted files of a folder and of the folders in it', async () => {
    expect(await read('prisma/schema')).toEqual([
      { path: 'prisma/schema/base é.prisma', content: 'datasource db {}' },
      { path: 'prisma/schema/models/user.prisma', content: 'model User { id Int @id } // é' },
    ]);
  });

  it('a path or a commit that is not there is undefined, not an error', async () => {
    expect(await read('prisma/nothing.prisma')).toBeUndefined();
    expect(await read('prisma/schema.prisma', { ref: 'b'.repeat(40) })).toBeUndefined();
  });

  it('a token that may not read is told so', async () => {
    const poor = { token: 'ghs_poor', login: 'x', kind: 'installation', permissions: {} } as const;
    await using other = await startGitHubStandIn({ token, private: true, moreTokens: [poor] });
    const octokit = await openClient(other.url, { token: 'ghs_poor' });
    await expect(
      readContents({ octokit, owner: 'acme', repo: 'shop', path: 'a', ref, isWanted: isPrisma }),
    ).rejects.toThrow(/contents/);
  });

  it('a folder of very many files is refused', async () => {
    const many = Array.from({ length: 301 }, (_, index) => [`many/${index}.prisma`, ''] as const);
    standIn.world.files.set(ref, new Map(many));
    await expect(read('many')).rejects.toThrow('more than 300 files');
  });
});
