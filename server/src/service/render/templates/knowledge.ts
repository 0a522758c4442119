/** What the templates of a post can ask about it and its site; paths and URLs without the site's base path, as files are found by them. */
export interface Knowledge {
  /** `page` in Liquid: front matter, and what the generator adds to it. */
  readonly page: Readonly<Record<string, unknown>>;
  /** `site` in Liquid: the configuration and data files. */
  readonly site: Readonly<Record<string, unknown>>;
  /** The comment that ends an excerpt on this site besides `more` and `truncate`, without its marks. */
  readonly excerptMark?: string;
  /** The text of an included file, by the name in the tag. */
  include(name: string): string | undefined;
  /** The page that a tag names by a file's path or name. */
  find(name: string): { readonly title: string; readonly url: string } | undefined;
}

/** Nothing is known but the front matter. */
export function onlyFrontMatter(page: Readonly<Record<string, unknown>>): Knowledge {
  return { page, site: {}, include: () => undefined, find: () => undefined };
}
