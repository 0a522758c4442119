/** Files in which projects describe their front matter for other tools: Front Matter CMS, Pages CMS, Decap and Sveltia CMS; JSON Schemas. */
const schemaFilePattern =
  /^(?:frontmatter\.json|\.frontmatter\/.+\.json|\.pages\.ya?ml|(?:[^/]+\/)*(?:admin|cms)\/config\.ya?ml|(?:[^/]+\/)*(?:[^/]*schema[^/]*|schemas?\/.+)\.json)$/;

/** Whether a file (path relative to the site root) may describe front matter. */
export function isSchemaFile(path: string): boolean {
  return schemaFilePattern.test(path);
}
