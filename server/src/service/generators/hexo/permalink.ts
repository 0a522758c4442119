import { joinUrlPath } from '../shared/baseUrl.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { getExtension, asNonEmptyString } from '../shared/values.ts';
import { zeroPad, zonedTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import type { HexoFile } from './file.ts';
import { parsePostName } from './file.ts';
import type { HexoSettings } from './settings.ts';
import { slugize } from './slugize.ts';

/** The values in a permalink. */
export interface PermalinkSource {
  readonly source: PostSource;
  readonly file: HexoFile;
  /** Milliseconds since 1970; undefined where Hexo uses the time of the file. */
  readonly instant: number | undefined;
  /** Category branches, each from the top category down. */
  readonly categories: readonly (readonly string[])[];
}

/** Returns the URL path of a page, base path included; undefined where it is not certain. */
export function getUrl(post: PermalinkSource, settings: HexoSettings, environment: Environment): string | undefined {
  const path = post.file.kind === 'page' ? getPagePath(post) : getPostPath(post, settings, environment);
  return path === undefined ? undefined : joinUrlPath(settings.base.path, toPrettyUrl(path, settings));
}

/** Returns the path of a page (`processPage`); undefined where it is not certain. */
function getPagePath({ source, file }: PermalinkSource): string | undefined {
  const permalink = source.frontMatter?.data.permalink;
  if (permalink === undefined || permalink === null || permalink === '')
    return file.relativePath.replace(/\.[^./]+$/, '.html');
  if (typeof permalink !== 'string') return undefined;
  const path = permalink.endsWith('/') ? `${permalink}index` : permalink;
  return getExtension(path) === '' ? `${path}.html` : path;
}

/** Returns the path of a post (`postPermalinkFilter`); undefined where it is not certain. */
function getPostPath(post: PermalinkSource, settings: HexoSettings, environment: Environment): string | undefined {
  const { permalink } = post.source.frontMatter?.data ?? {};
  if (permalink !== undefined && permalink !== null && permalink !== '')
    return typeof permalink === 'string' ? addTrailingSlash(permalink, settings) : undefined;
  const name = parsePostName(post.file.relativePath, settings);
  if (name === undefined) return undefined;
  let isCertain = true;
  const filled = settings.permalink.replace(/:(\w*[^_\W])/g, (_, variable: string) => {
    const value = getVariable(variable, name, post, settings, environment);
    isCertain &&= value !== undefined;
    return value ?? '';
  });
  return isCertain ? addTrailingSlash(filled, settings) : undefined;
}

function addTrailingSlash(path: string, { postAssetFolder }: HexoSettings): string {
  return postAssetFolder && !path.endsWith('/') && !path.endsWith('.html') ? `${path}/` : path;
}

function getVariable(
  variable: string,
  name: Readonly<Record<string, string>>,
  post: PermalinkSource,
  settings: HexoSettings,
  environment: Environment,
): string | undefined {
  const { file, instant, source, categories } = post;
  const data = source.frontMatter?.data ?? {};
  const slug =
    name.title ??
    slugize(file.relativePath.slice(0, file.relativePath.length - getExtension(file.relativePath).length));
  const dated = dateVariables[variable];
  if (dated) return instant === undefined ? undefined : dated(zonedTime(instant, environment.timeZone));
  switch (variable) {
    case 'title':
      return slug;
    case 'name':
      return basename(slug);
    case 'post_title':
      return asNonEmptyString(data.title) === undefined ? undefined : slugize(String(data.title)).toLowerCase();
    case 'timestamp':
      return instant === undefined ? undefined : String(Math.floor(instant / 1000));
    case 'category':
      return getCategoryPath(categories, settings);
    case 'hash':
    case 'layout':
      return undefined;
    default:
      return toVariableValue(
        variable === 'id' ? data.id : (name[variable] ?? data[variable] ?? settings.permalinkDefaults[variable]),
      );
  }
}

function toVariableValue(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const dateVariables: Readonly<Record<string, (time: ReturnType<typeof zonedTime>) => string>> = {
  year: ({ year }) => zeroPad(year, 4),
  month: ({ month }) => zeroPad(month),
  i_month: ({ month }) => String(month),
  day: ({ day }) => zeroPad(day),
  i_day: ({ day }) => String(day),
  hour: ({ hour }) => zeroPad(hour),
  minute: ({ minute }) => zeroPad(minute),
  second: ({ second }) => zeroPad(second),
};

/** Returns the category path of a post in one branch; undefined for several branches, of which the last one depends on other posts. */
function getCategoryPath(categories: PermalinkSource['categories'], settings: HexoSettings): string | undefined {
  const [branch, ...others] = categories;
  if (branch === undefined || branch.length === 0) return settings.defaultCategory;
  return others.length > 0 ? undefined : branch.map((name) => toCategorySlug(name, settings)).join('/');
}

function toCategorySlug(name: string, { categoryMap, filenameCase }: HexoSettings): string {
  const slug = slugize(asNonEmptyString(categoryMap[name]) ?? name);
  return filenameCase === 1 ? slug.toLowerCase() : filenameCase === 2 ? slug.toUpperCase() : slug;
}

/** Shortens a path as `pretty_urls` says; `a/index.html` is always served at `a/` too. */
function toPrettyUrl(path: string, { trailingHtml }: HexoSettings): string {
  const short = path.replace(/(^|\/)index\.html$/, '$1');
  return trailingHtml || short !== path ? short : short.replace(/\.html$/, '');
}
