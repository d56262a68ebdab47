import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const missingInfo: RuleInfo = {
  id: 'missing-extension',
  title: 'An expected extension is not installed',
  severity: 'error',
  levels: { off: 'error' },
  why: 'Operators, types or functions that the application uses are not in the database.',
};

function findMissing({ catalog, expected }: SchemaFacts) {
  const installed = new Set(
    catalog.extensions.filter((extension) => extension.installed !== null).map(({ name }) => name),
  );
  return expected.extensions
    .filter((name) => !installed.has(name))
    .map((name) => {
      const available = catalog.extensions.find((extension) => extension.name === name)?.available;
      return findingOf(missingInfo, {
        subject: displayIdentifier(name),
        message: 'This extension is expected and is not installed in the database.',
        evidence:
          available === undefined || available === null
            ? 'The server does not offer it: its provider or an administrator has to install it first.'
            : `The server offers version ${available}.`,
        fix: `CREATE EXTENSION ${quoteIdentifier(name)};`,
      });
    });
}

const outdatedInfo: RuleInfo = {
  id: 'outdated-extension',
  title: 'An extension can be updated',
  severity: 'notice',
  why: 'The server has newer files of it (after an upgrade, as a rule) while the database still runs the old SQL objects.',
};

function findOutdated({ catalog }: SchemaFacts) {
  return catalog.extensions
    .filter(({ updatable }) => updatable)
    .map(({ name, installed, available }) =>
      findingOf(outdatedInfo, {
        subject: displayIdentifier(name),
        message: 'The server has another version of this extension than the database.',
        evidence: `Installed ${installed}, the server offers ${available}.`,
        fix: `ALTER EXTENSION ${quoteIdentifier(name)} UPDATE;`,
      }),
    );
}

const inPublicInfo: RuleInfo = {
  id: 'extension-in-public',
  title: 'An extension is in the schema public',
  severity: 'notice',
  levels: { recommended: 'off', supabase: 'warning' },
  why: 'Its functions stand among the application’s own, an API over the schema exposes them, and they are in the search_path of everybody. Extensions that cannot be moved are not reported.',
  docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0014_extension_in_public',
};

function findInPublic({ catalog }: SchemaFacts) {
  return catalog.extensions
    .filter(({ installed, schema, relocatable }) => installed !== null && schema === 'public' && relocatable)
    .map(({ name }) =>
      findingOf(inPublicInfo, {
        subject: displayIdentifier(name),
        message: 'This extension is in the schema public.',
        fix: `CREATE SCHEMA IF NOT EXISTS extensions;\nGRANT USAGE ON SCHEMA extensions TO PUBLIC;\n-- And "extensions" into the search_path of the roles that use it.\nALTER EXTENSION ${quoteIdentifier(name)} SET SCHEMA extensions;`,
      }),
    );
}

export const extensionInPublic: SchemaRule = { info: inPublicInfo, find: findInPublic };
export const missingExtension: SchemaRule = { info: missingInfo, find: findMissing };
export const outdatedExtension: SchemaRule = { info: outdatedInfo, find: findOutdated };
