import { expect, test } from 'vitest';
import { runStages, type Stage } from '../../src/actions/stages.ts';
import type { Section } from '../../src/report/section.ts';
import type { Job } from '../../src/runtime/io.ts';

/** The part of a job that stages use, with the sections it was left. */
function jobWithSections() {
  const sections = new Map<string, Section>();
  const reports = {
    writeSection: (_key: string, section: Section) => void sections.set(section.id, section),
  };
  return { job: { reports, signal: new AbortController().signal } as unknown as Job, sections };
}

function stage(id: string, work: Stage['work']): Stage {
  return { id, title: id, work };
}

test('the stages of one step never run at the same time: the one measures what the other would hold up', async () => {
  const { job } = jobWithSections();
  const seen: string[] = [];
  const slow = (id: string) =>
    stage(id, async () => {
      seen.push(`${id} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${id} ends`);
      return 'go on';
    });
  await runStages(job, '', [[slow('connection'), slow('schema')]]);
  expect(seen).toEqual(['connection begins', 'connection ends', 'schema begins', 'schema ends']);
});

test('a stage that fails stops the next step, not the others of its own', async () => {
  const { job, sections } = jobWithSections();
  const failing = stage('connection', async () => {
    throw new Error('no way in');
  });
  let schemaRan = false;
  const schema = stage('schema', async () => {
    schemaRan = true;
    return 'go on';
  });
  const after = stage('after', async () => 'go on');
  const failures = await runStages(job, '', [[failing, schema], after]);
  expect(failures).toHaveLength(1);
  expect(schemaRan).toBe(true);
  expect(sections.get('connection')?.status).toBe('failed');
  expect(sections.get('after')).toMatchObject({ status: 'skipped', summary: 'Not run: connection failed' });
});
