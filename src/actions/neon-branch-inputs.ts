import type { NeonBranchOptions } from '../providers/neon/provider.ts';
import type { InputValues } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';

/** How a new branch is made on Neon; other providers ignore them. */
export const neonBranchInputs = {
  'branch-type': input.choice({
    description: 'Neon: `schema-only` copies the schema without rows, as a root branch.',
    choices: ['default', 'schema-only'],
    default: 'default',
  }),
  'masking-rules': input.optional({
    description:
      "Neon: JSON array of masking rules; the branch is anonymised before anyone gets its URI. Neon's own format.",
  }),
  'parent-timestamp': input.optional({
    description: "Neon: the parent's state at this time (ISO 8601 with zone) instead of now.",
  }),
  'parent-lsn': input.optional({
    description: "Neon: the parent's state at this log position instead of now.",
  }),
  'compute-size': input.optional({
    description: "Neon: compute units, fixed (`0.25`) or from-to (`0.25-2`). Default: the project's.",
  }),
  'suspend-timeout': input.optional({
    description:
      "Neon: suspend the compute after this time without work (`60s` to `7d`, or `never`). Default: the project's.",
  }),
} as const;

export function neonBranchOptions(inputs: InputValues<typeof neonBranchInputs>): NeonBranchOptions {
  return {
    branchType: inputs.branchType,
    maskingRules: inputs.maskingRules,
    parentTimestamp: inputs.parentTimestamp,
    parentLsn: inputs.parentLsn,
    computeSize: inputs.computeSize,
    suspendTimeout: inputs.suspendTimeout,
  };
}
