/** What templates inside posts can ask of the site, as far as the preview approximates them. Paths are relative to the site root. */
export interface PreviewSources {
  /** The configuration's own keys, as `site.title` reads them. */
  readonly siteVariables?: Readonly<Record<string, unknown>>;
  /** What ends the excerpt of a post that names no separator itself: `<!--more-->`. */
  readonly excerptSeparator?: string;
  /** The end of the path of the folder of includes: `_includes`. */
  readonly includesFolder?: string;
  /** The end of the path of the folder of data files: `_data`. */
  readonly dataFolder?: string;
}
