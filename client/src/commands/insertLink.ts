import type { QuickPickItem } from 'vscode';
import { l10n, window } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';
import { getActivePostEditor, insertInto } from '../editing/insertion.ts';
import { isInFolder, toDay } from '../posts/listedPost.ts';
import { getStateDisplay } from '../posts/postState.ts';
import type { Command } from './command.ts';

type PostItem = QuickPickItem & { readonly post: ListedPost };

/**
 * Lets the writer find a post of the site and links to it as this author writes links; the path of a post that is
 * passed is taken without asking.
 */
export const insertLink: Command = {
  id: 'galley.insertLink',
  run: async ({ server, postLists }, path) => {
    const editor = getActivePostEditor();
    const uri = editor.document.uri.toString();
    const lists = (await postLists.load()).filter(({ root }) => isInFolder(root, uri));
    const site = lists.toSorted((a, b) => b.root.length - a.root.length)[0];
    const others = (site?.posts ?? []).filter((post) => post.uri !== uri);
    if (others.length === 0) throw new Error(l10n.t('There is no other post to link to.'));
    const chosen = typeof path === 'string' ? others.find((post) => post.path === path) : await choosePost(others);
    if (chosen) await insertInto(editor, server, { kind: 'posts', uris: [chosen.uri] });
  },
};

async function choosePost(posts: readonly ListedPost[]): Promise<ListedPost | undefined> {
  const items = posts.map((post): PostItem => ({
    label: post.title,
    description: [toDay(post), post.state === 'published' ? '' : getStateDisplay(post.state).label]
      .filter((part) => part !== '')
      .join(' · '),
    detail: post.url ?? post.path,
    post,
  }));
  const options = {
    title: l10n.t('Insert Link'),
    placeHolder: l10n.t('Title, address or day of the post'),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await window.showQuickPick(items, options))?.post;
}
