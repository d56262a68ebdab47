/**
 * Under which settings a row's text is the same on every server: those that take part in writing out a value, and those
 * that decide what a name means.
 */
export const fingerprintSettings: Readonly<Record<string, string>> = {
  search_path: '',
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  extra_float_digits: '3',
  bytea_output: 'hex',
  lc_monetary: 'C',
  // Of regclass and its like.
  quote_all_identifiers: 'off',
  // Rows that a policy hides make an error of the query instead of missing silently.
  row_security: 'off',
  // Compiles a minute's worth of scan in a second, but every small table too.
  jit: 'off',
};

/** All of them in one statement, for the session. */
export const applyFingerprintSettings = `SELECT ${Object.entries(fingerprintSettings)
  .map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', false)`)
  .join(', ')}`;
