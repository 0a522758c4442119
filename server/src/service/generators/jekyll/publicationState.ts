import { getExtension } from '../shared/values.ts';
import type { Cause, Environment, PostSource } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createSkippedState, createStateFromCauses } from '../contract/publicationState.ts';
import { createPostNameParts } from '../shared/naming.ts';
import { isoTime } from '../../text/calendar.ts';
import { movedDay } from './day.ts';
import type { DateSource, JekyllDocument } from './document.ts';
import { isDatedName, isUnreadable } from './document.ts';
import type { Place } from './place.ts';
import type { JekyllSettings } from './settings.ts';
import { truthy } from './settings.ts';

/** Files that jekyll-optional-front-matter leaves alone, and that nobody means as a post. */
const companion = /^(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)\./i;

/** What `reader.rb`, `publisher.rb` and `site.rb` make of a document. */
export function decidePublicationState(
  source: PostSource,
  document: JekyllDocument,
  settings: JekyllSettings,
  environment: Environment,
): PublicationState {
  const { place, data } = document;
  const why = reasonToSkip(source, document, settings, environment);
  if (typeof why === 'string') return createSkippedState(why);
  if (why) return createStateFromCauses('skipped', why);
  if (isHeldBack(data, place, source) && !settings.unpublished) {
    return createStateFromCauses('unpublished', {
      subject: 'state',
      reason: '`published: false` keeps it off the site.',
      key: 'published',
    });
  }
  const moved = movedDay(document, settings);
  const also = moved ? [moved] : [];
  if (place.kind === 'draft' && !settings.showDrafts) {
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: 'It is in `_drafts`: only `jekyll serve --drafts` shows it. Move it to `_posts` to publish it.',
    });
  }
  const scheduled = settings.future ? undefined : stillToCome(document, environment);
  if (scheduled) return createStateFromCauses('scheduled', scheduled, ...also);
  const broken = isUnreadable(source, place)
    ? ['Its front matter cannot be read: Jekyll publishes it without title, date and all other keys.']
    : [];
  const causes = [...keysWithoutEffect(document), ...also];
  return { state: 'published', reasons: [...broken, ...causes.map(({ reason }) => reason)], causes };
}

/** Why a document waits for its date; undefined where that has come. */
function stillToCome({ date, zone }: JekyllDocument, { now }: Environment): Cause | undefined {
  if (typeof date !== 'object' || !('instant' in date)) return undefined;
  if (Math.floor(date.instant / 1000) <= Math.floor(now / 1000)) return undefined;
  const reason = `Its date, ${isoTime(date.instant, zone)}, is still to come: a build after it will publish it.`;
  return { subject: 'state', reason, ...(date.where === 'front matter' && { key: 'date' }) };
}

/** Keys that look as if they kept a document back, and do not. */
function keysWithoutEffect({ data, place }: JekyllDocument): Cause[] {
  const draft: Cause = {
    subject: 'state',
    reason: '`draft: true` does not keep it back in Jekyll: use `published: false` or move it to `_drafts`.',
    key: 'draft',
  };
  const text: Cause = {
    subject: 'state',
    reason: 'In quotes, "false" is a text like any other and does not keep it back: write `published: false`.',
    key: 'published',
  };
  return [
    ...(data.draft === true && place.kind !== 'draft' ? [draft] : []),
    ...(data.published === 'false' ? [text] : []),
  ];
}

/** Why Jekyll makes no page of a file at all, or undefined when it does; a cause where the file was meant to be one. */
function reasonToSkip(
  source: PostSource,
  document: JekyllDocument,
  settings: JekyllSettings,
  environment: Environment,
): string | Cause | undefined {
  const { place, date, data } = document;
  if (place.kind === 'post' && !isDatedName(place.name)) return misnamed(document, environment);
  const isOptional =
    place.kind === 'page' && settings.plugins.includes('jekyll-optional-front-matter') && !companion.test(place.name);
  if ((place.kind === 'document' || place.kind === 'page') && !source.frontMatter && !isOptional) {
    return 'It has no front matter: Jekyll copies it as it is. Start it with two lines of `---` to make it a page.';
  }
  if (place.kind === 'page' && source.frontMatter?.data.permalink === '') {
    return {
      subject: 'build',
      key: 'permalink',
      reason: 'Its `permalink` is empty, which stops the build: write an address or remove it.',
    };
  }
  if (isUnreadable(source, place) && settings.strictFrontMatter) {
    return 'Its front matter cannot be read, which stops the build because of `strict_front_matter`: mend it.';
  }
  if (typeof date === 'object' && 'unreadable' in date) return unreadableDate(date);
  if (typeof data.slug === 'number' && place.kind !== 'page') {
    const reason = `The slug ${data.slug} is a number, which stops the build: put it in quotes.`;
    return { subject: 'build', reason, key: 'slug', value: `"${data.slug}"` };
  }
  if (place.kind === 'document' && !settings.collections.get(place.label)?.output) {
    return `The collection \`${place.label}\` has no \`output: true\` in the configuration: Jekyll writes no pages for it.`;
  }
  return undefined;
}

function unreadableDate({ unreadable, where }: { readonly unreadable: string; readonly where: DateSource }): Cause {
  if (where === 'file name') {
    const reason =
      'Jekyll cannot read the date at the start of the file name and stops the build: rename it, such as `2024-05-01-a-title.md`.';
    return { subject: 'unreadable date', reason };
  }
  const reason = `Jekyll cannot read the date "${unreadable}" in the front matter and stops the build: write it as \`2024-05-01 09:30:00 +0200\`.`;
  return { subject: 'unreadable date', reason, key: 'date' };
}

/** A date at the start of a name that Jekyll does not take for one: other signs between the numbers, or after them. */
const nearlyDated = /^(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(?!\d)/;

function misnamed({ place, date, title, zone }: JekyllDocument, environment: Environment): string | Cause {
  if (companion.test(place.name)) return 'It accompanies the posts: Jekyll makes no page of it.';
  const extension = getExtension(place.name);
  const bare = place.name.slice(0, place.name.length - extension.length);
  const [written = '', year, month = '', day = ''] = nearlyDated.exec(bare) ?? [];
  const rest = bare.slice(written.length).replace(/^[-_. ]+/, '');
  const isDated =
    year !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  const now = typeof date === 'object' && 'instant' in date ? date.instant : environment.now;
  const naming = createPostNameParts((isDated ? rest : bare) || title, { now, timeZone: zone }, true);
  const start = isDated ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : naming.day;
  const reason = `Jekyll leaves it out: files in \`_posts\` are posts only when named \`year-month-day-title.md\`. Rename it to \`${start}-${naming.slug}${extension}\`.`;
  return { subject: 'file name', reason };
}

/** `publisher.rb`: an empty `published:` holds back as well; defaults count for documents, not for pages. */
function isHeldBack(data: JekyllDocument['data'], place: Place, source: PostSource): boolean {
  const relevant = place.kind === 'page' ? (source.frontMatter?.data ?? {}) : data;
  return 'published' in relevant && !truthy(relevant.published);
}
