import { joinParts, type MarkdownOptions, type Part, reportParts } from './markdown.ts';
import type { Report } from './report.ts';
import { statusOf } from './verdict.ts';

export interface FitOptions extends Omit<MarkdownOptions, 'elsewhere'> {
  readonly limit?: number;
}

export interface FittedMarkdown {
  readonly body: string;
  /** What is not whole here, in the report's order: ids of sections, `findings`, at the utmost `table` and other parts. */
  readonly moved: readonly string[];
}

/**
 * A comment may have 65,536 characters; the caller adds its marker. Code units are never fewer than characters.
 * https://github.com/peter-evans/create-or-update-comment/issues/181
 */
const commentLimit = 60_000;

/**
 * A step summary may have 1 MiB; a longer one is dropped whole. The margin is for other steps' own lines.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const summaryLimit = 1024 * 1024 - 16 * 1024;

/** The report as a comment that is never over `limit` code units. What gives way is found in the step summary. */
export function fitComment(report: Report, options: FitOptions = {}): FittedMarkdown {
  const { limit = commentLimit, ...markdown } = options;
  return giveWay(report, markdown, { limit, measure: (text) => text.length });
}

/** The report as a step summary that is never over `limit` bytes of UTF-8. */
export function renderSummary(report: Report, options: FitOptions = {}): string {
  const { limit = summaryLimit, ...markdown } = options;
  const elsewhere = "left out, the summary would be over GitHub's limit of 1 MiB";
  const measure = (text: string) => Buffer.byteLength(text, 'utf8');
  return giveWay(report, { ...markdown, elsewhere }, { limit, measure }).body;
}

interface Measure {
  readonly limit: number;
  readonly measure: (text: string) => number;
}

/** One part's way from one of its forms to a shorter one. */
interface Step {
  readonly part: number;
  readonly form: number;
}

function giveWay(report: Report, options: MarkdownOptions, { limit, measure }: Measure): FittedMarkdown {
  const parts = reportParts(report, options);
  const texts = parts.map(({ forms }) => forms[0]?.() ?? '');
  const sizes = texts.map(measure);
  const moved = new Set<string>();
  // Two line ends between parts, one at the end: no more than two a part.
  let size = sizes.reduce((sum, part) => sum + part + 2, 0);
  for (const { part, form } of stepsDown(report, parts, sizes)) {
    if (size <= limit) break;
    const text = parts[part]?.forms[form]?.() ?? '';
    const shorter = measure(text);
    const before = sizes[part] ?? 0;
    // A short form can be longer than a short part.
    if (shorter >= before) continue;
    size += shorter - before;
    texts[part] = text;
    sizes[part] = shorter;
    moved.add(parts[part]?.name ?? '');
  }
  const body = joinParts(texts);
  const names = parts.map(({ name }) => name).filter((name) => moved.has(name));
  return { body: measure(body) <= limit ? body : '', moved: [...new Set(names)] };
}

/**
 * The order in which parts give way: what is folded, then code and diagrams, section by section (those that passed
 * first, the largest first), then whole sections, notices, warnings; the errors, the table and the heading last.
 */
function stepsDown(report: Report, parts: readonly Part[], sizes: readonly number[]): readonly Step[] {
  const rank = { passed: 0, skipped: 0, running: 0, warning: 1, failed: 2 } as const;
  const of = (kind: Part['kind']) => parts.flatMap((part, index) => (part.kind === kind ? [index] : []));
  const [firstSection = 0] = of('section');
  const rankOf = (index: number) => {
    const section = report.sections[index - firstSection];
    return section === undefined ? 0 : rank[statusOf(section)];
  };
  const sections = of('section').toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b,
  );
  const down = (kind: Part['kind'], ...forms: readonly number[]) =>
    forms.flatMap((form) => of(kind).map((part) => ({ part, form })));
  return [
    ...sections.map((part) => ({ part, form: 1 })),
    ...sections.map((part) => ({ part, form: 2 })),
    ...sections.map((part) => ({ part, form: 3 })),
    ...down('notice', 1, 2, 3),
    ...down('warning', 1, 2, 3),
    ...sections.map((part) => ({ part, form: 4 })),
    ...down('details', 1),
    ...down('error', 1),
    ...down('next-steps', 1),
    ...down('error', 2, 3),
    ...down('table', 1, 2),
    ...down('heading', 1, 2),
    ...down('footer', 1),
  ];
}
