import { writeFileSync } from 'node:fs';
import { drillSchema } from '../src/backups/drill/drill-record-file.ts';

/** docs/schemas/drill.schema.json, from the shapes that `parseRecord` reads with. */
export function drillSchemaText(): string {
  return `${JSON.stringify(drillSchema(), null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL('../docs/schemas/drill.schema.json', import.meta.url), drillSchemaText());
}
