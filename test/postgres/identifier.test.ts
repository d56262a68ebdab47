import { expect, test } from 'vitest';
import { quoteIdentifier, quoteLiteral } from '../../src/postgres/identifier.ts';
import { queryOnce, serverUri } from '../support/database.ts';

test.each([`it's`, `back\\slash \\' out`, `two\nlines`, `"; DROP TABLE x; --`, 'ünïcode 🐘', ''])(
  '%j comes back as it went in',
  async (name) => {
    for (const setting of ['on', 'off']) {
      const [row] = await queryOnce(
        serverUri(),
        `SET standard_conforming_strings = ${setting}; SELECT ${quoteLiteral(name)} AS literal`,
      );
      expect(row).toEqual({ literal: name });
    }
    if (name === '') return;
    const rows = await queryOnce(serverUri(), `SELECT 1 AS ${quoteIdentifier(name)}`);
    expect(rows).toEqual([{ [name]: 1 }]);
  },
);
