import { isRecord } from '../shared/configurationFile.ts';
import { isoInstant } from '../shared/dates.ts';
import type { Cause, PostSource, Publication } from '../contract/model.ts';
import { postName } from '../shared/markdownFile.ts';
import { textOf } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { stateFromCauses, published, skipped } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { Located } from './address.ts';
import { addressOf, blogName, locate, withoutNumber } from './address.ts';
import type { DocusaurusSettings } from './settings.ts';

/** What Docusaurus makes of a file of its blog, docs or pages. */
export function publicationOf(post: PostSource, settings: DocusaurusSettings): Publication {
  const located = locate(post.path, settings);
  if (!located)
    return {
      title: postName(post.path),
      categories: [],
      tags: [],
      ...skipped('Docusaurus does not look at this file.'),
    };
  const data = post.frontMatter?.data ?? {};
  const date = located.source.kind === 'blog' ? (data.date ?? blogName(located.inner).day) : undefined;
  const instant = isoInstant(date, 'UTC');
  const publicationState = decidePublicationState(post, located);
  const url = publicationState.state === 'skipped' ? undefined : addressOf(post, located, settings);
  return {
    title: textOf(data.title) ?? nameOf(located),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    collection: located.source.name,
    categories: [],
    tags: tagsOf(data.tags),
    ...publicationState,
    ...(url !== undefined && { url }),
  };
}

/** The title of a file without one, as long as no heading gives it. */
function nameOf({ source, inner }: Located): string {
  if (source.kind === 'blog') return blogName(inner).text || postName(inner);
  return source.kind === 'docs' ? withoutNumber(postName(inner)) : postName(inner);
}

/** Keys of `tags.yml`, or labels. */
function tagsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) =>
    isRecord(item)
      ? (textOf(item.label) ?? [])
      : typeof item === 'string' || typeof item === 'number'
        ? String(item)
        : [],
  );
}

function decidePublicationState({ frontMatter }: PostSource, { source }: Located): PublicationState {
  if (frontMatter?.broken) return skipped('Its front matter cannot be read, which stops the build: mend it.');
  const data = frontMatter?.data ?? {};
  const broken = stopping(data, source.kind);
  if (broken) return stateFromCauses('skipped', broken);
  if (data.draft === true) {
    return stateFromCauses('draft', {
      about: 'state',
      reason: '`draft: true` keeps it off the site: only `docusaurus start` shows it.',
      key: 'draft',
    });
  }
  if (data.unlisted === true)
    return {
      state: 'published',
      reasons: [
        '`unlisted: true` keeps it out of lists, feeds and search engines: only those who have its address find it.',
      ],
      causes: [],
    };
  return published();
}

function stopping({ date, id }: Readonly<Record<string, unknown>>, kind: Located['source']['kind']): Cause | undefined {
  if (kind === 'blog' && typeof date === 'string' && !/\d/.test(date)) {
    return {
      about: 'unreadable date',
      reason: `Docusaurus cannot read the date "${date}" and stops the build: write it as \`2024-05-01\` or \`2024-05-01T09:30\`.`,
      key: 'date',
    };
  }
  if (kind === 'docs' && typeof id === 'string' && id.includes('/')) {
    return {
      about: 'build',
      reason: `The slash in the id "${id}" stops the build: leave it out; folders come before the id anyway.`,
      key: 'id',
    };
  }
  return undefined;
}
