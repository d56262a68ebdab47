import { counted } from '../report/quantity.ts';
import type { Ruled } from '../report/rule-policy.ts';
import type { Block, Text } from '../report/section.ts';

const mostListed = 200;

/** What the configuration accepts, folded, each with its reason; nothing where there is none. */
export function acceptedBlocks(accepted: Ruled['accepted']): readonly Block[] {
  if (accepted.length === 0) return [];
  const items = accepted
    .slice(0, mostListed)
    .map(({ finding, reason }): Text => `${finding.rule}: ${finding.subject} (${reason})`);
  const title = `${counted(accepted.length, 'finding')} accepted by the configuration`;
  return [{ kind: 'details', title, blocks: [{ kind: 'list', items }] }];
}
