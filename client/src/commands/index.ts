import type { Disposable } from 'vscode';
import { commands, window } from 'vscode';
import { checkAllPosts } from './checkAllPosts.ts';
import { clearPostsFilter } from './clearPostsFilter.ts';
import { copyAsHtml } from './copyAsHtml.ts';
import { copyAsText } from './copyAsText.ts';
import { copyUrl } from './copyUrl.ts';
import { duplicatePost } from './duplicatePost.ts';
import { filterPosts } from './filterPosts.ts';
import { groupPosts } from './groupPosts.ts';
import { insertComponent } from './insertComponent.ts';
import { insertDate } from './insertDate.ts';
import { insertFootnote } from './insertFootnote.ts';
import { insertImage } from './insertImage.ts';
import { insertLink } from './insertLink.ts';
import { insertReferenceLink } from './insertReferenceLink.ts';
import { insertTableOfContents } from './insertTableOfContents.ts';
import { newDraft } from './newDraft.ts';
import { newPost } from './newPost.ts';
import { openOnSite } from './openOnSite.ts';
import { openPreview } from './openPreview.ts';
import { printPreview } from './printPreview.ts';
import { publish } from './publish.ts';
import { renamePost } from './renamePost.ts';
import { restartServer } from './restartServer.ts';
import { schedule } from './schedule.ts';
import { setDateToNow } from './setDateToNow.ts';
import { showMorePosts } from './showMorePosts.ts';
import { showOutput } from './showOutput.ts';
import { startLocalServer } from './startLocalServer.ts';
import { togglePreviewLock } from './togglePreviewLock.ts';
import { togglePreviewSiteStyle } from './togglePreviewSiteStyle.ts';
import { unpublish } from './unpublish.ts';
import type { Command, CommandContext } from './command.ts';

/** Every command of Galley. */
const allCommands: readonly Command[] = [
  checkAllPosts,
  clearPostsFilter,
  copyAsHtml,
  copyAsText,
  copyUrl,
  duplicatePost,
  filterPosts,
  groupPosts,
  insertComponent,
  insertDate,
  insertFootnote,
  insertImage,
  insertLink,
  insertReferenceLink,
  insertTableOfContents,
  newDraft,
  newPost,
  openOnSite,
  openPreview,
  printPreview,
  publish,
  renamePost,
  restartServer,
  schedule,
  setDateToNow,
  showMorePosts,
  showOutput,
  startLocalServer,
  togglePreviewLock,
  togglePreviewSiteStyle,
  unpublish,
];

/** Registers the commands; what goes wrong in one is logged and shown to the writer. */
export function registerCommands(context: CommandContext): Disposable[] {
  return allCommands.map(({ id, run }) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await run(context, ...args);
      } catch (error) {
        const sentence = error instanceof Error ? error.message : String(error);
        context.server.log.error(`${id}: ${sentence}`);
        void window.showErrorMessage(sentence);
        return undefined;
      }
    }),
  );
}
