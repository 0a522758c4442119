import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedPost, PostList } from '../../../server/src/protocol/index.ts';
import { dayOf } from '../postRows.ts';
import type { Group, Grouping } from './postGroups.ts';

/** A row of the Posts view. */
export type Row =
  | { readonly kind: 'site'; readonly list: PostList }
  | GroupRow
  | PostRow
  | { readonly kind: 'more'; readonly parent: GroupRow };

export interface GroupRow {
  readonly kind: 'group';
  readonly parent: Row | undefined;
  /** Unique in the view. */
  readonly id: string;
  readonly grouping: Grouping;
  readonly group: Group;
}

export interface PostRow {
  readonly kind: 'post';
  readonly parent: GroupRow;
  readonly uri: Uri;
  readonly post: ListedPost;
}

const icons: Readonly<Record<string, string>> = { published: 'globe', draft: 'edit', scheduled: 'calendar', expired: 'history', unpublished: 'eye-closed', skipped: 'circle-slash' };

/** How a row looks. */
export function itemOf(row: Row, isFiltered: boolean): TreeItem {
  if (row.kind === 'site') return siteItem(row.list);
  if (row.kind === 'group') return groupItem(row, isFiltered);
  return row.kind === 'post' ? postItem(row) : moreItem(row.parent);
}

function siteItem({ root, name, generator }: PostList): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = root;
  item.description = generator;
  item.iconPath = new ThemeIcon('root-folder');
  return item;
}

function groupItem({ id, grouping, group }: GroupRow, isFiltered: boolean): TreeItem {
  const isOpen = isFiltered || (grouping === 'state' && group.id !== 'other');
  const item = new TreeItem(group.label, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = `${id}${isFiltered ? '?' : ''}`;
  item.description = String(group.posts.length);
  item.contextValue = 'group';
  return item;
}

function postItem({ uri, post, parent }: PostRow): TreeItem {
  const { title, path, state, url, reasons, date } = post;
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `${parent.id} ${post.uri}`;
  item.resourceUri = uri;
  item.description = dayOf(post);
  item.iconPath = new ThemeIcon(icons[state] ?? 'file');
  item.contextValue = `post.${state}`;
  item.tooltip = new MarkdownString().appendText([title, url ?? '', path, date ?? '', ...reasons].filter((line) => line !== '').join('\n'));
  item.accessibilityInformation = { label: [title, l10n.t('State: {0}', state), dayOf(post)].filter((part) => part !== '').join(', ') };
  item.command = { command: 'vscode.open', title: l10n.t('Open Post'), arguments: [uri] };
  return item;
}

function moreItem(parent: GroupRow): TreeItem {
  const item = new TreeItem(l10n.t('Show More…'), TreeItemCollapsibleState.None);
  item.id = `${parent.id} more`;
  item.command = { command: 'galley.showMorePosts', title: l10n.t('Show More…'), arguments: [parent.id] };
  return item;
}
