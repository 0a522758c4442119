import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Environment, Publication, SiteView } from '../../generators/contract/model.ts';
import { noSite } from '../../generators/index.ts';
import type { Knowledge } from '../../render/templates/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { sourceOf } from '../../site/model/site.ts';
import { memoize } from '../../text/memo.ts';

/** What the templates of a post can ask: front matter, data, includes, other posts. */
export function knowledgeOf(
  { syntax, site, post }: OpenPost,
  publication: Publication | undefined,
  environment: Environment,
): Knowledge {
  const data = syntax.frontMatter?.data ?? {};
  const { tags, preview, includesFolder } = site?.generator ?? noSite;
  return {
    scope: {
      page: {
        ...data,
        ...(publication && pageOf(publication, site)),
        ...(post && { path: post.path, collection: post.collection.name }),
      },
      site: site
        ? { ...siteVariables(site.siteView, site.generator), time: new Date(environment.now).toISOString() }
        : {},
      include: (name) => (includesFolder === undefined ? undefined : site?.texts.get(`${includesFolder}/${name}`)),
      find: (name) => site && found(site, name, post, environment),
    },
    tags,
    filters: preview?.filters ?? {},
    excerptMarks: preview?.excerptMarks?.(data) ?? ['more'],
  };
}

const siteVariables = memoize(
  (siteView: SiteView, { preview }: ConfiguredGenerator) => preview?.siteVariables?.(siteView) ?? {},
);

function pageOf({ title, date, url, categories, tags }: Publication, site: Site | undefined): Record<string, unknown> {
  return { title, date, categories, tags, ...(url !== undefined && { url: withoutBase(url, site) }) };
}

/** A URL as files are found by it: without the path the site is published under. */
function withoutBase(url: string, site: Site | undefined): string {
  const base = site?.generator.linking?.basePath ?? '';
  return base !== '' && url.startsWith(base) ? url.slice(base.length) || '/' : url;
}

/** The post or page that a tag means: a path below the root or the content folder, or a file's name. */
function found(
  site: Site,
  name: string,
  from: Post | undefined,
  environment: Environment,
): { readonly title: string; readonly url: string } | undefined {
  const wanted = name.replace(/^\/+/, '').replace(/(?:\/_?index)?\.(?:md|markdown|mdx|html)$/, '');
  if (wanted === '') return undefined;
  const ends = (path: string): boolean => {
    const bare = path.replace(/(?:\/_?index)?\.\w+$/, '');
    return bare === wanted || bare.endsWith(`/${wanted}`);
  };
  const posts = [...site.posts.values()].filter(({ path }) => ends(path));
  const post = posts.find(({ collection }) => collection.name === from?.collection.name) ?? posts[0];
  if (!post) return undefined;
  const { title, url } = site.generator.publication(sourceOf(site, post), environment);
  return url === undefined ? undefined : { title, url: withoutBase(url, site) };
}
