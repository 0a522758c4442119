import type { Site } from '../site/model/site.ts';
import type { TermOccurrence } from '../site/frontMatter/termOccurrences.ts';
import { replaceTerm, findTermOccurrences } from '../site/frontMatter/termOccurrences.ts';
import { getTermIndex } from '../site/frontMatter/terms.ts';
import { countMistakes } from './nearMiss.ts';
import type { Rule } from './rule.ts';

/** A term in more posts than this is established itself. */
const maxPosts = 2;

/** Tags and categories that differ from an established one by case, number or a typing mistake. */
export const inconsistentTerm: Rule = {
  id: 'inconsistent-term',
  severity: 'hint',
  summary: 'A tag or category that differs from an established one by case, plural or a typing mistake.',
  dependsOn: 'front matter',
  *check({ site, post, syntax, document }) {
    const { frontMatter } = syntax;
    if (!site || !post || !frontMatter || frontMatter.errors.length > 0) return;
    const places = findTermOccurrences(frontMatter, document.text, site);
    for (const place of places) {
      const found = findEstablishedTerm(place, site);
      if (!found || places.some((other) => other.taxonomy === place.taxonomy && other.name === found.name)) continue;
      const isSplit = place.container === 'text' && /\s/.test(found.name);
      const edit = replaceTerm(place, document.text, found.name);
      yield {
        range: place.range,
        message: `"${place.name}" differs from "${found.name}" only ${found.how}: ${formatCount(found.count)} the one, ${formatCount(found.own)} the other. Readers find two lists of posts in place of one.`,
        ...(!isSplit && { fixes: () => [{ title: `Write "${found.name}"`, edits: [edit], preferred: true }] }),
      };
    }
  },
};

function formatCount(count: number): string {
  return `${count} ${count === 1 ? 'post has' : 'posts have'}`;
}

interface EstablishedTerm {
  readonly name: string;
  readonly count: number;
  /** Posts with the term that differs, this one included. */
  readonly own: number;
  readonly how: string;
}

/** The term that another was most likely meant to be: one that many more posts have. */
function findEstablishedTerm({ taxonomy, name }: TermOccurrence, site: Site): EstablishedTerm | undefined {
  const counts = getTermIndex(site).get(taxonomy);
  const own = counts?.get(name)?.size ?? 0;
  if (!counts || own > maxPosts) return undefined;
  let best: EstablishedTerm | undefined;
  for (const [other, { size: count }] of counts) {
    if (other === name || count < 2 || count < own * 2 || (best && count <= best.count)) continue;
    const how = compareTerms(name, other);
    const enough = how && Math.max(how.posts, own * how.times);
    if (how && count >= enough! && !(how.isFolded && site.generator.areTermsCaseInsensitive))
      best = { name: other, count, own: Math.max(own, 1), how: how.words };
  }
  return best;
}

interface TermDifference {
  readonly words: string;
  /** The established term is in so many posts at least, and so many times as many as the other. */
  readonly posts: number;
  readonly times: number;
  /** Some generators make one term of the two. */
  readonly isFolded: boolean;
}

/** How little parts two terms; undefined where they are two words. */
function compareTerms(one: string, two: string): TermDifference | undefined {
  if (Math.abs(one.length - two.length) > 3) return undefined;
  const [a, b] = [foldTerm(one), foldTerm(two)];
  if (a === b)
    return {
      words: one.toLowerCase() === two.toLowerCase() ? 'in case' : 'in spaces, hyphens or case',
      posts: 2,
      times: 2,
      isFolded: true,
    };
  if (Math.min(a.length, b.length) >= 4 && isPlural(a, b))
    return { words: 'in number', posts: 4, times: 4, isFolded: false };
  return isTypo(a, b) ? { words: 'by a letter or two', posts: 4, times: 4, isFolded: false } : undefined;
}

function foldTerm(term: string): string {
  return term.toLowerCase().replace(/[\s_-]+/g, '');
}

function isPlural(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` || long === `${short}es` || (short.endsWith('y') && long === `${short.slice(0, -1)}ies`);
}

/**
 * One mistake in six letters or two in ten; a first letter or a digit is seldom mistyped, and two letters that changed
 * places are one mistake.
 */
function isTypo(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  if (shortest < 6 || a[0] !== b[0] || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  const allowed = shortest < 10 ? 1 : 2;
  if (Math.abs(a.length - b.length) > allowed) return false;
  return countMistakes(a, b) <= allowed;
}
