import type { Disposable, Memento, TreeView } from 'vscode';
import { commands, l10n, window } from 'vscode';
import type { PostList } from '../../../server/src/protocol/index.ts';
import { postsChanged } from '../../../server/src/protocol/index.ts';
import type { AllPosts } from '../posts/allPosts.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postLists } from '../posts/postLists.ts';
import type { Grouping } from './postGroups.ts';
import type { Row } from './postItems.ts';
import { PostProblems } from './postProblems.ts';
import { postsDrag } from './postsDrag.ts';
import { PostsTree } from './postsTree.ts';
import { Soon } from './soon.ts';

const groupingKey = 'galley.posts.grouping';

/** How long the posts must stay as they are before the list is fetched anew, in milliseconds. */
const patience = 300;
/** How long changed problems wait for further ones before they are shown, in milliseconds. */
const gathering = 300;

/** The view of all posts: fetched while somebody looks, brought up to date as posts and their problems change, following the active editor. */
export class PostsView implements Disposable {
  private readonly problems = new PostProblems();
  private readonly tree: PostsTree;
  private readonly view: TreeView<Row>;
  private readonly following: Disposable[];
  private readonly fetching = new Soon(() => this.update());
  private readonly redrawing = new Soon(() => this.redraw());
  private lists: readonly PostList[] = [];
  private words = '';
  private isStale = true;
  private isOutdated = false;
  private known: () => void = () => {};
  private readonly whenKnown = new Promise<void>((resolve) => (this.known = resolve));
  private isWaiting = false;

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
      dragAndDropController: postsDrag,
    });
    this.following = [
      this.view,
      this.problems,
      this.fetching,
      this.redrawing,
      this.view.onDidChangeVisibility(() => this.look()),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      this.problems.onDidChange(() => this.outdate()),
      allPosts.onDidCheck(() => this.outdate()),
      server.onDidChangeState(() => this.renew()),
      server.hear(postsChanged, () => this.renew()),
    ];
    this.look();
  }

  /** Parts the posts in another way and remembers it for this workspace. */
  async group(grouping: Grouping): Promise<void> {
    this.tree.setGrouping(grouping);
    await this.memory.update(groupingKey, grouping);
  }

  /** Shows only posts that hold all of these words; '' shows all. */
  filter(words: string): void {
    this.words = words;
    this.tree.setFilter(words);
    this.tell();
    void commands.executeCommand('setContext', 'galley.postsFiltered', words !== '');
  }

  /** Shows the next posts of a long group. */
  showMore(groupId: string): void {
    this.tree.showMore(groupId);
  }

  dispose(): void {
    this.known();
    for (const each of this.following) each.dispose();
  }

  /** Says above the rows what is shown of what, and what to know about it. */
  private tell(): void {
    const { shown, all } = this.tree.counts;
    const filtered = this.words === '' ? [] : [l10n.t('“{0}”: {1} of {2} posts', this.words, shown, all)];
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

  private renew(): void {
    this.isStale = true;
    this.fetching.in(patience);
  }

  private outdate(): void {
    this.isOutdated = true;
    this.redrawing.within(gathering);
  }

  private look(): void {
    this.fetching.in(0);
    this.redrawing.within(0);
  }

  /** Nothing is drawn as long as nobody looks. */
  private redraw(): void {
    if (!this.isOutdated || !this.view.visible) return;
    this.isOutdated = false;
    this.tree.renew();
  }

  /** Nothing is asked as long as nobody looks. */
  private async update(): Promise<void> {
    if (!this.isStale || !this.view.visible) return;
    if (!this.isWaiting) void window.withProgress({ location: { viewId: 'galley.posts' } }, () => this.whenKnown);
    this.isWaiting = true;
    if (this.server.state !== 'running') return this.server.state === 'stopped' ? this.known() : undefined;
    this.isStale = false;
    try {
      this.lists = await postLists(this.server);
      this.tree.setLists(this.lists);
      this.tell();
      await this.welcome();
      this.follow();
    } catch {
      this.isStale = true;
    }
  }

  /** Lets VS Code welcome the writer where nothing can be shown, and end the wait where all is known. */
  private async welcome(): Promise<void> {
    if (!this.lists.every(({ isRead }) => isRead)) return;
    this.known();
    const { all } = this.tree.counts;
    await commands.executeCommand(
      'setContext',
      'galley.welcome',
      all > 0 ? undefined : this.lists.some(({ isSite }) => isSite) ? 'no posts' : 'no site',
    );
  }

  /** Selects the post in the editor, unless it is among those that the writer selected, perhaps in another group. */
  private follow(): void {
    const uri = window.activeTextEditor?.document.uri;
    const row = uri && this.view.visible ? this.tree.rowOf(uri) : undefined;
    const isSelected = this.view.selection.some((each) => each.kind === 'post' && each.post.uri === row?.post.uri);
    if (row && !isSelected) void this.view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
  }
}
