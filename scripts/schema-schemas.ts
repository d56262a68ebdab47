import { writeFileSync } from 'node:fs';
import { plansSchema } from '../src/checks/plans/plans-json.ts';
import { diffSchema } from '../src/schema/diff-json.ts';
import { snapshotSchema } from '../src/schema/snapshot-file.ts';

/** docs/schemas/schema-snapshot.schema.json, from the shapes that `parseSnapshot` reads with. */
export function snapshotSchemaText(): string {
  return `${JSON.stringify(snapshotSchema(), null, 2)}\n`;
}

/** docs/schemas/schema-diff.schema.json. */
export function diffSchemaText(): string {
  return `${JSON.stringify(diffSchema(), null, 2)}\n`;
}

/** docs/schemas/query-plans.schema.json. */
export function plansSchemaText(): string {
  return `${JSON.stringify(plansSchema(), null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  const folder = new URL('../docs/schemas/', import.meta.url);
  writeFileSync(new URL('schema-snapshot.schema.json', folder), snapshotSchemaText());
  writeFileSync(new URL('schema-diff.schema.json', folder), diffSchemaText());
  writeFileSync(new URL('query-plans.schema.json', folder), plansSchemaText());
}
