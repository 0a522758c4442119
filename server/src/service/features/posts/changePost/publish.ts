import type { Refusal } from '../../../../protocol/index.ts';
import { parseIsoDate } from '../../../generators/shared/dates.ts';
import type { PublicationFlag } from '../../../generators/contract/publishing.ts';
import type { Post } from '../../../site/model/site.ts';
import type { Entry, FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { codeSpan } from '../../text/markdown.ts';
import { quoteText, openingQuote } from '../../frontMatter/quote.ts';
import { findNewestSiblings } from '../../../site/resolution/newestSiblings.ts';
import type { Outcome, PostChangeContext } from './changeContext.ts';
import { addKey, findEntry, isKey, publicationAfter, removeKey, setEntry } from './changeContext.ts';
import { proposeDates, toIsoDay, hasDay, replaceDay } from './date.ts';

/**
 * Publishes a post, now or at a time to come (`at`, epoch milliseconds): moves it out of the drafts, clears its flags
 * and dates it as its siblings are.
 */
export function publish(changeContext: PostChangeContext, at: number | undefined): Outcome | Refusal {
  const { post, publication, environment, zone, site } = changeContext;
  const isNow = at === undefined;
  const flags = releaseFlags(changeContext);
  if (isNow && publication.state === 'published' && flags.length === 0)
    return refuse(`${post.path} is published already.`);
  const moment = at ?? environment.now;
  const { folders } = site.generator.publishing;
  const posts = publishedSiblings(changeContext, toIsoDay(moment, zone));
  const publishedPath = folders?.getPublishedPath(
    post.path,
    toIsoDay(moment, zone),
    posts.map(({ path }) => path),
  );
  const dates =
    isNow && !isDateReplaced(changeContext, publishedPath)
      ? [[]]
      : proposeDates(changeContext, moment, posts, hasDay(publishedPath ?? post.path) ? 'dated' : 'not dated');
  const outcomes = dates.map((edits) => ({
    path: choosePath(changeContext, publishedPath, edits, toIsoDay(moment, zone)),
    edits: [...flags, ...edits],
  }));
  const wanted = isNow ? 'published' : 'scheduled';
  const fitting =
    outcomes.find((outcome) => isFulfilled(changeContext, outcome, wanted, moment)) ??
    (isNow ? outcomes.find((outcome) => publicationAfter(changeContext, outcome).state === wanted) : undefined);
  if (fitting) return fitting;
  const { state, reasons } = publicationAfter(changeContext, outcomes[0] ?? { path: post.path, edits: flags });
  if (!isNow && state === 'published')
    return refuse(
      `${site.generator.name} publishes posts of this site whatever their date: publish ${post.path} when its day has come.`,
    );
  return refuse(`${post.path} would still not be published. ${reasons[0] ?? ''}`.trim());
}

/** Schedules a post for a day, or a day and time, in the site's time zone. */
export function schedule(changeContext: PostChangeContext, when: string): Outcome | Refusal {
  const at = parseIsoDate(when, changeContext.zone);
  if (at === undefined) return refuse('Write the day, or the day and time: 2026-05-01 09:30.');
  return at <= changeContext.environment.now
    ? refuse('That moment has passed: choose one that is still to come.')
    : publish(changeContext, at);
}

/** Whether publishing replaces the date: a draft's where writers expect it, and one to come. */
function isDateReplaced(changeContext: PostChangeContext, publishedPath: string | undefined): boolean {
  const { publication, site, environment, open } = changeContext;
  const { draftDateOnPublish, dateKeys } = site.generator.publishing;
  if (publication.date === undefined || Date.parse(publication.date) > environment.now) return true;
  const isDraft =
    publication.state === 'draft' ||
    publishedPath !== undefined ||
    (hasSiteConventions(changeContext) && releaseFlags(changeContext).length > 0);
  return isDraft && (draftDateOnPublish === 'replace' || findEntry({ open, site }, dateKeys) === undefined);
}

function choosePath(
  { post }: PostChangeContext,
  publishedPath: string | undefined,
  dateEdits: readonly TextEdit[],
  day: string,
): string {
  if (publishedPath !== undefined) return publishedPath;
  return dateEdits.length > 0 ? replaceDay(post.path, day) : post.path;
}

/** The posts that will be next to a published draft and whose style it follows, the newest first. */
function publishedSiblings({ site, post }: PostChangeContext, day: string): Post[] {
  const { generator } = site;
  const path = generator.publishing.folders?.getPublishedPath(post.path, day, []);
  const collection = (path === undefined ? undefined : generator.getCollection(path)) ?? post.collection;
  return findNewestSiblings(site, collection, post.uri);
}

/**
 * Whether the site reads a post as published or scheduled at that very moment, or that day where no time is written.
 */
function isFulfilled(
  changeContext: PostChangeContext,
  outcome: Outcome,
  wanted: 'published' | 'scheduled',
  at: number,
): boolean {
  const { state, date } = publicationAfter(changeContext, outcome);
  if (state !== wanted) return false;
  if (date === undefined || outcome.edits.length === 0) return wanted === 'published';
  const read = Date.parse(date);
  return Math.abs(read - at) < 60_000 || (/T00:00:00/.test(date) && read <= at && at - read < 86_400_000);
}

/** Unpublishes a post: moves it back to the drafts without its day, or sets a flag. */
export function unpublish(changeContext: PostChangeContext): Outcome | Refusal {
  const { post, publication, site } = changeContext;
  const { folders } = site.generator.publishing;
  if (publication.state === 'draft' || publication.state === 'unpublished')
    return refuse(`${post.path} is not on the site already. ${publication.reasons[0] ?? ''}`.trim());
  const path = folders?.getDraftPath(post.path);
  const outcome = path === undefined ? holdBack(changeContext) : { path, edits: removeDraftDate(changeContext, path) };
  if ('refusal' in outcome) return outcome;
  const { state } = publicationAfter(changeContext, outcome);
  return state === 'draft' || state === 'unpublished' || (path === undefined && hasSiteConventions(changeContext))
    ? outcome
    : refuse(`${post.path} would stay on the site: its settings show drafts too.`);
}

/** Whether flags of the site's own code decide what is published. */
function hasSiteConventions({ site }: PostChangeContext): boolean {
  return (site.generator.publishing.siteConventions ?? []).length > 0;
}

/**
 * As jekyll-compose does, removes the date of a draft, unless other drafts have one or a comment would be lost with it.
 */
function removeDraftDate(changeContext: PostChangeContext, path: string): readonly TextEdit[] {
  const { site, post } = changeContext;
  const { dateKeys } = site.generator.publishing;
  const collection = site.generator.getCollection(path);
  const drafts = collection ? findNewestSiblings(site, collection, post.uri) : [];
  const dated = drafts.filter(({ frontMatter }) =>
    frontMatter?.keys.some(({ key, commented }) => !commented && dateKeys.includes(key)),
  );
  const entry = findEntry(changeContext, dateKeys);
  const edit =
    entry && entry.comment === undefined && dated.length * 2 <= drafts.length
      ? removeKey(changeContext, entry)
      : undefined;
  return edit ? [edit] : [];
}

function holdBack(changeContext: PostChangeContext): Outcome | Refusal {
  const { site, post } = changeContext;
  const flags = allFlags(changeContext);
  const own = flags
    .map((flag) => ({ flag, entry: findEntry(changeContext, [flag.key]) }))
    .find(({ flag, entry }) => entry && flag.publishedValue === entry.value);
  if (own?.entry) return { path: post.path, edits: [setFlag(changeContext, own.entry, own.flag.draftValue)] };
  const flag =
    flags.find(({ key }) =>
      findNewestSiblings(site, post.collection, post.uri).some(({ frontMatter }) =>
        frontMatter?.keys.some((each) => isKey(each.key, key, site.generator)),
      ),
    ) ?? site.generator.publishing.flags[0];
  if (!flag)
    return refuse(
      `No post beside ${post.path} says how this site marks a draft: mark one, ${codeSpan('draft: true')} for instance, as its layouts expect it.`,
    );
  const there = findEntry(changeContext, [flag.key]);
  const edit = there
    ? setFlag(changeContext, there, flag.draftValue)
    : addKey(changeContext, flag.key, (format) => formatFlagValue(flag.draftValue, format, ''), 'date');
  return edit
    ? { path: post.path, edits: [edit] }
    : refuse(`The front matter of ${post.path} has no room for ${codeSpan(flag.key)}: mend it first.`);
}

/** Edits that let go of every flag which holds the post back. */
function releaseFlags(changeContext: PostChangeContext): TextEdit[] {
  return allFlags(changeContext).flatMap((flag) => {
    const entry = findEntry(changeContext, [flag.key]);
    return entry && (entry.value === flag.draftValue || (flag.draftValue === false && entry.value === null))
      ? [setFlag(changeContext, entry, flag.publishedValue)]
      : [];
  });
}

function allFlags({ site }: PostChangeContext): PublicationFlag[] {
  const { flags, siteConventions = [] } = site.generator.publishing;
  return [...flags, ...siteConventions.filter(({ key }) => !flags.some((flag) => flag.key === key))];
}

function setFlag(changeContext: PostChangeContext, entry: Entry, value: boolean | string): TextEdit {
  const { text } = changeContext.open.document;
  const { format } = changeContext.open.syntax.frontMatter!;
  return setEntry(
    changeContext,
    entry,
    formatFlagValue(value, format, openingQuote(text.slice(entry.valueRange.start, entry.valueRange.end))),
  );
}

function formatFlagValue(value: boolean | string, format: FrontMatterFormat, quote: '"' | "'" | ''): string {
  if (typeof value !== 'string' || format === 'meta') return String(value);
  return format === 'yaml' ? quoteText(value, quote) : JSON.stringify(value);
}

function refuse(sentence: string): Refusal {
  return { refusal: sentence };
}
