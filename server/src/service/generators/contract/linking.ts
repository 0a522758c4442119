import type { PostSource, SiteView } from './model.ts';

/** The URLs of a site's pages and files, and what its links mean. URLs are paths on the site's host, decoded, base path included; file paths are relative to the site root. */
export interface Linking {
  /** The path of the base URL, with which every URL of the site begins: `/blog`; '' at the root of a host. */
  readonly basePath: string;
  /** Origins under which the site itself is published: `https://example.org`; links to them are links into the site. */
  readonly origins: readonly string[];
  /** Returns the URLs at which a file that is no page is served; empty where it is not on the site. */
  getFileUrls(path: string, siteView: SiteView): readonly string[];
  /** Returns the path of the file that is written for a post's URL (both decoded), of which servers cut off `.html` and `/index.html`; undefined where a URL without a slash at its end is the file's path. */
  getOutputPath?(url: string): string;
  /** Returns the URLs that lead to a post besides its own: redirects, aliases. */
  getAliases(source: PostSource): readonly string[];
  /** Returns the front matter key under which a post lists the former URLs, without base path, that redirect to it; undefined where the site has no redirects. */
  getRedirectKey?(siteView: SiteView): string | undefined;
  /** Whether the build can write a page at a URL for which there is no file: lists of tags, feeds, later pages of a list, what plugins and the site's own code write. */
  canGenerate(url: string, siteView: SiteView): boolean;
  /** Returns the test of a URL at which a post may be published whose own is not certain; undefined where such a URL names the file. */
  createUrlTest?(source: PostSource): (url: string) => boolean;
  /** Returns the URLs (decoded, in lower case) of lists that are written because of a post: those of its terms. */
  getTermUrls?(source: PostSource): readonly string[];
  /** Returns the URL of the list of a term, in that form, of which a URL is the page, a later page or a feed; undefined for any other URL. */
  toTermUrl?(url: string): string | undefined;
  /** Returns the path of the site's own code that may lead an address (as written) of links or images of Markdown elsewhere than it says; undefined for none. */
  findRewriter?(siteView: SiteView, target: LinkUse, address: string): string | undefined;
  /** Returns a sentence for the writer for each kind of broken link that is not reported, because code of the site decides where links lead or what there is. */
  listUnreported?(siteView: SiteView): readonly string[];
  /** Whether a tag that names an unpublished post stops the build, as one does that names a missing post. */
  readonly tagsRequirePublishedPosts?: boolean;
  /** The prefix of link destinations that are paths below the content folder: `@/`; undefined where the documentation recommends URLs. */
  readonly contentPathPrefix?: string;
  /** Returns the path by which tags name a file, extension included: `boats/2024-05-01-tug.md` of `boats/_posts/2024-05-01-tug.md`; undefined where that is its own path. */
  getTagPath?(path: string): string | undefined;
  /** The build leaves links in HTML, and those with a `target` or `download` attribute, as they are: `resolveLink` is not called for them. */
  readonly ignoresHtmlLinks?: true;
  /** Tags in the addresses of links, images and definitions of Markdown are not run. */
  readonly ignoresTagsInMarkdown?: true;
  /** Resolves the destination of a link or image of the post `from`, as written, where it is not a plain URL: tags, shortcodes, paths of source files; undefined for a plain URL. */
  resolveLink(destination: string, from: PostSource, use?: LinkUse): LinkTarget | undefined;
}

/** What a destination is for that the engine's renderer of Markdown prints; HTML and tags are printed otherwise. */
export type LinkUse = 'link' | 'image';

/** The meaning of a link destination to the generator. */
export type LinkTarget =
  /** A file of the site, named by its path. */
  | FileTarget
  /** A URL on the site, base path included, with query and fragment. */
  | {
      readonly kind: 'url';
      readonly url: string;
      /** The URL of the same page in the default language, which is shown where there is nothing at the first. */
      readonly untranslatedUrl?: string;
    }
  /** Only the build knows: a variable, a loop. */
  | { readonly kind: 'unknown' };

/** A file named in a tag, a shortcode or by its path: `{% link about.md %}`, `{{< ref "about" >}}`, `@/about.md`. */
export interface FileTarget {
  readonly kind: 'file';
  /** The last segment of the file's path without its extension, by which candidates are found. */
  readonly stem: string;
  /** Other stems that the file may have: `index` where the destination names a folder. */
  readonly otherStems?: readonly string[];
  /** Whether the destination names the file at a path. */
  matches(path: string): boolean;
  /** The fragment with its `#`; '' for none. */
  readonly fragment: string;
  /** What the destination names, for messages: `_posts/2024-05-01-a.md`. */
  readonly displayName: string;
  /** Why no file counts, in a sentence for the writer, though there may be one at the path. */
  readonly obstacle?: string;
  /** What the template writes before the URL of the file, though that has the base path already: `/blog`. */
  readonly urlPrefix?: string;
  /** Whether the build stops when there is no such file. */
  readonly stopsBuild: boolean;
}
