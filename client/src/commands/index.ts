import type { Disposable } from 'vscode';
import { commands, window } from 'vscode';
import type { Command, CommandContext } from './command.ts';
import { copyPreviewAsHtml, copyPreviewAsText } from './copyPreview.ts';
import { newPost } from './newPost.ts';
import { openPreview } from './openPreview.ts';
import { printPreview } from './printPreview.ts';
import { restartServer } from './restartServer.ts';
import { showOutput } from './showOutput.ts';
import { togglePreviewLock } from './togglePreviewLock.ts';
import { togglePreviewSiteStyle } from './togglePreviewSiteStyle.ts';

/** Every command of Galley. */
export const allCommands: readonly Command[] = [newPost, openPreview, togglePreviewLock, togglePreviewSiteStyle, copyPreviewAsHtml, copyPreviewAsText, printPreview, restartServer, showOutput];

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
