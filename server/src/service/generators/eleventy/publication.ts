import { joinUrlPath } from '../shared/address.ts';
import { parseJavaScriptDate } from '../shared/dates.ts';
import { createPathTest } from '../../text/glob.ts';
import { memoizeRecent } from '../../text/memo.ts';
import type { Cause, Collection, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { getPathWithin, asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createStateFromCauses, createPublishedState, createSkippedState } from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import type { Address } from './address.ts';
import { addressOf, lacksEnding } from './address.ts';
import { cascade } from './data.ts';
import type { EleventySettings } from './settings.ts';

/** Values of `date` that stand for a date of the file. */
const fileDates = /^(?:git )?(?:last modified|created)$/i;

/** The collection of a Markdown file by the folder below the input folder; undefined for files that Eleventy passes over. */
export function collectionIn(path: string, settings: EleventySettings): Collection | undefined {
  const { inputFolder, includesFolder, layoutsFolder, dataFolder, outputFolder } = settings;
  const inner = getPathWithin(inputFolder, path);
  if (inner === undefined || !path.endsWith('.md') || settings.isIgnored(path) === true) return undefined;
  if (
    [includesFolder, layoutsFolder, dataFolder, outputFolder].some(
      (folder) => folder !== undefined && folder !== '' && path.startsWith(`${folder}/`),
    )
  )
    return undefined;
  const [top, ...rest] = inner.split('/') as [string, ...string[]];
  return rest.length === 0
    ? { name: 'pages', folder: inputFolder }
    : { name: top, folder: inputFolder === '' ? top : `${inputFolder}/${top}` };
}

/** What Eleventy makes of a Markdown file, as far as files and not code decide. */
export function publicationOf(source: PostSource, settings: EleventySettings): Publication {
  const page = cascade(source, settings);
  const { data } = page;
  const written =
    typeof data.date === 'string' && fileDates.test(data.date.trim())
      ? undefined
      : (data.date ?? /\d{4}-\d{2}-\d{2}/.exec(source.path)?.[0]);
  const instant = parseJavaScriptDate(written, 'UTC');
  const address = addressOf(source.path, page, settings);
  const publicationState = decidePublicationState(source, address);
  return {
    title: asNonEmptyString(data.title) ?? getPostName(source.path),
    ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
    collection: collectionIn(source.path, settings)?.name ?? 'pages',
    categories: toTerms(data.categories ?? data.category),
    tags: toTerms(data.tags),
    ...publicationState,
    ...(typeof address === 'object' &&
      publicationState.state === 'published' && { url: joinUrlPath(settings.basePath, address.url) }),
  };
}

function decidePublicationState({ path, frontMatter, siteView }: PostSource, address: Address): PublicationState {
  if (ignoreList(siteView.getText('.eleventyignore') ?? '')(path))
    return createSkippedState('`.eleventyignore` names it: Eleventy passes it by.');
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, which stops the build: mend it.');
  const { date, permalink } = frontMatter?.data ?? {};
  if (typeof date === 'string' && !/\d/.test(date) && !fileDates.test(date.trim())) {
    return createStateFromCauses('skipped', {
      subject: 'unreadable date',
      reason: `Eleventy cannot read the date "${date}" and stops the build: write it as \`2024-05-01\`.`,
      key: 'date',
    });
  }
  if (address === 'nowhere') return createSkippedState('`permalink` is false: Eleventy reads it and writes no page.');
  if (!lacksEnding(permalink)) return createPublishedState();
  const reason = `\`permalink\` ends without \`/\` or an extension: Eleventy 3 stops the build, older ones write a file that browsers download. Write "${permalink}/".`;
  const cause: Cause = { subject: 'state', reason, key: 'permalink', value: `${permalink}/` };
  return createPublishedState(cause);
}

/** Whether a list in the form of `.gitignore` names a path; for the few sites that are open at once. */
const ignoreList = memoizeRecent(10, (list: string): ((path: string) => boolean) => {
  const patterns = list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .map((line) => line.replace(/^\.?\//, '').replace(/\/$/, ''));
  const tests = patterns.map((pattern) => createPathTest([pattern, `${pattern}/**`]));
  return (path) => tests.some((test) => test(path) === true);
});
