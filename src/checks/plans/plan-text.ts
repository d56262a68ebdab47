/** A plan for people, shorter than EXPLAIN's own text. */
import { displayIdentifier, displayName } from '../../postgres/object-name.ts';
import { counted, formatCount } from '../../report/quantity.ts';
import { cutEnd, prose } from '../../report/visible-text.ts';
import type { PlanNode } from './plan-tree.ts';

const mostLines = 40;
const longestLine = 200;

/** One line a node, two columns deeper for each level; conditions below it. `hasCosts`: costs and rows mean something. */
export function planText(plan: PlanNode, hasCosts: boolean): string {
  const lines = linesOf(plan, hasCosts, 0);
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${counted(more, 'line')} more`] : [])].join(
    '\n',
  );
}

function linesOf(plan: PlanNode, hasCosts: boolean, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const numbers = hasCosts ? `  (cost ${formatCount(plan.cost)}, ${counted(plan.rows, 'row')})` : '';
  const name = plan.subplan === undefined ? '' : `${prose(plan.subplan)}: `;
  return [
    cutEnd(`${indent}${name}${nodeWords(plan)}${numbers}`, longestLine),
    ...plan.conditions.map((condition) => cutEnd(`${indent}  ${prose(condition)}`, longestLine)),
    ...plan.children.flatMap((child) => linesOf(child, hasCosts, depth + 1)),
  ];
}

/** `Index Scan using users_email_key on public.users u`. */
export function nodeWords({ type, join, index, relation, alias }: PlanNode): string {
  const kind = join === undefined || join === 'Inner' ? type : type.replace(/(?= Join$)|$/, ` ${join}`);
  const by = index === undefined ? '' : ` using ${displayIdentifier(index)}`;
  const on = relation === undefined ? '' : ` on ${displayName(relation)}`;
  const as =
    relation === undefined || alias === undefined || alias === relation.name
      ? ''
      : ` ${displayIdentifier(alias)}`;
  return prose(`${kind}${by}${on}${as}`);
}
