import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import { isoTime } from '../../text/calendar.ts';
import { joinPath } from '../../text/paths.ts';
import type { PostSource, Publication } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import {
  createPublishedState,
  createSkippedState,
  createStateFromCauses,
  createStateFromReason,
} from '../contract/publicationState.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { parseIsoDate } from '../shared/dates.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { findBlog, getCollection, getSourcePath, isHiddenReadme, toUrl } from './page.ts';
import type { BlogSettings, MkdocsSettings } from './settings.ts';

type Data = FrontMatterOutline['data'];

/** Returns the publication of a page, or of a post of Material's blog. */
export function getPublication(source: PostSource, settings: MkdocsSettings): Publication {
  const { path, frontMatter } = source;
  const data = frontMatter?.data ?? {};
  const sourcePath = getSourcePath(path, settings);
  const blog = sourcePath === undefined ? undefined : findBlog(sourcePath, settings);
  const date = getDate(data);
  const instant = parseIsoDate(date, 'UTC');
  const state = decideState(source, sourcePath, blog, settings);
  const url = state.state === 'skipped' ? undefined : getUrl(sourcePath!, data, blog, settings);
  const collection = getCollection(path, settings)?.name;
  return {
    title: asNonEmptyString(data.title) ?? getPostName(path),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    ...(collection !== undefined && { collection }),
    categories: toTerms(data.categories),
    tags: toTerms(data.tags),
    ...state,
    ...(url !== undefined && { url }),
  };
}

/** `date`, or its `created` in Material's blog. */
function getDate({ date }: Data): unknown {
  return isRecord(date) ? date.created : date;
}

function decideState(
  { path, frontMatter, siteView }: PostSource,
  sourcePath: string | undefined,
  blog: BlogSettings | undefined,
  { docsFolder, isDraft }: MkdocsSettings,
): PublicationState {
  if (sourcePath === undefined)
    return createSkippedState(
      `MkDocs makes pages of Markdown in \`${docsFolder}\` that its configuration does not exclude.`,
    );
  if (isHiddenReadme(path, siteView))
    return createSkippedState('The folder has an `index.md`, which MkDocs takes instead of this file.');
  if (isDraft(sourcePath) === true)
    return createStateFromReason('draft', '`draft_docs` in `mkdocs.yml` names it: only `mkdocs serve` shows it.');
  if (!blog) return createPublishedState();
  const data = frontMatter?.data ?? {};
  if (data.draft === true && !blog.showsDrafts)
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: '`draft` keeps it off the site: only `mkdocs serve` shows it.',
      key: 'draft',
    });
  if (parseIsoDate(getDate(data), 'UTC') === undefined)
    return createStateFromCauses('skipped', {
      subject: 'build',
      reason: 'A post of the blog needs a `date`, without which the build stops: write it as `2024-05-01`.',
      ...('date' in data && { key: 'date' }),
    });
  return createPublishedState();
}

/** Returns the URL path of a page, base path included; undefined where it is not certain. */
function getUrl(
  sourcePath: string,
  data: Data,
  blog: BlogSettings | undefined,
  settings: MkdocsSettings,
): string | undefined {
  const { base, usesDirectoryUrls, movesPages, isExcluded } = settings;
  if (usesDirectoryUrls === undefined || movesPages || isExcluded(sourcePath) === undefined) return undefined;
  const path = blog ? getPostPath(sourcePath, data, blog) : sourcePath;
  return path === undefined ? undefined : joinUrlPath(base.path, toUrl(path, usesDirectoryUrls));
}

/** Returns the path of a post below `docs_dir` as if its file were there (`_path_to_file`, `_generate_path`); undefined where only the build knows. */
function getPostPath(sourcePath: string, data: Data, blog: BlogSettings): string | undefined {
  const title = asNonEmptyString(data.title);
  const slug =
    asNonEmptyString(data.slug) ?? (title === undefined || !blog.hasDefaultSlugs ? undefined : slugify(title));
  const [first] = toTerms(data.categories);
  const values: Readonly<Record<string, string | undefined>> = {
    date: formatDate(getDate(data), blog.dateFormat),
    slug,
    file: getPostName(sourcePath),
    categories: first === undefined || !blog.hasDefaultSlugs ? undefined : slugify(first),
  };
  let isCertain = true;
  const path = blog.urlFormat.replace(/\{(\w+)\}/g, (_, name: string) => {
    isCertain &&= values[name] !== undefined;
    return values[name] ?? '';
  });
  return isCertain ? joinPath(blog.folder, `${path.replace(/^\/|\/$/g, '')}.md`) : undefined;
}

/** `pymdownx.slugs.slugify(case="lower")`. */
function slugify(text: string): string | undefined {
  if (/[<>&]/.test(text)) return undefined;
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .trim()
    .replace(/ /g, '-');
}

/** Formats a date by the letters of babel that are numbers. */
function formatDate(date: unknown, format: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(typeof date === 'string' ? date : '') ?? [];
  if (year === undefined) return undefined;
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    y: year,
    MM: month!.padStart(2, '0'),
    M: String(Number(month)),
    dd: day!.padStart(2, '0'),
    d: String(Number(day)),
  };
  const written = format.replace(/[A-Za-z]+/g, (letters) => parts[letters] ?? '?');
  return written.includes('?') ? undefined : written;
}
