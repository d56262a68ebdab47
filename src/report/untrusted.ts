import type { Finding } from './finding.ts';
import type { Report, ReportSubject } from './report.ts';
import type { Block, Line, PlainBlock, Section, Text } from './section.ts';

/**
 * A report made where a contributor's code ran, as a job with write access may show it: what it is about comes from
 * `subject`, which the caller knows by itself, and no link of the report's own is left (it would carry our name).
 */
export function withTrustedSubject(report: Report, subject: Omit<ReportSubject, 'branch'>): Report {
  const { branch } = report.subject;
  return {
    version: 1,
    subject: { ...subject, branch: branch === undefined ? undefined : { ...branch, consoleUrl: undefined } },
    sections: report.sections.map(withoutLinks),
  };
}

function withoutLinks(section: Section): Section {
  return {
    ...section,
    blocks: section.blocks.map(blockWithoutLinks),
    findings: section.findings.map(findingWithoutLinks),
    ...(section.nextSteps && { nextSteps: section.nextSteps.map(plain) }),
  };
}

function findingWithoutLinks({ docs: _docs, ...finding }: Finding): Finding {
  return finding;
}

function blockWithoutLinks(block: Block): Block {
  return block.kind === 'details'
    ? { ...block, blocks: block.blocks.map(plainBlockWithoutLinks) }
    : plainBlockWithoutLinks(block);
}

function plainBlockWithoutLinks(block: PlainBlock): PlainBlock {
  switch (block.kind) {
    case 'text':
      return { ...block, text: plain(block.text) };
    case 'list':
      return { ...block, items: block.items.map(plain) };
    case 'facts':
      return { ...block, rows: block.rows.map(([label, value]) => [label, plain(value)] as const) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(plain)) };
    case 'code':
    case 'mermaid':
      return block;
  }
}

function plain(text: Text): Text {
  if (typeof text === 'object' && 'lines' in text) return { lines: text.lines.map(plainLine) };
  return plainLine(text);
}

function plainLine(line: Line): Line {
  return typeof line === 'object' && 'link' in line ? line.text : line;
}
