import { homepage } from '../version.ts';
import { escapeText, inlineCode, linkTo, textLimits } from './escape.ts';
import { type Finding, type Severity, sortFindings } from './finding.ts';
import {
  boldHtml,
  folded,
  hasDetails,
  hasMoreThanBrief,
  renderBlocks,
  renderText,
} from './markdown-blocks.ts';
import { renderFindingCount, renderFindings } from './markdown-findings.ts';
import type { Report, ReportBranch } from './report.ts';
import type { Section, SectionStatus } from './section.ts';
import { countFindings, countsInWords, statusOf, type Verdict, verdictOf } from './verdict.ts';

export interface MarkdownOptions {
  /** What the report is about, in the heading. */
  readonly title?: string;
  /** Finished Markdown that says where to find what is left out; used by the shorter forms. */
  readonly elsewhere?: string;
}

/** A part of the document in its forms, from the whole one to the shortest. An empty form leaves the part out. */
export interface Part {
  /** Groups parts for the reader: a section's id, or `findings`. */
  readonly name: string;
  readonly kind: 'heading' | 'table' | Severity | 'next-steps' | 'details' | 'section' | 'footer';
  readonly forms: readonly (() => string)[];
}

const verdictSymbols: Readonly<Record<Verdict, string>> = {
  passed: '✅',
  warning: '⚠️',
  failed: '❌',
  deleted: '🗑️',
  running: '⏳',
};

const statusSymbols: Readonly<Record<SectionStatus, string>> = {
  passed: '✅',
  warning: '⚠️',
  failed: '❌',
  skipped: '⏭️',
  running: '⏳',
};

const providerNames: Readonly<Record<string, string>> = {
  neon: 'Neon',
  supabase: 'Supabase',
  postgres: 'Postgres',
};

const shortTable = 20;

/** The whole report as GitHub's Markdown, for a comment or a step summary. No clock: the same report, the same bytes. */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  return joinParts(reportParts(report, options).map(({ forms }) => forms[0]?.() ?? ''));
}

export function joinParts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** The document in the order it is read. */
export function reportParts(report: Report, options: MarkdownOptions = {}): readonly Part[] {
  const { title = 'Preview database', elsewhere = summaryLink(report) } = options;
  const findings = sortFindings(report.sections.flatMap((section) => section.findings));
  const bySeverity = (severity: Severity) =>
    findingsPart(
      findings.filter((finding) => finding.severity === severity),
      { report, severity, elsewhere },
    );
  const sections = report.sections.map((section) => sectionPart(section, elsewhere));
  const details = sections.some(({ forms }) => forms.length > 1) ? '#### Details' : '';
  return [
    headingPart(report, title),
    tablePart(report, elsewhere),
    bySeverity('error'),
    { name: 'next-steps', kind: 'next-steps', forms: [() => nextSteps(report), () => ''] },
    bySeverity('warning'),
    bySeverity('notice'),
    { name: 'details', kind: 'details', forms: [() => details, () => ''] },
    ...sections,
    { name: 'footer', kind: 'footer', forms: [() => footer(report), () => ''] },
  ];
}

function summaryLink(report: Report): string {
  return `see the ${linkTo('step summary', report.subject.runUrl)}`;
}

function headingPart(report: Report, title: string): Part {
  const { key, branch } = report.subject;
  const verdict = verdictOf(report);
  const heading = (of: string) => `### ${verdictSymbols[verdict]} ${of}: ${verdictWords(report, verdict)}`;
  const plain = heading(escapeText(title, textLimits.name));
  const keyed = key === '' ? plain : heading(`${escapeText(title, textLimits.name)} ${inlineCode(key)}`);
  const full = branch === undefined ? keyed : `${keyed}\n\n${branchLine(branch)}`;
  return { name: 'heading', kind: 'heading', forms: [() => full, () => keyed, () => plain] };
}

function verdictWords(report: Report, verdict: Verdict): string {
  const counts = countFindings(report.sections.flatMap(({ findings }) => findings));
  // Notices ask for nothing: they are not part of a verdict.
  const words = countsInWords({ ...counts, notice: 0 });
  if (verdict === 'failed') return words === '' ? 'failed' : `failed with ${words}`;
  if (verdict === 'warning') return words === '' ? 'passed with warnings' : `passed with ${words}`;
  return verdict;
}

