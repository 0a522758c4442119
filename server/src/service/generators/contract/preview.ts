import type { TagFact } from '../../syntax/templates/tagFacts.ts';
import type { SiteView } from './model.ts';

/** A tag of a generator: what it means, and what a preview shows where it stands. */
export interface GeneratorTag extends TagFact {
  /** Undefined where the arguments are not enough; without it, the tag's own words are shown. */
  preview?(given: TagArguments, scope: TemplateScope): TagPreview | undefined;
}

/** Arguments of a tag: `{{< figure src="/a.png" title='b' >}}`, `{% youtube abc %}`. */
export interface TagArguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

/** What stands in a preview where a tag does. */
export type TagPreview =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'figure'; readonly src: string; readonly alt: string; readonly caption: string }
  /** What a page loads from another site; a box with its name and a link. */
  | { readonly kind: 'embed'; readonly service: string; readonly href: string };

/** What the templates of a post can ask about it and its site; paths and URLs without the site's base path, as files are found by them. */
export interface TemplateScope {
  /** `page` in Liquid: front matter, and what the generator adds to it. */
  readonly page: Readonly<Record<string, unknown>>;
  /** `site` in Liquid: the configuration and data files. */
  readonly site: Readonly<Record<string, unknown>>;
  /** The text of an included file, by the name in the tag. */
  include(name: string): string | undefined;
  /** The page that a tag names by a file's path or name. */
  find(name: string): { readonly title: string; readonly url: string } | undefined;
}

/** A filter of a template language: `{{ value | name: first, second }}`. */
export type TemplateFilter = (value: unknown, ...given: unknown[]) => unknown;

/** What a preview approximates of a generator's templates inside posts. Paths are relative to the site root. */
export interface PreviewTemplates {
  /** Filters besides those of the language itself. */
  readonly filters?: Readonly<Record<string, TemplateFilter>>;
  /** What `site` holds in templates: keys of the configuration, data files. */
  siteVariables?(siteView: SiteView): Readonly<Record<string, unknown>>;
  /** Comments that end the excerpt of a post with this front matter, without their marks; `more` where this is left out. */
  excerptMarks?(data: Readonly<Record<string, unknown>>): readonly string[];
}
