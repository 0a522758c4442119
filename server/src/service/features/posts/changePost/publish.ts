import type { Refusal } from '../../../../protocol/index.ts';
import { isoInstant } from '../../../generators/shared/dates.ts';
import type { Flag } from '../../../generators/contract/publishing.ts';
import type { Post } from '../../../site/model/site.ts';
import type { Entry, FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { codeSpan } from '../../text/markdown.ts';
import { quotedText, quoteOf } from '../../frontMatter/quote.ts';
import { newestSiblings } from '../../../site/resolution/newestSiblings.ts';
import type { Outcome, Subject } from './draft.ts';
import { add, entryOf, isKey, judged, remove, set } from './draft.ts';
import { datings, dayIn, isDated, redated } from './date.ts';

/** Puts a post on the site, now or at a moment to come: out of the drafts' folder, flags let go, dated as its siblings are. */
export function publish(subject: Subject, at: number | undefined): Outcome | Refusal {
  const { post, publication, environment, zone, site } = subject;
  const isNow = at === undefined;
  const flags = flagEdits(subject);
  if (isNow && publication.state === 'published' && flags.length === 0)
    return refusal(`${post.path} is published already.`);
  const moment = at ?? environment.now;
  const { folders } = site.generator.publishing;
  const posts = publishedSiblings(subject, dayIn(moment, zone));
  const moved = folders?.published(
    post.path,
    dayIn(moment, zone),
    posts.map(({ path }) => path),
  );
  const dates =
    isNow && !givesWay(subject, moved)
      ? [[]]
      : datings(subject, moment, posts, isDated(moved ?? post.path) ? 'dated' : 'not dated');
  const outcomes = dates.map((edits) => ({
    path: pathAt(subject, moved, edits, dayIn(moment, zone)),
    edits: [...flags, ...edits],
  }));
  const wanted = isNow ? 'published' : 'scheduled';
  const fitting =
    outcomes.find((outcome) => isAsWanted(subject, outcome, wanted, moment)) ??
    (isNow ? outcomes.find((outcome) => judged(subject, outcome).state === wanted) : undefined);
  if (fitting) return fitting;
  const { state, reasons } = judged(subject, outcomes[0] ?? { path: post.path, edits: flags });
  if (!isNow && state === 'published')
    return refusal(
      `${site.generator.name} publishes posts of this site whatever their date: publish ${post.path} when its day has come.`,
    );
  return refusal(`${post.path} would still not be published. ${reasons[0] ?? ''}`.trim());
}

/** Puts a post on the site at a moment to come, written as a day or a day and time in the site's zone. */
export function schedule(subject: Subject, when: string): Outcome | Refusal {
  const at = isoInstant(when, subject.zone);
  if (at === undefined) return refusal('Write the day, or the day and time: 2026-05-01 09:30.');
  return at <= subject.environment.now
    ? refusal('That moment has passed: choose one that is still to come.')
    : publish(subject, at);
}

/** Whether a date gives way to the present moment: a draft's where writers expect it, and one to come. */
function givesWay(subject: Subject, moved: string | undefined): boolean {
  const { publication, site, environment, open } = subject;
  const { draftDate, dateKeys } = site.generator.publishing;
  if (publication.date === undefined || Date.parse(publication.date) > environment.now) return true;
  const isDraft =
    publication.state === 'draft' || moved !== undefined || (isOwnAffair(subject) && flagEdits(subject).length > 0);
  return isDraft && (draftDate === 'gives way' || entryOf({ open, site }, dateKeys) === undefined);
}

function pathAt({ post }: Subject, moved: string | undefined, dating: readonly TextEdit[], day: string): string {
  if (moved !== undefined) return moved;
  return dating.length > 0 ? redated(post.path, day) : post.path;
}

/** The posts whose ways a draft takes over with its new place, the newest first. */
function publishedSiblings({ site, post }: Subject, day: string): Post[] {
  const { generator } = site;
  const path = generator.publishing.folders?.published(post.path, day, []);
  const collection = (path === undefined ? undefined : generator.collectionOf(path)) ?? post.collection;
  return newestSiblings(site, collection, post.uri);
}

/** Whether the site reads a post as published or scheduled at that very moment, or that day where no time is written. */
function isAsWanted(subject: Subject, outcome: Outcome, wanted: 'published' | 'scheduled', at: number): boolean {
  const { state, date } = judged(subject, outcome);
  if (state !== wanted) return false;
  if (date === undefined || outcome.edits.length === 0) return wanted === 'published';
  const read = Date.parse(date);
  return Math.abs(read - at) < 60_000 || (/T00:00:00/.test(date) && read <= at && at - read < 86_400_000);
}

/** Takes a post off the site: back to the drafts' folder without its day, or held back by a flag. */
export function unpublish(subject: Subject): Outcome | Refusal {
  const { post, publication, site } = subject;
  const { folders } = site.generator.publishing;
  if (publication.state === 'draft' || publication.state === 'unpublished')
    return refusal(`${post.path} is not on the site already. ${publication.reasons[0] ?? ''}`.trim());
  const path = folders?.draft(post.path);
  const outcome = path === undefined ? heldBack(subject) : { path, edits: undatedDraft(subject, path) };
  if ('refusal' in outcome) return outcome;
  const { state } = judged(subject, outcome);
  return state === 'draft' || state === 'unpublished' || (path === undefined && isOwnAffair(subject))
    ? outcome
    : refusal(`${post.path} would stay on the site: its settings show drafts too.`);
}

/** Whether only the site's own code knows what holds a post back. */
function isOwnAffair({ site }: Subject): boolean {
  return (site.generator.publishing.siteConventions ?? []).length > 0;
}

/** As jekyll-compose does, a draft goes without a date, unless other drafts keep theirs, or a comment of the author's would go with it. */
function undatedDraft(subject: Subject, path: string): readonly TextEdit[] {
  const { site, post } = subject;
  const { dateKeys } = site.generator.publishing;
  const collection = site.generator.collectionOf(path);
  const drafts = collection ? newestSiblings(site, collection, post.uri) : [];
  const dated = drafts.filter(({ frontMatter }) =>
    frontMatter?.keys.some(({ key, commented }) => !commented && dateKeys.includes(key)),
  );
  const entry = entryOf(subject, dateKeys);
  const edit =
    entry && entry.comment === undefined && dated.length * 2 <= drafts.length ? remove(subject, entry) : undefined;
  return edit ? [edit] : [];
}

function heldBack(subject: Subject): Outcome | Refusal {
  const { site, post } = subject;
  const flags = allFlags(subject);
  const own = flags
    .map((flag) => ({ flag, entry: entryOf(subject, [flag.key]) }))
    .find(({ flag, entry }) => entry && flag.publishedValue === entry.value);
  if (own?.entry) return { path: post.path, edits: [setFlag(subject, own.entry, own.flag.draftValue)] };
  const flag =
    flags.find(({ key }) =>
      newestSiblings(site, post.collection, post.uri).some(({ frontMatter }) =>
        frontMatter?.keys.some((each) => isKey(each.key, key, site.generator)),
      ),
    ) ?? site.generator.publishing.flags[0];
  if (!flag)
    return refusal(
      `No post beside ${post.path} says how this site marks a draft: mark one, ${codeSpan('draft: true')} for instance, as its layouts expect it.`,
    );
  const there = entryOf(subject, [flag.key]);
  const edit = there
    ? setFlag(subject, there, flag.draftValue)
    : add(subject, flag.key, (format) => written(flag.draftValue, format, ''), 'date');
  return edit
    ? { path: post.path, edits: [edit] }
    : refusal(`The front matter of ${post.path} has no room for ${codeSpan(flag.key)}: mend it first.`);
}

/** Edits that let go of every flag which holds the post back. */
function flagEdits(subject: Subject): TextEdit[] {
  return allFlags(subject).flatMap((flag) => {
    const entry = entryOf(subject, [flag.key]);
    return entry && (entry.value === flag.draftValue || (flag.draftValue === false && entry.value === null))
      ? [setFlag(subject, entry, flag.publishedValue)]
      : [];
  });
}

function allFlags({ site }: Subject): Flag[] {
  const { flags, siteConventions = [] } = site.generator.publishing;
  return [...flags, ...siteConventions.filter(({ key }) => !flags.some((flag) => flag.key === key))];
}

function setFlag(subject: Subject, entry: Entry, value: boolean | string): TextEdit {
  const { text } = subject.open.document;
  const { format } = subject.open.syntax.frontMatter!;
  return set(subject, entry, written(value, format, quoteOf(text.slice(entry.valueRange.start, entry.valueRange.end))));
}

function written(value: boolean | string, format: FrontMatterFormat, quote: '"' | "'" | ''): string {
  if (typeof value !== 'string') return String(value);
  return format === 'yaml' ? quotedText(value, quote) : JSON.stringify(value);
}

function refusal(sentence: string): Refusal {
  return { refusal: sentence };
}
