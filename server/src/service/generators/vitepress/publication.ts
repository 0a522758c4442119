import type { PostSource, Publication } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { joinUrlPath } from '../shared/address.ts';
import { parseJavaScriptDate } from '../shared/dates.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';
import { collectionIn, routeOf, sourceOf, urlOf } from './routes.ts';
import type { VitepressSettings } from './settings.ts';

/** What VitePress makes of a Markdown file: every one below the source folder is a page, whatever dates and drafts the site's own code knows. */
export function publicationOf(source: PostSource, settings: VitepressSettings): Publication {
  const { path, frontMatter } = source;
  const data = frontMatter?.data ?? {};
  const instant = parseJavaScriptDate(data.date, 'UTC');
  const collection = collectionIn(path, settings)?.name;
  const publicationState = decidePublicationState(source, settings);
  const url = publicationState.state === 'published' ? addressOf(path, settings) : undefined;
  return {
    title: asNonEmptyString(data.title) ?? getPostName(path),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    ...(collection !== undefined && { collection }),
    categories: toTerms(data.categories ?? data.category),
    tags: toTerms(data.tags),
    ...publicationState,
    ...(url !== undefined && { url }),
  };
}

function decidePublicationState({ path, frontMatter }: PostSource, settings: VitepressSettings): PublicationState {
  if (sourceOf(path, settings) === undefined) return createSkippedState('VitePress does not look at this file.');
  return frontMatter?.broken
    ? createSkippedState('Its front matter cannot be read, which stops the build: mend it.')
    : createPublishedState();
}

/** The path of a page on the site, base path included; undefined where it is not certain. */
function addressOf(path: string, settings: VitepressSettings): string | undefined {
  const { basePath, cleanUrls, knowsPages } = settings;
  const route = routeOf(sourceOf(path, settings)!, settings);
  if (basePath === undefined || cleanUrls === undefined || !knowsPages || route === undefined) return undefined;
  return joinUrlPath(basePath, urlOf(route, cleanUrls));
}
