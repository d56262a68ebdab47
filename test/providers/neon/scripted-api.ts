import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  /** `reset`: the connection is cut instead of an answer; `hang`: no answer at all. */
  readonly instead?: 'reset' | 'hang';
}

export interface ScriptedApi extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

/** An HTTP server whose answers the test writes; what arrived is kept. */
export async function startScriptedApi(
  answer: (request: SeenRequest, count: number) => ScriptedAnswer,
): Promise<ScriptedApi> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const seen = await readRequest(request);
    requests.push(seen);
    send(response, answer(seen, requests.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/v2`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer.instead === 'hang') return;
  if (answer.instead === 'reset') return void response.socket?.destroy();
  const isText = typeof answer.body === 'string';
  response.writeHead(answer.status ?? 200, {
    'content-type': isText ? 'text/html' : 'application/json',
    ...answer.headers,
  });
  response.end(isText ? answer.body : answer.body === undefined ? '' : JSON.stringify(answer.body));
}
