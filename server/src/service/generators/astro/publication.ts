import { parseJavaScriptDate } from '../shared/dates.ts';
import type { Environment, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { Address, Place } from './place.ts';
import { addressOf, placeOf } from './place.ts';
import type { AstroSettings } from './settings.ts';

/** Keys under which sites keep the date of a post; their own schemas name it. */
export const dateKeys = [
  'pubDate',
  'date',
  'publishDate',
  'pubDatetime',
  'published',
  'publishedAt',
  'publishedDate',
  'datePublished',
];

/** What Astro makes of a Markdown file, as far as it is not the site's own code that decides. */
export function publicationOf(source: PostSource, settings: AstroSettings, { timeZone }: Environment): Publication {
  const place = placeOf(source.path, settings);
  if (!place)
    return {
      title: getPostName(source.path),
      categories: [],
      tags: [],
      ...createSkippedState('Astro does not look at this file.'),
    };
  const data = source.frontMatter?.data ?? {};
  const instant = dateKeys.map((key) => parseJavaScriptDate(data[key], timeZone)).find((each) => each !== undefined);
  const address = source.frontMatter?.broken ? undefined : addressOf(place, source, settings);
  return {
    title: asNonEmptyString(data.title) ?? getPostName(source.path),
    ...(instant !== undefined && { date: isoTime(instant, timeZone) }),
    collection: place.name,
    categories: toTerms(data.categories ?? data.category),
    tags: toTerms(data.tags),
    ...decidePublicationState(source, place, address),
    ...(address && { url: address.url }),
  };
}

function decidePublicationState(
  { frontMatter }: PostSource,
  { kind }: Place,
  address: Address | undefined,
): PublicationState {
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  if (kind === 'page') return createPublishedState();
  const inferred =
    address?.route === undefined
      ? []
      : [`Its address is inferred from \`${address.route}\`; the site's own code decides.`];
  if (frontMatter?.data.draft === true)
    return {
      state: 'draft',
      reasons: ["It says `draft: true`, which keeps posts off most sites; the site's own code decides.", ...inferred],
    };
  return { state: 'published', reasons: inferred };
}
