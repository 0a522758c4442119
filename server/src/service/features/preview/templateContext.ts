import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Environment, Publication, SiteView } from '../../generators/contract/model.ts';
import { generatorWithoutSite } from '../../generators/index.ts';
import type { TemplateContext } from '../../render/templates/templateContext.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { toPostSource } from '../../site/model/site.ts';
import { memoize } from '../../text/memo.ts';

/** What the templates of a post can read: front matter, data, includes, other posts. */
export function createTemplateContext(
  { syntax, site, post }: OpenPost,
  publication: Publication | undefined,
  environment: Environment,
): TemplateContext {
  const data = syntax.frontMatter?.data ?? {};
  const { tags, preview, includesFolder } = site?.generator ?? generatorWithoutSite;
  return {
    scope: {
      page: {
        ...data,
        ...(publication && toPageVariables(publication, site)),
        ...(post && { path: post.path, collection: post.collection.name }),
      },
      site: site
        ? { ...siteVariables(site.siteView, site.generator), time: new Date(environment.now).toISOString() }
        : {},
      readInclude: (name) => (includesFolder === undefined ? undefined : site?.texts.get(`${includesFolder}/${name}`)),
      findPage: (name) => site && findPage(site, name, post, environment),
    },
    tags,
    filters: preview?.filters ?? {},
    excerptMarks: preview?.getExcerptSeparators?.(data) ?? ['more'],
  };
}

const siteVariables = memoize(
  (siteView: SiteView, { preview }: ConfiguredGenerator) => preview?.getSiteVariables?.(siteView) ?? {},
);

function toPageVariables(
  { title, date, url, categories, tags }: Publication,
  site: Site | undefined,
): Record<string, unknown> {
  return { title, date, categories, tags, ...(url !== undefined && { url: stripBasePath(url, site) }) };
}

/** A URL without the base path of the site. */
function stripBasePath(url: string, site: Site | undefined): string {
  const base = site?.generator.linking?.basePath ?? '';
  return base !== '' && url.startsWith(base) ? url.slice(base.length) || '/' : url;
}

/** The post or page that a tag names: by a path below the root or the content folder, or by a file name. */
function findPage(
  site: Site,
  name: string,
  from: Post | undefined,
  environment: Environment,
): { readonly title: string; readonly url: string } | undefined {
  const wanted = name.replace(/^\/+/, '').replace(/(?:\/_?index)?\.(?:md|markdown|mdx|html)$/, '');
  if (wanted === '') return undefined;
  const isMatch = (path: string): boolean => {
    const bare = path.replace(/(?:\/_?index)?\.\w+$/, '');
    return bare === wanted || bare.endsWith(`/${wanted}`);
  };
  const posts = [...site.posts.values()].filter(({ path }) => isMatch(path));
  const post = posts.find(({ collection }) => collection.name === from?.collection.name) ?? posts[0];
  if (!post) return undefined;
  const { title, url } = site.generator.getPublication(toPostSource(site, post), environment);
  return url === undefined ? undefined : { title, url: stripBasePath(url, site) };
}
