import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { progressLine, progressLog } from '../../src/backups/progress-log.ts';
import { recordingLogger } from '../support/recording-logger.ts';

const mb = 1024 * 1024;

test('done, rate and what is left', () => {
  const options = { what: 'Dump', total: 400 * mb };
  expect(progressLine(options, 100 * mb, 10_000)).toBe(
    'Dump: 100 MB of about 400 MB, 10 MB/s, about 30.0 s left',
  );
  expect(progressLine(options, 0, 0)).toBe('Dump: 0 bytes so far, 0 bytes/s');
  expect(progressLine(options, 500 * mb, 10_000)).toBe('Dump: 500 MB so far, 50 MB/s');
});

test('a line now and then, and none after the end; a measurement that fails costs nothing', async () => {
  const log = recordingLogger();
  let asked = 0;
  const measure = async () => {
    asked += 1;
    if (asked > 1) throw new Error('the folder is gone');
    return 7 * mb;
  };
  {
    using _progress = progressLog({ what: 'Dump', total: 0, log, measure, everyMs: 20 });
    await pause(150);
  }
  const told = log.lines.length;
  await pause(60);
  expect(told).toBeGreaterThan(1);
  expect(log.lines).toHaveLength(told);
  expect(log.lines.at(-1)).toMatch(/^info: Dump: 7\.0 MB so far/);
});
