import { escapeHtml, escapeText, fencedCode, htmlCode, inlineCode, linkTo, textLimits } from './escape.ts';
import type { Finding, Location, Severity } from './finding.ts';
import { folded } from './markdown-blocks.ts';
import type { ReportSubject } from './report.ts';
import { cutEnd } from './visible-text.ts';

/** `first` shows the first few of `brief`: no evidence and no fix. */
export type FindingDetail = 'whole' | 'brief' | 'first';

/** So many are listed one by one; more of them are folded into one line. */
const listed: Readonly<Record<Severity, number>> = { error: 20, warning: 10, notice: 0 };
const firstFew = 10;

export const severitySymbols: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

interface FindingsOptions {
  readonly subject: ReportSubject;
  readonly detail: FindingDetail;
  /** Finished Markdown that says where the rest is. */
  readonly elsewhere: string;
}

/** Findings of one severity, already sorted, under a heading of their own. Empty where there are none. */
export function renderFindings(findings: readonly Finding[], options: FindingsOptions): string {
  const [first] = findings;
  if (first === undefined) return '';
  const { severity } = first;
  const { detail, elsewhere } = options;
  const shown = detail === 'first' ? findings.slice(0, firstFew) : findings;
  const blocks = shown.map((finding) => renderFinding(finding, options));
  const open = blocks.slice(0, listed[severity]);
  const rest = blocks.slice(listed[severity]);
  const left = findings.length - shown.length;
  return [
    ...(open.length > 0 ? [`#### ${counted(severity, findings.length)}`] : []),
    ...open,
    ...(rest.length > 0
      ? [folded(restTitle(severity, rest.length, open.length > 0), rest.join('\n\n'))]
      : []),
    ...(detail === 'whole' ? [] : [leftOut(severity, left, elsewhere)]),
  ].join('\n\n');
}

/** The line that stands for findings that are not shown at all. */
export function renderFindingCount(severity: Severity, count: number, elsewhere: string): string {
  return count === 0 ? '' : `${severitySymbols[severity]} ${counted(severity, count)}: ${elsewhere}`;
}

function leftOut(severity: Severity, left: number, elsewhere: string): string {
  const what = left > 0 ? `${left} more of these, evidence and fixes` : 'Evidence and fixes';
  return `${severitySymbols[severity]} ${what}: ${elsewhere}`;
}

function restTitle(severity: Severity, count: number, more: boolean): string {
  const words = more ? `${count} more ${severity}${count === 1 ? '' : 's'}` : counted(severity, count);
  return `${severitySymbols[severity]} <b>${words}</b>`;
}

/** "1 error", "2 warnings". */
function counted(severity: Severity, count: number): string {
  return `${count} ${severity}${count === 1 ? '' : 's'}`;
}

function renderFinding(finding: Finding, options: FindingsOptions): string {
  const subject = `${severitySymbols[finding.severity]} ${htmlCode(finding.subject)} <b>${escapeHtml(finding.rule, textLimits.name)}</b>`;
  const summary = `${subject}<br>${escapeHtml(finding.message)}`;
  const whole = options.detail === 'whole';
  const body = [
    facts(finding, options.subject),
    ...(whole && finding.evidence !== undefined ? [evidence(finding.evidence)] : []),
    ...(whole && finding.fix !== undefined ? [longCode(finding.fix, fixLanguage(finding.fix))] : []),
  ].join('\n\n');
  return folded(summary, quoted(body), finding.severity === 'error');
}

function facts(finding: Finding, subject: ReportSubject): string {
  const { location, docs } = finding;
  return [
    `**${finding.severity}**`,
    ...(location === undefined ? [] : [locationLink(location, subject)]),
    ...(docs === undefined ? [] : [linkTo('what this means', docs)]),
  ].join(' · ');
}

/** A quotation sets what belongs to a finding apart from the next one. */
function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function evidence(text: string): string {
  return text.includes('\n') || text.length > textLimits.paragraph ? longCode(text, '') : escapeText(text);
}

/** A finding is one of many: what is longer than this is no longer read in a comment. */
const longestCode = 10_000;

function longCode(text: string, language: string): string {
  return fencedCode(cutEnd(text, longestCode), language);
}

const sqlStart =
  /^\s*(--|\/\*|alter|analyze|begin|comment|create|delete|drop|grant|insert|reindex|revoke|select|set|truncate|update|vacuum|with)\b/i;

/** Fixes are SQL or a command; a sentence gets no colours. */
function fixLanguage(fix: string): string {
  if (sqlStart.test(fix) || fix.startsWith('--')) return 'sql';
  return /^(npx|npm|pnpm|yarn|psql|prisma|git|gh)\s/.test(fix) ? 'sh' : '';
}

/** `file:line`, as a link to the very commit where repository and commit are known. */
export function locationLink(location: Location, subject: ReportSubject): string {
  const label = inlineCode(`${location.file}:${location.line}`);
  return linkTo(label, blobUrl(location, subject));
}

function blobUrl(location: Location, subject: ReportSubject): string | undefined {
  const { repository, commit } = subject;
  const segments = location.file.split('/');
  const usable =
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    commit !== undefined &&
    /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) &&
    !/\p{Cs}/u.test(location.file) &&
    !segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (!usable) return undefined;
  const { line, endLine } = location;
  const lines = endLine === undefined || endLine <= line ? `L${line}` : `L${line}-L${endLine}`;
  const path = segments.map(encodeURIComponent).join('/');
  return `${serverUrl(subject)}/${repository}/blob/${commit}/${path}#${lines}`;
}

/** GitHub Enterprise Server has its own address; the run's link carries it. */
function serverUrl({ runUrl }: ReportSubject): string {
  if (runUrl === undefined || !URL.canParse(runUrl)) return 'https://github.com';
  const url = new URL(runUrl);
  return url.protocol === 'https:' ? url.origin : 'https://github.com';
}
