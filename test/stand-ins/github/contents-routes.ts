/** Files at a commit. */
import { createHash } from 'node:crypto';
import type { Answer, Call, Route } from './routing.ts';
import { need, notFound } from './routing.ts';

interface Place {
  readonly name: string;
  readonly path: string;
  readonly url: string;
}

function placeOf({ view, params, query }: Call, path: string): Place {
  const at = `${view.url}/repos/${params.owner}/${params.repo}/contents/${path}?ref=${query.get('ref')}`;
  return { name: path.split('/').at(-1) ?? path, path, url: at };
}

function common(place: Place, content: string | undefined) {
  const sha = createHash('sha1')
    .update(content ?? place.path)
    .digest('hex');
  const size = content === undefined ? 0 : Buffer.byteLength(content);
  const links = { self: place.url, git: null, html: null };
  return { ...place, sha, size, git_url: null, html_url: null, download_url: null, _links: links };
}

function fileBody(call: Call, path: string, text: string): Answer {
  const content = Buffer.from(text, 'utf8').toString('base64');
  return {
    status: 200,
    body: { type: 'file', encoding: 'base64', content, ...common(placeOf(call, path), text) },
  };
}

function folderBody(call: Call, folder: string, files: ReadonlyMap<string, string>): Answer {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = [...files].filter(([path]) => path.startsWith(prefix));
  if (inside.length === 0) return notFound;
  const names = new Set(inside.map(([path]) => path.slice(prefix.length).split('/')[0] ?? ''));
  const body = [...names].sort().map((name) => {
    const content = files.get(prefix + name);
    const type = content === undefined ? 'dir' : 'file';
    return { type, ...common(placeOf(call, prefix + name), content) };
  });
  return { status: 200, body };
}

function getContents(call: Call): Answer {
  const path = (call.params.path ?? '').replace(/\/$/, '');
  const files = call.view.world.files.get(call.query.get('ref') ?? '');
  if (files === undefined) return notFound;
  const text = files.get(path);
  return text === undefined ? folderBody(call, path, files) : fileBody(call, path, text);
}

export const contentsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{path}',
    needs: [need('contents=read')],
    handle: getContents,
  },
];
