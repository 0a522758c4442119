import type { TextDocument } from 'vscode';
import { workspace } from 'vscode';

/** Languages of posts. */
export const postLanguages = ['markdown', 'mdx'] as const;

/**
 * Whether a document can be a post: Markdown in a file that somebody could mend, or one not saved yet.
 * Old versions in Git, output, chat and notebook cells are Markdown too, but nobody publishes them.
 */
export function isPost({ languageId, uri }: TextDocument): boolean {
  const isMarkdown = postLanguages.some((id) => id === languageId);
  return isMarkdown && (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true);
}
