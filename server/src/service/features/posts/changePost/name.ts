import type { Refusal } from '../../../../protocol/index.ts';
import { urlKeys, redirectKeys } from '../../../generators/index.ts';
import { isIndexFile, getPostName } from '../../../generators/shared/markdownFile.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { openingQuote, formatTitle } from '../../frontMatter/quote.ts';
import { proposeDates, toIsoDay, replaceDay } from './date.ts';
import type { Outcome, PostChangeContext } from './changeContext.ts';
import { findEntry, publicationAfter, removeKey, setEntry } from './changeContext.ts';

const datePrefix = /^\d{2,4}-\d{1,2}-\d{1,2}-/;

/**
 * Changes the title of a post, and its file name to what the generator derives from the title; day, folder and
 * extension stay.
 */
export function renamePost(changeContext: PostChangeContext, title: string): Outcome | Refusal {
  const trimmed = title.trim();
  if (trimmed === '') return { refusal: 'A post needs a title.' };
  const edits = createTitleEdits(changeContext, trimmed);
  const path = toRenamedPath(changeContext, trimmed);
  if (path === changeContext.post.path && edits.length === 0) return { refusal: `${path} has that name already.` };
  return { path, edits };
}

/** Sets the date of a post to now, in its front matter and in its name where that has a day. */
export function setDate(changeContext: PostChangeContext): Outcome | Refusal {
  const { post, environment, zone, publication } = changeContext;
  const day = toIsoDay(environment.now, zone);
  const path = replaceDay(post.path, day);
  const isDayInName = path !== post.path || replaceDay(post.path, '0000-00-00') !== post.path;
  const outcomes = proposeDates(changeContext, environment.now, [], isDayInName ? 'dated' : 'not dated').map(
    (edits) => ({
      path,
      edits,
    }),
  );
  const isLate = (outcome: Outcome): boolean =>
    publicationAfter(changeContext, outcome).state === 'scheduled' && publication.state !== 'scheduled';
  return (
    outcomes.find((outcome) => (outcome.edits.length > 0 || path !== post.path) && !isLate(outcome)) ?? {
      refusal: `${post.path} is dated ${day} already.`,
    }
  );
}

/** Edits for a copy of a post under another title: its own address is not the copy's, and its day is today. */
export function copyPost(changeContext: PostChangeContext, title: string): Outcome {
  const own = [...urlKeys, ...redirectKeys]
    .map((key) => findEntry(changeContext, [key]))
    .filter((entry) => entry !== undefined);
  const removals = own.map((entry) => removeKey(changeContext, entry)).filter((edit) => edit !== undefined);
  const { dateKeys } = changeContext.site.generator.publishing;
  const dates = findEntry(changeContext, dateKeys)
    ? (proposeDates(changeContext, changeContext.environment.now, [], 'not dated')[0] ?? [])
    : [];
  const path = replaceDay(
    toRenamedPath(changeContext, title),
    toIsoDay(changeContext.environment.now, changeContext.zone),
  );
  return { path, edits: [...createTitleEdits(changeContext, title), ...removals, ...dates] };
}

function createTitleEdits(changeContext: PostChangeContext, title: string): TextEdit[] {
  const entry = findEntry(changeContext, ['title']);
  if (!entry || entry.value === title) return [];
  const { open, site } = changeContext;
  const quote = openingQuote(open.document.text.slice(entry.valueRange.start, entry.valueRange.end));
  return [
    setEntry(
      changeContext,
      entry,
      formatTitle(title, quote, open.syntax.frontMatter!.format, site.generator.postTemplates?.titleQuote),
    ),
  ];
}

function toRenamedPath({ post, site, environment }: PostChangeContext, title: string): string {
  const { generator } = site;
  const fresh = generator.createPostPath({ collection: post.collection, title, siblings: [] }, environment);
  const slug = getPostName(fresh).replace(datePrefix, '');
  const segments = post.path.split('/');
  const name = segments.at(-1)!;
  if (name.startsWith('_index.')) return post.path;
  const ownsFolder = isIndexFile(name) && segments.length > 1;
  const at = ownsFolder ? segments.length - 2 : segments.length - 1;
  const extension = ownsFolder ? '' : (/^[^.]+(\..+)$/.exec(name)?.[1] ?? '');
  const date = datePrefix.exec(segments[at]!)?.[0] ?? '';
  return segments.map((segment, index) => (index === at ? `${date}${slug}${extension}` : segment)).join('/');
}
