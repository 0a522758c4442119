import { parseJavaScriptDate } from '../shared/dates.ts';
import type { Environment, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { PageUrl, AstroFile } from './file.ts';
import { getPageUrl, parseAstroPath } from './file.ts';
import type { AstroSettings } from './settings.ts';

/** Keys that sites use for the date of a post; the schema of the site defines them. */
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

/** Returns the publication of a Markdown file, as far as the site's own code does not decide it. */
export function getPublication(source: PostSource, settings: AstroSettings, { timeZone }: Environment): Publication {
  const file = parseAstroPath(source.path, settings);
  if (!file)
    return {
      title: getPostName(source.path),
      categories: [],
      tags: [],
      ...createSkippedState('Astro does not look at this file.'),
    };
  const data = source.frontMatter?.data ?? {};
  const instant = dateKeys.map((key) => parseJavaScriptDate(data[key], timeZone)).find((each) => each !== undefined);
  const address = source.frontMatter?.broken ? undefined : getPageUrl(file, source, settings);
  return {
    title: asNonEmptyString(data.title) ?? getPostName(source.path),
    ...(instant !== undefined && { date: isoTime(instant, timeZone) }),
    collection: file.name,
    categories: toTerms(data.categories ?? data.category),
    tags: toTerms(data.tags),
    ...decidePublicationState(source, file, address),
    ...(address && { url: address.url }),
  };
}

function decidePublicationState(
  { frontMatter }: PostSource,
  { kind }: AstroFile,
  address: PageUrl | undefined,
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
