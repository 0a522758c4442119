import type { Post, Site } from '../../site/model/site.ts';
import { findPostsWithTerm, getTermIndex } from '../../site/frontMatter/terms.ts';
import type { Context } from '../context.ts';
import type { WorkspaceSymbol } from '../results.ts';
import { memoize } from '../../text/memo.ts';
import { headingSymbols } from './headingSymbols.ts';

/** A longer query finds the others. */
const maxSymbols = 256;

/**
 * Posts by title, and tags and categories with the number of their posts, that match a query, the best first; then
 * headings, where the editor does not find them itself.
 */
export async function workspaceSymbols(context: Context, query: string): Promise<WorkspaceSymbol[]> {
  const wanted = query.trim().toLowerCase();
  const headings = context.hasMarkdownSupport ? [] : await headingSymbols(context, wanted);
  return [...matchPostsAndTerms(context, wanted), ...headings];
}

function matchPostsAndTerms({ snapshot }: Context, wanted: string): WorkspaceSymbol[] {
  const found = snapshot.sites.flatMap((site) => [...matchPosts(wanted, site), ...matchTerms(wanted, site)]);
  return found
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1))
    .slice(0, maxSymbols)
    .map(({ symbol }) => symbol());
}

interface Match {
  readonly rank: number;
  readonly name: string;
  readonly symbol: () => WorkspaceSymbol;
}

const toTitle = memoize((post: Post): { readonly title: string; readonly lower: string } => {
  const written = post.frontMatter?.data.title;
  const title = typeof written === 'string' && written.trim() !== '' ? written : post.path;
  return { title, lower: title.toLowerCase() };
});

function matchPosts(wanted: string, site: Site): Match[] {
  const found: Match[] = [];
  for (const post of site.posts.values()) {
    const { title, lower } = toTitle(post);
    const rank = rankMatch(wanted, lower);
    if (rank > 0)
      found.push({
        rank,
        name: title,
        symbol: () => ({ name: title, kind: 'post', uri: post.uri, container: post.path }),
      });
  }
  return found;
}

function matchTerms(wanted: string, site: Site): Match[] {
  return [...getTermIndex(site)].flatMap(([taxonomy, names]) =>
    [...names].flatMap(([name, { size: count }]): Match[] => {
      const rank = rankMatch(wanted, name.toLowerCase());
      const uri = (): string => findPostsWithTerm(site, { taxonomy, name })[0]?.uri ?? site.root;
      return rank > 0
        ? [
            {
              rank,
              name,
              symbol: () => ({
                name,
                kind: 'term',
                uri: uri(),
                container: `${taxonomy}, ${count} post${count === 1 ? '' : 's'}`,
              }),
            },
          ]
        : [];
    }),
  );
}

/** The quality of a match, 0 for none: from 2 for the letters in their order to 6 for the whole name. */
function rankMatch(wanted: string, name: string): number {
  if (wanted === '') return 1;
  const at = name.indexOf(wanted);
  if (at === 0) return name.length === wanted.length ? 6 : 5;
  if (at > 0) return /[\p{L}\d]/u.test(name[at - 1]!) ? 3 : 4;
  return hasLettersInOrder(wanted, name) ? 2 : 0;
}

function hasLettersInOrder(wanted: string, name: string): boolean {
  let at = -1;
  for (const letter of wanted.replace(/\s+/g, '')) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
