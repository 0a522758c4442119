import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedPost, PostList } from '../../../server/src/protocol/index.ts';
import { toDay } from '../posts/listedPost.ts';
import type { PostGroup, Grouping } from './postGroups.ts';
import { problemsGroupId } from './postGroups.ts';
import type { ProblemCounts } from './postProblems.ts';

/** A row of the Posts view. */
export type Row =
  | { readonly kind: 'site'; readonly list: PostList }
  | GroupRow
  | PostRow
  | { readonly kind: 'more' | 'check'; readonly parent: GroupRow };

export interface GroupRow {
  readonly kind: 'group';
  readonly parent: Row | undefined;
  /** Unique in the view. */
  readonly id: string;
  readonly grouping: Grouping;
  readonly group: PostGroup;
}

/** A post in a group; of thousands most are never looked at, so their URIs are made when somebody asks. */
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

const icons: Readonly<Record<string, string>> = {
  published: 'globe',
  draft: 'edit',
  scheduled: 'calendar',
  expired: 'history',
  unpublished: 'eye-closed',
  skipped: 'circle-slash',
};

/** How a row looks. VS Code itself marks a post with problems by colour and number, as it does in the Explorer. */
export function toTreeItem(
  row: Row,
  isFiltered: boolean,
  problemsOf: (post: ListedPost) => ProblemCounts | undefined,
): TreeItem {
  if (row.kind === 'site') return toSiteItem(row.list);
  if (row.kind === 'group') return toGroupItem(row, isFiltered);
  if (row.kind === 'post') return toPostItem(row, problemsOf(row.post));
  return row.kind === 'more' ? toMoreItem(row.parent) : toCheckItem(row.parent);
}

function toSiteItem({ root, name, generator }: PostList): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = root;
  item.description = generator;
  item.iconPath = new ThemeIcon('root-folder');
  return item;
}

function toGroupItem({ id, grouping, group }: GroupRow, isFiltered: boolean): TreeItem {
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
  const trouble = problems ? toProblemText(problems) : '';
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `${parent.id} ${post.uri}`;
  item.resourceUri = uri;
  item.description = toDay(post);
  item.iconPath = new ThemeIcon(icons[state] ?? 'file');
  item.contextValue = `post.${state}`;
  item.tooltip = new MarkdownString().appendText(
    [title, url ?? '', path, date ?? '', trouble, ...reasons].filter((line) => line !== '').join('\n'),
  );
  item.accessibilityInformation = {
    label: [`${title} ${toDay(post)}`.trim(), l10n.t('State: {0}', state), trouble]
      .filter((part) => part !== '')
      .join(', '),
  };
  item.command = { command: 'vscode.open', title: l10n.t('Open Post'), arguments: [uri] };
  return item;
}

function toProblemText({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
  ];
  return parts.filter((_part, index) => [errors, warnings][index]! > 0).join(', ');
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
