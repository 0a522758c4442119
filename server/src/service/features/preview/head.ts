import type { PreviewHead, WordCount } from '../../../protocol/index.ts';
import { isRecord } from '../../generators/shared/configurationFile.ts';
import type { Publication } from '../../generators/contract/model.ts';
import type { Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { findAuthors } from '../../site/frontMatter/authors.ts';
import { dayInWords } from '../../text/calendar.ts';

/** What a preview shows above an article, and what a card of a link to it shows. */
export function createHead(
  { syntax, site }: OpenPost,
  publication: Publication | undefined,
  { words, minutes }: WordCount,
): PreviewHead {
  const data = syntax.frontMatter?.data ?? {};
  const author = [data['author'] ?? data['authors']]
    .flat()
    .map((each) => (isRecord(each) ? asString(each['name']) : asString(each)))
    .filter((name) => name !== undefined);
  const authors = site && findAuthors(site);
  const optional = {
    title: asString(data['title']) ?? publication?.title,
    date: publication?.date === undefined ? undefined : dayInWords(publication.date, 'long', getLocale(data, site)),
    author: author.length === 0 ? undefined : author.map((each) => authors?.get(each) ?? each).join(', '),
    description:
      asString(data['description']) ??
      asString(data['summary']) ??
      asString(data['excerpt']) ??
      asString(data['subtitle']),
    image: findImage(data),
    url: publication?.url,
    host: getHost(site),
  };
  return {
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<
      typeof optional & Record<string, string>
    >),
    terms: publication ? [...new Set([...publication.categories, ...publication.tags])] : [],
    state: publication?.state ?? 'page',
    reasons: publication?.reasons ?? [],
    words,
    readingMinutes: minutes,
  } as PreviewHead;
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Keys of a post's image in themes of Jekyll, Hugo, Astro and Hexo. */
const imageKeys = [
  'image',
  'images',
  'cover',
  'cover_image',
  'coverImage',
  'hero',
  'heroImage',
  'hero_image',
  'banner',
  'featured_image',
  'featuredImage',
  'feature_image',
  'thumbnail',
  'og_image',
  'header',
];

function findImage(data: Readonly<Record<string, unknown>>): string | undefined {
  for (const key of imageKeys) {
    const [value] = [data[key]].flat();
    const image = isRecord(value)
      ? ['path', 'src', 'url', 'image', 'feature', 'teaser']
          .map((inner) => asString(value[inner]))
          .find((each) => each !== undefined)
      : asString(value);
    if (image !== undefined && /\.\w{3,4}(?:[?#]|$)|^https?:|^\//.test(image)) return image;
  }
  return undefined;
}

/** `example.org` of the site's first origin. */
function getHost(site: Site | undefined): string | undefined {
  const [origin] = site?.generator.linking?.origins ?? [];
  return /^https?:\/\/([^/]+)/.exec(origin ?? '')?.[1];
}

/** The language of the post or its site; English dates are written with the day first where no country is named. */
function getLocale(data: Readonly<Record<string, unknown>>, site: Site | undefined): string {
  const candidates = [data['lang'], data['locale'], site?.generator.locale];
  const language =
    candidates
      .map(asString)
      .find((each) => each !== undefined)
      ?.replace('_', '-') ?? 'en';
  return language.toLowerCase() === 'en' ? 'en-GB' : language;
}
