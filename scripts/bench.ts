/**
 * `npm run bench`: start-up of a light action against bare node, a preview's own time against what it waits for, and
 * measured migrations against the same ones unmeasured.
 */
import { benchPreview } from './bench/preview.ts';
import { benchRehearsal } from './bench/rehearsal.ts';
import { benchStartUp } from './bench/start-up.ts';

console.log(await benchStartUp());
console.log('');
console.log(await benchPreview());
console.log('');
console.log(await benchRehearsal());
