import { slug } from 'github-slugger';
import type { HeadingIds, HeadingSyntax } from '../dialect.ts';

/** Ids as GitHub makes them. */
export const gitHubHeadingIds: HeadingIds = { idOf: toGitHubId, isCertain: () => true };

/** Returns the id that GitHub makes for a heading with this text, by github-slugger. */
export function toGitHubId(text: string): string {
  return slug(text);
}

/** Returns the text in lower case, character by character as Go and Ruby do it: JavaScript writes a word's last sigma as `ς`. */
export function toLowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/** Returns the part of `HeadingSyntax` for ids made in a known way; for `unknown`, where a plugin decides, GitHub's as a guess. */
export function toHeadingSyntax(ids: HeadingIds | 'unknown'): Omit<HeadingSyntax, 'attributes'> {
  const common = {
    idsInHtml: undefined,
    idPrefix: '',
    numberSeparator: '-',
    areHtmlHeadingsIncluded: false,
  } as const;
  return ids === 'unknown'
    ? { ...common, ids: gitHubHeadingIds, autoIds: 'perhaps' }
    : { ...common, ids, autoIds: 'always' };
}

/**
 * Returns a function that makes the ids of one page's headings: it is called with their texts in the order of the page.
 * The second of equal ids gets `-1`, or what the dialect has for it; the id is '' where headings have none.
 */
export function createHeadingIds({ ids, idPrefix, autoIds, numberSeparator }: HeadingSyntax): (text: string) => string {
  const makeUnique = numberSeparator === '-' ? createCounter() : createUniqueIds();
  return (text) => (autoIds === 'never' ? '' : `${idPrefix}${makeUnique(ids.idOf(text))}`);
}

/** Numbers the ids that are equal. */
function createCounter(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  };
}

/** Counts up the number at the end of an id until nothing has it: `unique` in extensions/toc.py of Python-Markdown. */
function createUniqueIds(): (id: string) => string {
  const taken = new Set<string>();
  const last = new Map<string, string>();
  return (id) => {
    let unique = last.get(id) ?? id;
    while (taken.has(unique)) {
      const [, start, number] = /^(.*)_(\d+)$/.exec(unique) ?? [];
      unique = start === undefined ? `${unique}_1` : `${start}_${Number(number) + 1}`;
    }
    taken.add(unique);
    last.set(id, unique);
    return unique;
  };
}
