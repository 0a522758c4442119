import type { Syntax } from '../../syntax/syntax.ts';
import type { GeneratorTag, TemplateFilter, TemplateScope } from '../../generators/contract/preview.ts';

/** What is known of a post, its site and its generator when templates are rendered. */
export interface TemplateContext {
  readonly scope: TemplateScope;
  readonly tags: ReadonlyMap<string, GeneratorTag>;
  readonly filters: Readonly<Record<string, TemplateFilter>>;
  /** Comments that end an excerpt on this site, without `<!--` and `-->`. */
  readonly excerptMarks: readonly string[];
}

/** Returns a context of the front matter only, for a text without a site. */
export function createFrontMatterContext({
  frontMatter,
  templates,
}: Pick<Syntax, 'frontMatter' | 'templates'>): TemplateContext {
  const scope: TemplateScope = {
    page: frontMatter?.data ?? {},
    site: {},
    readInclude: () => undefined,
    findPage: () => undefined,
  };
  return { scope, tags: templates.tags, filters: {}, excerptMarks: ['more'] };
}
