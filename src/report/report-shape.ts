import { type Finding, severities } from './finding.ts';
import type { ReportBranch } from './report.ts';
import type { Block, Line, PlainBlock, Section, Text } from './section.ts';
import { anyOf, choice, listOf, pairOf, record, type Shape, text, wholeNumber } from './shape.ts';

/** The most that a serialised report may hold. Lengths in code points. */
export const reportLimits = {
  /** UTF-16 code units of the whole JSON text. */
  json: 8 * 1024 * 1024,
  sections: 50,
  blocks: 100,
  findings: 1_000,
  rows: 2_000,
  columns: 20,
  /** Of one text. */
  lines: 50,
  name: 1_000,
  cell: 4_000,
  paragraph: 20_000,
  code: 200_000,
} as const;

const limits = reportLimits;
const name = text(limits.name);
const cell = text(limits.cell);
const paragraph = text(limits.paragraph);
const code = text(limits.code);

const lineShapes: readonly Shape<Line>[] = [
  paragraph,
  record({ code: cell }, {}),
  record({ link: cell, text: cell }, {}),
];

const textShape: Shape<Text> = anyOf<Text>([
  ...lineShapes,
  record({ lines: listOf(anyOf(lineShapes), limits.lines) }, {}),
]);

const column = record({ title: cell }, { align: choice('left', 'right') });

const plainBlocks: readonly Shape<PlainBlock>[] = [
  record({ kind: choice('text'), text: textShape }, {}),
  record({ kind: choice('list'), items: listOf(textShape, limits.rows) }, {}),
  record({ kind: choice('facts'), rows: listOf(pairOf(cell, textShape), limits.rows) }, {}),
  record(
    {
      kind: choice('table'),
      columns: listOf(column, limits.columns),
      rows: listOf(listOf(textShape, limits.columns), limits.rows),
    },
    { caption: cell },
  ),
  record({ kind: choice('code'), language: name, text: code }, { caption: cell }),
  record({ kind: choice('mermaid'), text: code }, { caption: cell }),
];

const blocks: readonly Shape<Block>[] = [
  ...plainBlocks,
  record({ kind: choice('details'), title: cell, blocks: listOf(anyOf(plainBlocks), limits.blocks) }, {}),
];

const line = wholeNumber(1, 100_000_000);

export const findingShape: Shape<Finding> = record(
  { rule: name, severity: choice(...severities), subject: cell, message: paragraph },
  {
    evidence: paragraph,
    fix: paragraph,
    docs: cell,
    location: record({ file: cell, line }, { endLine: line }),
  },
);

export const sectionShape: Shape<Section> = record(
  {
    id: name,
    title: name,
    status: choice('passed', 'warning', 'failed', 'skipped', 'running'),
    summary: cell,
    blocks: listOf(anyOf(blocks), limits.blocks),
    findings: listOf(findingShape, limits.findings),
  },
  { nextSteps: listOf(textShape, limits.columns) },
);

const branchFields = record(
  { provider: name, name: cell, state: choice('ready', 'deleted') },
  { parent: cell, host: cell, expiresAt: name, consoleUrl: cell },
);

/** What is absent in JSON is `undefined` in a report. */
export const branchShape: Shape<ReportBranch> = {
  schema: branchFields.schema,
  accepts: branchFields.accepts,
  read(value, path) {
    const { provider, name, state, parent, host, expiresAt, consoleUrl } = branchFields.read(value, path);
    return { provider, name, state, parent, host, expiresAt, consoleUrl };
  },
};

export const reportFields = record(
  {
    version: choice(1),
    subject: record(
      { repository: name, key: name },
      {
        pullRequest: wholeNumber(1, Number.MAX_SAFE_INTEGER),
        commit: name,
        branch: branchShape,
        runUrl: cell,
      },
    ),
    sections: listOf(sectionShape, limits.sections),
  },
  {},
);
