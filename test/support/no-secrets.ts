import { afterEach, expect } from 'vitest';
import { takeLeaks } from './recording-logger.ts';

afterEach(() => {
  expect(takeLeaks(), 'lines of the log that hold a secret').toEqual([]);
});
