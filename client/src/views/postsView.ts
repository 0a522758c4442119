import type { Disposable, Memento, TreeView } from 'vscode';
import { commands, l10n, window } from 'vscode';
import type { PostList } from '../../../server/src/protocol/index.ts';
import { postsChanged } from '../../../server/src/protocol/index.ts';
import type { AllPosts } from '../posts/allPosts.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { fetchPostLists } from '../posts/postLists.ts';
import type { Grouping } from './postGroups.ts';
import type { Row } from './postItems.ts';
import { PostProblems } from './postProblems.ts';
import { postsDragAndDrop } from './postsDrag.ts';
import { PostsTree } from './postsTree.ts';
import { Debouncer } from './debouncer.ts';

const groupingKey = 'galley.posts.grouping';

/** How long the posts must stay as they are before the list is fetched anew, in milliseconds. */
const fetchDelayMs = 300;
/** How long changed problems wait for further ones before they are shown, in milliseconds. */
const redrawDelayMs = 300;

/** The view of all posts: fetched while somebody looks, brought up to date as posts and their problems change, following the active editor. */
export class PostsView implements Disposable {
  private readonly problems = new PostProblems();
  private readonly tree: PostsTree;
  private readonly view: TreeView<Row>;
  private readonly subscriptions: Disposable[];
  private readonly fetchDebouncer = new Debouncer(() => this.fetchIfStale());
  private readonly redrawDebouncer = new Debouncer(() => this.redrawIfStale());
  private lists: readonly PostList[] = [];
  private filterText = '';
  private areListsStale = true;
  private areProblemsStale = false;
  private resolveFirstFetch: () => void = () => {};
  private readonly firstFetch = new Promise<void>((resolve) => (this.resolveFirstFetch = resolve));
  private isShowingProgress = false;

  constructor(
    private readonly server: LanguageServer,
    private readonly memory: Memento,
    allPosts: AllPosts,
  ) {
    this.tree = new PostsTree({ of: (uri) => this.problems.of(uri), isComplete: () => allPosts.areChecked });
    this.tree.setGrouping(memory.get<Grouping>(groupingKey, 'state'));
    this.view = window.createTreeView('galley.posts', {
      treeDataProvider: this.tree,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: postsDragAndDrop,
    });
    this.subscriptions = [
      this.view,
      this.problems,
      this.fetchDebouncer,
      this.redrawDebouncer,
      this.view.onDidChangeVisibility(() => this.updateAll()),
      window.onDidChangeActiveTextEditor(() => this.revealActivePost()),
      this.problems.onDidChange(() => this.onProblemsChanged()),
      allPosts.onDidCheck(() => this.onProblemsChanged()),
      server.onDidChangeState(() => this.onPostsChanged()),
      server.onNotification(postsChanged, () => this.onPostsChanged()),
    ];
    this.updateAll();
  }

  /** Parts the posts in another way and remembers it for this workspace. */
  async setGrouping(grouping: Grouping): Promise<void> {
    this.tree.setGrouping(grouping);
    await this.memory.update(groupingKey, grouping);
  }

  /** Shows only posts that hold all of these words; '' shows all. */
  setFilter(words: string): void {
    this.filterText = words;
    this.tree.setFilter(words);
    this.updateMessage();
    void commands.executeCommand('setContext', 'galley.postsFiltered', words !== '');
  }

  /** Shows the next posts of a long group. */
  showMore(groupId: string): void {
    this.tree.showMore(groupId);
  }

  dispose(): void {
    this.resolveFirstFetch();
    for (const each of this.subscriptions) each.dispose();
  }

  /** Says above the rows what is shown of what, and what to know about it. */
  private updateMessage(): void {
    const { shown, all } = this.tree.counts;
    const filtered = this.filterText === '' ? [] : [l10n.t('“{0}”: {1} of {2} posts', this.filterText, shown, all)];
    const broken = this.lists
      .flatMap(({ unreadable }) => unreadable ?? [])
      .map((file) =>
        l10n.t(
          '{0} cannot be read, so the site is not built. Its posts are shown as its settings were before, or by default.',
          file,
        ),
      );
    const message = [...filtered, ...broken].join('\n');
    this.view.message = message === '' ? undefined : message;
  }

  private onPostsChanged(): void {
    this.areListsStale = true;
    this.fetchDebouncer.schedule(fetchDelayMs);
  }

  private onProblemsChanged(): void {
    this.areProblemsStale = true;
    this.redrawDebouncer.scheduleOnce(redrawDelayMs);
  }

  private updateAll(): void {
    this.fetchDebouncer.schedule(0);
    this.redrawDebouncer.scheduleOnce(0);
  }

  /** Nothing is drawn as long as nobody looks. */
  private redrawIfStale(): void {
    if (!this.areProblemsStale || !this.view.visible) return;
    this.areProblemsStale = false;
    this.tree.rebuild();
  }

  /** Nothing is asked as long as nobody looks. */
  private async fetchIfStale(): Promise<void> {
    if (!this.areListsStale || !this.view.visible) return;
    if (!this.isShowingProgress)
      void window.withProgress({ location: { viewId: 'galley.posts' } }, () => this.firstFetch);
    this.isShowingProgress = true;
    if (this.server.state !== 'running') return this.server.state === 'stopped' ? this.resolveFirstFetch() : undefined;
    this.areListsStale = false;
    try {
      this.lists = await fetchPostLists(this.server);
      this.tree.setLists(this.lists);
      this.updateMessage();
      await this.updateWelcome();
      this.revealActivePost();
    } catch {
      this.areListsStale = true;
    }
  }

  /** Lets VS Code welcome the writer where nothing can be shown, and end the wait where all is known. */
  private async updateWelcome(): Promise<void> {
    if (!this.lists.every(({ isRead }) => isRead)) return;
    this.resolveFirstFetch();
    const { all } = this.tree.counts;
    await commands.executeCommand(
      'setContext',
      'galley.welcome',
      all > 0 ? undefined : this.lists.some(({ isSite }) => isSite) ? 'no posts' : 'no site',
    );
  }

  /** Selects the post in the editor, unless it is among those that the writer selected, perhaps in another group. */
  private revealActivePost(): void {
    const uri = window.activeTextEditor?.document.uri;
    const row = uri && this.view.visible ? this.tree.findRow(uri) : undefined;
    const isSelected = this.view.selection.some((each) => each.kind === 'post' && each.post.uri === row?.post.uri);
    if (row && !isSelected) void this.view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
  }
}
