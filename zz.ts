import { benchBackup } from './scripts/bench/backup.ts';
console.log(await benchBackup());
