import { window, WorkspaceEdit } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { createBuiltinMarkdownMiddleware } from './builtinMarkdown/middleware.ts';
import type { OwnMoves } from './editing/ownMoves.ts';
import { updateLinksOnMove } from './editing/updateLinksOnMove.ts';
import { isPost } from './server/postDocuments.ts';

/**
 * Creates what is between VS Code and the server. The server is told about posts only; about every other Markdown
 * document it knows and answers nothing. A rename that it refuses ends with its sentence: VS Code would ask its own
 * Markdown support instead, which knows no reason against it.
 */
export function createMiddleware(ownMoves: OwnMoves): Middleware {
  return {
    ...createBuiltinMarkdownMiddleware(),
    workspace: { willRenameFiles: (event, next) => updateLinksOnMove(event, next, ownMoves) },
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
}
