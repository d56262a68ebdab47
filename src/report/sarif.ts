/** Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as far as GitHub code scanning reads it. */
import { createHash } from 'node:crypto';
import { safeUrl } from './escape.ts';
import type { Finding, Severity } from './finding.ts';
import { cutEnd, prose, visible, visibleLines } from './visible-text.ts';

/** What the documentation says about one rule. */
export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** One or two sentences. */
  readonly why: string;
  readonly docs?: string;
}

export interface SarifResult {
  readonly finding: Finding;
  /** What stays the same when lines move, such as the SQL; tells results of one rule and subject apart. */
  readonly identity: string;
  /** The lines of the finding's place, where they are known. */
  readonly code?: string;
  readonly suppression?: { readonly kind: 'inSource' | 'external'; readonly justification: string };
}

export interface SarifRun {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri: string };
  /** Tells several analyses of one commit apart. */
  readonly category: string;
  /** Every rule that could have found something; of others only what a finding says is known. */
  readonly rules: readonly SarifRule[];
  /** Worst first: what is over GitHub's limit is left off at the end. */
  readonly results: readonly SarifResult[];
}

/**
 * More than 25,000 results are refused, and the first 5,000 are kept.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const mostResults = 5_000;

/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const longest = { name: 255, description: 1_024, message: 4_000, snippet: 500 } as const;

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** JSON text with a last line end. The same run gives the same bytes. */
export function renderSarif(run: SarifRun): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(run)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf({ tool, category, rules, results }: SarifRun): object {
  const known = rulesOf(rules, results);
  const index = new Map(known.map(({ id }, place) => [id, place]));
  const placed = results.filter(({ finding }) => uriOf(finding) !== undefined);
  const shown = placed.slice(0, mostResults);
  const ordinal = counter();
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        informationUri: tool.informationUri,
        rules: known.map((rule) => ruleOf(rule, tool.informationUri)),
      },
    },
    automationDetails: { id: `${category}/` },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notificationsOf(results, placed.length - shown.length),
      },
    ],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'Root of the repository.' } } },
    results: shown.map((result) => resultOf(result, index.get(result.finding.rule) ?? -1, ordinal)),
  };
}

/** Sorted by id, so that the place of a rule does not depend on what was found. */
function rulesOf(rules: readonly SarifRule[], results: readonly SarifResult[]): readonly SarifRule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { finding } of results) {
    const { rule: id, severity, docs } = finding;
    const title = titleOf(id);
    if (!byId.has(id)) byId.set(id, { id, title, severity, why: `${title}.`, ...(docs && { docs }) });
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** `drop-column` is "Drop column". */
function titleOf(id: string): string {
  const words = visible(id).replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function ruleOf({ id, title, severity, why, docs }: SarifRule, informationUri: string): object {
  const helpUri = safeUrl(docs ?? '') ?? informationUri;
  const problem = { error: 'error', warning: 'warning', notice: 'recommendation' } as const;
  return {
    id: visible(id),
    name: cutEnd(
      visible(id).replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, first: string) => first.toUpperCase()),
      longest.name,
    ),
    shortDescription: { text: cutEnd(prose(title), longest.description) },
    fullDescription: { text: cutEnd(prose(why), longest.description) },
    helpUri,
    help: { text: `${why}\n${helpUri}`, markdown: `**${title}**\n\n${why}\n\n[What this means](${helpUri})` },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['database', 'migration', 'postgresql'],
      precision: 'high',
      'problem.severity': problem[severity],
    },
  };
}

function resultOf(result: SarifResult, ruleIndex: number, ordinal: (key: string) => number): object {
  const { finding, identity, suppression } = result;
  const hash = createHash('sha256')
    .update(JSON.stringify([finding.rule, finding.subject, identity]))
    .digest('hex')
    .slice(0, 32);
  return {
    ruleId: visible(finding.rule),
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [locationOf(result)],
    // GitHub goes by `primaryLocationLineHash` alone. That one is left to `upload-sarif`, which makes it from the file's
    // text, so that it outlives moved lines too, and warns about any other value.
    partialFingerprints: { 'statement/v1': `${hash}:${ordinal(hash)}` },
    ...(suppression && { suppressions: [{ ...suppression, status: 'accepted' }] }),
  };
}

/** How often a key was asked for, from 1. */
function counter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

/** The first sentence is the alert's title. */
function messageOf({ message, evidence, fix }: Finding): string {
  const parts = [message, evidence, fix === undefined ? undefined : `Fix:\n${fix}`];
  const text = parts
    .filter((part) => part !== undefined)
    .map((part) => visibleLines(part).trim())
    .join('\n\n');
  return inert(cutEnd(text, longest.message));
}

/** Neither a placeholder (`{0}`, section 3.11.5) nor an embedded link (`[text](target)`, section 3.11.6). */
function inert(text: string): string {
  return text.replace(/\{(?=\d+\})/g, '{ ').replace(/\](?=\()/g, '] ') || 'No message.';
}

function locationOf({ finding, code }: SarifResult): object {
  const { line = 1, endLine = line } = finding.location ?? {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(finding), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: 1, endLine, ...(code !== undefined && codeOf(code)) },
    },
  };
}

function codeOf(code: string): object {
  const lastLine = code.split('\n').at(-1) ?? '';
  return { endColumn: lastLine.length + 1, snippet: { text: cutEnd(visibleLines(code), longest.snippet) } };
}

/** Relative to the repository's root; undefined without a place in it. */
function uriOf({ location }: Finding): string | undefined {
  const segments = location === undefined ? [] : location.file.replace(/^\.\//, '').split('/');
  if (segments.length === 0 || segments.some((part) => part === '' || part === '.' || part === '..'))
    return undefined;
  return segments.map((segment) => encodeURIComponent(visible(segment))).join('/');
}

/** A result without a place is refused with the whole file: what has none is told beside the results. */
function notificationsOf(results: readonly SarifResult[], leftOut: number): readonly object[] {
  const unplaced = results.filter(({ finding }) => uriOf(finding) === undefined);
  const notes = unplaced.slice(0, mostResults).map(({ finding }) => ({
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    associatedRule: { id: visible(finding.rule) },
  }));
  if (leftOut <= 0) return notes;
  const text = `${leftOut} more results are left out: GitHub keeps no more than ${mostResults} of a run.`;
  return [...notes, { level: 'warning', message: { text } }];
}
