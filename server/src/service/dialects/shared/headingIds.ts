import { slug } from 'github-slugger';
import type { HeadingIds, HeadingSyntax } from '../dialect.ts';

/** Ids as GitHub makes them. */
export const gitHubHeadingIds: HeadingIds = { idOf: gitHubId, isCertain: () => true };

/** The id that GitHub gives a heading with this text. */
export function gitHubId(text: string): string {
  return slug(text);
}

/** In lower case letter by letter, as Go and Ruby do it, so that a word's last sigma is one like any other. */
export function lowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/** Ids made in a known way, or as on GitHub for a guess where a plugin decides. */
export function headingIdsBy(ids: HeadingIds | 'unknown'): Pick<HeadingSyntax, 'ids' | 'idPrefix' | 'haveIds'> {
  return ids === 'unknown'
    ? { ids: gitHubHeadingIds, idPrefix: '', haveIds: 'perhaps' }
    : { ids, idPrefix: '', haveIds: 'always' };
}

/** Returns the ids of headings with these texts, one after the other in the order of the page: the second of a name gets `-1`; '' where headings have none. */
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
