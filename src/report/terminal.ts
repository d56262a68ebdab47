import { type Finding, type Severity, sortFindings } from './finding.ts';
import type { Report, ReportBranch } from './report.ts';
import type { Section, SectionStatus, Text } from './section.ts';
import {
  clipTo,
  columnsOf,
  type Paint,
  padTo,
  painter,
  plain,
  type Style,
  withoutCommands,
  wrap,
} from './terminal-text.ts';
import { countFindings, countsInWords, statusOf, type Verdict, verdictOf } from './verdict.ts';
import { cutEnd, cutMiddle, prose, visibleLines } from './visible-text.ts';

export interface TerminalOptions {
  readonly color?: boolean;
  /** Columns; at least 40 are used. */
  readonly width?: number;
  readonly title?: string;
}

interface Look {
  readonly mark: string;
  readonly style: Style;
}

const looks: Readonly<Record<SectionStatus | Verdict, Look>> = {
  passed: { mark: '✔', style: 'green' },
  warning: { mark: '!', style: 'yellow' },
  failed: { mark: '✘', style: 'red' },
  skipped: { mark: '-', style: 'dim' },
  running: { mark: '…', style: 'cyan' },
  deleted: { mark: '✔', style: 'dim' },
};

const severityLooks: Readonly<Record<Severity, Look>> = {
  error: looks.failed,
  warning: looks.warning,
  notice: { mark: 'i', style: 'blue' },
};

const longestName = 200;
const longestText = 2_000;
const longestFix = 40;
const mostFindings = 50;

interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** The report for a log or a terminal. Safe on stdout: no control character or workflow command of what it quotes gets through. */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const page: Page = { paint: painter(options.color ?? false), width: Math.max(40, options.width ?? 100) };
  const findings = sortFindings(report.sections.flatMap((section) => section.findings));
  const lines = [
    ...header(report, options.title ?? 'Preview database', page),
    '',
    ...sectionLines(report.sections, page),
    ...findings.slice(0, mostFindings).flatMap((finding) => ['', ...findingLines(finding, page)]),
    ...(findings.length > mostFindings
      ? ['', `  … and ${findings.length - mostFindings} more findings`]
      : []),
    ...nextStepLines(report.sections, page),
    ...(report.subject.runUrl === undefined ? [] : ['', page.paint('dim', plain(report.subject.runUrl))]),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

function header(report: Report, title: string, { paint, width }: Page): readonly string[] {
  const verdict = verdictOf(report);
  const { mark, style } = looks[verdict];
  const { key, branch } = report.subject;
  const heading = `${mark} ${prose(title)}${key === '' ? '' : ` ${plain(key)}`}: ${verdictText(report, verdict)}`;
  const inner = width - 4;
  const rows = [heading, ...(branch === undefined ? [] : wrap(branchText(branch), inner))];
  const boxed = rows.map((row, index) => {
    const text = padTo(clipTo(row, inner), inner);
    return `${paint('dim', '│')} ${index === 0 ? paint('bold', paint(style, text)) : text} ${paint('dim', '│')}`;
  });
  const rule = '─'.repeat(width - 2);
  return [paint('dim', `╭${rule}╮`), ...boxed, paint('dim', `╰${rule}╯`)];
}

function verdictText(report: Report, verdict: Verdict): string {
  const words = countsInWords(countFindings(report.sections.flatMap(({ findings }) => findings)));
  return words === '' ? verdict : `${verdict} (${words})`;
}

function branchText(branch: ReportBranch): string {
  const isDeleted = branch.state === 'deleted';
  const date = /^\d{4}-\d{2}-\d{2}/.exec(branch.expiresAt ?? '')?.[0];
  return [
    `${plain(branch.provider)} branch ${plain(cutMiddle(branch.name, longestName))}`,
    ...(isDeleted ? ['deleted'] : []),
    ...(branch.parent === undefined ? [] : [`from ${plain(cutMiddle(branch.parent, longestName))}`]),
    ...(branch.host === undefined ? [] : [`on ${plain(branch.host)}`]),
    ...(date === undefined || isDeleted ? [] : [`expires ${date}`]),
  ].join(', ');
}

function sectionLines(sections: readonly Section[], { paint, width }: Page): readonly string[] {
  const titles = sections.map(({ title }) => clipTo(prose(title), 24));
  const column = Math.max(0, ...titles.map(columnsOf));
  return sections.flatMap((section, index) => {
    const { mark, style } = looks[statusOf(section)];
    const lines = wrap(prose(section.summary), width - column - 6);
    const start = `  ${paint(style, mark)} ${paint('bold', padTo(titles[index] ?? '', column))}  `;
    return lines.map((line, row) => (row === 0 ? `${start}${line}` : `${' '.repeat(column + 6)}${line}`));
  });
}

function findingLines(finding: Finding, { paint, width }: Page): readonly string[] {
  const { mark, style } = severityLooks[finding.severity];
  const subject = plain(cutMiddle(finding.subject, longestName));
  const [first = '', ...others] = wrap(`${plain(finding.rule)}  ${subject}`, width - 4);
  const indented = (text: string) => wrap(cutEnd(text, longestText), width - 4).map((line) => `    ${line}`);
  const { location, evidence, fix } = finding;
  return [
    `  ${paint(style, mark)} ${paint('bold', first)}`,
    ...others.map((line) => `    ${paint('bold', line)}`),
    ...indented(prose(finding.message)),
    ...(evidence === undefined ? [] : indented(prose(evidence))),
    ...(location === undefined ? [] : indented(`${plain(location.file)}:${location.line}`)),
    ...(fix === undefined ? [] : codeLines(fix).map((line) => `      ${paint('cyan', line)}`)),
  ];
}

/** Not wrapped: it is to be copied. */
function codeLines(text: string): readonly string[] {
  const lines = visibleLines(text).trimEnd().split('\n');
  const left = lines.length - longestFix;
  return left > 0 ? [...lines.slice(0, longestFix), `… and ${left} more lines`] : lines;
}

function nextStepLines(sections: readonly Section[], { paint, width }: Page): readonly string[] {
  const steps = sections.flatMap((section) =>
    statusOf(section) === 'failed' ? (section.nextSteps ?? []) : [],
  );
  if (steps.length === 0) return [];
  const lines = steps.flatMap((step, index) =>
    wrap(prose(textOf(step)), width - 5).map(
      (line, row) => `  ${row === 0 ? `${index + 1}.` : '  '} ${line}`,
    ),
  );
  return ['', `  ${paint('bold', 'Next steps')}`, ...lines];
}

function textOf(text: Text): string {
  if (typeof text === 'string') return text;
  if ('lines' in text) return text.lines.map(textOf).join(' ');
  return 'code' in text ? text.code : `${text.text} (${text.link})`;
}
