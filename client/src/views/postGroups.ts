import { l10n } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';

/** How the posts are parted in the Posts view. */
export type Grouping = 'state' | 'collection' | 'year' | 'tag';

/** Posts with something in common, in the order of the list. */
export interface PostGroup {
  /** Unique among the groups of a grouping. */
  readonly id: string;
  readonly label: string;
  readonly posts: readonly ListedPost[];
}

const stateGroups: readonly (readonly [id: string, label: () => string, holds: readonly string[]])[] = [
  ['draft', () => l10n.t('Drafts'), ['draft']],
  ['scheduled', () => l10n.t('Scheduled'), ['scheduled']],
  ['published', () => l10n.t('Published'), ['published']],
  ['other', () => l10n.t('Not on the Site'), ['unpublished', 'expired', 'skipped']],
];

/** The group of posts that are known to have problems, whatever their state. */
export const problemsGroupId = 'problems';

/** Whether a post is in a group of states, where it need not be put then. */
export function isInStateGroup(groupId: string, { state }: ListedPost): boolean {
  return stateGroups.some(([id, , holds]) => id === groupId && holds.includes(state));
}

/** The posts in groups; empty groups are left out, and a post with several tags or with problems is in several. */
export function groupPosts(
  posts: readonly ListedPost[],
  grouping: Grouping,
  hasProblems: (post: ListedPost) => boolean,
): PostGroup[] {
  if (grouping === 'state') {
    const groups = stateGroups.map(([id, label, holds]) => ({
      id,
      label: label(),
      posts: posts.filter(({ state }) => holds.includes(state)),
    }));
    const troubled = { id: problemsGroupId, label: l10n.t('With Problems'), posts: posts.filter(hasProblems) };
    return [troubled, ...groups].filter((group) => group.posts.length > 0);
  }
  const groups = new Map<string, ListedPost[]>();
  for (const post of posts) {
    for (const key of toGroupKeys(post, grouping)) {
      const group = groups.get(key);
      if (group) group.push(post);
      else groups.set(key, [post]);
    }
  }
  const all = [...groups].map(([key, members]) => ({
    id: key,
    label: key === '' ? toEmptyKeyLabel(grouping) : key,
    posts: members,
  }));
  return all.sort(
    (a, b) =>
      Number(a.id === '') - Number(b.id === '') ||
      (grouping === 'year' ? Number(b.id) - Number(a.id) : a.label.localeCompare(b.label)),
  );
}

function toGroupKeys({ collection, date, tags }: ListedPost, grouping: Exclude<Grouping, 'state'>): readonly string[] {
  if (grouping === 'collection') return [collection ?? ''];
  if (grouping === 'year') return [date === null ? '' : date.slice(0, 4)];
  return tags.length === 0 ? [''] : [...new Set(tags)];
}

function toEmptyKeyLabel(grouping: Exclude<Grouping, 'state'>): string {
  return { collection: l10n.t('No Collection'), year: l10n.t('Without Date'), tag: l10n.t('Without Tag') }[grouping];
}

const texts = new WeakMap<ListedPost, string>();

/** Posts in whose title, path, address or tags every word of a filter is, whatever its case. */
export function filterPosts(posts: readonly ListedPost[], filter: string): readonly ListedPost[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? posts : posts.filter((post) => words.every((word) => toSearchText(post).includes(word)));
}

function toSearchText(post: ListedPost): string {
  const known = texts.get(post);
  if (known !== undefined) return known;
  const { title, path, url, tags } = post;
  const text = [title, path, url ?? '', ...tags].join('\n').toLowerCase();
  texts.set(post, text);
  return text;
}
