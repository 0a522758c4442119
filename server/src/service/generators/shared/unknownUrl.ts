import { slugify } from './slug.ts';
import { stem } from '../../text/paths.ts';

/** Returns the test of a URL, which only the site's own code determines, that may be a file's: the file or its folder has its name, or one with letters that can be transliterated. */
export function createNameTest(path: string): (url: string) => boolean {
  const names = path
    .split('/')
    .slice(-2)
    .map((segment) => stem(segment).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''));
  if (names.some((name) => /\P{ASCII}/u.test(name))) return () => true;
  const slugs = new Set(names.map((name) => slugify(name)));
  return (url) => slugs.has(slugify(url.replace(/\/$|\.html?$/, '').replace(/^.*\//, '')));
}
