import type { Event, TreeDataProvider, TreeItem, Uri } from 'vscode';
import { EventEmitter } from 'vscode';
import type { ListedPost, PostList } from '../../../server/src/protocol/index.ts';
import type { Grouping } from './postGroups.ts';
import { groupPosts, filterPosts, problemsGroupId } from './postGroups.ts';
import type { GroupRow, Row } from './postItems.ts';
import { toTreeItem, PostRow } from './postItems.ts';
import type { ProblemCounts } from './postProblems.ts';

/** So many posts of a group are shown at first, and so many more each time: a list of thousands is slow to draw and to read. */
const pageSize = 500;

/** What the tree asks about problems. */
export interface ProblemSource {
  /** Of a post by its URI. */
  of(uri: string): ProblemCounts | undefined;
  /** Whether the problems of all posts are known. */
  isComplete(): boolean;
}

/** The rows of the Posts view: groups of posts, below their sites where there are several. What nobody unfolds is not made. */
export class PostsTree implements TreeDataProvider<Row> {
  private readonly changed = new EventEmitter<Row | undefined>();
  private lists: readonly PostList[] = [];
  private roots: readonly Row[] = [];
  private readonly shownPages = new Map<string, number>();
  private grouping: Grouping = 'state';
  private filter = '';

  constructor(private readonly problems: ProblemSource) {}

  get onDidChangeTreeData(): Event<Row | undefined> {
    return this.changed.event;
  }

  /** How many posts pass the filter, of how many. */
  get counts(): { readonly shown: number; readonly all: number } {
    const count = (of: (list: PostList) => readonly ListedPost[]): number =>
      this.lists.reduce((sum, list) => sum + of(list).length, 0);
    return { shown: count((list) => this.filterList(list)), all: count(({ posts }) => posts) };
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

  /** Shows the posts with the problems they have now. */
  rebuild(): void {
    this.groupRows = new WeakMap();
    const filled = this.lists.filter(({ posts }) => posts.length > 0);
    this.roots =
      filled.length === 1 ? this.groupsOf(filled[0]!, undefined) : filled.map((list) => ({ kind: 'site', list }));
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
    const all = this.roots.flatMap((row) =>
      row.kind === 'site' ? this.groupsOf(row.list, row) : row.kind === 'group' ? row : [],
    );
    for (const row of all.filter(({ group }) => group.id !== problemsGroupId)) {
      const place = row.group.posts.findIndex((post) => post.uri === key);
      if (place !== -1 && place < this.shownCount(row)) return this.rowsOf(row)[place];
    }
    return undefined;
  }

  getTreeItem(row: Row): TreeItem {
    return toTreeItem(row, this.filter !== '', (post) => this.problems.of(post.uri));
  }

  getParent(row: Row): Row | undefined {
    return row.kind === 'site' ? undefined : row.parent;
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.roots];
    if (row.kind === 'site') return this.groupsOf(row.list, row);
    return row.kind === 'group' ? this.page(row) : [];
  }

  private groupRows = new WeakMap<PostList, GroupRow[]>();
  private readonly postRows = new WeakMap<GroupRow, PostRow[]>();
  private filteredLists = new WeakMap<PostList, readonly ListedPost[]>();

  private filterList(list: PostList): readonly ListedPost[] {
    const known = this.filteredLists.get(list);
    if (known) return known;
    const made = filterPosts(list.posts, this.filter);
    this.filteredLists.set(list, made);
    return made;
  }

  private groupsOf(list: PostList, parent: Row | undefined): GroupRow[] {
    const known = this.groupRows.get(list);
    if (known) return known;
    const { grouping } = this;
    const all = groupPosts(this.filterList(list), grouping, (post) => this.problems.of(post.uri) !== undefined);
    const made = all.map((group): GroupRow => ({
      kind: 'group',
      parent,
      id: `${list.root} ${grouping} ${group.id}`,
      grouping,
      group,
    }));
    this.groupRows.set(list, made);
    return made;
  }

  private shownCount({ id }: GroupRow): number {
    return pageSize * (this.shownPages.get(id) ?? 1);
  }

  /** The rows of a group that are shown. */
  private rowsOf(row: GroupRow): PostRow[] {
    const made = this.postRows.get(row) ?? [];
    this.postRows.set(row, made);
    for (const post of row.group.posts.slice(made.length, this.shownCount(row))) made.push(new PostRow(row, post));
    return made;
  }

  private page(row: GroupRow): Row[] {
    const rows = this.rowsOf(row);
    const isCut = row.group.posts.length > rows.length;
    const isOpenEnded = row.group.id === problemsGroupId && !this.problems.isComplete();
    return [
      ...rows,
      ...(isCut ? [{ kind: 'more' as const, parent: row }] : []),
      ...(isOpenEnded ? [{ kind: 'check' as const, parent: row }] : []),
    ];
  }
}
