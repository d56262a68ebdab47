/** The pending statements, read once, with their places. */
import type { Transport } from '../script-batch.ts';
import type { SqlStatement } from '../sql-parser.ts';
import type { Step } from './hazard-rule.ts';
import type { PendingScript } from './pending-script.ts';
import { operationsOf } from './read-operations.ts';
import { scriptSource } from './script-source.ts';
import { placesOf } from './transactions.ts';

/** Of scripts that cannot be parsed there are none. */
export function plannedSteps(scripts: readonly PendingScript[], transport: Transport): readonly Step[] {
  const steps: Step[] = [];
  for (const { migration, script, parsed } of scripts) {
    const statements: readonly SqlStatement[] = parsed.kind === 'parsed' ? parsed.statements : [];
    const source = scriptSource(script);
    const read = statements.map((statement) => ({
      statement,
      operations: operationsOf({ source, statement }),
    }));
    const first = (steps.at(-1)?.place.transaction ?? 0) + 1;
    const places = placesOf(read, transport, first);
    for (const [index, { statement, operations }] of read.entries()) {
      const place = places[index];
      if (place !== undefined) steps.push({ migration, statement, index, source, operations, place });
    }
  }
  return steps;
}
