import { getExtension } from '../shared/values.ts';
import type { Cause, Environment, PostSource } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import { createSkippedState, createStateFromCauses } from '../contract/publicationState.ts';
import { createPostNameParts } from '../shared/naming.ts';
import { isoTime } from '../../text/calendar.ts';
import { findMovedDay } from './movedDay.ts';
import { getDefaults } from './defaults.ts';
import type { DateSource, JekyllDocument } from './document.ts';
import { isDatedName, isUnreadable } from './document.ts';
import type { JekyllFile } from './file.ts';
import type { JekyllSettings } from './settings.ts';
import { isTruthy } from './settings.ts';

/** Files that jekyll-optional-front-matter ignores, and that are not meant as posts. */
const accompanyingFile =
  /^(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)\./i;

/** Returns the state of a document (`reader.rb`, `publisher.rb`, `site.rb`), its address left out. */
export function decidePublicationState(
  source: PostSource,
  document: JekyllDocument,
  settings: JekyllSettings,
  environment: Environment,
): PublicationState {
  const { file, data } = document;
  const isRead = file.kind !== 'draft' || settings.showDrafts;
  const skipReason = isRead ? findSkipReason(source, document, settings, environment) : undefined;
  if (typeof skipReason === 'string') return createSkippedState(skipReason);
  if (skipReason) return createStateFromCauses('skipped', skipReason);
  if (isUnpublished(data, file, source) && !settings.unpublished) {
    return createStateFromCauses('unpublished', {
      subject: 'state',
      reason: '`published: false` keeps it off the site.',
      key: 'published',
    });
  }
  const movedDay = findMovedDay(document, settings);
  const dateCauses = movedDay ? [movedDay] : [];
  if (!isRead) {
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: 'It is in `_drafts`: only `jekyll serve --drafts` shows it. Move it to `_posts` to publish it.',
    });
  }
  const scheduled = settings.future ? undefined : findScheduledCause(document, environment);
  if (scheduled) return createStateFromCauses('scheduled', scheduled, ...dateCauses);
  const broken = isUnreadable(source, file)
    ? ['Its front matter cannot be read: Jekyll publishes it without title, date and all other keys.']
    : [];
  const causes = [...findKeysWithoutEffect(document), ...dateCauses];
  return { state: 'published', reasons: [...broken, ...causes.map(({ reason }) => reason)], causes };
}

/** Returns the cause of a document whose date is in the future; undefined for any other. */
function findScheduledCause({ date, zone }: JekyllDocument, { now }: Environment): Cause | undefined {
  if (typeof date !== 'object' || !('instant' in date)) return undefined;
  if (Math.floor(date.instant / 1000) <= Math.floor(now / 1000)) return undefined;
  const reason = `Its date, ${isoTime(date.instant, zone)}, is still to come: a build after it will publish it.`;
  return { subject: 'state', reason, ...(date.source === 'front matter' && { key: 'date' }) };
}

/** Returns a cause for each key that seems to keep a document off the site and does not. */
function findKeysWithoutEffect({ data, file }: JekyllDocument): Cause[] {
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
    ...(data.draft === true && file.kind !== 'draft' ? [draft] : []),
    ...(data.published === 'false' ? [text] : []),
  ];
}

/** Returns why Jekyll makes no page of a file: a cause where the file is meant to be one, else a sentence; undefined where it makes one. */
function findSkipReason(
  source: PostSource,
  document: JekyllDocument,
  settings: JekyllSettings,
  environment: Environment,
): string | Cause | undefined {
  const { file, date } = document;
  if (file.kind === 'post' && !isDatedName(file.name)) return findMisnamedCause(document, environment);
  const isOptional =
    file.kind === 'page' &&
    settings.plugins.includes('jekyll-optional-front-matter') &&
    !accompanyingFile.test(file.name);
  if ((file.kind === 'document' || file.kind === 'page') && !source.frontMatter && !isOptional) {
    return 'It has no front matter: Jekyll copies it as it is. Start it with two lines of `---` to make it a page.';
  }
  if (file.kind === 'page' && source.frontMatter?.data.permalink === '') {
    return {
      subject: 'build',
      key: 'permalink',
      reason: 'Its `permalink` is empty, which stops the build: write an address or remove it.',
    };
  }
  if (isUnreadable(source, file) && settings.strictFrontMatter) {
    return 'Its front matter cannot be read, which stops the build because of `strict_front_matter`: mend it.';
  }
  if (typeof date === 'object' && 'unreadable' in date) return createUnreadableDateCause(date);
  const { categories } = getDefaults(settings.defaults, file.relativePath, file.label);
  if (file.label === 'posts' && isTruthy(categories) && typeof categories !== 'string' && !Array.isArray(categories))
    return 'Jekyll passes it over: the `categories` that the defaults of the configuration give it are neither a text nor a list.';
  if (file.kind === 'document' && !settings.collections.get(file.label)?.output) {
    return `The collection \`${file.label}\` has no \`output: true\` in the configuration: Jekyll writes no pages for it.`;
  }
  return undefined;
}

function createUnreadableDateCause({
  unreadable,
  source,
}: {
  readonly unreadable: string;
  readonly source: DateSource;
}): Cause {
  if (source === 'file name') {
    const reason =
      'Jekyll cannot read the date at the start of the file name and stops the build: rename it, such as `2024-05-01-a-title.md`.';
    return { subject: 'unreadable date', reason };
  }
  const reason = `Jekyll cannot read the date "${unreadable}" in the front matter and stops the build: write it as \`2024-05-01 09:30:00 +0200\`.`;
  return { subject: 'unreadable date', reason, key: 'date' };
}

/** A date at the start of a file name that Jekyll does not recognize: other characters between the numbers, or after them. */
const nearlyDated = /^(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(?!\d)/;

function findMisnamedCause({ file, date, title, zone }: JekyllDocument, environment: Environment): string | Cause {
  if (accompanyingFile.test(file.name)) return 'It accompanies the posts: Jekyll makes no page of it.';
  const extension = getExtension(file.name);
  const stem = file.name.slice(0, file.name.length - extension.length);
  const [written = '', year, month = '', day = ''] = nearlyDated.exec(stem) ?? [];
  const rest = stem.slice(written.length).replace(/^[-_. ]+/, '');
  const isDated =
    year !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  const now = typeof date === 'object' && 'instant' in date ? date.instant : environment.now;
  const naming = createPostNameParts(
    (isDated ? rest : stem) || title,
    { now, timeZone: zone },
    { startsWithDate: true },
  );
  const start = isDated ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : naming.day;
  const reason = `Jekyll leaves it out: files in \`_posts\` are posts only when named \`year-month-day-title.md\`. Rename it to \`${start}-${naming.slug}${extension}\`.`;
  return { subject: 'file name', reason };
}

/** Whether `published` keeps a document off the site (`publisher.rb`): an empty value does too; defaults count for documents, not for pages. */
function isUnpublished(data: JekyllDocument['data'], file: JekyllFile, source: PostSource): boolean {
  const relevant = file.kind === 'page' ? (source.frontMatter?.data ?? {}) : data;
  return 'published' in relevant && !isTruthy(relevant.published);
}
