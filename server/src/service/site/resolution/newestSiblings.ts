import { parseJavaScriptDate } from '../../generators/shared/dates.ts';
import type { Collection } from '../../generators/contract/model.ts';
import { isoTime } from '../../text/calendar.ts';
import type { Post, Site } from '../model/site.ts';
import { findSiblings } from '../model/site.ts';

/** Returns the Markdown posts of a collection, the newest first, without the one at `excludedUri`. */
export function findNewestSiblings(site: Site, collection: Collection, excludedUri = ''): Post[] {
  const markdownPosts = findSiblings(site, { uri: excludedUri, collection }).filter(({ path }) =>
    site.generator.isMarkdown(path),
  );
  const dated = markdownPosts.map((post) => ({ post, day: getDay(post, site.generator.publishing.dateKeys) }));
  return dated
    .sort((a, b) => (a.day === b.day ? (a.post.path < b.post.path ? 1 : -1) : a.day < b.day ? 1 : -1))
    .map(({ post }) => post);
}

/** Returns the day of a post's date or file name as `20240501`, for sorting; '' for none. */
function getDay({ path, frontMatter }: Post, dateKeys: readonly string[]): string {
  const written = dateKeys.map((key) => frontMatter?.data[key]).find((each) => typeof each === 'string') ?? '';
  const found = datePattern.exec(written as string) ?? datePattern.exec(toIsoTime(written) ?? path);
  return found ? `${found[1]!}${found[2]!.padStart(2, '0')}${found[3]!.padStart(2, '0')}` : '';
}

const datePattern = /(\d{4})-(\d{1,2})-(\d{1,2})/;

/** Converts `Jul 08 2024` to `2024-07-08T00:00:00+00:00`; undefined for no date. */
function toIsoTime(written: unknown): string | undefined {
  const instant = parseJavaScriptDate(written, 'UTC');
  return instant === undefined ? undefined : isoTime(instant, 'UTC');
}