function branchLine(branch: ReportBranch): string {
  const provider = escapeText(providerNames[branch.provider] ?? branch.provider, textLimits.name);
  const name = `${provider} branch ${linkTo(inlineCode(branch.name), branch.consoleUrl)}`;
  if (branch.state === 'deleted') return `${name} and its data are gone.`;
  const from = branch.parent === undefined ? '' : ` from ${inlineCode(branch.parent)}`;
  const date = dateWords(branch.expiresAt);
  const expires = date === undefined ? '' : `, expires&nbsp;${date}`;
  const host = branch.host === undefined ? '' : `\\\nHost ${inlineCode(branch.host)}`;
  return `${name}${from}${expires}${host}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day of an ISO 8601 date-time, with spaces that do not break: "6 Dec 2026". */
function dateWords(instant: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant ?? '') ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? undefined : `${Number(day)}&nbsp;${name}&nbsp;${year}`;
}

function tablePart({ sections }: Report, elsewhere: string): Part {
  const rows = (shown: readonly Section[]) =>
    shown.map(
      (section) =>
        `| ${statusSymbols[statusOf(section)]} | **${escapeText(section.title, textLimits.name)}** | ${escapeText(section.summary, textLimits.line)} |`,
    );
  const table = (shown: readonly Section[]) =>
    shown.length === 0 ? '' : ['| | Step | Result |', '|:-:|:--|:--|', ...rows(shown)].join('\n');
  const short = () => {
    const left = sections.length - shortTable;
    const more = left > 0 ? `\n\n… and ${left} more: ${elsewhere}` : '';
    return `${table(worstFirst(sections).slice(0, shortTable))}${more}`;
  };
  return { name: 'table', kind: 'table', forms: [() => table(sections), short, () => ''] };
}

function worstFirst(sections: readonly Section[]): readonly Section[] {
  const order: readonly SectionStatus[] = ['failed', 'warning', 'running', 'skipped', 'passed'];
  return sections.toSorted((a, b) => order.indexOf(statusOf(a)) - order.indexOf(statusOf(b)));
}

interface FindingsPartOptions {
  readonly report: Report;
  readonly severity: Severity;
  readonly elsewhere: string;
}

function findingsPart(findings: readonly Finding[], options: FindingsPartOptions): Part {
  const { report, severity, elsewhere } = options;
  const { subject } = report;
  const form = (detail: 'whole' | 'brief' | 'first') => () =>
    renderFindings(findings, { subject, detail, elsewhere });
  const count = () => renderFindingCount(severity, findings.length, elsewhere);
  return {
    name: 'findings',
    kind: severity,
    forms: findings.length === 0 ? [() => ''] : [form('whole'), form('brief'), form('first'), count],
  };
}

function sectionPart(section: Section, elsewhere: string): Part {
  const title = boldHtml(section.title);
  const open = statusOf(section) === 'failed';
  const whole = renderBlocks(section.blocks);
  if (whole === '') return { name: section.id, kind: 'section', forms: [() => ''] };
  const shorter = (detail: 'unfolded' | 'brief', left: string) => {
    const kept = renderBlocks(section.blocks, detail);
    return folded(title, [kept, left].filter((part) => part !== '').join('\n\n'), open);
  };
  const unfolded = () =>
    shorter('unfolded', hasDetails(section.blocks) ? `What is folded here: ${elsewhere}` : '');
  const brief = () =>
    shorter(
      'brief',
      hasMoreThanBrief(section.blocks) ? `The rest, with code and diagrams: ${elsewhere}` : '',
    );
  const line = () => `**${escapeText(section.title, textLimits.name)}**: ${elsewhere}`;
  return {
    name: section.id,
    kind: 'section',
    forms: [() => folded(title, whole, open), unfolded, brief, line, () => ''],
  };
}

/** Only a failure asks for something to be done. */
function nextSteps(report: Report): string {
  const failed = report.sections.filter((section) => statusOf(section) === 'failed');
  if (failed.length === 0) return '';
  const log = linkTo("the run's log", report.subject.runUrl);
  const steps = failed.flatMap((section) => {
    if (section.nextSteps !== undefined) return section.nextSteps.map((step) => renderText(step));
    const title = `**${escapeText(section.title, textLimits.name)}**`;
    return section.findings.some(({ severity }) => severity === 'error')
      ? [`${title}: mend the errors above; each one says how.`]
      : [`${title}: read what went wrong below and in ${log}.`];
  });
  const last = 'Push the change, or run the job again. Nothing has to be cleaned up first.';
  const lines = [...steps, last].map((step, index) => `${index + 1}. ${step}`);
  return `#### Next steps\n\n${lines.join('\n')}`;
}

function footer({ subject }: Report): string {
  const { commit, runUrl } = subject;
  const parts = [
    ...(runUrl === undefined ? [] : [linkTo('Workflow run', runUrl)]),
    ...(commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
      ? [`commit ${inlineCode(commit.slice(0, 7))}`]
      : []),
    linkTo('NeonHub Database Actions', homepage),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
