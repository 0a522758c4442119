import type { TagDescription } from '../../syntax/templates/templateLanguage.ts';
import type { SiteView } from './model.ts';

/** A template tag of a generator: what it means, and what a preview shows in its place. */
export interface GeneratorTag extends TagDescription {
  /** Returns what a preview shows in place of the tag; undefined where arguments are missing. A tag without this function is shown as written. */
  preview?(tagArguments: TagArguments, scope: TemplateScope): TagPreview | undefined;
}

/** Arguments of a tag: `{{< figure src="/a.png" title='b' >}}`, `{% youtube abc %}`. */
export interface TagArguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

/** What a preview shows in place of a tag. */
export type TagPreview =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'figure'; readonly src: string; readonly alt: string; readonly caption: string }
  /** Content of another site, shown as a box with its name and a link. */
  | { readonly kind: 'embed'; readonly service: string; readonly href: string };

/** What the templates of a post can read of it and its site; paths and URLs are without the base path, so that the preview finds files by them. */
export interface TemplateScope {
  /** `page` in Liquid: front matter, and what the generator adds to it. */
  readonly page: Readonly<Record<string, unknown>>;
  /** `site` in Liquid: the configuration and data files. */
  readonly site: Readonly<Record<string, unknown>>;
  /** Returns the text of an include by the name in the tag; undefined where there is none. */
  readInclude(name: string): string | undefined;
  /** Returns the page that a tag names by the path or the name of its file; undefined where there is none. */
  findPage(name: string): { readonly title: string; readonly url: string } | undefined;
}

/** A filter of a template language, `{{ value | name: first, second }}`: value and arguments in, new value out. */
export type TemplateFilter = (value: unknown, ...filterArguments: unknown[]) => unknown;

/** What a preview approximates of a generator's templates inside posts. Paths are relative to the site root. */
export interface PreviewTemplates {
  /** Filters besides those of the template language itself, by name. */
  readonly filters?: Readonly<Record<string, TemplateFilter>>;
  /** Returns the variables of `site` in templates: keys of the configuration, data files. */
  getSiteVariables?(siteView: SiteView): Readonly<Record<string, unknown>>;
  /** Returns the texts of the HTML comments that end the excerpt of a post with this front matter: `more` of `<!--more-->`, which is also the default. */
  getExcerptSeparators?(data: Readonly<Record<string, unknown>>): readonly string[];
}
