import { window, WorkspaceEdit } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { updateLinksOnMove } from './editing/links/updateOnMove.ts';
import { withoutDuplicates } from './builtinMarkdown/middleware.ts';
import { isPost } from './server/postDocuments.ts';

/**
 * What stands between VS Code and the server. The server hears of posts only; of every other Markdown document it knows
 * nothing and answers nothing. A rename that it refuses ends with its sentence: VS Code would hand it on to the built-in
 * Markdown extension, which knows no reason against it.
 */
export const middleware: Middleware = {
  ...withoutDuplicates,
  workspace: { willRenameFiles: updateLinksOnMove },
  didOpen: async (document, next) => (isPost(document) ? next(document) : undefined),
  didChange: async (event, next) => (isPost(event.document) ? next(event) : undefined),
  didClose: async (document, next) => (isPost(document) ? next(document) : undefined),
  provideRenameEdits: async (document, position, newName, token, next) => {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (!token.isCancellationRequested)
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return new WorkspaceEdit();
    }
  },
};
