import { annotationsOf, limitAnnotations } from '../report/annotations.ts';
import type { Finding } from '../report/finding.ts';
import { issueCommand } from './toolkit.ts';

/** Findings with a place in the repository become annotations on it; GitHub shows ten a level for a whole composite. */
export function writeAnnotations(findings: readonly Finding[], redact: (text: string) => string): void {
  const { shown, note } = limitAnnotations(annotationsOf(findings));
  for (const { level, file, line, endLine, title, message } of shown) {
    issueCommand(level, { file, line, endLine, title: redact(title) }, redact(message));
  }
  if (note !== undefined) process.stdout.write(`${redact(note)}\n`);
}
