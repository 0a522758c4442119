import type { Refusal } from '../../../../protocol/index.ts';
import { addressKeys, redirectKeys } from '../../../generators/index.ts';
import { isIndexFile, postName } from '../../../generators/shared/markdownFile.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { quoteOf, writtenTitle } from '../../frontMatter/quote.ts';
import { datings, dayIn, redated } from './date.ts';
import type { Outcome, Subject } from './draft.ts';
import { entryOf, judged, remove, set } from './draft.ts';

const datePrefix = /^\d{2,4}-\d{1,2}-\d{1,2}-/;

/** Gives a post another title, and its file the name that its generator makes of it; day, folder and extension stay. */
export function rename(subject: Subject, title: string): Outcome | Refusal {
  const trimmed = title.trim();
  if (trimmed === '') return { refusal: 'A post needs a title.' };
  const edits = titleEdits(subject, trimmed);
  const path = renamedPath(subject, trimmed);
  if (path === subject.post.path && edits.length === 0) return { refusal: `${path} has that name already.` };
  return { path, edits };
}

/** Dates a post to this moment, in its front matter and in its name where that says the day. */
export function setDate(subject: Subject): Outcome | Refusal {
  const { post, environment, zone, publication } = subject;
  const day = dayIn(environment.now, zone);
  const path = redated(post.path, day);
  const isNamed = path !== post.path || redated(post.path, '0000-00-00') !== post.path;
  const outcomes = datings(subject, environment.now, [], isNamed ? 'dated' : 'not dated').map((edits) => ({
    path,
    edits,
  }));
  const isLate = (outcome: Outcome): boolean =>
    judged(subject, outcome).state === 'scheduled' && publication.state !== 'scheduled';
  return (
    outcomes.find((outcome) => (outcome.edits.length > 0 || path !== post.path) && !isLate(outcome)) ?? {
      refusal: `${post.path} is dated ${day} already.`,
    }
  );
}

/** Edits for a copy of a post under another title: its own address is not the copy's, and its day is today. */
export function copied(subject: Subject, title: string): Outcome {
  const own = [...addressKeys, ...redirectKeys]
    .map((key) => entryOf(subject, [key]))
    .filter((entry) => entry !== undefined);
  const removals = own.map((entry) => remove(subject, entry)).filter((edit) => edit !== undefined);
  const { dateKeys } = subject.site.generator.publishing;
  const dates = entryOf(subject, dateKeys) ? (datings(subject, subject.environment.now, [], 'not dated')[0] ?? []) : [];
  const path = redated(renamedPath(subject, title), dayIn(subject.environment.now, subject.zone));
  return { path, edits: [...titleEdits(subject, title), ...removals, ...dates] };
}

function titleEdits(subject: Subject, title: string): TextEdit[] {
  const entry = entryOf(subject, ['title']);
  if (!entry || entry.value === title) return [];
  const { open, site } = subject;
  const quote = quoteOf(open.document.text.slice(entry.valueRange.start, entry.valueRange.end));
  return [
    set(subject, entry, writtenTitle(title, quote, open.syntax.frontMatter!.format, site.generator.templates?.quote)),
  ];
}

function renamedPath({ post, site, environment }: Subject, title: string): string {
  const { generator } = site;
  const fresh = generator.newPostPath({ collection: post.collection, title, siblings: [] }, environment);
  const slug = postName(fresh).replace(datePrefix, '');
  const segments = post.path.split('/');
  const name = segments.at(-1)!;
  if (name.startsWith('_index.')) return post.path;
  const ownsFolder = isIndexFile(name) && segments.length > 1;
  const at = ownsFolder ? segments.length - 2 : segments.length - 1;
  const extension = ownsFolder ? '' : (/^[^.]+(\..+)$/.exec(name)?.[1] ?? '');
  const date = datePrefix.exec(segments[at]!)?.[0] ?? '';
  return segments.map((segment, index) => (index === at ? `${date}${slug}${extension}` : segment)).join('/');
}
