/** A side of a schema comparison. */

import type { Job } from '../runtime/io.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import type { ProviderInputs } from './open-provider.ts';

export type ProjectPath = 'prisma' | 'migrations';

interface SideInputs extends ProviderInputs {
  readonly workingDirectory: string;
  readonly schemas: readonly string[];
  readonly database: string | undefined;
  readonly role: string | undefined;
  readonly shadowUrl: string | undefined;
}

export interface SideRequest {
  readonly job: Job;
  readonly inputs: SideInputs;
  /** The input's value: a connection URI, the name of a branch, or the path of a snapshot, a Prisma schema, migrations. */
  readonly value: string;
  readonly input: 'from' | 'to' | 'base';
}

export interface Side {
  readonly snapshot: SchemaSnapshot;
  /** For people; no secret in it. */
  readonly name: string;
  readonly origin: 'database' | ProjectPath;
  /** Of the checkout, relative to the workspace. */
  readonly file?: string | undefined;
  /** What this side says is not its affair, as patterns. */
  readonly exclude: readonly string[];
}
