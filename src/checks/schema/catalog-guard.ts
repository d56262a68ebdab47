import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import type {
  ApiGrant,
  BypassingView,
  Catalog,
  CatalogColumn,
  CatalogExtension,
  CatalogForeignKey,
  CatalogFunction,
  CatalogIndex,
  CatalogIndexKey,
  CatalogPolicy,
  CatalogRelation,
  CatalogSequence,
  PublicGrant,
  PublishedTable,
  TypeMismatch,
  UnvalidatedConstraint,
} from './catalog.ts';

const isRelation = objectOf<CatalogRelation>({
  oid: isNumber,
  schema: isString,
  name: isString,
  kind: isString,
  persistence: isString,
  isPartition: isBoolean,
  replicaIdentity: isString,
  rows: isNumber,
  bytes: isNumber,
  readable: isBoolean,
  rowSecurity: isBoolean,
});

const isColumn = objectOf<CatalogColumn>({
  table: isNumber,
  name: isString,
  type: isString,
  baseType: isString,
  notNull: isBoolean,
  hasDefault: isBoolean,
  identity: isBoolean,
  position: isNumber,
});

const isPolicy = objectOf<CatalogPolicy>({ table: isNumber, name: isString });

const isFunction = objectOf<CatalogFunction>({
  schema: isString,
  name: isString,
  arguments: isString,
  isProcedure: isBoolean,
  isDefiner: isBoolean,
  hasSearchPath: isBoolean,
  isParsed: isBoolean,
  isTrigger: isBoolean,
  owner: isString,
  ownerIsSuperuser: isBoolean,
  publicMayRun: isBoolean,
});

const isBypassingView = objectOf<BypassingView>({
  view: isNumber,
  owner: isString,
  tables: arrayOf(isString),
});

const isPublicGrant = objectOf<PublicGrant>({ table: isNumber, privileges: arrayOf(isString) });
const isApiGrant = objectOf<ApiGrant>({ table: isNumber, roles: arrayOf(isString) });

const isPublished = objectOf<PublishedTable>({
  table: isNumber,
  root: isNumber,
  publications: arrayOf(isString),
});

const isMismatch = objectOf<TypeMismatch>({
  column: isString,
  type: isString,
  referencedColumn: isString,
  referencedType: isString,
});

const isIndexKey = objectOf<CatalogIndexKey>({
  column: nullable(isString),
  quoted: nullable(isString),
  expression: nullable(isString),
  opclass: isNumber,
  operators: nullable(isString),
  collation: isNumber,
  columnCollation: nullable(isNumber),
  option: isNumber,
  notNull: nullable(isBoolean),
});

const isIndex = objectOf<CatalogIndex>({
  oid: isNumber,
  schema: isString,
  name: isString,
  table: isNumber,
  method: isString,
  unique: isBoolean,
  primary: isBoolean,
  exclusion: isBoolean,
  immediate: isBoolean,
  nullsNotDistinct: isBoolean,
  valid: isBoolean,
  replicaIdentity: isBoolean,
  partitioned: isBoolean,
  isPartition: isBoolean,
  building: isBoolean,
  keys: arrayOf(isIndexKey),
  includes: arrayOf(isString),
  predicate: nullable(isString),
  constraint: nullable(isString),
  referencedByForeignKey: isBoolean,
  bytes: isNumber,
  definition: isString,
});

const isForeignKey = objectOf<CatalogForeignKey>({
  name: isString,
  table: isNumber,
  columns: arrayOf(isString),
  quotedColumns: arrayOf(isString),
  referencedSchema: isString,
  referencedName: isString,
  referencedColumns: arrayOf(isString),
  onDelete: isString,
  mismatches: arrayOf(isMismatch),
  definition: isString,
});

const isUnvalidated = objectOf<UnvalidatedConstraint>({
  name: isString,
  schema: isString,
  owner: isString,
  ownerKind: isString,
  definition: isString,
});

const isExtension = objectOf<CatalogExtension>({
  name: isString,
  installed: nullable(isString),
  schema: nullable(isString),
  relocatable: isBoolean,
  available: nullable(isString),
  updatable: isBoolean,
});

const isSequence = objectOf<CatalogSequence>({
  schema: isString,
  name: isString,
  readable: isBoolean,
  last: nullable(isString),
  start: isString,
  min: isString,
  max: isString,
  increment: isString,
  cycles: isBoolean,
  tableSchema: nullable(isString),
  table: nullable(isString),
  column: nullable(isString),
  columnType: nullable(isString),
  feeds: nullable(isString),
});

export const isCatalog: Guard<Catalog> = objectOf<Catalog>({
  serverVersion: isNumber,
  role: isString,
  schemas: arrayOf(isString),
  providerSchemas: arrayOf(isString),
  relations: arrayOf(isRelation),
  indexes: arrayOf(isIndex),
  foreignKeys: arrayOf(isForeignKey),
  unvalidated: arrayOf(isUnvalidated),
  extensions: arrayOf(isExtension),
  sequences: arrayOf(isSequence),
  columns: arrayOf(isColumn),
  policies: arrayOf(isPolicy),
  functions: arrayOf(isFunction),
  bypassingViews: arrayOf(isBypassingView),
  publicGrants: arrayOf(isPublicGrant),
  openSchemas: arrayOf(isString),
  apiRoles: arrayOf(isString),
  apiGrants: arrayOf(isApiGrant),
  published: arrayOf(isPublished),
});
