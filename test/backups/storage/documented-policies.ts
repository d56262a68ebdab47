import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Policy } from '../../stand-ins/s3/policy.ts';

const page = resolve(import.meta.dirname, '../../../docs/backups/permissions.md');

/** The policies of docs/backups/permissions.md, word for word, by their names there. */
export function documentedPolicies(): ReadonlyMap<string, Policy> {
  const blocks = readFileSync(page, 'utf8').matchAll(/<!-- policy: ([\w-]+) -->\n```json\n([\s\S]*?)```/g);
  return new Map([...blocks].map(([, name = '', text = '']): [string, Policy] => [name, JSON.parse(text)]));
}
