import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../support/consumer.ts';

/**
 * What `@auth/prisma-adapter` names when it calls Prisma, on the client's side: a column may have any name by `@map`, a
 * field may not. https://authjs.dev/getting-started/adapters/prisma
 */
const fieldsOfAuthJs = {
  User: ['id', 'name', 'email', 'emailVerified', 'image'],
  Account: [
    'userId',
    'type',
    'provider',
    'providerAccountId',
    'refresh_token',
    'access_token',
    'expires_at',
    'token_type',
    'scope',
    'id_token',
    'session_state',
  ],
  Session: ['sessionToken', 'userId', 'expires'],
  VerificationToken: ['identifier', 'token', 'expires'],
} as const;

const keysOfAuthJs = {
  User: /^ {2}email .*@unique/m,
  Account: /@@(id|unique)\(\[provider, providerAccountId\]\)/,
  Session: /^ {2}sessionToken .*@unique/m,
  VerificationToken: /@@(id|unique)\(\[identifier, token\]\)/,
} as const;

test.each(Object.entries(fieldsOfAuthJs))(
  "%s has Auth.js's own field names and keys",
  async (model, fields) => {
    const schema = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
    const body = new RegExp(`^model ${model} \\{\\n(.*?)^\\}`, 'ms').exec(schema)?.[1] ?? '';
    const declared = [...body.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1]);
    expect(declared).toEqual(expect.arrayContaining([...fields]));
    expect(body).toMatch(keysOfAuthJs[model as keyof typeof keysOfAuthJs]);
  },
);
