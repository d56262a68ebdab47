import { expect, test } from 'vitest';
import { strategyClause } from '../../../src/providers/postgres/copy-database.ts';

const megabyte = 1024 * 1024;

test.each([
  [0, undefined, 'WAL_LOG'],
  [200 * megabyte, undefined, 'WAL_LOG'],
  [200 * megabyte, 'copy', 'WAL_LOG'],
  [201 * megabyte, undefined, 'FILE_COPY'],
  [201 * megabyte, 'copy', 'FILE_COPY'],
  [8 * megabyte, 'clone', 'FILE_COPY'],
])('%i bytes, file_copy_method %s: %s', (bytes, method, strategy) => {
  expect(strategyClause(bytes, method)).toBe(` STRATEGY ${strategy}`);
});
