import type { BranchOwner } from '../provider.ts';
import type { BranchKind } from './options.ts';
import type { Annotation } from './resources.ts';

/**
 * Our mark on a branch: Neon keeps up to 50 text properties beside each one and answers them with every list. It is part
 * of the request that creates the branch, so there is no moment at which a branch of ours exists without it.
 */
export interface BranchMark {
  readonly owner: BranchOwner;
  readonly kind: BranchKind;
  /** Id of the branch it was made from; a schema-only branch has no `parent_id` to read it from. */
  readonly parentId: string;
  /** Tells sets of masking rules apart; undefined unless anonymised. */
  readonly masking: string | undefined;
  /** Tells the calls of this program apart: whoever finds its own mark created the branch, whatever the answer was. */
  readonly call: string;
  readonly tool: string;
}

const names = {
  repository: 'neonhub-repository',
  pullRequest: 'neonhub-pull-request',
  key: 'neonhub-key',
  kind: 'neonhub-branch-type',
  parentId: 'neonhub-parent-id',
  masking: 'neonhub-masking-rules',
  call: 'neonhub-call',
  tool: 'neonhub-tool',
} as const;

export function writeMark(mark: BranchMark): Readonly<Record<string, string>> {
  const { owner } = mark;
  return {
    [names.repository]: owner.repository,
    ...(owner.pullRequest !== undefined && { [names.pullRequest]: String(owner.pullRequest) }),
    ...(owner.key !== '' && { [names.key]: owner.key }),
    [names.kind]: mark.kind,
    [names.parentId]: mark.parentId,
    ...(mark.masking !== undefined && { [names.masking]: mark.masking }),
    [names.call]: mark.call,
    [names.tool]: mark.tool,
  };
}

/** Undefined when it is not our mark or not a whole one; then the branch is someone else's. */
export function readMark(annotation: Annotation): BranchMark | undefined {
  const repository = annotation.get(names.repository);
  const kind = readKind(annotation.get(names.kind));
  const number = annotation.get(names.pullRequest);
  const isNumber = number === undefined || /^[1-9]\d{0,9}$/.test(number);
  if (repository === undefined || kind === undefined || !isNumber) return undefined;
  return {
    owner: {
      repository,
      pullRequest: number === undefined ? undefined : Number(number),
      key: annotation.get(names.key) ?? '',
    },
    kind,
    parentId: annotation.get(names.parentId) ?? '',
    masking: annotation.get(names.masking),
    call: annotation.get(names.call) ?? '',
    tool: annotation.get(names.tool) ?? '',
  };
}

function readKind(text: string | undefined): BranchKind | undefined {
  return text === 'default' || text === 'schema-only' || text === 'anonymized' ? text : undefined;
}
