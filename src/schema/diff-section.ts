import { worstSeverity } from '../report/finding.ts';
import { counted } from '../report/quantity.ts';
import type { Block, Line, Section, Text } from '../report/section.ts';
import { conflictWords, diffFindings, type RefusedMigration, sizeWords } from './diff-findings.ts';
import { patchText } from './diff-patch.ts';
import {
  type ChangeGroup,
  changeOrder,
  changeWords,
  describeAttribute,
  describeChange,
  displayObject,
  groupChanges,
  summaryOf,
} from './diff-words.ts';
import { erDiagram } from './er-diagram.ts';
import type { Conflict } from './fork-diff.ts';
import { objectKinds } from './object-kinds.ts';
import type { ObjectChange, SchemaDiff } from './schema-diff.ts';
import { keyOf, type SchemaSnapshot, type TableSize } from './snapshot.ts';
import { type SqlPatch, shownPatch } from './sql-patch/sql-patch.ts';

/** What is shown: a diff with both of its sides. */
export interface Comparison {
  readonly diff: SchemaDiff;
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** With what it is compared, a whole sentence. */
  readonly basis: string;
  /** False: the sizes of the old side say nothing about production (an empty copy). */
  readonly hasSizes: boolean;
  /** What came later in the parent, where that is known. */
  readonly later?: SchemaDiff | undefined;
  /** What the parent is called. */
  readonly parent?: string | undefined;
  readonly conflicts?: readonly Conflict[];
  /** A migration that ran on the preview, and that the parent's head does not take. */
  readonly refused?: RefusedMigration | undefined;
  /** The difference as statements; undefined where migrations made it, or where a side is not whole. */
  readonly sql?: SqlPatch | undefined;
  /** Subjects of drops that were judged elsewhere in the same report. */
  readonly judged?: ReadonlySet<string>;
}

const mostRows = 60;
const mostLines = 8;

/** One line, `2 tables changed, 1 view added`; that nothing is different. */
export function diffSummary({ diff }: Pick<Comparison, 'diff'>): string {
  return summaryOf(groupChanges(diff)) || 'No change';
}

/** The section: a table by object, a diagram of the changed part, every attribute folded. */
export function schemaDiffSection(comparison: Comparison): Section {
  const { diff, conflicts = [], later, parent, refused, judged } = comparison;
  const groups = groupChanges(diff);
  const sizes = new Map(
    (comparison.hasSizes ? comparison.from.sizes : []).map((size) => [`${size.schema}\0${size.name}`, size]),
  );
  const findings = diffFindings({ diff, sizes, conflicts, parent, refused, judged });
  const worst = worstSeverity(findings);
  return {
    id: 'schema-diff',
    title: 'Schema changes',
    status: worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed',
    summary: [diffSummary(comparison), conflictWords(conflicts, refused)]
      .filter((part) => part !== '')
      .join(', '),
    blocks: [
      { kind: 'text', text: comparison.basis },
      ...diff.notes.map((text): Block => ({ kind: 'text', text })),
      ...(groups.length === 0 ? [] : [objectTable(groups, sizes)]),
      ...diagramBlocks(groups, comparison),
      ...patchBlocks(groups, comparison),
      ...laterBlocks(later, parent),
    ],
    findings,
  };
}

function objectTable(groups: readonly ChangeGroup[], sizes: ReadonlyMap<string, TableSize>): Block {
  const rows = groups.slice(0, mostRows).map((group) => objectRow(group, sizes));
  const rest = groups.length - rows.length;
  const more: readonly (readonly Text[])[] =
    rest > 0 ? [[`… and ${counted(rest, 'object')}`, '', 'in the list below']] : [];
  return {
    kind: 'table',
    columns: [{ title: 'Object' }, { title: 'Change' }, { title: 'What' }],
    rows: [...rows, ...more],
  };
}

