import type { TextDocument } from 'vscode';
import { l10n, Uri, workspace } from 'vscode';
import { findActivePostEditor, isPost } from '../server/postDocuments.ts';

/** The URI that an argument of a command is or has: VS Code passes a file of the Explorer or a row of a view. */
function toUri(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  return typeof argument === 'object' && argument !== null && 'uri' in argument && argument.uri instanceof Uri
    ? argument.uri
    : undefined;
}

/**
 * The post a command is about: the file or row it was called on, else the post in the active editor; throws a sentence
 * for the writer when there is none.
 */
export function getPostUri(argument: unknown): Uri {
  const uri = toUri(argument) ?? findActivePostEditor()?.document.uri;
  if (!uri) throw new Error(l10n.t('Open a post first, or choose one in the Explorer.'));
  return uri;
}

/**
 * All posts a command is about: the selected files or rows it was called on, each once, else the one of `getPostUri`.
 */
export function getPostUris(argument: unknown, selected: unknown): readonly Uri[] {
  const uris = Array.isArray(selected) ? selected.flatMap((each: unknown) => toUri(each) ?? []) : [];
  return uris.length > 0 ? [...new Map(uris.map((uri) => [uri.toString(), uri])).values()] : [getPostUri(argument)];
}

/** The document of the post a command is about, opened where it is not; undefined when there is none. */
export async function openPostDocument(argument: unknown): Promise<TextDocument | undefined> {
  const uri = toUri(argument);
  if (!uri) return findActivePostEditor()?.document;
  const document = await workspace.openTextDocument(uri);
  return isPost(document) ? document : undefined;
}
