import type { Disposable, Memento, TreeView } from 'vscode';
import { commands, l10n, window } from 'vscode';
import { posts, postsChanged } from '../../../server/src/protocol/index.ts';
import { ask } from '../ask.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Grouping } from './postGroups.ts';
import type { Row } from './postItems.ts';
import { postsDrag } from './postsDrag.ts';
import { PostsTree } from './postsTree.ts';

const groupingKey = 'galley.posts.grouping';

/** How long the posts must stay as they are before the list is fetched anew, in milliseconds. */
const patience = 300;

/** The view of all posts: fetched while somebody looks, brought up to date as posts change, following the active editor. */
export class PostsView implements Disposable {
  private readonly tree = new PostsTree();
  private readonly view: TreeView<Row>;
  private readonly following: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStale = true;

  constructor(private readonly server: LanguageServer, private readonly memory: Memento) {
    this.tree.setGrouping(memory.get<Grouping>(groupingKey, 'state'));
    this.view = window.createTreeView('galley.posts', { treeDataProvider: this.tree, canSelectMany: true, showCollapseAll: true, dragAndDropController: postsDrag });
    this.following = [
      this.view,
      this.view.onDidChangeVisibility(() => this.soon(0)),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      server.onDidChangeState(() => this.renew()),
      server.hear(postsChanged, () => this.renew()),
    ];
    this.soon(0);
  }

  /** Parts the posts in another way and remembers it for this workspace. */
  async group(grouping: Grouping): Promise<void> {
    this.tree.setGrouping(grouping);
    await this.memory.update(groupingKey, grouping);
  }

  /** Shows only posts that hold all of these words; '' shows all. */
  filter(words: string): void {
    this.tree.setFilter(words);
    const { shown, all } = this.tree.counts;
    this.view.message = words === '' ? undefined : l10n.t('“{0}”: {1} of {2} posts', words, shown, all);
    void commands.executeCommand('setContext', 'galley.postsFiltered', words !== '');
  }

  /** Shows the next posts of a long group. */
  showMore(groupId: string): void {
    this.tree.showMore(groupId);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of this.following) each.dispose();
  }

  private renew(): void {
    this.isStale = true;
    this.soon(patience);
  }

  private soon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), milliseconds);
  }

  /** Nothing is asked as long as nobody looks. */
  private async update(): Promise<void> {
    if (!this.isStale || !this.view.visible || this.server.state !== 'running') return;
    this.isStale = false;
    try {
      this.tree.setLists(await ask(this.server, posts, {}));
      this.follow();
    } catch {
      this.isStale = true;
    }
  }

  private follow(): void {
    const uri = window.activeTextEditor?.document.uri;
    const row = uri && this.view.visible ? this.tree.rowOf(uri) : undefined;
    if (row) void this.view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
  }
}
