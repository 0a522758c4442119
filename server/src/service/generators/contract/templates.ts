/** Templates of new posts (archetypes, scaffolds) as the generator's own command uses them. Paths are relative to the site root. */
export interface PostTemplates {
  /** Returns the template files of which the command uses the first that exists; `archetypes/trips/` is a folder with an `index`, all of whose files are copied. */
  getCandidateFiles(query: TemplateQuery): readonly string[];
  /** Returns the template that the site's configuration sets; undefined where it sets none. */
  getConfiguredTemplate?(query: TemplateQuery): string | undefined;
  /** Returns the template for a site with neither a template file nor a sibling; undefined where the command has none. */
  getBuiltInTemplate?(query: TemplateQuery): string | undefined;
  /** Returns a template with its variables filled in; undefined where only the generator itself can fill it. */
  fill(template: string, variables: TemplateVariables): string | undefined;
  /** Whether a file in a template folder is a template too; other files are copied as they are. */
  isTemplateFile?(path: string): boolean;
  /** The quotes that the command puts around a title that needs them; `"` where this is undefined. */
  readonly titleQuote?: "'";
  /** Whether the command puts `"` around a title that needs no quotes. */
  isAlwaysQuoted?(title: string): boolean;
  /** Dates are written in the time zone of the site where it sets one, not in the writer's. */
  readonly usesSiteTimeZone?: true;
  /** Returns the templates that the writer can choose by name, with their file or folder: `hexo new photo`, `hugo new --kind review`. */
  findNamedTemplates?(files: ReadonlySet<string>): readonly { readonly name: string; readonly file: string }[];
}

/** The new post for which a template is looked up. */
export interface TemplateQuery {
  /** `posts`, `drafts`; for Hugo the section. */
  readonly collection: string;
  readonly path: string;
  /** Name of the template that the writer chose (`findNamedTemplates`). */
  readonly kind?: string;
}

/** Values that a template can use. */
export interface TemplateVariables extends TemplateQuery {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the time zone in which dates are written: the writer's, or the site's (`usesSiteTimeZone`). */
  readonly timeZone: string;
}
