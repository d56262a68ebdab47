/**
 * The DETAIL of an error without the data of rows: a preview holds production's data, and a report is read by everybody
 * who can see the pull request. Integrity errors (SQLSTATE class 23) quote keys and whole rows; the punctuation that tells
 * column names from values is the same in every language of the server.
 */
export function withoutRowData(detail: string | undefined, sqlState: string | undefined): string | undefined {
  if (detail === undefined || (sqlState !== undefined && !sqlState.startsWith('23'))) return detail;
  const keyed = detail.replace(/\)=\(.*\)/s, ')=(…)');
  return keyed === detail ? detail.replace(/\(.*\)/s, '(…)') : keyed;
}
