/** Implements `ConfiguredGenerator.getAuthorFileKind` for authors in the file `authors.yml` of a data folder, or each in a file of its folder `authors`. */
export function getDataAuthorFileKind(path: string, dataFolder: string): 'all' | 'one' | undefined {
  if (!path.startsWith(`${dataFolder}/`)) return undefined;
  const name = path.slice(dataFolder.length + 1);
  if (/^authors\.(?:ya?ml|json|toml)$/.test(name)) return 'all';
  return /^authors\/[^/]+\.(?:ya?ml|json|toml)$/.test(name) ? 'one' : undefined;
}
