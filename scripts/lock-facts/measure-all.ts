/** All forms on several servers. */
import type { MeasuredFact } from '../../src/migrations/lock-facts/lock-fact.ts';
import { forms } from './forms.ts';
import { measureForm } from './measure.ts';
import { startMeasuringServer } from './server.ts';

export interface MeasuredServer {
  readonly major: number;
  /** Such as `18.4`. */
  readonly version: string;
  /** By form id; a form that the server does not know is not in it. */
  readonly facts: ReadonlyMap<string, MeasuredFact>;
}

/** Two servers at a time. @throws Error that names every form that did not do what it says */
export async function measureAll(
  majors: readonly number[],
  folder: string,
): Promise<readonly MeasuredServer[]> {
  const waiting = [...majors];
  const measured: MeasuredServer[] = [];
  const work = async () => {
    for (let major = waiting.shift(); major !== undefined; major = waiting.shift())
      measured.push(await measureServer(major, folder));
  };
  await Promise.all([work(), work()]);
  return measured.toSorted((left, right) => left.major - right.major);
}

async function measureServer(major: number, folder: string): Promise<MeasuredServer> {
  await using server = await startMeasuringServer(major, folder);
  const facts = new Map<string, MeasuredFact>();
  const failures: string[] = [];
  for (const form of forms) {
    try {
      const fact = await measureForm(server, form);
      if (fact !== undefined) facts.set(form.id, fact);
    } catch (thrown) {
      failures.push(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return { major, version: server.version, facts };
}
