import type { Cause, Environment, PostSource, PostState } from '../contract/model.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import {
  createPublishedState,
  createSkippedState,
  createStateFromCauses,
  createStateFromReason,
} from '../contract/publicationState.ts';
import { hasProtocol } from './address.ts';
import { unreadableDates } from './unreadableDates.ts';
import type { GoTime } from './goTime.ts';
import { goTime, isoOf } from './goTime.ts';
import type { HugoPage, PageDates } from './page.ts';
import type { LanguageSettings } from './settings.ts';
import type { Data } from './values.ts';
import { isTrue, loweredKeys, textOf } from './values.ts';

/** What Hugo makes of a page (`site.go#shouldBuild`, `content_map_page.go`). */
export function decidePublicationState(source: PostSource, page: HugoPage, environment: Environment): PublicationState {
  const dates = unreadableDates(source, page);
  const stops = stopsBecause(source, page);
  if (stops) return createStateFromCauses('skipped', stops, ...dates);
  const bundle = page.tree.bundleOf(page.place.folder, page.place.base);
  if (bundle !== undefined)
    return createSkippedState(
      `It lies in the bundle of \`${bundle}\`: Hugo gives it to that page as a resource and makes no page of it.`,
    );
  if (page.place.base === 'index' && page.tree.index(page.place.folder) === undefined) {
    return createSkippedState(
      'An `_index` file lies beside it: of the two Hugo takes one, mostly the `_index`, so that this one is missing. Give it another name.',
    );
  }
  const own = heldBack(page.data, page.dates, page.place.language, environment);
  if (own) return createStateFromCauses(own.state, stateCause(source, own.keys, own.reason), ...dates);
  const above = heldBackAbove(page, environment);
  if (above !== undefined) return createStateFromReason('draft', above);
  const kept = unrendered(source, page);
  if (kept) return createStateFromCauses('unpublished', kept, ...dates);
  if (page.place.language.disabledKinds.has(page.kind))
    return createSkippedState(`The settings’ \`disableKinds\` names \`${page.kind}\`: Hugo writes no such pages.`);
  return createPublishedState(...dates);
}

function stopsBecause({ frontMatter }: PostSource, { data }: HugoPage): Cause | undefined {
  if (frontMatter?.broken)
    return { subject: 'build', reason: 'Its front matter cannot be read, which stops the build: mend it.' };
  if (!hasProtocol(textOf(data.url))) return undefined;
  const key = frontMatter?.keys.find((each) => each.key.toLowerCase() === 'url' && !each.commented)?.key;
  return {
    subject: 'build',
    reason: `A \`url\` with a host, such as "${textOf(data.url)}", stops the build: write the path alone.`,
    ...(key !== undefined && { key }),
  };
}

interface HeldBack {
  readonly state: PostState;
  readonly reason: string;
  readonly keys: readonly string[];
}

/** Why a page or section with this front matter is kept off the site; undefined when it is not. */
function heldBack(
  data: Data,
  { publishDate, expiryDate }: PageDates,
  language: LanguageSettings,
  { now }: Environment,
): HeldBack | undefined {
  if (!language.buildDrafts && isDraft(data)) {
    const isSaid = data.draft !== undefined;
    const reason = isSaid
      ? '`draft: true` keeps it off the site: only `hugo server -D` shows it.'
      : '`published: false` makes it a draft: only `hugo server -D` shows it.';
    return { state: 'draft', reason, keys: [isSaid ? 'draft' : 'published'] };
  }
  if (!language.buildExpired && isTime(expiryDate) && expiryDate.instant < now) {
    return {
      state: 'expired',
      reason: 'Its `expiryDate` has passed.',
      keys: readable(data, language.dates.expiryDate, language),
    };
  }
  if (!language.buildFuture && isTime(publishDate) && publishDate.instant > now) {
    return {
      state: 'scheduled',
      reason: `Its date, ${isoOf(publishDate)}, is still to come: a build after it will publish it.`,
      keys: readable(data, language.dates.publishDate, language),
    };
  }
  return undefined;
}

function isTime(time: GoTime | 'unsure' | undefined): time is GoTime {
  return typeof time === 'object';
}

function readable(data: Data, keys: readonly string[], { timeZone }: LanguageSettings): string[] {
  return keys.filter((key) => goTime(data[key], timeZone) !== undefined);
}

/** `draft` decides; without it a `published` that is yes or no (`page__meta.go`). */
function isDraft({ draft, published }: Data): boolean {
  if (draft !== undefined) return isTrue(draft);
  return published === false || (typeof published === 'string' && /^(?:0|f|F|FALSE|false|False)$/.test(published));
}

/** A section that is kept back takes all below it along. */
function heldBackAbove({ place, folder, kind, tree }: HugoPage, environment: Environment): string | undefined {
  const { language } = place;
  const above = tree
    .sectionsAbove(folder, language)
    .filter((section) => kind === 'page' || section.folder !== place.folder);
  const cut = above.find(({ data }) => {
    const date = (keys: readonly string[]): GoTime | undefined =>
      keys.map((key) => goTime(data[key], language.timeZone)).find((each) => each !== undefined);
    const dates = {
      date: undefined,
      publishDate: date(language.dates.publishDate),
      expiryDate: date(language.dates.expiryDate),
    };
    return heldBack(data, dates, language, environment) !== undefined;
  });
  return (
    cut &&
    `The section’s \`${cut.path}\` is kept off the site, and Hugo 0.111 leaves out everything below it with it; newer versions publish it.`
  );
}

/** `_build` (newer: `build`) and `headless` keep a page from being written (`pagemeta.go`). */
function unrendered(source: PostSource, { data, place }: HugoPage): Cause | undefined {
  if (place.base === 'index' && isTrue(data.headless)) {
    return stateCause(
      source,
      ['headless'],
      '`headless: true` keeps it off the site: other pages can use its resources.',
    );
  }
  const key = data._build === undefined ? 'build' : '_build';
  const render = loweredKeys(data[key]).render;
  const isOff = render === false || render === 'never' || render === 'link';
  return isOff ? stateCause(source, [key], `\`render: ${String(render)}\` keeps it off the site.`) : undefined;
}

/** A cause at the first of these keys that the post itself has, as it spells it; where it has none, a cascade has. */
function stateCause({ frontMatter }: PostSource, names: readonly string[], reason: string): Cause {
  const keys = (frontMatter?.keys ?? []).filter(({ commented }) => !commented).map(({ key }) => key);
  const key = names.map((name) => keys.find((each) => each.toLowerCase() === name)).find((each) => each !== undefined);
  return key === undefined
    ? { subject: 'state', reason: `${reason} A \`cascade\` of a section above it or of the settings says so.` }
    : { subject: 'state', reason, key };
}
