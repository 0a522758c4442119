import { isRecord } from '../shared/configurationFile.ts';
import { parseIsoDate } from '../shared/dates.ts';
import type { Cause, PostSource, Publication } from '../contract/model.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createStateFromCauses, createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { DocusaurusFile } from './url.ts';
import { getUrl, parseBlogFileName, parseDocusaurusPath, stripNumberPrefix } from './url.ts';
import type { DocusaurusSettings } from './settings.ts';

/** Returns the publication of a file of the blog, docs or pages. */
export function getPublication(post: PostSource, settings: DocusaurusSettings): Publication {
  const file = parseDocusaurusPath(post.path, settings);
  if (!file)
    return {
      title: getPostName(post.path),
      categories: [],
      tags: [],
      ...createSkippedState('Docusaurus does not look at this file.'),
    };
  const data = post.frontMatter?.data ?? {};
  const date = file.plugin.kind === 'blog' ? (data.date ?? parseBlogFileName(file.relativePath).day) : undefined;
  const instant = parseIsoDate(date, 'UTC');
  const publicationState = decidePublicationState(post, file);
  const url = publicationState.state === 'skipped' ? undefined : getUrl(post, file, settings);
  return {
    title: asNonEmptyString(data.title) ?? getDefaultTitle(file),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    collection: file.plugin.name,
    categories: [],
    tags: toTags(data.tags),
    ...publicationState,
    ...(url !== undefined && { url }),
  };
}

/** Returns the title of a file without a title in front matter or a heading. */
function getDefaultTitle({ plugin, relativePath }: DocusaurusFile): string {
  if (plugin.kind === 'blog') return parseBlogFileName(relativePath).text || getPostName(relativePath);
  return plugin.kind === 'docs' ? stripNumberPrefix(getPostName(relativePath)) : getPostName(relativePath);
}

/** Returns tags, which are keys of `tags.yml` or maps with a label. */
function toTags(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) =>
    isRecord(item)
      ? (asNonEmptyString(item.label) ?? [])
      : typeof item === 'string' || typeof item === 'number'
        ? String(item)
        : [],
  );
}

function decidePublicationState({ frontMatter }: PostSource, { plugin }: DocusaurusFile): PublicationState {
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  const data = frontMatter?.data ?? {};
  const broken = findBuildError(data, plugin.kind);
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

function findBuildError(
  { date, id }: Readonly<Record<string, unknown>>,
  kind: DocusaurusFile['plugin']['kind'],
): Cause | undefined {
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
