import type { Branch, BranchConnection, ProviderName } from '../providers/provider.ts';
import type { ReportBranch } from '../report/report.ts';

interface Described {
  readonly provider: ProviderName;
  readonly branch: Branch;
  readonly host?: string | undefined;
  readonly state: ReportBranch['state'];
}

/** What the report says of a branch; no secret in it. */
export function reportBranch({ provider, branch, host, state }: Described): ReportBranch {
  return {
    provider,
    name: branch.name,
    parent: branch.parent?.name,
    host,
    expiresAt: branch.expiresAt?.toISOString(),
    state,
    consoleUrl: branch.consoleUrl,
  };
}

/** A branch that is not there any more, or never was: the report says that it is gone, not that all is well. */
export function goneBranch(provider: ProviderName, name: string): ReportBranch {
  return {
    provider,
    name,
    parent: undefined,
    host: undefined,
    expiresAt: undefined,
    state: 'deleted',
    consoleUrl: undefined,
  };
}

/** The outputs that every action about one branch has. */
export const branchOutputs = {
  branch: 'Name of the branch.',
  'branch-id': "The provider's id of the branch.",
  'parent-branch': 'Name of the branch it was made from.',
  'expires-at': 'When it goes by itself, ISO 8601 in UTC; empty when it never does.',
  host: 'Direct host.',
  'database-url':
    'Direct connection URI, masked. For migrations. Not to be passed between jobs: call `connect` there.',
  'database-url-pooled':
    'Pooled connection URI, masked. For the app. The same as `database-url` where there is no pooler.',
} as const;

type BranchOutput = keyof typeof branchOutputs;

export function branchOutputValues(
  branch: Branch,
  connection: BranchConnection,
): readonly (readonly [BranchOutput, string])[] {
  return [
    ['branch', branch.name],
    ['branch-id', branch.id],
    ['parent-branch', branch.parent?.name ?? ''],
    ['expires-at', branch.expiresAt?.toISOString() ?? ''],
    ['host', connection.host],
    ['database-url', connection.direct],
    ['database-url-pooled', connection.pooled],
  ];
}
