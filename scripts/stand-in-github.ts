/** `npm run stand-in:github -- --port 4011`: the GitHub API stand-in by itself, for a person or another client. */
import { parseArgs } from 'node:util';
import { controlHelp } from '../test/stand-ins/github/control.ts';
import { servedOperations, startGitHubStandIn } from '../test/stand-ins/github/server.ts';
import { addPullRequest } from '../test/stand-ins/github/world.ts';
import { runCommand } from './command-line.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4011' },
      token: { type: 'string', default: 'stand-in-token' },
      'read-only-token': { type: 'string', default: 'stand-in-read-only' },
      repository: { type: 'string', default: 'acme/shop' },
      private: { type: 'boolean', default: false },
    },
  });

  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port is "${values.port}"; it must be a whole number from 0 (any free one) to 65535.`);

  const standIn = await startGitHubStandIn({
    port,
    token: values.token,
    repository: values.repository,
    private: values.private,
    moreTokens: [
      {
        token: values['read-only-token'],
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { contents: 'read' },
      },
    ],
  });
  const pull = addPullRequest(standIn.world, { number: 1, title: 'A first pull request' });

  console.log(`GitHub API stand-in: ${standIn.url}

  repository   ${values.repository}, with pull request #${pull.number}
  token        ${values.token} (may do everything)
  read-only    ${values['read-only-token']} (as a fork's pull request has it)

Try
  curl -H 'authorization: token ${values.token}' ${standIn.url}/repos/${values.repository}/pulls/1
  curl -X POST -H 'authorization: token ${values.token}' -d '{"body":"hello"}' ${standIn.url}/repos/${values.repository}/issues/1/comments
  curl -X POST -d '{"path":"/comments","times":2,"status":502}' ${standIn.url}/_control/faults

An action uses it when GITHUB_API_URL=${standIn.url} and \`github-token\` is the token above.

Steer it
${controlHelp.map((line) => `  ${line}`).join('\n')}

Served
${servedOperations.map((operation) => `  ${operation}`).join('\n')}

Ctrl+C ends it.`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void standIn[Symbol.asyncDispose]().then(() => process.exit(0));
    });
  }
});
