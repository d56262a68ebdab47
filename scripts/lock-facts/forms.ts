/** Every form that is measured, in the order of the page. */
import type { Form, FormGroup } from './form.ts';
import { columns } from './forms/columns.ts';
import { constraints } from './forms/constraints.ts';
import { indexes, maintenance } from './forms/indexes.ts';
import { others, typesAndDomains } from './forms/objects.ts';
import { partitions } from './forms/partitions.ts';
import { attached, tableSettings } from './forms/table-settings.ts';
import { rows, tables, views } from './forms/tables.ts';
import { columnTypes } from './forms/types.ts';

export const formGroups: readonly FormGroup[] = [
  columns,
  columnTypes,
  constraints,
  indexes,
  tables,
  tableSettings,
  partitions,
  attached,
  views,
  typesAndDomains,
  others,
  maintenance,
  rows,
];

export const forms: readonly Form[] = formGroups.flatMap((group) => group.forms);
