/** A rehearsal as JSON, for other tools, and back. */
import { errorMessage, UserError } from '../../errors.ts';
import { isObject, type JsonSchema } from '../../report/shape.ts';
import { cutMiddle } from '../../report/visible-text.ts';
import { extrapolations, type ProductionRows } from './extrapolation.ts';
import type { Rehearsal } from './rehearsal.ts';
import { findingsOfRehearsal } from './rehearsal-findings.ts';
import { type RehearsalDocument, rehearsalLimits, rehearsalShape } from './rehearsal-shape.ts';

/**
 * JSON text that `parseRehearsalText` takes, with a last line end. Texts over `rehearsalLimits` are cut in the middle.
 *
 * @param production rows of production's tables, where the rehearsed branch has others
 */
export function rehearsalJson(rehearsal: Rehearsal, production?: ProductionRows): string {
  const { version, verdict, ...rest } = rehearsal;
  const document: RehearsalDocument = {
    version,
    verdict,
    findings: findingsOfRehearsal(rehearsal),
    estimates: production === undefined ? [] : extrapolations(rehearsal.measurement, production),
    ...rest,
  };
  return `${JSON.stringify(document, withinLimits, 2)}\n`;
}

const limitsByField: Readonly<Record<string, number>> = {
  text: rehearsalLimits.sql,
  sql: rehearsalLimits.sql,
  message: rehearsalLimits.paragraph,
  evidence: rehearsalLimits.paragraph,
  fix: rehearsalLimits.paragraph,
};

function withinLimits(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return cutMiddle(value, limitsByField[field] ?? rehearsalLimits.line);
}

/** Throws a UserError that says where the value is no rehearsal. Its text stays untrusted. */
export function parseRehearsal(value: unknown): RehearsalDocument {
  if (isObject(value) && 'version' in value && value.version !== 1) {
    const version = typeof value.version === 'number' ? String(value.version) : 'unknown';
    throw new UserError(`The rehearsal has version ${version}; this release reads version 1.`, {
      hint: 'Use the same release of these actions where the rehearsal is made and where it is read.',
    });
  }
  return rehearsalShape.read(value, 'rehearsal');
}

/** The same from JSON text. */
export function parseRehearsalText(json: string): RehearsalDocument {
  return parseRehearsal(parseJson(json));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw new UserError('The rehearsal is not JSON.', { cause: errorMessage(thrown) });
  }
}

/** JSON Schema (draft 7) of a rehearsal's JSON. */
export function rehearsalSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/rehearsal.schema.json',
    title: 'Rehearsal of NeonHub Database Actions',
    description: 'Times are milliseconds, sizes bytes. All text is untrusted: whoever shows it escapes it.',
    ...rehearsalShape.schema,
  };
}
