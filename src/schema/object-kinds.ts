/**
 * What a snapshot knows of every kind of object: the one table that decoding, the JSON schema, the diff and the report
 * go by. An attribute that has Postgres's default (null, false, nothing) is absent from an object.
 */
interface Kind {
  readonly label: string;
  readonly plural: string;
  /** Attributes in the order in which they are told. */
  readonly attributes: readonly string[];
  /** Read for the diagram and the report; said in another attribute too, hence not compared. */
  readonly facts?: readonly string[];
  /** The catalogs that it is read from, without `pg_catalog.`. */
  readonly catalogs: readonly string[];
}

const owned = ['owner', 'grants', 'comment'] as const;
const routine = [
  'returns',
  'arguments',
  'language',
  'volatility',
  'parallel',
  'strict',
  'securityDefiner',
  'leakproof',
  'settings',
  'cost',
  'rows',
  'support',
  'body',
] as const;

export const objectKinds = {
  schema: { label: 'schema', plural: 'schemas', attributes: owned, catalogs: ['pg_namespace'] },
  extension: {
    label: 'extension',
    plural: 'extensions',
    attributes: ['version', 'schema', 'comment'],
    catalogs: ['pg_extension'],
  },
  enum: {
    label: 'enum',
    plural: 'enums',
    attributes: ['values', ...owned],
    catalogs: ['pg_type', 'pg_enum'],
  },
  domain: {
    label: 'domain',
    plural: 'domains',
    attributes: ['type', 'collation', 'default', 'notNull', 'constraints', ...owned],
    catalogs: ['pg_type', 'pg_constraint'],
  },
  'composite type': {
    label: 'composite type',
    plural: 'composite types',
    attributes: ['fields', ...owned],
    catalogs: ['pg_type', 'pg_attribute'],
  },
  'range type': {
    label: 'range type',
    plural: 'range types',
    attributes: ['subtype', 'operatorClass', 'collation', 'canonical', 'difference', 'multirange', ...owned],
    catalogs: ['pg_type', 'pg_range'],
  },
  collation: {
    label: 'collation',
    plural: 'collations',
    attributes: ['provider', 'locale', 'rules', 'nondeterministic', 'owner', 'comment'],
    catalogs: ['pg_collation'],
  },
  sequence: {
    label: 'sequence',
    plural: 'sequences',
    attributes: [
      'type',
      'start',
      'increment',
      'minimum',
      'maximum',
      'cache',
      'cycle',
      'unlogged',
      'ownedBy',
      ...owned,
    ],
    catalogs: ['pg_class', 'pg_sequence'],
  },
  table: {
    label: 'table',
    plural: 'tables',
    attributes: [
      'partitionKey',
      'partitionOf',
      'partitionBound',
      'inherits',
      'ofType',
      'unlogged',
      'accessMethod',
      'tablespace',
      'options',
      'replicaIdentity',
      'rowSecurity',
      'forcedRowSecurity',
      'columnOrder',
      ...owned,
    ],
    catalogs: ['pg_class', 'pg_inherits'],
  },
  'foreign table': {
    label: 'foreign table',
    plural: 'foreign tables',
    attributes: ['server', 'options', 'partitionOf', 'partitionBound', 'inherits', 'columnOrder', ...owned],
    catalogs: ['pg_class', 'pg_foreign_table', 'pg_foreign_server'],
  },
  column: {
    label: 'column',
    plural: 'columns',
    attributes: [
      'type',
      'collation',
      'notNull',
      'notNullName',
      'default',
      'generated',
      'identity',
      'identityOptions',
      'storage',
      'compression',
      'statistics',
      'options',
      'local',
      'grants',
      'comment',
    ],
    facts: ['inheritedFrom'],
    catalogs: ['pg_attribute', 'pg_attrdef'],
  },
  constraint: {
    label: 'constraint',
    plural: 'constraints',
    attributes: [
      'type',
      'definition',
      'indexOptions',
      'tablespace',
      'clustered',
      'replicaIdentity',
      'invalid',
      'local',
      'comment',
    ],
    facts: ['columns', 'references', 'inheritedFrom'],
    catalogs: ['pg_constraint'],
  },
  index: {
    label: 'index',
    plural: 'indexes',
    attributes: [
      'unique',
      'definition',
      'tablespace',
      'clustered',
      'replicaIdentity',
      'invalid',
      'statistics',
      'comment',
    ],
    facts: ['inheritedFrom'],
    catalogs: ['pg_index'],
  },
  trigger: {
    label: 'trigger',
    plural: 'triggers',
    attributes: ['definition', 'enabled', 'comment'],
    facts: ['inheritedFrom'],
    catalogs: ['pg_trigger'],
  },
  rule: {
    label: 'rule',
    plural: 'rules',
    attributes: ['definition', 'enabled', 'comment'],
    catalogs: ['pg_rewrite'],
  },
  policy: {
    label: 'policy',
    plural: 'policies',
    attributes: ['command', 'restrictive', 'roles', 'using', 'check', 'comment'],
    catalogs: ['pg_policy'],
  },
  statistics: {
    label: 'extended statistics',
    plural: 'extended statistics',
    attributes: ['definition', 'target', 'owner', 'comment'],
    catalogs: ['pg_statistic_ext'],
  },
  view: {
    label: 'view',
    plural: 'views',
    attributes: ['definition', 'options', ...owned],
    catalogs: ['pg_class', 'pg_rewrite'],
  },
  'materialized view': {
    label: 'materialized view',
    plural: 'materialized views',
    attributes: ['definition', 'options', 'accessMethod', 'tablespace', ...owned],
    catalogs: ['pg_class', 'pg_rewrite'],
  },
  function: {
    label: 'function',
    plural: 'functions',
    attributes: ['window', ...routine, ...owned],
    catalogs: ['pg_proc'],
  },
  procedure: {
    label: 'procedure',
    plural: 'procedures',
    attributes: [...routine, ...owned],
    catalogs: ['pg_proc'],
  },
  aggregate: {
    label: 'aggregate',
    plural: 'aggregates',
    attributes: ['returns', 'arguments', 'parallel', 'parts', ...owned],
    catalogs: ['pg_proc', 'pg_aggregate'],
  },
  'event trigger': {
    label: 'event trigger',
    plural: 'event triggers',
    attributes: ['event', 'tags', 'function', 'enabled', 'owner', 'comment'],
    catalogs: ['pg_event_trigger'],
  },
  publication: {
    label: 'publication',
    plural: 'publications',
    attributes: [
      'allTables',
      'tables',
      'schemas',
      'operations',
      'viaRoot',
      'generatedColumns',
      'owner',
      'comment',
    ],
    catalogs: ['pg_publication', 'pg_publication_rel', 'pg_publication_namespace'],
  },
  'foreign server': {
    label: 'foreign server',
    plural: 'foreign servers',
    attributes: ['wrapper', 'type', 'version', 'options', ...owned],
    catalogs: ['pg_foreign_server', 'pg_foreign_data_wrapper'],
  },
  'default privileges': {
    label: 'default privileges',
    plural: 'default privileges',
    attributes: ['grants'],
    catalogs: ['pg_default_acl'],
  },
  other: {
    label: 'other object',
    plural: 'other objects',
    attributes: ['type'],
    catalogs: [
      'pg_operator',
      'pg_opclass',
      'pg_opfamily',
      'pg_cast',
      'pg_conversion',
      'pg_ts_config',
      'pg_ts_dict',
      'pg_transform',
      'pg_language',
      'pg_foreign_data_wrapper',
    ],
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type ObjectKind = keyof typeof objectKinds;

type Facts<K extends ObjectKind> = (typeof objectKinds)[K] extends {
  readonly facts: readonly (infer Name extends string)[];
}
  ? Name
  : never;

/** Names of the attributes of a kind, or of any kind. */
export type AttributeName<K extends ObjectKind = ObjectKind> = K extends ObjectKind
  ? (typeof objectKinds)[K]['attributes'][number] | Facts<K>
  : never;

/** Every kind, in the order in which snapshots and reports list them. */
export const kindNames: readonly ObjectKind[] = Object.keys(objectKinds).filter(isObjectKind);

export function isObjectKind(name: unknown): name is ObjectKind {
  return typeof name === 'string' && Object.hasOwn(objectKinds, name);
}

/** What the diff does not compare, since another attribute says it too. */
export function factsOf(kind: ObjectKind): readonly string[] {
  const entry: Kind = objectKinds[kind];
  return entry.facts ?? [];
}
