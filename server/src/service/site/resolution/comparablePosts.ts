import { dequal } from 'dequal/lite';
import { basename, dirname, stem } from '../../text/paths.ts';
import type { Post, Site } from '../model/site.ts';

/** Keys whose values tell posts of different kinds apart. */
export const kindKeys: readonly string[] = ['layout', 'type', 'lang', 'language', 'locale'];

/**
 * Returns the other posts in the folder of a post that are of its kind: named as it is (dated or not), with its layout, type and
 * language, and no page that lists others. A key that is missing is not compared.
 */
export function findComparablePosts(site: Site, post: Post, missingKey?: string): Post[] {
  const folder = dirname(post.path);
  const kind = toNameKind(post.path);
  const language = site.generator.languages?.getLanguage(post.path);
  const keys = kindKeys.filter((key) => key !== missingKey);
  return [...site.posts.values()].filter(
    (other) =>
      other.uri !== post.uri &&
      other.path.startsWith(folder) &&
      dirname(other.path) === folder &&
      !isIndexPage(other.path) &&
      toNameKind(other.path) === kind &&
      site.generator.languages?.getLanguage(other.path) === language &&
      keys.every((key) => dequal(other.frontMatter?.data[key], post.frontMatter?.data[key])),
  );
}

/** Whether a file is the page of its folder: `index`, `_index`, `README`, or named like the folder. */
export function isIndexPage(path: string): boolean {
  return /^_?index\.|^readme\./i.test(basename(path)) || stem(path) === basename(dirname(path));
}

/** Whether a post has another spelling of a key that generators read alike: `category` for `categories`. */
export function hasTwin({ frontMatter }: Post, key: string): boolean {
  const wanted = toSingular(key);
  return Object.keys(frontMatter?.data ?? {}).some((each) => toSingular(each) === wanted);
}

function toSingular(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '').replace(/ies$/, 'y').replace(/s$/, '');
}

function toNameKind(path: string): string {
  const name = basename(path);
  return `${/^\d{4}-\d\d?-\d\d?/.test(name) ? 'dated' : ''}${name.slice(name.lastIndexOf('.'))}`;
}
