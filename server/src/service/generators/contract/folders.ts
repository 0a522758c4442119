/** Where a site keeps the files that its pages show. Folders are relative to the site root, the likeliest first; '' is the root itself. */
export interface SiteFolders {
  /** Folders of static files, which the build copies to the root of the published site: `static`, `public`. */
  readonly static: readonly string[];
  /** Folders of assets that the build processes and writes elsewhere; links name them by their path in the folder. */
  readonly processed?: readonly string[];
  /** Folders of style sheets: those in the build output come before those of sources. */
  readonly styleSheets: readonly string[];
}

/** Returns the folders in which style sheets usually are, each once: those in the output folder of a build, then those in folders of sources. */
export function listStyleSheetFolders(outputFolder: string, sourceFolders: readonly string[]): string[] {
  const folders = [
    ...joinFolders(outputFolder, ['assets/css', 'assets', 'css', '']),
    ...sourceFolders.flatMap((folder) => joinFolders(folder, ['css', 'styles', ''])),
  ];
  return [...new Set(folders)];
}

function joinFolders(folder: string, names: readonly string[]): string[] {
  return names.map((name) => [folder, name].filter((part) => part !== '').join('/'));
}
