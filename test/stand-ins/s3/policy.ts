/** As much of an IAM policy as S3 needs: allow and deny, wildcards, `StringLike` on `s3:prefix`. */

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export interface Question {
  /** `s3:PutObject` */
  readonly action: string;
  /** `arn:aws:s3:::bucket/key` */
  readonly resource: string;
  /** Of a list. */
  readonly prefix?: string;
}

export function isAllowed(policy: Policy | undefined, question: Question): boolean {
  if (policy === undefined) return true;
  const applying = policy.Statement.filter((statement) => applies(statement, question));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny')
  );
}

function applies(statement: Statement, { action, resource, prefix }: Question): boolean {
  return (
    matchesAny(statement.Action, action) &&
    matchesAny(statement.Resource, resource) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => {
      const wanted = keys['s3:prefix'];
      if (operator !== 'StringLike' || wanted === undefined || Object.keys(keys).length > 1)
        throw new Error(`The stand-in knows no condition ${operator} on ${Object.keys(keys)}`);
      return prefix !== undefined && matchesAny(wanted, prefix);
    })
  );
}

function matchesAny(patterns: string | readonly string[], text: string): boolean {
  return [patterns].flat().some((pattern) => {
    const escaped = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${escaped}$`, 's').test(text);
  });
}
