/**
 * `npm run bench`: start-up of a light action against bare node, a preview's own time against what it waits for, the
 * schema diff against pg_dump, measured migrations against the same ones unmeasured, encryption against a bare hash, and
 * backups against pg_dump alone, and their drill against pg_restore and one hash pass.
 */
import { benchBackup } from './bench/backup.ts';
import { benchDrill } from './bench/drill.ts';
import { benchEncryption } from './bench/encryption.ts';
import { benchPreview } from './bench/preview.ts';
import { benchRehearsal } from './bench/rehearsal.ts';
import { benchSchemaDiff } from './bench/schema-diff.ts';
import { benchStartUp } from './bench/start-up.ts';

console.log(await benchStartUp());
console.log('');
console.log(await benchPreview());
console.log('');
console.log(await benchSchemaDiff());
console.log('');
console.log(await benchRehearsal());
console.log('');
console.log(await benchBackup());
console.log('');
console.log(await benchDrill());
console.log('');
console.log(await benchEncryption());
