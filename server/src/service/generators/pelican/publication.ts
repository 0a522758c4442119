import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename, dirname } from '../../text/paths.ts';
import type { Environment, PostSource, Publication } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createPublishedState, createSkippedState, createStateFromCauses } from '../contract/publicationState.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import { parseJavaScriptDate } from '../shared/dates.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PelicanFile } from './page.ts';
import { getCollection, parsePath } from './page.ts';
import type { PelicanSettings } from './settings.ts';
import { slugify } from './slug.ts';

type Data = FrontMatterOutline['data'];

/** Returns the publication of an article or a page (contents.py). */
export function getPublication(source: PostSource, environment: Environment, settings: PelicanSettings): Publication {
  const { path, frontMatter } = source;
  const data = frontMatter?.data ?? {};
  const file = parsePath(path, settings);
  const zone = settings.timeZone ?? 'UTC';
  const date = getDate(path, data);
  const instant = parseJavaScriptDate(date, zone);
  const state = decideState(data, file, { date, instant, now: environment.now }, settings);
  const url =
    file === undefined || state.state === 'skipped' ? undefined : getUrl(path, data, file, state.state, settings);
  const collection = getCollection(path, settings)?.name;
  const category = file?.kind === 'article' ? getCategory(file, data, settings) : undefined;
  return {
    title: asNonEmptyString(data.title) ?? getPostName(path),
    ...(instant !== undefined && { date: isoTime(instant, zone) }),
    ...(collection !== undefined && { collection }),
    categories: category === undefined ? [] : [category],
    tags: toList(data.tags),
    ...state,
    ...(url !== undefined && { url }),
  };
}

/** `date`, or that at the start of the name of the file (`FILENAME_METADATA`). */
function getDate(path: string, data: Data): string | undefined {
  return asNonEmptyString(data.date) ?? /^\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0];
}

/** `ensure_metadata_list` in readers.py. */
function toList(value: unknown): string[] {
  const items = Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string'
      ? value.split(value.includes(';') ? ';' : ',')
      : [];
  return items.map((each) => each.trim()).filter((each) => each !== '');
}

interface Dated {
  readonly date: string | undefined;
  readonly instant: number | undefined;
  readonly now: number;
}

function decideState(
  data: Data,
  file: PelicanFile | undefined,
  { date, instant, now }: Dated,
  settings: PelicanSettings,
): PublicationState {
  if (!file) return createSkippedState('Pelican makes articles and pages of Markdown in its content folders only.');
  const missing = settings.hasOtherMetadata ? undefined : findMissingKey(data, file, date, settings);
  if (missing !== undefined)
    return createStateFromCauses('skipped', {
      subject: 'build',
      reason: `It has no \`${missing}\`, so Pelican leaves it out: write a line \`${missing === 'title' ? 'Title: …' : 'Date: 2024-05-01'}\` at its top.`,
    });
  const status = asNonEmptyString(data.status)?.toLowerCase();
  if (status === 'draft')
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: '`status` makes it a draft: Pelican writes it below `drafts/` and lists it nowhere.',
      key: 'status',
    });
  if (status === 'skip') return createSkippedState('`status` says that Pelican leaves it out.');
  if (!settings.showsFuture && file.kind === 'article' && instant !== undefined && instant > now)
    return createStateFromCauses('scheduled', {
      subject: 'state',
      reason: 'Its date is in the future: until then Pelican takes it for a draft.',
      key: 'date',
    });
  if (status === 'hidden')
    return createPublishedState({
      subject: 'state',
      reason: '`status` hides it: it has an address, but no list names it.',
      key: 'status',
    });
  return createPublishedState();
}

/** `mandatory_properties`; the title may be read in the text where a plugin does so. */
function findMissingKey(
  data: Data,
  { kind }: PelicanFile,
  date: string | undefined,
  settings: PelicanSettings,
): string | undefined {
  if (asNonEmptyString(data.title) === undefined) return 'title';
  return kind === 'article' && date === undefined && !settings.hasDefaultDate ? 'date' : undefined;
}

/** `category`, or the name of the folder (`USE_FOLDER_AS_CATEGORY`). */
function getCategory({ sourcePath }: PelicanFile, data: Data, settings: PelicanSettings): string | undefined {
  const folder = dirname(sourcePath);
  return (
    asNonEmptyString(data.category) ??
    (settings.usesFolderAsCategory && folder !== '' ? basename(folder) : settings.defaultCategory)
  );
}

/** Returns the URL path, base path included; undefined where it is not certain. */
function getUrl(
  path: string,
  data: Data,
  file: PelicanFile,
  state: string,
  settings: PelicanSettings,
): string | undefined {
  const { base, defaultLanguage, urls, hasOtherMetadata } = settings;
  const own = asNonEmptyString(data.url);
  if (own !== undefined) return joinUrlPath(base.path, own);
  if (defaultLanguage === undefined || hasOtherMetadata || data.save_as !== undefined) return undefined;
  const language = asNonEmptyString(data.lang)?.toLowerCase() ?? defaultLanguage.toLowerCase();
  const inLanguage = language === defaultLanguage.toLowerCase() ? '' : '_LANG';
  const isDraft = state === 'draft' || state === 'scheduled';
  const kind = file.kind === 'page' ? (isDraft ? 'DRAFT_PAGE' : 'PAGE') : isDraft ? 'DRAFT' : 'ARTICLE';
  const pattern = urls[`${kind}${inLanguage}_URL`];
  const filled =
    pattern === undefined
      ? undefined
      : fill(pattern, getValues(path, data, file, language, settings), getDate(path, data));
  return filled === undefined ? undefined : joinUrlPath(base.path, filled.replace(/(?:^|(?<=\/))index\.html$/, ''));
}

type UrlValues = Readonly<Record<string, string | undefined>>;

function getValues(
  path: string,
  data: Data,
  file: PelicanFile,
  language: string,
  settings: PelicanSettings,
): UrlValues {
  const toSlug = (text: string | undefined): string | undefined =>
    text === undefined || !settings.hasDefaultSlugs ? undefined : slugify(text);
  const name = basename(path).replace(/\.[^.]+$/, '');
  const source = settings.slugSource === 'title' ? asNonEmptyString(data.title) : settings.slugSource && name;
  const [author] = toList(data.author ?? data.authors);
  return {
    slug: asNonEmptyString(data.slug) ?? toSlug(source),
    lang: language,
    category: toSlug(getCategory(file, data, settings)),
    author: toSlug(author),
    base_name: name,
  };
}

/** Fills `{slug}` and `{date:%Y}`; undefined where a value is not known. */
function fill(pattern: string, values: UrlValues, date: string | undefined): string | undefined {
  let isCertain = true;
  const filled = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, format: string | undefined) => {
    const value =
      name === 'date' && format !== undefined
        ? formatDate(date, format)
        : format === undefined
          ? values[name]
          : undefined;
    isCertain &&= value !== undefined && value !== '';
    return value ?? '';
  });
  return isCertain ? filled : undefined;
}

function formatDate(date: string | undefined, format: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  const parts: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(2),
    m: month!.padStart(2, '0'),
    d: day!.padStart(2, '0'),
    '-m': String(Number(month)),
    '-d': String(Number(day)),
  };
  let isCertain = true;
  const written = format.replace(/%(-?[A-Za-z])/g, (_, letter: string) => {
    isCertain &&= parts[letter] !== undefined;
    return parts[letter] ?? '';
  });
  return isCertain ? written : undefined;
}
