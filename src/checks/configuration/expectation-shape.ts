/** What a team declares that its database holds. */
import {
  type ConfigTypeOf,
  choice,
  described,
  either,
  empty,
  flag,
  listOf,
  mapOf,
  record,
  text,
} from './config-shape.ts';

const most = 2_000;
const names = listOf(text({ allowed: 'a name' }), 32);

const typeName = described(
  text({ allowed: 'a type' }),
  'As Postgres writes it, such as `text`, `timestamp(3) with time zone`, `numeric(10,2)`; the usual short names work too.',
);

const column = either(
  'scalar',
  typeName,
  record(
    {},
    {
      type: typeName,
      nullable: described(flag, '`false`: the column is NOT NULL. Not said: either will do.'),
      default: described(
        flag,
        'Whether the column has a default (an identity or a generated column has one).',
      ),
    },
  ),
);

const index = record(
  {
    columns: described(
      names,
      'The first columns of the index, in this order; expressions as Postgres writes them.',
    ),
  },
  {
    method: described(text({ allowed: 'a method' }), 'Such as `gin`. Default: `btree`.'),
    unique: described(flag, '`true`: the index is unique.'),
    where: described(
      text({ allowed: 'a condition' }),
      'The predicate as Postgres writes it. Not said: the index is not partial.',
    ),
    operators: described(
      text({ allowed: 'an operator class' }),
      'Operator class of every column, such as `gin_trgm_ops`.',
    ),
  },
);

const actions = ['no action', 'restrict', 'cascade', 'set null', 'set default'] as const;

const foreignKey = record(
  {
    columns: names,
    references: described(
      text({ allowed: 'a table' }),
      'The table that it refers to, `table` or `schema.table`.',
    ),
  },
  {
    'referenced-columns': described(names, 'Left away: whichever they are.'),
    'on-delete': described(choice(...actions), 'Left away: whichever it is.'),
  },
);

const table = record(
  {},
  {
    columns: described(mapOf(column, most), 'Columns that the table has. Others may be there too.'),
    'primary-key': described(names, 'Its columns, in this order.'),
    unique: described(
      listOf(names, 100),
      'Sets of columns that are unique: by a constraint or a whole unique index, in any order.',
    ),
    'foreign-keys': listOf(foreignKey, 200),
    indexes: listOf(index, 200),
    'row-level-security': described(flag, 'Whether row-level security is on.'),
    partitioned: described(flag, 'Whether the table is partitioned.'),
  },
);

/** `users:` alone asks for the table, whatever it holds. */
const tableOrNothing = either('map', table, empty);

const tables = either('list', listOf(text({ allowed: 'a table' }), most), mapOf(tableOrNothing, most));

export const expectationShape = record(
  {},
  {
    tables: described(
      tables,
      'Tables, `table` or `schema.table`: a list of names, or a map with what each holds.',
    ),
    extensions: described(listOf(text({ allowed: 'an extension' }), 200), 'Extensions that are installed.'),
  },
);

export type DeclaredExpectations = ConfigTypeOf<typeof expectationShape>;
export type DeclaredTable = ConfigTypeOf<typeof table>;
export type DeclaredColumn = ConfigTypeOf<typeof column>;
export type DeclaredIndex = ConfigTypeOf<typeof index>;
export type DeclaredForeignKey = ConfigTypeOf<typeof foreignKey>;
