import { isRecord } from '../shared/configurationFile.ts';
import { parseIsoDate } from '../shared/dates.ts';
import type { Cause, PostSource, Publication } from '../contract/model.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createStateFromCauses, createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { Located } from './address.ts';
import { addressOf, blogName, locate, withoutNumber } from './address.ts';
import type { DocusaurusSettings } from './settings.ts';

/** What Docusaurus makes of a file of its blog, docs or pages. */
export function publicationOf(post: PostSource, settings: DocusaurusSettings): Publication {
  const located = locate(post.path, settings);
  if (!located)
    return {
      title: getPostName(post.path),
      categories: [],
      tags: [],
      ...createSkippedState('Docusaurus does not look at this file.'),
    };
  const data = post.frontMatter?.data ?? {};
  const date = located.source.kind === 'blog' ? (data.date ?? blogName(located.inner).day) : undefined;
  const instant = parseIsoDate(date, 'UTC');
  const publicationState = decidePublicationState(post, located);
  const url = publicationState.state === 'skipped' ? undefined : addressOf(post, located, settings);
  return {
    title: asNonEmptyString(data.title) ?? nameOf(located),
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
  if (source.kind === 'blog') return blogName(inner).text || getPostName(inner);
  return source.kind === 'docs' ? withoutNumber(getPostName(inner)) : getPostName(inner);
}

/** Keys of `tags.yml`, or labels. */
function tagsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) =>
    isRecord(item)
      ? (asNonEmptyString(item.label) ?? [])
      : typeof item === 'string' || typeof item === 'number'
        ? String(item)
        : [],
  );
}

function decidePublicationState({ frontMatter }: PostSource, { source }: Located): PublicationState {
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  const data = frontMatter?.data ?? {};
  const broken = stopping(data, source.kind);
  if (broken) return createStateFromCauses('skipped', broken);
  if (data.draft === true) {
    return createStateFromCauses('draft', {
      subject: 'state',
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
  return createPublishedState();
}

function stopping({ date, id }: Readonly<Record<string, unknown>>, kind: Located['source']['kind']): Cause | undefined {
  if (kind === 'blog' && typeof date === 'string' && !/\d/.test(date)) {
    return {
      subject: 'unreadable date',
      reason: `Docusaurus cannot read the date "${date}" and stops the build: write it as \`2024-05-01\` or \`2024-05-01T09:30\`.`,
      key: 'date',
    };
  }
  if (kind === 'docs' && typeof id === 'string' && id.includes('/')) {
    return {
      subject: 'build',
      reason: `The slash in the id "${id}" stops the build: leave it out; folders come before the id anyway.`,
      key: 'id',
    };
  }
  return undefined;
}
