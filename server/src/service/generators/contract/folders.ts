/** Where a site keeps what its pages show. Folders are relative to the site root, the likeliest first; '' is the root itself. */
export interface SiteFolders {
  /** Their files are at the root of the published site, where they have a URL at all. */
  readonly published: readonly string[];
  /** Others whose files are named by their path below: what a build puts elsewhere. */
  readonly processed?: readonly string[];
  /** Style sheets are kept or built there: what a build wrote comes before sources. */
  readonly styles: readonly string[];
}

/** Folders of style sheets below where a build puts its pages, then below where sources are. */
export function styleFoldersIn(built: string, sources: readonly string[]): string[] {
  const folders = [
    ...foldersIn(built, ['assets/css', 'assets', 'css', '']),
    ...sources.flatMap((folder) => foldersIn(folder, ['css', 'styles', ''])),
  ];
  return [...new Set(folders)];
}

function foldersIn(folder: string, names: readonly string[]): string[] {
  return names.map((name) => [folder, name].filter((part) => part !== '').join('/'));
}
