/** `npm run demo`: a pull request's life on a Postgres server of its own, through the real action.yml. */
import { playPullRequest } from './demo/life.ts';

process.exitCode = await playPullRequest({ color: process.stdout.isTTY === true });
