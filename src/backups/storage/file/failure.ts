import { ExternalError, errorMessage, UserError } from '../../../errors.ts';

export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Nothing of this file was left behind.',
  EDQUOT: 'The quota of the user is used up. Nothing of this file was left behind.',
  EACCES: 'The user of the job may not do that in this folder.',
  EPERM: 'The file system does not allow it: the file may be immutable.',
  EROFS: 'The file system is read-only.',
  ENOTDIR: 'A file stands where a folder is needed.',
};

/** @param what after "could not" */
export function fileFailure(thrown: unknown, what: string): Error {
  if (thrown instanceof UserError || thrown instanceof ExternalError) return thrown;
  const code = codeOf(thrown);
  if (code === '') return thrown instanceof Error ? thrown : new Error(errorMessage(thrown));
  const hint = hints[code];
  return new ExternalError('file system', `The file system could not ${what} (${code}).`, {
    code,
    retryable: false,
    ...(hint !== undefined && { hint }),
  });
}
