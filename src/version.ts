/** Of the suite; kept equal to package.json by a test. */
export const version = '0.1.0';

/** Where the suite lives. */
export const homepage = 'https://github.com/neonhub/database-actions';
