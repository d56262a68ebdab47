// `node glob.mjs hash <patterns, one a line> <workspace>` prints what hashFiles() of an expression gives;
// `node glob.mjs list <patterns>` prints { files, roots } as JSON. A process of its own, as the library logs to standard output.
import { create, hashFiles } from '@actions/glob';

const [command, patterns = '', workspace = ''] = process.argv.slice(2);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
if (command === 'hash') {
  write(await hashFiles(patterns, workspace));
} else {
  const globber = await create(patterns, { matchDirectories: false });
  write(JSON.stringify({ files: await globber.glob(), roots: globber.getSearchPaths() }));
}
