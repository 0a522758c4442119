import type { Cause, Environment, PostSource, PostState } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import {
  createPublishedState,
  createSkippedState,
  createStateFromCauses,
  createStateFromReason,
} from '../contract/publicationState.ts';
import { hasProtocol } from './targetPaths.ts';
import { findUnreadableDates } from './unreadableDates.ts';
import type { GoTime } from './goTime.ts';
import { parseGoTime, toIsoString } from './goTime.ts';
import type { HugoPage, PageDates } from './page.ts';
import type { LanguageSettings } from './settings.ts';
import type { Data } from './values.ts';
import { isTrue, toLowerCaseKeys, castToString } from './values.ts';

/** Returns the state of a page (`site.go#shouldBuild`, `content_map_page.go`). */
export function decidePublicationState(source: PostSource, page: HugoPage, environment: Environment): PublicationState {
  const dates = findUnreadableDates(source, page);
  const buildError = findBuildError(source, page);
  if (buildError) return createStateFromCauses('skipped', buildError, ...dates);
  const bundle = page.tree.findBundle(page.file.folder, page.file.baseName);
  if (bundle !== undefined)
    return createSkippedState(
      `It lies in the bundle of \`${bundle}\`: Hugo gives it to that page as a resource and makes no page of it.`,
    );
  if (page.file.baseName === 'index' && page.tree.findLeafBundle(page.file.folder) === undefined) {
    return createSkippedState(
      'An `_index` file lies beside it: of the two Hugo takes one, mostly the `_index`, so that this one is missing. Give it another name.',
    );
  }
  const own = findUnpublishedState(page.data, page.dates, page.file.language, environment);
  if (own) return createStateFromCauses(own.state, createStateCause(source, own.keys, own.reason), ...dates);
  const above = findUnpublishedSection(page, environment);
  if (above !== undefined) return createStateFromReason('draft', above);
  const renderCause = findRenderCause(source, page);
  if (renderCause) return createStateFromCauses('unpublished', renderCause, ...dates);
  if (page.file.language.disabledKinds.has(page.kind))
    return createSkippedState(`The settings’ \`disableKinds\` names \`${page.kind}\`: Hugo writes no such pages.`);
  return createPublishedState(...dates);
}

function findBuildError({ frontMatter }: PostSource, { data }: HugoPage): Cause | undefined {
  if (frontMatter?.broken)
    return { subject: 'build', reason: 'Its front matter cannot be read, which stops the build: mend it.' };
  if (!hasProtocol(castToString(data.url))) return undefined;
  const key = frontMatter?.keys.find((each) => each.key.toLowerCase() === 'url' && !each.commented)?.key;
  return {
    subject: 'build',
    reason: `A \`url\` with a host, such as "${castToString(data.url)}", stops the build: write the path alone.`,
    ...(key !== undefined && { key }),
  };
}

interface UnpublishedState {
  readonly state: PostState;
  readonly reason: string;
  readonly keys: readonly string[];
}

/** Returns the state of a page or section that its front matter keeps off the site; undefined where it does not. */
function findUnpublishedState(
  data: Data,
  { publishDate, expiryDate }: PageDates,
  language: LanguageSettings,
  { now }: Environment,
): UnpublishedState | undefined {
  if (!language.buildDrafts && isDraft(data)) {
    const hasDraftKey = data.draft !== undefined;
    const reason = hasDraftKey
      ? '`draft: true` keeps it off the site: only `hugo server -D` shows it.'
      : '`published: false` makes it a draft: only `hugo server -D` shows it.';
    return { state: 'draft', reason, keys: [hasDraftKey ? 'draft' : 'published'] };
  }
  if (!language.buildExpired && isTime(expiryDate) && expiryDate.instant < now) {
    return {
      state: 'expired',
      reason: 'Its `expiryDate` has passed.',
      keys: getReadableKeys(data, language.dates.expiryDate, language),
    };
  }
  if (!language.buildFuture && isTime(publishDate) && publishDate.instant > now) {
    return {
      state: 'scheduled',
      reason: `Its date, ${toIsoString(publishDate)}, is still to come: a build after it will publish it.`,
      keys: getReadableKeys(data, language.dates.publishDate, language),
    };
  }
  return undefined;
}

function isTime(time: GoTime | 'undetermined' | undefined): time is GoTime {
  return typeof time === 'object';
}

function getReadableKeys(data: Data, keys: readonly string[], { timeZone }: LanguageSettings): string[] {
  return keys.filter((key) => parseGoTime(data[key], timeZone) !== undefined);
}

/** Whether a page is a draft: by `draft`, without it by a boolean `published` (`page__meta.go`). */
function isDraft({ draft, published }: Data): boolean {
  if (draft !== undefined) return isTrue(draft);
  return published === false || (typeof published === 'string' && /^(?:0|f|F|FALSE|false|False)$/.test(published));
}

/** Returns the reason of a page below a section that is not published; undefined for none. */
function findUnpublishedSection({ file, folder, kind, tree }: HugoPage, environment: Environment): string | undefined {
  const { language } = file;
  const above = tree
    .getSectionsAbove(folder, language)
    .filter((section) => kind === 'page' || section.folder !== file.folder);
  const cut = above.find(({ data }) => {
    const date = (keys: readonly string[]): GoTime | undefined =>
      keys.map((key) => parseGoTime(data[key], language.timeZone)).find((each) => each !== undefined);
    const dates = {
      date: undefined,
      publishDate: date(language.dates.publishDate),
      expiryDate: date(language.dates.expiryDate),
    };
    return findUnpublishedState(data, dates, language, environment) !== undefined;
  });
  return (
    cut &&
    `The section’s \`${cut.path}\` is kept off the site, and Hugo 0.111 leaves out everything below it with it; newer versions publish it.`
  );
}

/** Returns the cause of a page that is not rendered because of `_build` (newer: `build`) or `headless` (`pagemeta.go`). */
function findRenderCause(source: PostSource, { data, file }: HugoPage): Cause | undefined {
  if (file.baseName === 'index' && isTrue(data.headless)) {
    return createStateCause(
      source,
      ['headless'],
      '`headless: true` keeps it off the site: other pages can use its resources.',
    );
  }
  const key = data._build === undefined ? 'build' : '_build';
  const render = toLowerCaseKeys(data[key]).render;
  const isOff = render === false || render === 'never' || render === 'link';
  return isOff ? createStateCause(source, [key], `\`render: ${String(render)}\` keeps it off the site.`) : undefined;
}

/** Creates a cause at the first of these keys that the post has, as written; where it has none of them, a cascade has. */
function createStateCause({ frontMatter }: PostSource, names: readonly string[], reason: string): Cause {
  const keys = (frontMatter?.keys ?? []).filter(({ commented }) => !commented).map(({ key }) => key);
  const key = names.map((name) => keys.find((each) => each.toLowerCase() === name)).find((each) => each !== undefined);
  return key === undefined
    ? { subject: 'state', reason: `${reason} A \`cascade\` of a section above it or of the settings says so.` }
    : { subject: 'state', reason, key };
}
