import type { PostSource, SiteView } from './model.ts';

/** How the pages and files of a generator's site are addressed and how its writers link to them. URLs are paths on the site's host, decoded, with the base path. */
export interface Linking {
  /** What every URL of the site begins with: `/blog`; '' at the root of a host. */
  readonly basePath: string;
  /** Origins under which the site itself is published: `https://example.org`; links to them are links into the site. */
  readonly origins: readonly string[];
  /** URLs at which a file that is no page is served; empty where it is not on the site. */
  fileUrls(path: string, siteView: SiteView): readonly string[];
  /** URLs that lead readers to a post besides its own: redirects, aliases. */
  aliases(source: PostSource): readonly string[];
  /** The front matter key under which a post lists its former URLs, without the base path, where readers are sent on from those; undefined where the site has no redirects. */
  redirectKey?(siteView: SiteView): string | undefined;
  /** Whether a page may be at a URL for which there is no file: lists of tags, feeds, later pages of a list, what plugins and own code write. */
  mayGenerate(url: string, siteView: SiteView): boolean;
  /** Whether a tag that names a post which is not published stops the build, as one that names none. */
  readonly tagsNeedPublished?: boolean;
  /** What stands before the path of a post below the content folder in the links that the documentation recommends: `@/`; undefined where those are URLs. */
  readonly contentPathPrefix?: string;
  /** What tags call a file, its ending included: `boats/2024-05-01-tug.md` of `boats/_posts/2024-05-01-tug.md`; undefined where it is its path. */
  tagName?(path: string): string | undefined;
  /** Links in HTML, and those with a target or a download of their own, are left to browsers as they are: `target` is not asked about them. */
  readonly leavesHtmlLinks?: true;
  /** What a destination that is not a plain URL means: tags, shortcodes, paths of source files; undefined for a plain URL. */
  target(written: string, from: PostSource): Target | undefined;
}

/** What a destination means to the generator. */
export type Target =
  /** A file of the site, named by its path. */
  | FileTarget
  /** A URL on the site, base path included, with query and fragment. */
  | { readonly kind: 'url'; readonly url: string }
  /** Only the build knows: a variable, a loop. */
  | { readonly kind: 'unknown' };

/** A file named in a tag, a shortcode or by its path: `{% link about.md %}`, `{{< ref "about" >}}`, `@/about.md`. */
export interface FileTarget {
  readonly kind: 'file';
  /** The last segment of the path without its extension: where to look. */
  readonly name: string;
  /** More names under which it may be found: `index` of a folder that is named. */
  readonly otherNames?: readonly string[];
  /** Whether a file (path relative to the site root) is the one that is meant. */
  accepts(path: string): boolean;
  /** With the `#`; '' for none. */
  readonly fragment: string;
  /** What is named, for messages: `_posts/2024-05-01-a.md`. */
  readonly shown: string;
  /** Whether the build stops when there is none. */
  readonly stopsBuild: boolean;
}
