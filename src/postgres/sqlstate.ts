/** The error codes that this code base tells apart (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export const sqlState = {
  protocolViolation: '08P01',
  invalidAuthorization: '28000',
  invalidPassword: '28P01',
  invalidCatalogName: '3D000',
  duplicateDatabase: '42P04',
  duplicateObject: '42710',
  undefinedObject: '42704',
  undefinedTable: '42P01',
  undefinedColumn: '42703',
  insufficientPrivilege: '42501',
  dependentObjectsStillExist: '2BP01',
  outOfMemory: '53200',
  tooManyConnections: '53300',
  programLimitExceeded: '54000',
  objectNotReady: '55000',
  objectInUse: '55006',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
  divisionByZero: '22012',
  cannotConnectNow: '57P03',
  adminShutdown: '57P01',
  internalError: 'XX000',
} as const;

/** The SQLSTATE of whatever `pg` threw; undefined when the server said nothing (socket, DNS, TLS). */
export function sqlStateOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('severity' in thrown) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** The server's DETAIL line, which names the objects in the way; it may hold data of the row for constraint errors. */
export function detailOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('detail' in thrown)) return undefined;
  return typeof thrown.detail === 'string' ? thrown.detail : undefined;
}
