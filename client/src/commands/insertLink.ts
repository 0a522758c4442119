import type { QuickPickItem } from 'vscode';
import { l10n, window } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';
import { insertInto, postEditor } from '../editing/insertion.ts';
import { fetchPostLists } from '../posts/postLists.ts';
import { isInFolder, toDay } from '../posts/listedPost.ts';
import type { Command } from './command.ts';

type Item = QuickPickItem & { readonly post: ListedPost };

/** Lets the writer find a post of the site by its title and links to it, as this author writes links; `target`, a post's path, goes unasked. */
export const insertLink: Command = {
  id: 'galley.insertLink',
  run: async ({ server }, target) => {
    const editor = postEditor();
    const uri = editor.document.uri.toString();
    const lists = await fetchPostLists(server);
    const own = lists.filter(({ root }) => isInFolder(root, uri)).sort((a, b) => b.root.length - a.root.length)[0];
    const others = (own?.posts ?? []).filter((post) => post.uri !== uri);
    if (others.length === 0) throw new Error(l10n.t('There is no other post to link to.'));
    const wanted = typeof target === 'string' ? others.find(({ path }) => path === target) : await choose(others);
    if (wanted) await insertInto(editor, server, { kind: 'posts', uris: [wanted.uri] });
  },
};

async function choose(others: readonly ListedPost[]): Promise<ListedPost | undefined> {
  const items = others.map((post): Item => ({
    label: post.title,
    description: [toDay(post), post.state === 'published' ? '' : post.state].filter((part) => part !== '').join(' · '),
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
