import type { PostSource, Publication } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import { parseJavaScriptDate } from '../shared/dates.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';
import { getCollection, getRoute, getSourcePath, toUrl } from './routes.ts';
import type { VitepressSettings } from './settings.ts';

/** Returns the publication of a Markdown file: every one below the source folder is a page; dates and drafts are up to the site's own code. */
export function getPublication(source: PostSource, settings: VitepressSettings): Publication {
  const { path, frontMatter } = source;
  const data = frontMatter?.data ?? {};
  const instant = parseJavaScriptDate(data.date, 'UTC');
  const collection = getCollection(path, settings)?.name;
  const publicationState = decidePublicationState(source, settings);
  const url = publicationState.state === 'published' ? getUrl(path, settings) : undefined;
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
  if (getSourcePath(path, settings) === undefined) return createSkippedState('VitePress does not look at this file.');
  return frontMatter?.broken
    ? createSkippedState('Its front matter cannot be read, which stops the build: mend it.')
    : createPublishedState();
}

/** Returns the URL path of a page, base path included; undefined where it is not certain. */
function getUrl(path: string, settings: VitepressSettings): string | undefined {
  const { basePath, cleanUrls, arePagesKnown } = settings;
  const route = getRoute(getSourcePath(path, settings)!, settings);
  if (basePath === undefined || cleanUrls === undefined || !arePagesKnown || route === undefined) return undefined;
  return joinUrlPath(basePath, toUrl(route, { cleanUrls }));
}
