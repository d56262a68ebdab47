import type { RelationRef } from './measurement.ts';

/** The reference alone, of whatever else is known of the relation. */
export function refOf({ oid, schema, name, kind }: RelationRef): RelationRef {
  return { oid, schema, name, kind };
}
