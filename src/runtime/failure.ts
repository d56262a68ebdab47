import { CancelledError, ExternalError, errorMessage, UserError } from '../errors.ts';
import { plainText } from './log.ts';
import type { Secrets } from './secrets.ts';
import { issueCommand } from './toolkit.ts';

const newIssue = 'https://github.com/neonhub/database-actions/issues/new';

/**
 * Tells a failure once, as an annotation, and sets the exit code: 1, or 130 after a cancel. The object itself is never
 * printed: errors of drivers and of `new URL` carry connection URIs.
 */
export function reportFailure(thrown: unknown, secrets: Secrets): void {
  if (thrown instanceof CancelledError) {
    process.stdout.write(`${thrown.message}\n`);
    process.exitCode = 130;
    return;
  }
  issueCommand('error', {}, secrets.redact(describeFailure(thrown)));
  if (!isExpected(thrown) && thrown instanceof Error && thrown.stack !== undefined)
    issueCommand('debug', {}, plainText(secrets.redact(thrown.stack)));
  process.exitCode = 1;
}

/** What happened, then what to do next; for anything that is neither the user's nor a service's, how to report it. */
export function describeFailure(thrown: unknown): string {
  if (thrown instanceof UserError) return joined([thrown.message, thrown.hint, thrown.docs]);
  if (thrown instanceof ExternalError) return joined([describeExternal(thrown), thrown.hint]);
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return joined([
    `This is a bug in database-actions: ${name}: ${errorMessage(thrown)}`,
    `Please report it with the step's debug log: ${newIssue}`,
  ]);
}

function describeExternal(error: ExternalError): string {
  const facts = [
    error.status === undefined ? undefined : `status ${error.status}`,
    error.code,
    error.requestId === undefined ? undefined : `request ${error.requestId}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return `${error.service}: ${error.message}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

function isExpected(thrown: unknown): boolean {
  return thrown instanceof UserError || thrown instanceof ExternalError;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
