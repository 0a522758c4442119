import { l10n } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';

/** By what the Posts view groups the posts. */
export type Grouping = 'state' | 'collection' | 'year' | 'tag';

/** Posts with something in common, in the order of the list. */
export interface PostGroup {
  /** Unique among the groups of a grouping. */
  readonly id: string;
  readonly label: string;
  readonly posts: readonly ListedPost[];
}

/** The groups by state, in the order in which they are shown. */
const stateGroups: readonly { readonly id: string; readonly label: string; readonly states: readonly string[] }[] = [
  { id: 'draft', label: l10n.t('Drafts'), states: ['draft'] },
  { id: 'scheduled', label: l10n.t('Scheduled'), states: ['scheduled'] },
  { id: 'published', label: l10n.t('Published'), states: ['published'] },
  { id: 'other', label: l10n.t('Not on the Site'), states: ['unpublished', 'expired', 'skipped'] },
];

/** The id of the group of posts that are known to have problems, whatever their state. */
export const problemsGroupId = 'problems';

/** Whether a post is in a group by state already. */
export function isInStateGroup(groupId: string, { state }: ListedPost): boolean {
  return stateGroups.some(({ id, states }) => id === groupId && states.includes(state));
}

/** Groups posts; empty groups are left out, and a post with several tags or with problems is in several. */
export function groupPosts(
  posts: readonly ListedPost[],
  grouping: Grouping,
  hasProblems: (post: ListedPost) => boolean,
): PostGroup[] {
  return grouping === 'state' ? groupByState(posts, hasProblems) : groupByKey(posts, grouping);
}

function groupByState(posts: readonly ListedPost[], hasProblems: (post: ListedPost) => boolean): PostGroup[] {
  const groups = stateGroups.map(({ id, label, states }) => ({
    id,
    label,
    posts: posts.filter(({ state }) => states.includes(state)),
  }));
  const withProblems = { id: problemsGroupId, label: l10n.t('With Problems'), posts: posts.filter(hasProblems) };
  return [withProblems, ...groups].filter((group) => group.posts.length > 0);
}

function groupByKey(posts: readonly ListedPost[], grouping: Exclude<Grouping, 'state'>): PostGroup[] {
  const members = new Map<string, ListedPost[]>();
  for (const post of posts) {
    for (const key of toGroupKeys(post, grouping)) {
      const group = members.get(key);
      if (group) group.push(post);
      else members.set(key, [post]);
    }
  }
  const groups = [...members].map(([key, group]) => ({
    id: key,
    label: key === '' ? toEmptyKeyLabel(grouping) : key,
    posts: group,
  }));
  return groups.sort(
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
