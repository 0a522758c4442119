import { isRecord, readConfigurationFile } from '../../generators/shared/configurationFile.ts';
import type { Environment, Publication } from '../../generators/contract/model.ts';
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
  const { siteVariables, excerptSeparator, includesFolder = '_includes' } = site?.generator.preview ?? {};
  const separator = data['excerpt_separator'] ?? excerptSeparator;
  const mark = typeof separator === 'string' ? /^<!--(.*)-->$/s.exec(separator.trim())?.[1]?.trim() : undefined;
  return {
    page: {
      ...data,
      ...(publication && pageOf(publication, site)),
      ...(post && { path: post.path, collection: post.collection.name }),
    },
    site: site
      ? { ...siteVariables, baseurl: '', url: '', time: new Date(environment.now).toISOString(), data: dataOf(site) }
      : {},
    ...(mark !== undefined && { excerptMark: mark }),
    include: (name) => site && textBelow(site, includesFolder, name),
    find: (name) => site && found(site, name, post, environment),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function pageOf({ title, date, url, categories, tags }: Publication, site: Site | undefined): Record<string, unknown> {
  return { title, date, categories, tags, ...(url !== undefined && { url: withoutBase(url, site) }) };
}

/** A URL as files are found by it: without the path the site is published under. */
function withoutBase(url: string, site: Site | undefined): string {
  const base = site?.generator.linking?.basePath ?? '';
  return base !== '' && url.startsWith(base) ? url.slice(base.length) || '/' : url;
}

function textBelow(site: Site, folder: string, name: string): string | undefined {
  const path = `${folder}/${name}`;
  const direct = site.texts.get(path);
  if (direct !== undefined) return direct;
  return [...site.texts].find(([each]) => each.endsWith(`/${path}`))?.[1];
}

/** `site.data` by file name; read when it is asked for. */
function dataOf({ texts, generator }: Site): Readonly<Record<string, unknown>> {
  return dataIn(texts, generator.preview?.dataFolder ?? '_data');
}

const dataIn = memoize((texts: Site['texts'], folder: string): Readonly<Record<string, unknown>> => {
  const data: Record<string, unknown> = {};
  for (const [path, content] of texts) {
    const name = new RegExp(
      `(?:^|/)${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/([^/]+)\\.(?:ya?ml|json|toml)$`,
    ).exec(path)?.[1];
    if (name !== undefined) data[name] = readConfigurationFile(path, content).data;
  }
  return data;
});

/** The name of an author as data files give it for a key: `_data/authors.yml`. */
export function authorName(key: string, site: Site | undefined): string {
  const authors = site && dataOf(site)['authors'];
  const author = isRecord(authors) ? authors[key] : undefined;
  return (isRecord(author) ? text(author['name']) : text(author)) ?? key;
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
