import { displayName } from '../../postgres/object-name.ts';
import { readCopyBlocks } from './copy-blocks.ts';
import type { Omission } from './database-facts.ts';
import type { Fingerprints } from './fingerprint-tables.ts';
import type { StoredRelation } from './relations.ts';

/** Fingerprints of those tables out of a stream that holds them, and maybe more. */
export async function fromCopyLines(
  tables: readonly StoredRelation[],
  lines: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<Fingerprints> {
  const blocks = new Map((await readCopyBlocks(lines, onBytes)).map((block) => [displayName(block), block]));
  const notCompared: Omission[] = [];
  const found = tables.flatMap(({ schema, name, bytes }) => {
    const block = blocks.get(displayName({ schema, name }));
    if (block !== undefined) return [{ schema, name, rows: block.rows, hash: block.hash, bytes }];
    notCompared.push({
      subject: displayName({ schema, name }),
      reason: 'its rows were not in what pg_dump wrote',
    });
    return [];
  });
  return { tables: found, notCompared };
}
