/**
 * The parts of `@actions/core` that speak to the runner. Its index also loads the OIDC client and with it undici,
 * which doubles the start-up time of every step, and its `exports` map names nothing but the index; hence the paths.
 */
export { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
export {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';
