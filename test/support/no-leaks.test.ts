import { expect, test } from 'vitest';
import { startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addComment, addPullRequest } from '../stand-ins/github/world.ts';
import { assertNoLeaks } from './no-leaks.ts';
import { recordingLogger, takeLeaks } from './recording-logger.ts';

const uri = 'postgresql://owner:p%25ss%2Fw%27rd@db.example.com/app';
const clean = {
  log: '',
  rawLog: '',
  summary: '',
  annotations: [],
  droppedAnnotations: 0,
  env: {},
  path: [],
  masks: [],
  steps: [],
  orphans: [],
  commandLines: [],
  notes: [],
  outputs: { 'database-url': uri },
};

test('the password of an output, and whatever was masked, is looked for everywhere', async () => {
  await using github = await startGitHubStandIn({ token: 'ghs_token-of-the-test' });
  const search = { secrets: [], folders: [], github };
  await assertNoLeaks(clean, search);
  const leaking = [
    { ...clean, rawLog: "connecting with p%ss/w'rd" },
    { ...clean, commandLines: [`psql ${uri}`] },
    { ...clean, masks: ['made-by-the-action'], summary: 'made-by-the-action' },
    { ...clean, env: { OTHER_URL: uri } },
  ];
  for (const result of leaking) await expect(assertNoLeaks(result, search)).rejects.toThrow('Secrets leaked');
  addPullRequest(github.world, { number: 7 });
  addComment(github.world, { issue: 7, author: 'github-actions[bot]', body: `see ${uri}` });
  await expect(assertNoLeaks(clean, search)).rejects.toThrow(/in comment \d+/);
});

test.each([
  'Bearer napi_0123456789abcdef',
  uri,
  'password npg_Hh0fljlxSJuc/+@%',
  'token ghs_16C7e42F292c6912E7710c838347Ae178B4a',
])('a logger of the tests tells on %s', (line) => {
  recordingLogger().info(line);
  expect(takeLeaks()).toEqual([line]);
  recordingLogger().info('postgresql://owner:***@db.example.com/app');
  expect(takeLeaks()).toEqual([]);
});
