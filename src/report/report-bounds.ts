import { type Finding, sortFindings } from './finding.ts';
import type { Report, ReportBranch } from './report.ts';
import { reportLimits } from './report-shape.ts';
import type { Block, Line, PlainBlock, Section, Text } from './section.ts';
import { cutMiddle } from './visible-text.ts';

const limits = reportLimits;
const name = (text: string) => cutMiddle(text, limits.name);
const cell = (text: string) => cutMiddle(text, limits.cell);
const paragraph = (text: string) => cutMiddle(text, limits.paragraph);
const code = (text: string) => cutMiddle(text, limits.code);

/** The report within `reportLimits`: as much of it as fits into the whole JSON text. */
export function boundedReport(report: Report): Report {
  const sections = report.sections.slice(0, limits.sections).map(boundedSection);
  const subject = {
    ...report.subject,
    repository: name(report.subject.repository),
    key: name(report.subject.key),
    branch: report.subject.branch && boundedBranch(report.subject.branch),
    runUrl: report.subject.runUrl && cell(report.subject.runUrl),
  };
  const forms = [(section: Section) => section, withoutBlocks, withFewFindings];
  const candidates = forms.map((form) => ({ ...report, subject, sections: sections.map(form) }));
  const fits = (candidate: Report) => JSON.stringify(candidate, null, 2).length <= limits.json;
  return candidates.find(fits) ?? { ...report, subject, sections: [] };
}

/** The section within `reportLimits`; what was cut off is said in its place. */
export function boundedSection(section: Section): Section {
  return {
    ...section,
    id: name(section.id),
    title: name(section.title),
    summary: cell(section.summary),
    blocks: section.blocks.slice(0, limits.blocks).map(boundedBlock),
    findings: boundedFindings(section.findings, limits.findings),
    ...(section.nextSteps && { nextSteps: section.nextSteps.slice(0, limits.columns).map(boundedText) }),
  };
}

function withoutBlocks(section: Section): Section {
  if (section.blocks.length === 0) return section;
  return { ...section, blocks: [{ kind: 'text', text: 'Left out: the report would be too long.' }] };
}

function withFewFindings(section: Section): Section {
  const short = ({ evidence: _evidence, fix: _fix, ...finding }: Finding): Finding => ({
    ...finding,
    message: cell(finding.message),
  });
  return { ...withoutBlocks(section), findings: boundedFindings(section.findings, 10).map(short) };
}

/** The worst are kept; the last place says how many are not here. */
function boundedFindings(findings: readonly Finding[], max: number): readonly Finding[] {
  if (findings.length <= max) return findings.map(boundedFinding);
  const kept = sortFindings(findings).slice(0, max - 1);
  const rest: Finding = {
    rule: 'findings-left-out',
    severity: 'notice',
    subject: 'report',
    message: `${findings.length - kept.length} more findings are not in this report.`,
  };
  return [...kept.map(boundedFinding), rest];
}

export function boundedFinding(finding: Finding): Finding {
  const { evidence, fix, docs, location } = finding;
  return {
    ...finding,
    rule: name(finding.rule),
    subject: cell(finding.subject),
    message: paragraph(finding.message),
    ...(evidence !== undefined && { evidence: paragraph(evidence) }),
    ...(fix !== undefined && { fix: paragraph(fix) }),
    ...(docs !== undefined && { docs: cell(docs) }),
    ...(location !== undefined && { location: { ...location, file: cell(location.file) } }),
  };
}

function boundedBranch(branch: ReportBranch): ReportBranch {
  return {
    ...branch,
    provider: name(branch.provider),
    name: cell(branch.name),
    parent: branch.parent && cell(branch.parent),
    host: branch.host && cell(branch.host),
    consoleUrl: branch.consoleUrl && cell(branch.consoleUrl),
  };
}

function boundedText(text: Text): Text {
  if (typeof text === 'string' || !('lines' in text)) return boundedLine(text);
  return { lines: boundedList(text.lines, boundedLine, { rest: (words) => words, max: limits.lines }) };
}

function boundedLine(line: Line): Line {
  if (typeof line === 'string') return paragraph(line);
  return 'code' in line ? { code: cell(line.code) } : { link: cell(line.link), text: cell(line.text) };
}

function boundedBlock(block: Block): Block {
  if (block.kind !== 'details') return boundedPlainBlock(block);
  const blocks = block.blocks.slice(0, limits.blocks).map(boundedPlainBlock);
  return { ...block, title: cell(block.title), blocks };
}

function boundedPlainBlock(block: PlainBlock): PlainBlock {
  switch (block.kind) {
    case 'text':
      return { ...block, text: boundedText(block.text) };
    case 'list':
      return { ...block, items: boundedList(block.items, boundedText, { rest: (words) => words }) };
    case 'facts':
      return {
        ...block,
        rows: boundedList(block.rows, ([label, value]) => [cell(label), boundedText(value)] as const, {
          rest: (words) => ['…', words] as const,
        }),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns
          .slice(0, limits.columns)
          .map((column) => ({ ...column, title: cell(column.title) })),
        rows: boundedList(block.rows, (row) => row.slice(0, limits.columns).map(boundedText), {
          rest: (words) => [words],
        }),
        ...boundedCaption(block),
      };
    case 'code':
      return { ...block, language: name(block.language), text: code(block.text), ...boundedCaption(block) };
    case 'mermaid':
      return { ...block, text: code(block.text), ...boundedCaption(block) };
  }
}

function boundedCaption({ caption }: { readonly caption?: string }): { readonly caption?: string } {
  return caption === undefined ? {} : { caption: cell(caption) };
}

/** Over the limit, the last place says how many are not here. */
function boundedList<T, U>(
  items: readonly T[],
  bound: (item: T) => U,
  { rest, max = limits.rows }: { readonly rest: (words: string) => U; readonly max?: number },
): readonly U[] {
  if (items.length <= max) return items.map(bound);
  const kept = items.slice(0, max - 1).map(bound);
  return [...kept, rest(`… and ${items.length - kept.length} more`)];
}
