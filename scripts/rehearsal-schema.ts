import { writeFileSync } from 'node:fs';
import { rehearsalSchema } from '../src/migrations/rehearsal/rehearsal-json.ts';

/** Writes docs/schemas/rehearsal.schema.json from the shapes that `parseRehearsal` reads with. */
export function rehearsalSchemaText(): string {
  return `${JSON.stringify(rehearsalSchema(), null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL('../docs/schemas/rehearsal.schema.json', import.meta.url), rehearsalSchemaText());
}
