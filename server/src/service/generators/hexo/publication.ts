import type { Cause, Environment, PostSource, Publication } from '../contract/model.ts';
import { getPostName, toTerms } from '../shared/markdownFile.ts';
import { asNonEmptyString } from '../shared/values.ts';
import type { PublicationState } from '../contract/publicationState.ts';
import {
  createIgnoredState,
  createStateFromCauses,
  createPublishedState,
  createSkippedState,
} from '../contract/publicationState.ts';
import { isoTime } from '../../text/calendar.ts';
import { getInstant } from './date.ts';
import { getUrl } from './permalink.ts';
import type { HexoFile } from './file.ts';
import { isCopied, parsePostName, parseHexoPath } from './file.ts';
import type { HexoSettings } from './settings.ts';

/** Returns the publication of a file in the source folder. */
export function getPublication(source: PostSource, settings: HexoSettings, environment: Environment): Publication {
  const file = parseHexoPath(source.path, settings);
  if (!file)
    return {
      title: getPostName(source.path),
      categories: [],
      tags: [],
      ...createSkippedState('Hexo does not look at this file.'),
    };
  const data = source.frontMatter?.data ?? {};
  const name = file.kind === 'page' ? {} : (parsePostName(file.relativePath, settings) ?? {});
  const instant = getInstant(source, name, settings, environment);
  const categories = toCategoryBranches(data.categories ?? data.category);
  const publicationState = decidePublicationState(source, file, settings, { instant, now: environment.now });
  const url =
    publicationState.state === 'skipped'
      ? undefined
      : getUrl({ source, file, instant, categories }, settings, environment);
  return {
    title:
      asNonEmptyString(data.title) ?? (typeof data.title === 'number' ? String(data.title) : getPostName(source.path)),
    ...(instant !== undefined && { date: isoTime(instant, settings.timeZone ?? environment.timeZone) }),
    collection: file.collection.name,
    categories: [...new Set(categories.flat())],
    tags: toTerms(data.tags ?? data.tag),
    ...publicationState,
    ...(url !== undefined && { url }),
  };
}

/** Returns category branches: in `categories: [a, b]`, b is below a; a list of lists is several branches (`setCategories`). */
function toCategoryBranches(value: unknown): string[][] {
  const items = (Array.isArray(value) ? value : [value]).filter(
    (each) => each !== undefined && each !== null && each !== '',
  );
  if (!items.some((each) => Array.isArray(each))) return items.length === 0 ? [] : [items.map(String)];
  return items.map((each: unknown) =>
    Array.isArray(each) ? each.filter((name) => name !== null && name !== '').map(String) : [String(each)],
  );
}

function decidePublicationState(
  { frontMatter }: PostSource,
  file: HexoFile,
  settings: HexoSettings,
  { instant, now }: { readonly instant: number | undefined; readonly now: number },
): PublicationState {
  if (isCopied(file, settings))
    return createIgnoredState('Hexo copies it as it is: `skip_render` names it, or it is a file beside posts.');
  if (frontMatter?.broken)
    return createSkippedState('Its front matter cannot be read, so that Hexo leaves it out: mend it.');
  if (file.kind === 'page') return createPublishedState();
  const { published: written } = frontMatter?.data ?? {};
  if (file.kind === 'draft') {
    if (settings.showsDrafts) return createPublishedState();
    return createStateFromCauses('draft', {
      subject: 'state',
      reason: 'It is in `_drafts`: only `hexo server --drafts` shows it. `hexo publish` moves it to `_posts`.',
    });
  }
  if ((written === false || written === 'false' || written === 0 || written === '0') && !settings.showsDrafts) {
    return createStateFromCauses('unpublished', {
      subject: 'state',
      reason: '`published: false` keeps it off the site.',
      key: 'published',
    });
  }
  if (!settings.future && instant !== undefined && instant > now) {
    const reason = `Its date, ${isoTime(instant, settings.timeZone ?? 'UTC')}, is still to come: with \`future: false\`, a build after it will publish it.`;
    return createStateFromCauses('scheduled', { subject: 'state', reason, key: 'date' });
  }
  const draft: Cause = {
    subject: 'state',
    reason: '`draft: true` does not keep it back in Hexo: use `published: false` or move it to `_drafts`.',
    key: 'draft',
  };
  return createPublishedState(...(frontMatter?.data.draft === true ? [draft] : []));
}