function objectRow(group: ChangeGroup, sizes: ReadonlyMap<string, TableSize>): readonly Text[] {
  const { object, change, own } = group;
  const lines = [...ownLines(group, sizes), ...partLines(group)];
  const shown = lines.slice(0, mostLines);
  const more: readonly Line[] =
    lines.length > shown.length ? [`… and ${lines.length - shown.length} more`] : [];
  const word = own?.change === 'renamed' && !own.isCertain ? 'perhaps renamed' : changeWords[change];
  return [
    { lines: [{ code: displayObject(object) }, objectKinds[object.kind].label] },
    change === 'removed' ? word.toUpperCase() : word,
    { lines: [...shown, ...more] },
  ];
}

/** What a whole object was, or what of it itself has changed. */
function ownLines(
  { own, object, change, parts }: ChangeGroup,
  sizes: ReadonlyMap<string, TableSize>,
): readonly Line[] {
  if (own === undefined) return [];
  if (own.change === 'renamed') {
    const was = `was ${displayObject(own.from)}${own.isCertain ? '' : `: ${own.why}`}`;
    return [was, ...own.attributes.map(describeAttribute)];
  }
  if (own.change === 'changed') return own.attributes.map(describeAttribute);
  const size = change === 'removed' ? sizes.get(`${object.schema}\0${object.name}`) : undefined;
  const rest = describeChange({ ...own, inheritedBy: 0 })
    .split(': ')
    .slice(1)
    .join(': ');
  return [
    ...(size === undefined ? [] : [sizeWords(size)]),
    ...(rest === '' ? [] : [rest]),
    ...(parts.length === 0 ? [] : [partCounts(parts)]),
  ];
}

/** `with 8 columns, 2 indexes`. */
function partCounts(parts: readonly ObjectChange[]): string {
  const kinds = [...new Set(parts.map(({ object }) => object.kind))];
  const counts = kinds.map((kind) => {
    const { label, plural } = objectKinds[kind];
    return counted(parts.filter(({ object }) => object.kind === kind).length, label, plural);
  });
  return `with ${counts.join(', ')}`;
}

const signs = { added: '+', removed: '−', changed: '~', renamed: '~' } as const;

/** Of a table that stays; what came or went with a whole table is only counted. */
function partLines({ parts, change }: ChangeGroup): readonly Line[] {
  if (change === 'added' || change === 'removed') return [];
  return parts
    .toSorted((left, right) => changeOrder.indexOf(left.change) - changeOrder.indexOf(right.change))
    .map((part) => `${signs[part.change]} ${describeChange(part)}`);
}

function diagramBlocks(groups: readonly ChangeGroup[], { from, to }: Comparison): readonly Block[] {
  const diagram = erDiagram(groups, { from, to });
  if (diagram === undefined) return [];
  const caption =
    diagram.leftOut === 0
      ? 'Changed tables, and in grey what they refer to'
      : `Changed tables (${diagram.leftOut} more did not fit), and in grey what they refer to`;
  return [{ kind: 'details', title: 'Diagram', blocks: [{ kind: 'mermaid', text: diagram.text, caption }] }];
}

/** The statements, where there are any; attribute by attribute what they leave out. */
function patchBlocks(groups: readonly ChangeGroup[], { diff, sql }: Comparison): readonly Block[] {
  if (groups.length === 0) return [];
  if (sql === undefined || sql.statements.length === 0) return [patchBlock('Every attribute', groups)];
  const left = new Set(sql.notWritten.map(({ object }) => keyOf(object)));
  const rest = groupChanges({ changes: diff.changes.filter(({ object }) => left.has(keyOf(object))) });
  const script: Block = {
    kind: 'details',
    title: 'SQL patch',
    blocks: [{ kind: 'code', language: 'sql', text: shownPatch(sql) }],
  };
  return rest.length === 0 ? [script] : [script, patchBlock('What the SQL patch leaves out', rest)];
}

function patchBlock(title: string, groups: readonly ChangeGroup[]): Block {
  return {
    kind: 'details',
    title,
    blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
  };
}

function laterBlocks(later: SchemaDiff | undefined, parent = 'the parent'): readonly Block[] {
  const groups = later === undefined ? [] : groupChanges(later);
  if (groups.length === 0) return [];
  return [
    {
      kind: 'details',
      title: `Changed in ${parent} since, and not here: ${summaryOf(groups)}`,
      blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
    },
  ];
}
