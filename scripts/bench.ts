/** `npm run bench`: start-up of a light action against bare node, and a preview's own time against what it waits for. */
import { benchPreview } from './bench/preview.ts';
import { benchStartUp } from './bench/start-up.ts';

console.log(await benchStartUp());
console.log('');
console.log(await benchPreview());
