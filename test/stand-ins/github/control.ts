/** `/_control/`: steers the stand-in from another process. Needs no token, and shows none. */
import type { View } from './bodies.ts';
import type { Fault, FaultList } from './faults.ts';
import type { Answer } from './routing.ts';
import { apiError, field, textField } from './routing.ts';
import type { Exchange } from './server.ts';
import { addArtifact, addComment, addPullRequest, addWorkflowRun } from './world.ts';

interface Steered {
  readonly view: View;
  readonly faults: FaultList;
  readonly exchanges: Exchange[];
}

interface Command {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What `GET /_control/` lists, and what `npm run stand-in:github` prints. */
export const controlHelp: readonly string[] = [
  'POST   /_control/faults       {"method":"POST","path":"/comments","times":1,"skip":0,"status":502,"applied":true}',
  '                              or "reset":"before"|"after", "delayMs":500, "malformed":true, "headers":{…}, "body":{…}',
  'DELETE /_control/faults',
  'POST   /_control/pulls        {"number":7,"title":"…","state":"open","headSha":"…","headRef":"…","headRepository":"fork/name"}',
  'PATCH  /_control/pulls        {"number":7,"state":"closed","merged":true,"headSha":"…"}',
  'POST   /_control/comments     {"issue":7,"author":"octocat","body":"…"}',
  'POST   /_control/runs         {"headSha":"…","headBranch":"…","headRepository":"fork/name"}',
  'POST   /_control/artifacts    {"runId":1,"name":"report","zip":"<base64>"}',
  'POST   /_control/files        {"ref":"<commit>","files":{"prisma/schema.prisma":"…"}}',
  'POST   /_control/rate-limit   {"remaining":0,"resetInSeconds":60}',
  'GET    /_control/state        the pull requests, comments, check runs and statuses',
  'GET    /_control/requests     what was asked and answered, without tokens',
  'DELETE /_control/requests',
];

function numberField(body: unknown, name: string): number | undefined {
  const value = field(body, name);
  return typeof value === 'number' ? value : undefined;
}

function created(body: unknown): Answer {
  return { status: 201, body };
}

function patchPull({ view }: Steered, body: unknown): Answer {
  const pull = view.world.pulls.get(numberField(body, 'number') ?? 0);
  if (pull === undefined) return apiError(404, 'No such pull request');
  const state = textField(body, 'state');
  if (state === 'open' || state === 'closed') pull.state = state;
  if (field(body, 'merged') === true) pull.merged = true;
  pull.headSha = textField(body, 'headSha') ?? pull.headSha;
  return { status: 200, body: pull };
}

function postComment({ view }: Steered, body: unknown): Answer {
  const issue = numberField(body, 'issue') ?? 0;
  const author = textField(body, 'author') ?? 'octocat';
  return created(addComment(view.world, { issue, author, body: textField(body, 'body') ?? '' }));
}

function postArtifact({ view }: Steered, body: unknown): Answer {
  const zip = Buffer.from(textField(body, 'zip') ?? '', 'base64');
  const runId = numberField(body, 'runId') ?? 0;
  const { id, name } = addArtifact(view.world, { runId, name: textField(body, 'name') ?? 'artifact', zip });
  return created({ id, name, runId });
}

function postFiles({ view }: Steered, body: unknown): Answer {
  const files = Object.entries(Object(field(body, 'files'))).map(
    ([path, text]) => [path, String(text)] as const,
  );
  view.world.files.set(textField(body, 'ref') ?? '', new Map(files));
  return created({ files: files.length });
}

function setRateLimit({ view }: Steered, body: unknown): Answer {
  const { rateLimit } = view.world;
  rateLimit.remaining = numberField(body, 'remaining') ?? rateLimit.remaining;
  const seconds = numberField(body, 'resetInSeconds');
  if (seconds !== undefined) rateLimit.resetAt = Math.floor(Date.now() / 1000) + seconds;
  return { status: 200, body: rateLimit };
}

function state({ view: { world } }: Steered): Answer {
  const body = {
    pulls: [...world.pulls.values()],
    comments: [...world.comments.values()],
    checkRuns: [...world.checkRuns.values()],
    statuses: world.statuses,
  };
  return { status: 200, body };
}

// A fault or a seed comes from the person or test that steers: its shape is theirs to get right.
const commands: Readonly<Record<string, (host: Steered, body: unknown) => Answer>> = {
  'GET /_control/': () => ({ status: 200, body: controlHelp }),
  'POST /_control/faults': ({ faults }, body) => {
    faults.add(body as Fault);
    return created(body);
  },
  'DELETE /_control/faults': ({ faults }) => {
    faults.clear();
    return { status: 204 };
  },
  'POST /_control/pulls': ({ view }, body) => created(addPullRequest(view.world, body ?? {})),
  'PATCH /_control/pulls': patchPull,
  'POST /_control/comments': postComment,
  'POST /_control/runs': ({ view }, body) => created(addWorkflowRun(view.world, body ?? {})),
  'POST /_control/artifacts': postArtifact,
  'POST /_control/files': postFiles,
  'POST /_control/rate-limit': setRateLimit,
  'GET /_control/state': state,
  'GET /_control/requests': ({ exchanges }) => ({ status: 200, body: exchanges }),
  'DELETE /_control/requests': ({ exchanges }) => {
    exchanges.splice(0);
    return { status: 204 };
  },
};

export function control(host: Steered, { method, path, body }: Command): Answer {
  const command = commands[`${method} ${path}`];
  return command === undefined
    ? apiError(404, `Unknown command. ${controlHelp.join('\n')}`)
    : command(host, body);
}
