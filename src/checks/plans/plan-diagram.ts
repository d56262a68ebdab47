/** Two plans side by side as a Mermaid flowchart. */
import { cutMiddle, visible } from '../../report/visible-text.ts';
import { nodeWords } from './plan-text.ts';
import { accessesOf, type PlanNode } from './plan-tree.ts';

/** More than this is a wall-paper, and fewer need no picture. */
const mostNodes = 12;
const fewestNodes = 3;
const longestLabel = 60;

/** Undefined where the plans are too large for a picture, or so small that their text says it all. What reads a table whole is marked. */
export function planDiagram(before: PlanNode, after: PlanNode): string | undefined {
  const nodes = Math.max(nodeCount(before), nodeCount(after));
  if (nodes > mostNodes || nodes < fewestNodes) return undefined;
  return [
    'flowchart LR',
    ...sideLines('before', before),
    ...sideLines('after', after),
    '  classDef whole stroke:#cf222e,stroke-width:2px',
  ].join('\n');
}

function nodeCount(plan: PlanNode): number {
  return plan.children.reduce((sum, child) => sum + nodeCount(child), 1);
}

function sideLines(side: 'before' | 'after', plan: PlanNode): readonly string[] {
  let count = 0;
  const draw = (node: PlanNode): { readonly id: string; readonly lines: readonly string[] } => {
    count += 1;
    const id = `${side}${count}`;
    const below = node.children.map(draw);
    const mark = isWhole(node) ? ':::whole' : '';
    return {
      id,
      lines: [
        `    ${id}["${escapeLabel(nodeWords(node))}"]${mark}`,
        ...below.flatMap((child) => [...child.lines, `    ${child.id} --> ${id}`]),
      ],
    };
  };
  return [`  subgraph ${side}`, '    direction TB', ...draw(plan).lines, '  end'];
}

function isWhole(node: PlanNode): boolean {
  return accessesOf({ ...node, children: [] }).some((access) => access.isWhole);
}

/** Every sign that Mermaid might read as its own is written by its number. */
function escapeLabel(text: string): string {
  return cutMiddle(visible(text), longestLabel).replace(
    /[^\p{L}\p{N} ._-]/gu,
    (sign) => `#${sign.codePointAt(0) ?? 63};`,
  );
}
