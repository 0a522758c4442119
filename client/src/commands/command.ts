import type { Uri } from 'vscode';
import type { PostChanger } from '../posts/change/index.ts';
import type { PostCreator } from '../posts/create/index.ts';
import type { PostLists } from '../posts/postLists.ts';
import type { WorkspaceDiagnostics } from '../posts/workspaceDiagnostics.ts';
import type { PreviewManager } from '../preview/manager.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import type { LocalPage } from '../views/localPage.ts';
import type { PostsView } from '../views/postsView.ts';

/** What commands work with; `activate` makes one of each. */
export interface CommandContext {
  readonly server: LanguageServer;
  readonly postLists: PostLists;
  readonly postChanger: PostChanger;
  readonly postCreator: PostCreator;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly postsView: PostsView;
  readonly localPage: LocalPage;
  readonly previews: PreviewManager;
  /** The folder in which Galley may keep files of its own. */
  readonly storage: Uri;
}

/**
 * A command of the manifest. What `run` throws is shown to the writer, so it is one sentence that says what happened
 * and what to do.
 */
export interface Command {
  readonly id: `galley.${string}`;
  run(context: CommandContext, ...args: readonly unknown[]): Promise<unknown>;
}
