import { joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { parseIsoDate } from '../shared/dates.ts';
import type { Cause, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createStateFromCauses, createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import type { ZolaFile } from './page.ts';
import { getCollection, getDateFromName, findDraftSection, parseZolaPath, getPath } from './page.ts';
import type { ZolaSettings } from './settings.ts';

/** Returns the publication of a file in `content`. */
export function getPublication(source: PostSource, settings: ZolaSettings): Publication {
  const file = parseZolaPath(source.path, settings);
  if (!file)
    return {
      title: getPostName(source.path),
      categories: [],
      tags: [],
      ...createSkippedState('Zola makes pages of Markdown in `content` only.'),
    };
  const data = source.frontMatter?.data ?? {};
  const date = file.kind === 'page' ? (data.date ?? getDateFromName(file)) : undefined;
  const instant = parseIsoDate(date, 'UTC');
  const taxonomies = isRecord(data.taxonomies) ? data.taxonomies : {};
  const publicationState = decidePublicationState(source, file, settings);
  const path = publicationState.state === 'skipped' ? undefined : getPath(file, data, settings);
  return {
    title: typeof data.title === 'string' && data.title !== '' ? data.title : getPostName(source.path),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    collection: getCollection(source.path, file).name,
    categories: toTerms(taxonomies.categories ?? taxonomies.category),
    tags: toTerms(taxonomies.tags ?? taxonomies.tag),
    ...publicationState,
    ...(path !== undefined && { url: joinUrlPath(settings.base.path, path) }),
  };
}

function decidePublicationState(source: PostSource, file: ZolaFile, settings: ZolaSettings): PublicationState {
  const { frontMatter, path, siteView } = source;
  if (!frontMatter)
    return createSkippedState('It has no front matter, which stops the build: start it with two lines of `+++`.');
  if (frontMatter.broken) return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  const broken = findBuildError(source, file);
  if (broken) return createStateFromCauses('skipped', broken);
  const { data } = frontMatter;
  if (data.draft === true) {
    const what = file.kind === 'section' ? 'it and all pages below it' : 'it';
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: `\`draft\` keeps ${what} off the site: only \`zola serve --drafts\` shows ${file.kind === 'section' ? 'them' : 'it'}.`,
      key: 'draft',
    });
  }
  const above = findDraftSection({ path, siteView }, settings);
  if (above !== undefined)
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: `The section above it, \`${above}\`, is a draft, which keeps all its pages off the site.`,
    });
  if (data.render === false) return createSkippedState('`render` is false: Zola writes no page for it.');
  return createPublishedState(...findUnlistedCauses(source, file));
}

/** Returns a cause for a page without a date in a section that is sorted by date: Zola writes the page but lists it nowhere. Pages in the section of the home page, such as `about.md`, are usually not meant to be listed. */
function findUnlistedCauses({ path, frontMatter, siteView }: PostSource, file: ZolaFile): Cause[] {
  if (
    file.kind === 'section' ||
    file.folders.length === 0 ||
    (frontMatter?.data.date ?? getDateFromName(file)) !== undefined
  )
    return [];
  const section = ['content', ...file.folders, '_index.md'].join('/');
  if (section === path || siteView.getFrontMatter(section)?.data.sort_by !== 'date') return [];
  return [
    {
      subject: 'state',
      reason: `It has no \`date\`, and \`${section}\` sorts by it: Zola writes the page, but leaves it out of the section's list. Add a date.`,
    },
  ];
}

/** Returns the cause in a file that stops the build; undefined for none. */
function findBuildError({ path, frontMatter, siteView }: PostSource, file: ZolaFile): Cause | undefined {
  const data = frontMatter?.data ?? {};
  if (file.language === undefined) {
    const code = basename(path).replace(/^[^.]*\.|\.md$/g, '');
    return {
      subject: 'build',
      reason: `The name says its language is "${code}", which is not under \`[languages]\` in the configuration; that stops the build. Rename it or name the language there.`,
    };
  }
  if (file.kind === 'section') return undefined;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const isIndex = path.endsWith('/index.md');
  if (
    isIndex &&
    (folder === 'content' ||
      (siteView.hasFile(`${folder}/_index.md`) && data.path === undefined && data.slug === undefined))
  ) {
    return {
      subject: 'build',
      reason: `The folder is a section, whose page is \`_index.md\`; an \`index.md\` in it stops the build. Rename it.`,
    };
  }
  const empty = ['slug', 'path'].find((key) => data[key] === '');
  if (empty !== undefined)
    return {
      subject: 'build',
      reason: `An empty \`${empty}\` stops the build: write one or remove the line.`,
      key: empty,
    };
  if (data.date !== undefined && data.date !== null && isUnreadable(data.date, frontMatter?.format)) {
    return {
      subject: 'unreadable date',
      reason: `Zola cannot read the date "${String(data.date)}" and stops the build: write it as \`2024-05-01\` or \`2024-05-01T09:30:00Z\`.`,
      key: 'date',
    };
  }
  return undefined;
}

/** Whether `parse_datetime` is certain to refuse a date; YAML allows months and days of one digit. */
function isUnreadable(date: unknown, format: string | undefined): boolean {
  if (typeof date !== 'string') return true;
  const found = (
    format === 'toml' ? /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]|$)/ : /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]|$)/
  ).exec(date.trim());
  if (!found) return true;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate();
}
