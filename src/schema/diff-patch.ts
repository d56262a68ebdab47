import {
  attributeLabel,
  type ChangeGroup,
  changeOrder,
  describeAttribute,
  describeChange,
  displayObject,
  isLong,
} from './diff-words.ts';
import { objectKinds } from './object-kinds.ts';
import type { AttributeChange, ObjectChange } from './schema-diff.ts';

/** Lines that a comment still holds; the whole is in the JSON file. */
const mostLines = 1_500;
const mostLinesOfText = 60;

/** Every change, attribute by attribute, as a text that GitHub colours as a patch. */
export function patchText(groups: readonly ChangeGroup[]): string {
  const lines = groups.flatMap(groupLines);
  if (lines.length <= mostLines) return lines.join('\n');
  return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more lines`].join('\n');
}

const marks = { added: '+', removed: '-', changed: '!', renamed: '!' } as const;

function groupLines({ object, own, parts }: ChangeGroup): readonly string[] {
  const title =
    own === undefined ? `  ${objectKinds[object.kind].label} ${displayObject(object)}` : ownLine(own);
  const ordered = parts.toSorted(
    (left, right) => changeOrder.indexOf(left.change) - changeOrder.indexOf(right.change),
  );
  return [title, ...(own === undefined ? [] : texts(own)), ...ordered.flatMap(partLines)];
}

function ownLine(change: ObjectChange): string {
  return `${marks[change.change]} ${oneLine(describeChange(change))}`;
}

function partLines(change: ObjectChange): readonly string[] {
  return [`${marks[change.change]}   ${oneLine(describeChange(change))}`, ...texts(change)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Old and new lines of a view, a function, a policy. */
function texts(change: ObjectChange): readonly string[] {
  if (change.change === 'added' || change.change === 'removed') return [];
  return change.attributes.filter(isText).flatMap((attribute) => textLines(attribute));
}

function isText({ from, to }: AttributeChange): boolean {
  return isLong(from) || isLong(to);
}

function textLines(attribute: AttributeChange): readonly string[] {
  const { name, from, to } = attribute;
  if (typeof from !== 'string' || typeof to !== 'string') return [`      ${describeAttribute(attribute)}`];
  const [olds, news] = [from.split('\n'), to.split('\n')];
  let start = 0;
  while (start < olds.length && start < news.length && olds[start] === news[start]) start += 1;
  let end = 0;
  while (
    end < olds.length - start &&
    end < news.length - start &&
    olds[olds.length - 1 - end] === news[news.length - 1 - end]
  )
    end += 1;
  const part = (lines: readonly string[], mark: string) =>
    lines.slice(start, lines.length - end).map((line) => `${mark}       ${line}`);
  const changed = [...part(olds, '-'), ...part(news, '+')];
  const kept = changed.slice(0, mostLinesOfText);
  const more =
    changed.length > kept.length ? [`        … and ${changed.length - kept.length} more lines`] : [];
  return [`      ${attributeLabel(name)}, from its line ${start + 1}:`, ...kept, ...more];
}
