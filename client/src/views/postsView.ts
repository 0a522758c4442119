import type { Disposable, Memento, TreeView } from 'vscode';
import { commands, l10n, window } from 'vscode';
import type { PostList } from '../../../server/src/protocol/index.ts';
import { postsChanged } from '../../../server/src/protocol/index.ts';
import type { PostLists } from '../posts/postLists.ts';
import type { WorkspaceDiagnostics } from '../posts/workspaceDiagnostics.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { Debouncer } from './debouncer.ts';
import type { Grouping } from './postGroups.ts';
import type { Row } from './postItems.ts';
import { PostProblems } from './postProblems.ts';
import { postsDragAndDrop } from './postsDrag.ts';
import { PostsTree } from './postsTree.ts';

/** Key in the memory of the workspace. */
const groupingKey = 'galley.posts.grouping';

/** How long the posts must stay as they are before the lists are fetched again. */
const fetchDelayMs = 300;
/** How long changed problems wait for further ones before they are shown. */
const redrawDelayMs = 300;

/** What the Posts view shows and where it remembers how. */
export interface PostsViewParts {
  readonly server: LanguageServer;
  readonly postLists: PostLists;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly memory: Memento;
}

/**
 * The view of all posts: fetched while it is visible, updated as posts and their problems change, following the active
 * editor.
 */
export class PostsView implements Disposable {
  private readonly problems = new PostProblems();
  private readonly tree: PostsTree;
  private readonly view: TreeView<Row>;
  private readonly fetchDebouncer = new Debouncer(() => this.fetchIfStale());
  private readonly redrawDebouncer = new Debouncer(() => this.redrawIfStale());
  private readonly subscriptions: readonly Disposable[];
  private lists: readonly PostList[] = [];
  private filter = '';
  private areListsStale = true;
  private areProblemsStale = false;
  private isShowingProgress = false;
  private resolveFirstRead: () => void = () => {};
  private readonly firstRead = new Promise<void>((resolve) => (this.resolveFirstRead = resolve));

  constructor(private readonly parts: PostsViewParts) {
    const { server, workspaceDiagnostics, memory } = parts;
    this.tree = new PostsTree({
      get: (uri) => this.problems.get(uri),
      isComplete: () => workspaceDiagnostics.isComplete,
    });
    this.tree.setGrouping(memory.get<Grouping>(groupingKey, 'state'));
    this.view = window.createTreeView('galley.posts', {
      treeDataProvider: this.tree,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: postsDragAndDrop,
    });
    this.subscriptions = [
      this.view.onDidChangeVisibility(() => this.updateNow()),
      window.onDidChangeActiveTextEditor(() => this.revealActivePost()),
      this.problems.onDidChange(() => this.onProblemsChanged()),
      workspaceDiagnostics.onDidChangeCompleteness(() => this.onProblemsChanged()),
      server.onDidChangeState(() => this.onPostsChanged()),
      server.onNotification(postsChanged, () => this.onPostsChanged()),
    ];
    this.updateNow();
  }

  /** Groups the posts in another way and remembers it for this workspace. */
  async setGrouping(grouping: Grouping): Promise<void> {
    this.tree.setGrouping(grouping);
    await this.parts.memory.update(groupingKey, grouping);
  }

  /** Shows only posts that have all of these words; '' shows all. */
  setFilter(words: string): void {
    this.filter = words;
    this.tree.setFilter(words);
    this.updateMessage();
    void commands.executeCommand('setContext', 'galley.postsFiltered', words !== '');
  }

  /** Shows the next posts of a long group. */
  showMore(groupId: string): void {
    this.tree.showMore(groupId);
  }

  dispose(): void {
    this.resolveFirstRead();
    const parts = [this.view, this.problems, this.fetchDebouncer, this.redrawDebouncer];
    for (const each of [...parts, ...this.subscriptions]) each.dispose();
  }

  private onPostsChanged(): void {
    this.areListsStale = true;
    this.fetchDebouncer.schedule(fetchDelayMs);
  }

  private onProblemsChanged(): void {
    this.areProblemsStale = true;
    this.redrawDebouncer.scheduleOnce(redrawDelayMs);
  }

  private updateNow(): void {
    this.fetchDebouncer.schedule(0);
    this.redrawDebouncer.scheduleOnce(0);
  }

  /** Draws nothing as long as the view is hidden. */
  private redrawIfStale(): void {
    if (!this.areProblemsStale || !this.view.visible) return;
    this.areProblemsStale = false;
    this.tree.rebuild();
  }

  /** Fetches nothing as long as the view is hidden. */
  private async fetchIfStale(): Promise<void> {
    if (!this.areListsStale || !this.view.visible) return;
    const { server, postLists } = this.parts;
    this.showProgress();
    if (server.state === 'stopped') this.resolveFirstRead();
    if (server.state !== 'running') return;
    this.areListsStale = false;
    try {
      this.lists = await postLists.load();
      this.tree.setLists(this.lists);
      this.updateMessage();
      await this.updateWelcome();
      this.revealActivePost();
    } catch {
      this.areListsStale = true;
    }
  }

  /** Shows that the view waits, until all posts are read for the first time. */
  private showProgress(): void {
    if (this.isShowingProgress) return;
    this.isShowingProgress = true;
    void window.withProgress({ location: { viewId: 'galley.posts' } }, () => this.firstRead);
  }

  /** Says above the rows how many posts the filter shows, and what cannot be read. */
  private updateMessage(): void {
    const { shown, all } = this.tree.counts;
    const filtered = this.filter === '' ? [] : [l10n.t('“{0}”: {1} of {2} posts', this.filter, shown, all)];
    const unreadable = this.lists
      .flatMap((list) => list.unreadable ?? [])
      .map((file) =>
        l10n.t('{0} cannot be read, so the site is not built. Until it is fixed, the last good settings count.', file),
      );
    const message = [...filtered, ...unreadable].join('\n');
    this.view.message = message === '' ? undefined : message;
  }

  /** Lets VS Code show its welcome text where there is nothing to show, and ends the wait where all is read. */
  private async updateWelcome(): Promise<void> {
    if (!this.lists.every(({ isRead }) => isRead)) return;
    this.resolveFirstRead();
    const empty = this.lists.some(({ isSite }) => isSite) ? 'no posts' : 'no site';
    const welcome = this.tree.counts.all > 0 ? undefined : empty;
    await commands.executeCommand('setContext', 'galley.welcome', welcome);
  }

  /** Selects the post of the active editor, unless the writer has selected it already, perhaps in another group. */
  private revealActivePost(): void {
    const uri = window.activeTextEditor?.document.uri;
    const row = uri && this.view.visible ? this.tree.findRow(uri) : undefined;
    const isSelected = this.view.selection.some((each) => each.kind === 'post' && each.post.uri === row?.post.uri);
    if (row && !isSelected) void this.view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
  }
}
