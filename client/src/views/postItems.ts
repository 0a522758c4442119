import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedPost, PostList } from '../../../server/src/protocol/index.ts';
import { toDay } from '../posts/listedPost.ts';
import { getStateDisplay } from '../posts/postState.ts';
import type { Grouping, PostGroup } from './postGroups.ts';
import { problemsGroupId } from './postGroups.ts';
import type { ProblemCounts } from './postProblems.ts';

/** A row of the Posts view. */
export type Row =
  | { readonly kind: 'site'; readonly list: PostList }
  | GroupRow
  | PostRow
  | { readonly kind: 'more' | 'check'; readonly parent: GroupRow };

/** A group of posts of one site. */
export interface GroupRow {
  readonly kind: 'group';
  readonly parent: Row | undefined;
  /** Unique in the view. */
  readonly id: string;
  readonly grouping: Grouping;
  /** The words by which the posts are filtered; '' for none. */
  readonly filter: string;
  readonly group: PostGroup;
}

/** A post in a group; of thousands most are never shown, so their URIs are parsed when they are asked for. */
export class PostRow {
  readonly kind = 'post';
  private cachedUri: Uri | undefined;

  constructor(
    readonly parent: GroupRow,
    readonly post: ListedPost,
  ) {}

  get uri(): Uri {
    return (this.cachedUri ??= Uri.parse(this.post.uri));
  }
}

/** Converts a row; VS Code itself marks a post with problems by colour and number, as it does in the Explorer. */
export function toTreeItem(row: Row, getProblems: (post: ListedPost) => ProblemCounts | undefined): TreeItem {
  if (row.kind === 'site') return toSiteItem(row.list);
  if (row.kind === 'group') return toGroupItem(row);
  if (row.kind === 'post') return toPostItem(row, getProblems(row.post));
  return row.kind === 'more' ? toMoreItem(row.parent) : toCheckItem(row.parent);
}

function toSiteItem({ root, name, generator }: PostList): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = root;
  item.description = generator;
  item.iconPath = new ThemeIcon('root-folder');
  return item;
}

function toGroupItem({ id, grouping, filter, group }: GroupRow): TreeItem {
  const isFiltered = filter !== '';
  const isOpen = isFiltered || (grouping === 'state' && group.id !== 'other' && group.id !== problemsGroupId);
  const item = new TreeItem(
    group.label,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${id}${isFiltered ? '?' : ''}`;
  item.description = String(group.posts.length);
  item.contextValue = 'group';
  return item;
}

function toPostItem({ uri, post, parent }: PostRow, problems: ProblemCounts | undefined): TreeItem {
  const { title, path, state, url, reasons, date } = post;
  const { icon, label } = getStateDisplay(state);
  const problemText = problems ? toProblemText(problems) : '';
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `${parent.id} ${post.uri}`;
  item.resourceUri = uri;
  item.description = toDay(post);
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = `post.${state}`;
  item.tooltip = new MarkdownString().appendText(
    joinFilled([title, url ?? '', path, date ?? '', problemText, ...reasons], '\n'),
  );
  item.accessibilityInformation = {
    label: joinFilled([joinFilled([title, toDay(post)], ' '), l10n.t('State: {0}', label), problemText], ', '),
  };
  item.command = { command: 'vscode.open', title: l10n.t('Open Post'), arguments: [uri] };
  return item;
}

function joinFilled(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function toProblemText({ errors, warnings }: ProblemCounts): string {
  return joinFilled(
    [
      errors === 0 ? '' : errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
      warnings === 0 ? '' : warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
    ],
    ', ',
  );
}

function toMoreItem(parent: GroupRow): TreeItem {
  const item = new TreeItem(l10n.t('Show More…'), TreeItemCollapsibleState.None);
  item.id = `${parent.id} more`;
  item.command = { command: 'galley.showMorePosts', title: l10n.t('Show More…'), arguments: [parent.id] };
  return item;
}

function toCheckItem(parent: GroupRow): TreeItem {
  const title = l10n.t('Check All Posts');
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `${parent.id} check`;
  item.tooltip = l10n.t('Only open posts are checked so far.');
  item.iconPath = new ThemeIcon('checklist');
  item.command = { command: 'galley.checkAllPosts', title };
  return item;
}
