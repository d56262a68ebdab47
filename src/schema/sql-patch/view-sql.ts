import { quoteIdentifier } from '../../postgres/identifier.ts';
import { nameSql, targetOf } from './names.ts';
import { setOptions, withOptions } from './options-sql.ts';
import type { KindSql } from './scene.ts';
import { listOf, needed, textOf, withoutEnd } from './values.ts';

/** CREATE OR REPLACE takes only new columns at the end, and a snapshot does not have the columns: a view is made again. */
export const viewSql: KindSql = {
  create(view) {
    const [method, tablespace] = [textOf(view, 'accessMethod'), textOf(view, 'tablespace')];
    const how = [
      method === undefined ? '' : ` USING ${quoteIdentifier(method)}`,
      withOptions(listOf(view, 'options')),
      tablespace === undefined ? '' : ` TABLESPACE ${quoteIdentifier(tablespace)}`,
    ].join('');
    return [`CREATE ${targetOf(view)}${how} AS\n${withoutEnd(needed(view, 'definition'))}`];
  },
  alter({ from, to, changed }) {
    if (changed.has('definition') || changed.has('accessMethod') || changed.has('tablespace')) return 'again';
    const options = setOptions(listOf(from, 'options'), listOf(to, 'options'));
    const word = to.kind === 'view' ? 'VIEW' : 'MATERIALIZED VIEW';
    return changed.has('options') ? options.map((part) => `ALTER ${word} ${nameSql(to)} ${part}`) : [];
  },
};
