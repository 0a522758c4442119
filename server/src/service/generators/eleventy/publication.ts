import { joinUrlPath } from '../shared/baseUrl.ts';
import { parseJavaScriptDate } from '../shared/dates.ts';
import type { Cause, Collection, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { getPathWithin, asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import {
  createIgnoredState,
  createStateFromCauses,
  createPublishedState,
  createSkippedState,
} from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { ResolvedPermalink } from './permalink.ts';
import { resolvePermalink, lacksExtension } from './permalink.ts';
import { fileDateValues, findUnreadableDate } from './date.ts';
import { mergeDataCascade } from './data.ts';
import { findIgnoringFile, isContent } from './ignored.ts';
import type { EleventySettings } from './settings.ts';

/** Returns the collection of a Markdown file by its top folder below the input folder; undefined for files that Eleventy ignores. */
export function getCollection(path: string, settings: EleventySettings): Collection | undefined {
  const { inputFolder } = settings;
  if (!path.endsWith('.md') || !isContent(path, settings)) return undefined;
  const [top, ...rest] = getPathWithin(inputFolder, path)!.split('/') as [string, ...string[]];
  return rest.length === 0
    ? { name: 'pages', folder: inputFolder }
    : { name: top, folder: inputFolder === '' ? top : `${inputFolder}/${top}` };
}

/** Returns the publication of a Markdown file, as far as files and not code decide it. */
export function getPublication(source: PostSource, settings: EleventySettings): Publication {
  const page = mergeDataCascade(source, settings);
  const { data } = page;
  const written =
    typeof data.date === 'string' && fileDateValues.test(data.date.trim())
      ? undefined
      : (data.date ?? /\d{4}-\d{2}-\d{2}/.exec(source.path)?.[0]);
  const instant = parseJavaScriptDate(written, 'UTC');
  const address = resolvePermalink(source.path, page, settings);
  const publicationState = decidePublicationState(source, address, settings);
  return {
    title: asNonEmptyString(data.title) ?? getPostName(source.path),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    collection: getCollection(source.path, settings)?.name ?? 'pages',
    categories: toTerms(data.categories ?? data.category),
    tags: toTerms(data.tags),
    ...publicationState,
    ...(typeof address === 'object' &&
      publicationState.state === 'published' && { url: joinUrlPath(settings.basePath, address.url) }),
  };
}

function decidePublicationState(
  { path, frontMatter, siteView }: PostSource,
  address: ResolvedPermalink,
  settings: EleventySettings,
): PublicationState {
  const ignoring = findIgnoringFile(path, siteView, settings);
  if (ignoring !== undefined) return createIgnoredState(`\`${ignoring}\` names it: Eleventy passes it by.`);
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  const { permalink } = frontMatter?.data ?? {};
  const date = settings.parsesOwnDates ? undefined : findUnreadableDate(frontMatter);
  if (date !== undefined) {
    return createStateFromCauses('skipped', {
      subject: 'unreadable date',
      reason: `Eleventy cannot read the date "${date}" and stops the build: write it as \`2024-05-01\` or \`2024-05-01T10:00:00Z\`.`,
      key: 'date',
    });
  }
  if (address === 'not written')
    return createSkippedState('`permalink` is false: Eleventy reads it and writes no page.');
  if (!lacksExtension(permalink)) return createPublishedState();
  const reason = `\`permalink\` ends without \`/\` or an extension: Eleventy 3 stops the build, older ones write a file that browsers download. Write "${permalink}/".`;
  const cause: Cause = { subject: 'state', reason, key: 'permalink', value: `${permalink}/` };
  return createPublishedState(cause);
}
