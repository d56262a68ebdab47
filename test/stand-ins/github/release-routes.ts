/** Releases and their assets. */
import type { Schemas, View } from './bodies.ts';
import { nodeId, userBody } from './bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { apiError, invalid, need, notFound, paginate } from './routing.ts';
import type { Release, ReleaseAsset } from './world.ts';
import { accountOf, addReleaseAsset } from './world.ts';

const releases = '/repos/{owner}/{repo}/releases';
const epoch = '2026-01-01T00:00:00Z';

function assetBody(view: View, asset: ReleaseAsset): Schemas['release-asset'] {
  const { owner, name } = view.world.repository;
  return {
    url: `${view.url}/repos/${owner}/${name}/releases/assets/${asset.id}`,
    browser_download_url: `${view.url}/${owner}/${name}/releases/download/${asset.releaseId}/${asset.name}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: null,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: asset.sha256 === undefined ? null : `sha256:${asset.sha256}`,
    download_count: 0,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: userBody(view, accountOf(view.world, asset.uploader)),
  };
}

function releaseBody(view: View, release: Release): Schemas['release'] {
  const { owner, name } = view.world.repository;
  const api = `${view.url}/repos/${owner}/${name}/releases/${release.id}`;
  return {
    url: api,
    html_url: `${view.url}/${owner}/${name}/releases/tag/${encodeURIComponent(release.tag)}`,
    assets_url: `${api}/assets`,
    // Another place than the API: uploads.github.com, or /api/uploads of an enterprise server.
    upload_url: `${view.url}/api/uploads/repos/${owner}/${name}/releases/${release.id}/assets{?name,label}`,
    tarball_url: null,
    zipball_url: null,
    id: release.id,
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: 'main',
    name: release.tag,
    body: null,
    draft: release.isDraft,
    prerelease: false,
    created_at: epoch,
    published_at: release.isDraft ? null : epoch,
    author: userBody(view, accountOf(view.world, 'octocat')),
    assets: assetsOf(view, release.id).map((asset) => assetBody(view, asset)),
  };
}

function assetsOf(view: View, releaseId: number): readonly ReleaseAsset[] {
  return [...view.world.assets.values()].filter((asset) => asset.releaseId === releaseId);
}

/** Drafts have no tag yet, whatever they say. */
function getByTag({ view, params }: Call): Answer {
  const found = [...view.world.releases.values()].find(({ tag, isDraft }) => !isDraft && tag === params.tag);
  return found === undefined ? notFound : { status: 200, body: releaseBody(view, found) };
}

function list(call: Call): Answer {
  const { items, headers } = paginate(call, [...call.view.world.releases.values()].reverse());
  return { status: 200, body: items.map((release) => releaseBody(call.view, release)), headers };
}

function listAssets(call: Call): Answer {
  const id = Number(call.params.release_id);
  if (!call.view.world.releases.has(id)) return notFound;
  const { items, headers } = paginate(call, assetsOf(call.view, id));
  return { status: 200, body: items.map((asset) => assetBody(call.view, asset)), headers };
}

function upload(call: Call): Answer {
  const { view, params, query, headers, bytes, grant } = call;
  const releaseId = Number(params.release_id);
  if (!view.world.releases.has(releaseId)) return notFound;
  if (!call.target.startsWith('/api/uploads/')) return apiError(400, 'Bad Request');
  if (headers['content-length'] === undefined) return apiError(400, 'Bad Content-Length');
  // GitHub's own rule for names: what is odd becomes a dot.
  const name = (query.get('name') ?? '').replaceAll(/[^A-Za-z0-9._-]+/g, '.').replaceAll(/^\.+|\.+$/g, '');
  if (name === '') return invalid('ReleaseAsset', 'name', 'name is missing');
  if (assetsOf(view, releaseId).some((asset) => asset.name === name))
    return apiError(422, 'Validation Failed', {
      errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }],
    });
  const asset = addReleaseAsset(view.world, {
    releaseId,
    name,
    bytes: view.world.damagesUploads ? Buffer.from(bytes).reverse() : bytes,
    contentType: headers['content-type'] ?? 'application/octet-stream',
    uploader: grant.login,
  });
  return { status: 201, body: assetBody(view, asset) };
}

function getAsset(call: Call): Answer {
  const asset = call.view.world.assets.get(Number(call.params.asset_id));
  if (asset === undefined) return notFound;
  if (call.headers.accept !== 'application/octet-stream')
    return { status: 200, body: assetBody(call.view, asset) };
  const storage = call.view.url.replace('127.0.0.1', 'localhost');
  return { status: 302, headers: { location: `${storage}/_storage/asset/${asset.id}?sig=stand-in` } };
}

function deleteAsset({ view, params }: Call): Answer {
  return view.world.assets.delete(Number(params.asset_id)) ? { status: 204 } : notFound;
}

const read = [need('contents=read')];
const write = [need('contents=write')];

export const releaseRoutes: readonly Route[] = [
  { method: 'GET', path: `${releases}/tags/{tag}`, needs: read, handle: getByTag },
  { method: 'GET', path: `${releases}/assets/{asset_id}`, needs: read, handle: getAsset },
  { method: 'DELETE', path: `${releases}/assets/{asset_id}`, needs: write, handle: deleteAsset },
  { method: 'GET', path: releases, needs: read, handle: list },
  { method: 'GET', path: `${releases}/{release_id}/assets`, needs: read, handle: listAssets },
  { method: 'POST', path: `${releases}/{release_id}/assets`, needs: write, handle: upload },
];
