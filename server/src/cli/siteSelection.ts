import type { Site, Workspace } from '../service/index.ts';
import { relative } from '../service/index.ts';

/** A site, its posts not read yet, and what of it a command is about. */
export interface SiteSelection {
  readonly site: Site;
  readonly workspace: Workspace;
  /** URIs of folders: the posts below them are selected. */
  readonly folders: Set<string>;
  /** URIs of files that were named themselves. */
  readonly files: Set<string>;
}

/** Whether a file or post is selected. */
export function isSelected({ folders, files }: SiteSelection, uri: string): boolean {
  return files.has(uri) || [...folders].some((folder) => relative(folder, uri) !== undefined);
}
