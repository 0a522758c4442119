import { stem } from '../../text/paths.ts';

/** Files in which projects describe their front matter for other tools: Front Matter CMS, Pages CMS, Decap and Sveltia CMS; JSON Schemas. */
const otherSchemaFilePattern =
  /^(?:frontmatter\.json|\.frontmatter\/.+\.json|\.pages\.ya?ml)$|(?:^|\/)(?:admin|cms)\/config\.ya?ml$/;

/** Whether a file (path relative to the site root) may describe front matter. */
export function isSchemaFile(path: string): boolean {
  const isSchema = path.endsWith('.json') && (/(?:^|\/)schemas?\//.test(path) || stem(path).includes('schema'));
  return isSchema || otherSchemaFilePattern.test(path);
}

/** Whether a file (path relative to the site root) may tell which content the build brings from elsewhere: a script of the shell, a `Makefile`, the lists of sources next to them. */
export function isBuildScript(path: string): boolean {
  return /^(?:Makefile|(?:[^/]+\/){0,2}[^/]+\.sh|external-sources\/.+)$/.test(path);
}
