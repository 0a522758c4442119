/** How a generator's own command begins a post from the site's templates. Paths are relative to the site root. */
export interface Templates {
  /** Files that the command would take for a post at a path of a collection, the first that exists; `archetypes/trips/` is a folder with an `index`, all of whose files are taken. */
  files(start: TemplateStart): readonly string[];
  /** The text that the site's configuration wants begun with; undefined where it has no wish. */
  configured?(start: TemplateStart): string | undefined;
  /** The text to begin with where there is neither file nor sibling; undefined where the command knows none. */
  builtIn?(start: TemplateStart): string | undefined;
  /** A template filled in; undefined where only the generator itself can. */
  fill(template: string, facts: TemplateFacts): string | undefined;
  /** Whether a file beside the post in such a folder is filled in too; others are copied as they are. */
  fills?(path: string): boolean;
  /** The quotes that the command puts round a title which needs some; `"` else. */
  readonly quote?: "'";
  /** Whether the command puts a title in `"` that could do without. */
  quotesAnyway?(title: string): boolean;
  /** Dates are written in the site's zone where it has one, not in the writer's. */
  readonly inSitesZone?: true;
  /** Other templates of the site that one may choose, by name, with the file or folder: `hexo new photo`, `hugo new --kind review`. */
  others?(files: ReadonlySet<string>): readonly { readonly name: string; readonly file: string }[];
}

/** The post that is to begin. */
export interface TemplateStart {
  /** `posts`, `drafts`; for Hugo the section. */
  readonly collection: string;
  readonly path: string;
  /** Name of the template that the writer chose among the others. */
  readonly kind?: string;
}

/** What a template can ask for. */
export interface TemplateFacts extends TemplateStart {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the zone in which the command writes dates: the writer's own, or the site's. */
  readonly zone: string;
}
