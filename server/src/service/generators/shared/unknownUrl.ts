import { slugify } from './slug.ts';
import { stem } from '../../text/paths.ts';

/** Whether a URL, which only the site's own code determines, may be that of a file: the file or its folder has its name, or one with letters that can be transliterated. */
export function mayNameFile(url: string, path: string): boolean {
  const lastSegment = slugify(url.replace(/\/$|\.html?$/, '').replace(/^.*\//, ''));
  const names = path
    .split('/')
    .slice(-2)
    .map((segment) => stem(segment).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''));
  return names.some((name) => slugify(name) === lastSegment || /\P{ASCII}/u.test(name));
}
