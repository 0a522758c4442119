import type { Event, TreeDataProvider, TreeItem, Uri } from 'vscode';
import { EventEmitter } from 'vscode';
import type { ListedPost, PostList } from '../../../server/src/protocol/index.ts';
import { PostFilter } from '../posts/postFilter.ts';
import type { Grouping } from './postGroups.ts';
import { groupPosts, problemsGroupId } from './postGroups.ts';
import type { GroupRow, Row } from './postItems.ts';
import { PostRow, toTreeItem } from './postItems.ts';
import type { ProblemCounts } from './postProblems.ts';

/**
 * How many posts of a group are shown at first, and are added each time: a list of thousands is slow to draw and to
 * read.
 */
const pageSize = 500;

/** Where the tree gets problems. */
export interface ProblemSource {
  /** The counts of a post by its URI; undefined where no problem is known. */
  get(uri: string): ProblemCounts | undefined;
  /** Whether the problems of all posts are known. */
  isComplete(): boolean;
}

/**
 * The rows of the Posts view: groups of posts, below their sites where there are several. Rows are made when they are
 * unfolded.
 */
export class PostsTree implements TreeDataProvider<Row> {
  private readonly changed = new EventEmitter<Row | undefined>();
  private readonly postFilter = new PostFilter();
  private lists: readonly PostList[] = [];
  private roots: readonly Row[] = [];
  private readonly shownPages = new Map<string, number>();
  private grouping: Grouping = 'state';
  private filter = '';
  private filteredLists = new WeakMap<PostList, readonly ListedPost[]>();
  private groupRows = new WeakMap<PostList, GroupRow[]>();
  private readonly postRows = new WeakMap<GroupRow, PostRow[]>();

  constructor(private readonly problems: ProblemSource) {}

  get onDidChangeTreeData(): Event<Row | undefined> {
    return this.changed.event;
  }

  /** How many posts pass the filter, of how many. */
  get counts(): { readonly shown: number; readonly all: number } {
    const count = (select: (list: PostList) => readonly ListedPost[]): number =>
      this.lists.reduce((sum, list) => sum + select(list).length, 0);
    return { shown: count((list) => this.getFilteredPosts(list)), all: count(({ posts }) => posts) };
  }

  setLists(lists: readonly PostList[]): void {
    this.lists = lists;
    this.rebuild();
  }

  setGrouping(grouping: Grouping): void {
    this.grouping = grouping;
    this.rebuild();
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.filteredLists = new WeakMap();
    this.rebuild();
  }

  /** Groups the posts again, with the problems they have now, and redraws all rows. */
  rebuild(): void {
    this.groupRows = new WeakMap();
    const filled = this.lists.filter(({ posts }) => posts.length > 0);
    const [only, ...more] = filled;
    this.roots = only && more.length === 0 ? this.getGroupRows(only) : filled.map((list) => ({ kind: 'site', list }));
    this.changed.fire(undefined);
  }

  /** Shows the next posts of a group. */
  showMore(groupId: string): void {
    this.shownPages.set(groupId, (this.shownPages.get(groupId) ?? 1) + 1);
    this.changed.fire(undefined);
  }

  /** The row of a post, where it is among those shown. */
  findRow(uri: Uri): PostRow | undefined {
    const key = uri.toString();
    const groups = this.roots.flatMap((row) =>
      row.kind === 'site' ? this.getGroupRows(row.list, row) : row.kind === 'group' ? row : [],
    );
    for (const row of groups.filter(({ group }) => group.id !== problemsGroupId)) {
      const index = row.group.posts.findIndex((post) => post.uri === key);
      if (index !== -1 && index < this.getShownCount(row)) return this.getPostRows(row)[index];
    }
    return undefined;
  }

  getTreeItem(row: Row): TreeItem {
    return toTreeItem(row, (post) => this.problems.get(post.uri));
  }

  getParent(row: Row): Row | undefined {
    return row.kind === 'site' ? undefined : row.parent;
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.roots];
    if (row.kind === 'site') return this.getGroupRows(row.list, row);
    return row.kind === 'group' ? this.getRowsInGroup(row) : [];
  }

  private getFilteredPosts(list: PostList): readonly ListedPost[] {
    const cached = this.filteredLists.get(list);
    if (cached) return cached;
    const posts = this.postFilter.apply(list.posts, this.filter);
    this.filteredLists.set(list, posts);
    return posts;
  }

  private getGroupRows(list: PostList, parent?: Row): GroupRow[] {
    const cached = this.groupRows.get(list);
    if (cached) return cached;
    const { grouping, filter } = this;
    const groups = groupPosts(this.getFilteredPosts(list), grouping, ({ uri }) => this.problems.get(uri) !== undefined);
    const rows = groups.map((group): GroupRow => {
      const id = `${list.root} ${grouping} ${group.id}`;
      return { kind: 'group', parent, id, grouping, filter, group };
    });
    this.groupRows.set(list, rows);
    return rows;
  }

  private getShownCount({ id }: GroupRow): number {
    return pageSize * (this.shownPages.get(id) ?? 1);
  }

  /** The posts of a group that are shown. */
  private getPostRows(row: GroupRow): PostRow[] {
    const rows = this.postRows.get(row) ?? [];
    this.postRows.set(row, rows);
    for (const post of row.group.posts.slice(rows.length, this.getShownCount(row))) rows.push(new PostRow(row, post));
    return rows;
  }

  /** The posts of a group, then what leads to those that are not shown or not known. */
  private getRowsInGroup(row: GroupRow): Row[] {
    const rows = this.getPostRows(row);
    const hasMore = row.group.posts.length > rows.length;
    const mayHaveMore = row.group.id === problemsGroupId && !this.problems.isComplete();
    return [
      ...rows,
      ...(hasMore ? [{ kind: 'more' as const, parent: row }] : []),
      ...(mayHaveMore ? [{ kind: 'check' as const, parent: row }] : []),
    ];
  }
}
