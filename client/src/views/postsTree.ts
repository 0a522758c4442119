import type { Event, TreeDataProvider, TreeItem } from 'vscode';
import { EventEmitter, Uri } from 'vscode';
import type { PostList } from '../../../server/src/protocol/index.ts';
import type { Grouping } from './postGroups.ts';
import { grouped, matching } from './postGroups.ts';
import type { GroupRow, PostRow, Row } from './postItems.ts';
import { itemOf } from './postItems.ts';

/** So many posts of a group are shown at first, and so many more each time: a list of thousands is slow to draw and to read. */
const pageSize = 500;

/** The rows of the Posts view: groups of posts, below their sites where there are several. */
export class PostsTree implements TreeDataProvider<Row> {
  private readonly changed = new EventEmitter<Row | undefined>();
  private lists: readonly PostList[] = [];
  private byUri = new Map<string, PostRow>();
  private roots: readonly Row[] = [];
  private readonly pages = new Map<string, number>();
  private grouping: Grouping = 'state';
  private filter = '';

  get onDidChangeTreeData(): Event<Row | undefined> {
    return this.changed.event;
  }

  /** How many posts pass the filter, of how many. */
  get counts(): { readonly shown: number; readonly all: number } {
    const all = this.lists.reduce((sum, { posts }) => sum + posts.length, 0);
    const shown = this.filter === '' ? all : this.lists.reduce((sum, { posts }) => sum + matching(posts, this.filter).length, 0);
    return { shown, all };
  }

  setLists(lists: readonly PostList[]): void {
    this.lists = lists;
    this.renew();
  }

  setGrouping(grouping: Grouping): void {
    this.grouping = grouping;
    this.renew();
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.renew();
  }

  /** Shows the next posts of a group. */
  showMore(groupId: string): void {
    this.pages.set(groupId, (this.pages.get(groupId) ?? 1) + 1);
    this.changed.fire(undefined);
  }

  /** The row of a post, where it is among those shown. */
  rowOf(uri: Uri): PostRow | undefined {
    const row = this.byUri.get(uri.toString());
    return row && this.getChildren(row.parent).includes(row) ? row : undefined;
  }

  getTreeItem(row: Row): TreeItem {
    return itemOf(row, this.filter !== '');
  }

  getParent(row: Row): Row | undefined {
    return row.kind === 'site' ? undefined : row.parent;
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.roots];
    if (row.kind === 'site') return this.groupsOf(row.list, row);
    return row.kind === 'group' ? this.page(row) : [];
  }

  private readonly groups = new WeakMap<PostList, GroupRow[]>();
  private readonly posts = new WeakMap<GroupRow, PostRow[]>();

  private renew(): void {
    this.byUri = new Map();
    const [only, ...others] = this.lists.filter(({ posts }) => posts.length > 0);
    for (const list of this.lists) this.groups.delete(list);
    this.roots = only && others.length === 0 ? this.groupsOf(only, undefined) : this.lists.filter(({ posts }) => posts.length > 0).map((list) => ({ kind: 'site', list }));
    if (others.length > 0) for (const root of this.roots) this.getChildren(root);
    this.changed.fire(undefined);
  }

  private groupsOf(list: PostList, parent: Row | undefined): GroupRow[] {
    const known = this.groups.get(list);
    if (known) return known;
    const { grouping } = this;
    const made = grouped(matching(list.posts, this.filter), grouping).map((group): GroupRow => ({ kind: 'group', parent, id: `${list.root} ${grouping} ${group.id}`, grouping, group }));
    this.groups.set(list, made);
    for (const row of made) this.rowsOf(row);
    return made;
  }

  private rowsOf(row: GroupRow): PostRow[] {
    const known = this.posts.get(row);
    if (known) return known;
    const made = row.group.posts.map((post): PostRow => ({ kind: 'post', parent: row, uri: Uri.parse(post.uri), post }));
    this.posts.set(row, made);
    for (const each of made) if (!this.byUri.has(each.post.uri)) this.byUri.set(each.post.uri, each);
    return made;
  }

  private page(row: GroupRow): Row[] {
    const all = this.rowsOf(row);
    const shown = pageSize * (this.pages.get(row.id) ?? 1);
    return all.length > shown ? [...all.slice(0, shown), { kind: 'more', parent: row }] : all;
  }
}
