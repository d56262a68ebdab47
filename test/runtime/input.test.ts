import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { inputVariable } from '../../src/runtime/definition.ts';
import * as input from '../../src/runtime/input.ts';
import { readInputs } from '../../src/runtime/inputs.ts';

const declared = {
  'fail-on': input.choice({ description: '', choices: ['error', 'never'], default: 'error' }),
  'api-key': input.secret({ description: '' }),
  'dry-run': input.boolean({ description: '', default: 'true' }),
  samples: input.integer({ description: '', default: '5', minimum: 1, maximum: 9 }),
  'expires-in': input.duration({ description: '', default: '14d', maximum: '30d', minimum: '1h' }),
  tables: input.list({ description: '' }),
  'api-url': input.url({ description: '', default: 'https://example.com' }),
  name: input.required({ description: '' }),
};

function read(given: Readonly<Record<string, string>>, masked: string[] = []) {
  const environment = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [inputVariable(name), text]),
  );
  return readInputs(declared, { environment, mask: (secret) => masked.push(secret) });
}

test('every kind is parsed, under camelCase names', () => {
  const values = read({
    'fail-on': ' never ',
    'api-key': 'secret-value',
    'dry-run': 'FALSE',
    samples: '9',
    'expires-in': '1d12h',
    tables: 'a, b\n\nc,',
    'api-url': 'http://127.0.0.1:80/api/',
    name: 'x',
  });
  expect(values).toEqual({
    failOn: 'never',
    apiKey: 'secret-value',
    dryRun: false,
    samples: 9,
    expiresIn: 129_600,
    tables: ['a', 'b', 'c'],
    apiUrl: 'http://127.0.0.1:80/api',
    name: 'x',
  });
});

test('an empty text is the default, whatever the runner left out', () => {
  expect(read({ name: 'x' })).toMatchObject({
    failOn: 'error',
    apiKey: undefined,
    dryRun: true,
    samples: 5,
    tables: [],
  });
});

test('all mistakes are told at once, each with its input and what is allowed', () => {
  const attempt = () =>
    read({
      'fail-on': 'erorr',
      'dry-run': 'yes',
      samples: '0',
      'expires-in': '31d',
      'api-url': 'http://example.com',
    });
  expect(attempt).toThrow(UserError);
  try {
    attempt();
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : '';
    for (const part of [
      'Input `fail-on`: "erorr" is not one of error, never.',
      'Input `dry-run`: "yes" is neither true nor false.',
      'Input `samples`: "0" is not a whole number from 1 to 9.',
      'Input `expires-in`: "31d" is more than 30d.',
      'Input `api-url`: "http://example.com" is not an https address.',
      'Input `name`: It must be given.',
    ])
      expect(message).toContain(part);
  }
});

test.each(['14', '', ' ', '1 d', '-1d', 'd', '1dd', '1.5h', '10m'])(
  'the duration "%s" is refused or the default',
  (text) => {
    if (text.trim() === '') expect(read({ name: 'x', 'expires-in': text }).expiresIn).toBe(1_209_600);
    else expect(() => read({ name: 'x', 'expires-in': text })).toThrow(/expires-in/);
  },
);

test('secrets are masked before anything is judged', () => {
  const masked: string[] = [];
  expect(() => read({ 'api-key': 'secret-value', samples: 'x' }, masked)).toThrow();
  expect(masked).toEqual(['secret-value']);
});
