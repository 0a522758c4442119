import { joinUrlPath } from '../shared/address.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { getExtension, asNonEmptyString } from '../shared/values.ts';
import { zeroPad, zonedTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import type { Place } from './place.ts';
import { partsOfName } from './place.ts';
import type { HexoSettings } from './settings.ts';
import { slugize } from './slugize.ts';

/** What an address is made of. */
export interface Addressed {
  readonly source: PostSource;
  readonly place: Place;
  /** Milliseconds since 1970; undefined where Hexo takes the file's own. */
  readonly instant: number | undefined;
  /** Each from the top category down, as Hexo files the post. */
  readonly categories: readonly (readonly string[])[];
}

/** The path of a page on the site, base path included; undefined where it is not certain. */
export function addressOf(post: Addressed, settings: HexoSettings, environment: Environment): string | undefined {
  const path = post.place.kind === 'page' ? pagePath(post) : postPath(post, settings, environment);
  return path === undefined ? undefined : joinUrlPath(settings.base.path, pretty(path, settings));
}

/** `processPage`. */
function pagePath({ source, place }: Addressed): string | undefined {
  const permalink = source.frontMatter?.data.permalink;
  if (permalink === undefined || permalink === null || permalink === '')
    return place.inner.replace(/\.[^./]+$/, '.html');
  if (typeof permalink !== 'string') return undefined;
  const path = permalink.endsWith('/') ? `${permalink}index` : permalink;
  return getExtension(path) === '' ? `${path}.html` : path;
}

/** `postPermalinkFilter`. */
function postPath(post: Addressed, settings: HexoSettings, environment: Environment): string | undefined {
  const { permalink } = post.source.frontMatter?.data ?? {};
  if (permalink !== undefined && permalink !== null && permalink !== '')
    return typeof permalink === 'string' ? withSlash(permalink, settings) : undefined;
  const name = partsOfName(post.place.inner, settings);
  if (name === undefined) return undefined;
  let isCertain = true;
  const filled = settings.permalink.replace(/:(\w*[^_\W])/g, (_, variable: string) => {
    const value = valueOf(variable, name, post, settings, environment);
    isCertain &&= value !== undefined;
    return value ?? '';
  });
  return isCertain ? withSlash(filled, settings) : undefined;
}

function withSlash(path: string, { postAssetFolder }: HexoSettings): string {
  return postAssetFolder && !path.endsWith('/') && !path.endsWith('.html') ? `${path}/` : path;
}

function valueOf(
  variable: string,
  name: Readonly<Record<string, string>>,
  post: Addressed,
  settings: HexoSettings,
  environment: Environment,
): string | undefined {
  const { place, instant, source, categories } = post;
  const data = source.frontMatter?.data ?? {};
  const slug = name.title ?? slugize(place.inner.slice(0, place.inner.length - getExtension(place.inner).length));
  const dated = parts[variable];
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
      return categoryPath(categories, settings);
    case 'hash':
    case 'layout':
      return undefined;
    default:
      return ownValue(
        variable === 'id' ? data.id : (name[variable] ?? data[variable] ?? settings.permalinkDefaults[variable]),
      );
  }
}

function ownValue(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const parts: Readonly<Record<string, (time: ReturnType<typeof zonedTime>) => string>> = {
  year: ({ year }) => zeroPad(year, 4),
  month: ({ month }) => zeroPad(month),
  i_month: ({ month }) => String(month),
  day: ({ day }) => zeroPad(day),
  i_day: ({ day }) => String(day),
  hour: ({ hour }) => zeroPad(hour),
  minute: ({ minute }) => zeroPad(minute),
  second: ({ second }) => zeroPad(second),
};

/** The deepest category of the one branch a post is in; of several, the last one depends on the other posts. */
function categoryPath(categories: Addressed['categories'], settings: HexoSettings): string | undefined {
  const [branch, ...others] = categories;
  if (branch === undefined || branch.length === 0) return settings.defaultCategory;
  return others.length > 0 ? undefined : branch.map((name) => categorySlug(name, settings)).join('/');
}

function categorySlug(name: string, { categoryMap, filenameCase }: HexoSettings): string {
  const slug = slugize(asNonEmptyString(categoryMap[name]) ?? name);
  return filenameCase === 1 ? slug.toLowerCase() : filenameCase === 2 ? slug.toUpperCase() : slug;
}

/** Addresses end as `pretty_urls` says; `a/index.html` is also at `a/`, which is how readers get there. */
function pretty(path: string, { trailingHtml }: HexoSettings): string {
  const short = path.replace(/(^|\/)index\.html$/, '$1');
  return trailingHtml || short !== path ? short : short.replace(/\.html$/, '');
}
