import { slug } from 'github-slugger';
import type { HeadingIds, HeadingSyntax } from '../dialect.ts';

/** Ids as GitHub makes them. */
export const gitHubHeadingIds: HeadingIds = { idOf: gitHubId, isCertain: () => true };

/** Returns the id that GitHub makes for a heading with this text, by github-slugger. */
export function gitHubId(text: string): string {
  return slug(text);
}

/** Returns the text in lower case, character by character as Go and Ruby do it: JavaScript writes a word's last sigma as `ς`. */
export function lowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/** Returns the part of `HeadingSyntax` for ids made in a known way; for `unknown`, where a plugin decides, GitHub's as a guess. */
export function headingIdsBy(ids: HeadingIds | 'unknown'): Pick<HeadingSyntax, 'ids' | 'idPrefix' | 'haveIds'> {
  return ids === 'unknown'
    ? { ids: gitHubHeadingIds, idPrefix: '', haveIds: 'perhaps' }
    : { ids, idPrefix: '', haveIds: 'always' };
}

/**
 * Returns a function that makes the ids of one page's headings: it is called with their texts in the order of the page.
 * The second of equal ids gets `-1`; the id is '' where headings have none.
 */
export function headingIdMaker({ ids, idPrefix, haveIds }: HeadingSyntax): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    if (haveIds === 'never') return '';
    const id = ids.idOf(text);
    const count = taken.get(id) ?? 0;
    taken.set(id, count + 1);
    return `${idPrefix}${id}${count === 0 ? '' : `-${count}`}`;
  };
}
