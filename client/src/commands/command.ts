import type { Uri } from 'vscode';
import type { AllPosts } from '../posts/allPosts.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import type { PreviewManager } from '../preview/manager.ts';
import type { LocalPage } from '../views/localPage.ts';
import type { PostsView } from '../views/postsView.ts';

/** What a command works with. */
export interface CommandContext {
  readonly server: LanguageServer;
  readonly previews: PreviewManager;
  readonly posts: PostsView;
  readonly allPosts: AllPosts;
  readonly localPage: LocalPage;
  /** Where Galley may keep files of its own. */
  readonly storage: Uri;
}

/** One command of the manifest. What `run` throws is shown to the writer, so it is one sentence that says what to do. */
export interface Command {
  readonly id: `galley.${string}`;
  run(context: CommandContext, ...args: readonly unknown[]): Promise<unknown>;
}
