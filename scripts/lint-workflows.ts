/** `npm run lint:workflows`: checks every action.yml, workflow, example and YAML block of the documentation; exits 1 on a finding. */
import { fileURLToPath } from 'node:url';
import { formatFinding } from './lint/finding.ts';
import { findFiles, lintRepository } from './lint/lint-repository.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const { actions, workflows, documents } = await findFiles(root);
const findings = await lintRepository(root);
for (const finding of findings) console.log(formatFinding(finding));
console.log(
  `${actions.length} actions, ${workflows.length} workflows, ${documents.length} documents: ${findings.length} findings`,
);
// An empty look-up means that this script is broken, not that all is well.
process.exitCode = findings.length > 0 || actions.length === 0 || workflows.length === 0 ? 1 : 0;
