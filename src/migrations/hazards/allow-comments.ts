/** `-- db-actions: allow <rule> <reason>` beside a statement, and `allow-file` at the top of a script. */
import { lineAt, type SqlStatement } from '../sql-parser.ts';
import { sqlTokens } from './sql-tokens.ts';

export interface AllowComment {
  readonly scope: 'statement' | 'file';
  readonly rule: string;
  /** Empty where none was given: the comment is ignored then. */
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** Place of the statement that it is about; undefined: of the file, or of none. */
  readonly index: number | undefined;
  /** Why it is ignored, whatever the rule; undefined where it is in its place. */
  readonly misplaced: string | undefined;
}

const marker = /^--\s*db-actions:\s*(.*)$/s;
const directive = /^(allow-file|allow)(?:\s+(\S+?)[:,]?(?:\s+(.*))?)?$/s;

/**
 * All such comments of a script. One is about the statement in whose first line it stands or behind whose end in the same
 * line, or, standing alone, about the statement right below it (other comments may be between, no empty line).
 */
export function allowComments(script: string, statements: readonly SqlStatement[]): readonly AllowComment[] {
  if (!script.includes('db-actions:')) return [];
  return [...sqlTokens(script)].flatMap(({ kind, start, end }) => {
    const [, content] = kind === 'comment' ? (marker.exec(script.slice(start, end).trim()) ?? []) : [];
    if (content === undefined) return [];
    const [, word = '', rule = '', reason = ''] = directive.exec(content.trim()) ?? [];
    const place = placeOf(word, { script, statements, start });
    return [{ rule, reason: reason.trim(), line: lineAt(script, start), ...place }];
  });
}

interface Comment {
  readonly script: string;
  readonly statements: readonly SqlStatement[];
  readonly start: number;
}

function placeOf(word: string, comment: Comment): Pick<AllowComment, 'scope' | 'index' | 'misplaced'> {
  if (word === '')
    return {
      scope: 'statement',
      index: undefined,
      misplaced: 'after `db-actions:` comes `allow` or `allow-file`, then a rule and a reason',
    };
  if (word === 'allow-file') {
    const isAbove = comment.statements.every(({ start }) => comment.start < start);
    const misplaced = isAbove ? undefined : '`allow-file` must stand above the first statement';
    return { scope: 'file', index: undefined, misplaced };
  }
  const index = statementBeside(comment);
  return {
    scope: 'statement',
    index,
    misplaced: index === undefined ? 'it stands neither above a statement nor beside one' : undefined,
  };
}

function statementBeside({ script, statements, start }: Comment): number | undefined {
  const lineStart = script.lastIndexOf('\n', start - 1) + 1;
  const above = statements.findLastIndex((statement) => statement.start < start);
  const statement = statements[above];
  if (statement !== undefined && statement.end > lineStart) {
    const isInside = start < statement.end;
    return isInside && statement.start < lineStart ? undefined : above;
  }
  const next = statements[above + 1];
  const between = script.slice(start, next?.start).replace(/\r/g, '');
  return next === undefined || /\n[^\S\n]*\n/.test(between) ? undefined : above + 1;
}
