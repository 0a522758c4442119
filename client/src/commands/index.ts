import type { Disposable } from 'vscode';
import { commands, window } from 'vscode';
import { checkAllPosts } from './checkAllPosts.ts';
import { copyPreviewAsHtml, copyPreviewAsText } from './copyPreview.ts';
import { copyUrl } from './copyUrl.ts';
import { duplicatePost } from './duplicatePost.ts';
import { clearPostsFilter, filterPosts } from './filterPosts.ts';
import { groupPosts } from './groupPosts.ts';
import { insertComponent } from './insertComponent.ts';
import { insertTableOfContents } from './insertTableOfContents.ts';
import { insertDate } from './insertDate.ts';
import { insertFootnote } from './insertFootnote.ts';
import { insertImage } from './insertImage.ts';
import { insertLink } from './insertLink.ts';
import { insertReferenceLink } from './insertReferenceLink.ts';
import { newDraft, newPost } from './newPost.ts';
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
import { togglePreviewLock } from './togglePreviewLock.ts';
import { togglePreviewSiteStyle } from './togglePreviewSiteStyle.ts';
import { startLocalServer } from './startLocalServer.ts';
import { unpublish } from './unpublish.ts';
import type { Command, CommandContext } from './command.ts';

/** Every command of Galley. */
const allCommands: readonly Command[] = [
  newPost,
  newDraft,
  publish,
  unpublish,
  schedule,
  setDateToNow,
  renamePost,
  duplicatePost,
  insertLink,
  insertReferenceLink,
  insertImage,
  insertFootnote,
  insertComponent,
  insertTableOfContents,
  insertDate,
  groupPosts,
  filterPosts,
  clearPostsFilter,
  showMorePosts,
  checkAllPosts,
  copyUrl,
  openOnSite,
  startLocalServer,
  openPreview,
  togglePreviewLock,
  togglePreviewSiteStyle,
  copyPreviewAsHtml,
  copyPreviewAsText,
  printPreview,
  restartServer,
  showOutput,
];

/** Makes the commands callable; what goes wrong in one is told to the writer and to whoever called it. */
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
