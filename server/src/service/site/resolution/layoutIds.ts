import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { PostSource, SiteView } from '../../generators/contract/model.ts';
import type { MadeId } from '../../syntax/structure/templateIds.ts';
import { findTemplateIds } from '../../syntax/structure/templateIds.ts';
import { findIds } from '../../syntax/structure/outline.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { Site } from '../model/site.ts';

/** The ids that templates write around the texts of pages. */
interface LayoutIds {
  readonly fixed: ReadonlySet<string>;
  readonly made: readonly MadeId[];
}

/**
 * Whether an id, such as `#comments`, can be in the templates around a page: in those that print it where they are known, else
 * written out in any of the site, or in a theme that is not read.
 */
export function canBeInLayout(
  id: string,
  page: Pick<PostSource, 'path' | 'frontMatter'> | undefined,
  site: Site,
): boolean {
  const { generator, siteView } = site;
  const own = page && generator.findPageTemplates?.({ path: page.path, frontMatter: page.frontMatter, siteView });
  if (own) return [...own].some((path) => isWrittenBy(readTemplateIds(siteView, path), id));
  const ids = findFixedIds(siteView, generator);
  return ids.has(id) || (ids.size === 0 && !isMadeFromTitle(id));
}

function isWrittenBy({ fixed, made }: LayoutIds, id: string): boolean {
  return fixed.has(id) || made.some(([start, end]) => isBetween(id, start, end));
}

function isBetween(id: string, start: string, end: string): boolean {
  return id.length > start.length + end.length && id.startsWith(start) && id.endsWith(end);
}

/** Whether an id looks as if it were made from a title: of several words, or with letters beyond ASCII. */
function isMadeFromTitle(id: string): boolean {
  const separator = id.search(/[-_ ]/);
  return /\P{ASCII}/u.test(id) || (separator >= 0 && /[\p{L}\p{N}]/u.test(id.slice(separator + 1)));
}

const readTemplateIds = memoizeByName((siteView: SiteView, path: string): LayoutIds => {
  const { fixed, made } = findTemplateIds(siteView.getText(path) ?? '');
  return { fixed: new Set(fixed), made };
});

/** Returns the ids that any template of the site writes out. */
const findFixedIds = memoizeByName(
  (siteView: SiteView, { isTagTemplate }: ConfiguredGenerator): ReadonlySet<string> => {
    const isLayout = (path: string): boolean => /\.html?$/i.test(path) && isTagTemplate?.(path) !== true;
    return new Set([...siteView.getTexts(isLayout).values()].flatMap(findIds));
  },
);
