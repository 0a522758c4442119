import type { TextDocument, TextEditor } from 'vscode';
import { window, workspace } from 'vscode';

/** The language ids of posts. */
const postLanguages = ['markdown', 'mdx'] as const;

/** Selects documents in the languages of posts, wherever they are. */
export const postSelector = postLanguages.map((language) => ({ language }));

/**
 * Whether a document can be a post: Markdown in a file that can be edited, or in one that is not saved yet. Versions in
 * Git, output, chat and notebook cells are Markdown too, but nobody publishes them.
 */
export function isPost({ languageId, uri }: TextDocument): boolean {
  const isMarkdown = postLanguages.some((id) => id === languageId);
  return isMarkdown && (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true);
}

/** The active editor where it shows a post. */
export function findActivePostEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isPost(editor.document) ? editor : undefined;
}
