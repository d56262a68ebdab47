import { errorMessage, UserError } from '../errors.ts';
import type { Report, ReportBranch } from './report.ts';
import { boundedReport, boundedSection } from './report-bounds.ts';
import { branchShape, reportFields, reportLimits, sectionShape } from './report-shape.ts';
import type { Section } from './section.ts';
import { isObject, type JsonSchema } from './shape.ts';

/** The report as JSON that `parseReport` takes: what is over its limits is shortened, never refused by our own reader. */
export function serializeReport(report: Report): string {
  return JSON.stringify(boundedReport(report), null, 2);
}

/** One section as JSON that `parseSection` takes. */
export function serializeSection(section: Section): string {
  return JSON.stringify(boundedSection(section), null, 2);
}

/**
 * A report from anywhere, such as an artifact that a fork has made: sizes, lengths and kinds are checked, unknown fields
 * dropped, another version refused. Its text stays untrusted.
 */
export function parseReport(value: unknown): Report {
  if (isObject(value) && 'version' in value && value.version !== 1) {
    throw new UserError(
      `The report has version ${versionInWords(value.version)}; this release reads version 1.`,
      {
        hint: 'Use the same release of these actions where the report is made and where it is read.',
      },
    );
  }
  const { version, subject, sections } = reportFields.read(value, 'report');
  const { repository, key, pullRequest, commit, branch, runUrl } = subject;
  return { version, subject: { repository, key, pullRequest, commit, branch, runUrl }, sections };
}

/** The same from JSON text, which may not be longer than 8 MiB. */
export function parseReportText(json: string): Report {
  if (json.length > reportLimits.json) {
    throw new UserError(`The report is longer than ${reportLimits.json / 1024 / 1024} MiB.`);
  }
  return parseReport(parseJson(json));
}

export function parseSection(value: unknown): Section {
  return sectionShape.read(value, 'section');
}

export function parseBranch(value: unknown): ReportBranch {
  return branchShape.read(value, 'branch');
}

/** JSON Schema (draft 7) of a serialised report. */
export function reportSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/report.schema.json',
    title: 'Report of NeonHub Database Actions',
    description: 'Unknown fields are dropped. All text is untrusted: whoever shows it escapes it.',
    ...reportFields.schema,
  };
}

/** The engine's message quotes what it could not read, which may be long or hold control characters: it is the cause only. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw new UserError('The report is not JSON.', { cause: errorMessage(thrown) });
  }
}

function versionInWords(version: unknown): string {
  return typeof version === 'number' ? String(version) : 'unknown';
}
