import { strict as assert } from 'node:assert';
import type { Hover, Uri } from 'vscode';
import { ConfigurationTarget, window, workspace, WorkspaceEdit } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, askProviders, openDraft, findPosition } from './posts.js';
import { toFileUri, until, writeFile } from './support.js';

/** Answers every question of the extension, which VS Code refuses to show in tests; returns the questions. */
function stubAnswer(answer: string): { readonly asked: string[]; restore(): void } {
  const asked: string[] = [];
  const original = window.showInformationMessage;
  const recordQuestion = (...question: readonly unknown[]): Promise<string> => {
    asked.push(JSON.stringify(question));
    return Promise.resolve(answer);
  };
  Object.assign(window, { showInformationMessage: recordQuestion });
  return { asked, restore: () => void Object.assign(window, { showInformationMessage: original }) };
}

/** Asserts that a post has words in it, for `until`. */
function checkContains({ document }: OpenPost, words: string): true {
  assert.ok(document.getText().includes(words), document.getText());
  return true;
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

describe('Moving files in VS Code', () => {
  const links = workspace.getConfiguration('galley.links');
  const from = '_posts/2020-01-01-old-name.md';
  const to = '_posts/2020-01-01-new-name.md';
  let post: OpenPost;
  /** A draft of its own for each test: VS Code may still save what the former test changed. */
  let drafts = 0;

  const rename = async (): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.renameFile(toFileUri(from), toFileUri(to));
    assert.ok(await workspace.applyEdit(edit));
  };

  beforeEach(async () => {
    await writeFile(from, '---\ntitle: Old\n---\n\nOld.\n');
    post = await openDraft(
      `mover-${++drafts}.md`,
      '---\ntitle: Mover\n---\n\n[a](/2020/01/old-name/#x) and [b]({% post_url 2020-01-01-old-name %})\n',
    );
    await askProviders<Hover[]>(
      'the post is known',
      'vscode.executeHoverProvider',
      [post.uri, findPosition(post.document, '/2020/01').translate(0, 3)],
      (found) =>
        found.some(({ contents }) =>
          contents.some((content) => (typeof content === 'string' ? content : content.value).includes('[Old]')),
        ),
    );
  });
  afterEach(async () => {
    await links.update('updateOnMove', undefined, ConfigurationTarget.Global);
    await closeEverything(post.uri);
    for (const path of [from, to]) await workspace.fs.delete(toFileUri(path)).then(undefined, () => undefined);
  });

  const changed = '[a](/2020/01/new-name/#x) and [b]({% post_url 2020-01-01-new-name %})';

  it('moving a file updates links without asking where the writer chose that', async () => {
    await links.update('updateOnMove', 'always', ConfigurationTarget.Global);
    await rename();
    await until('the links lead to the new name', () => checkContains(post, changed));
    assert.match(await readText(toFileUri(to)), /Old\./);
  });

  it('moving a file leaves paths to VS Code where its own Markdown support updates them', async () => {
    const markdown = workspace.getConfiguration('markdown.updateLinksOnFileMove');
    await links.update('updateOnMove', 'always', ConfigurationTarget.Global);
    await markdown.update('enabled', 'always', ConfigurationTarget.Global);
    try {
      await post.editor.edit((edit) =>
        edit.insert(findPosition(post.document, '[a]'), '[c](../_posts/2020-01-01-old-name.md) '),
      );
      await post.document.save();
      await rename();
      await until('each link leads to the new name', () =>
        checkContains(post, `[c](../_posts/2020-01-01-new-name.md) ${changed}`),
      );
    } finally {
      await markdown.update('enabled', undefined, ConfigurationTarget.Global);
    }
  });

  it('moving a file leaves links alone where the writer chose that', async () => {
    await links.update('updateOnMove', 'never', ConfigurationTarget.Global);
    await rename();
    assert.match(post.document.getText(), /old-name[^]*old-name/);
  });

  it('moving a file asks, and updates what the writer agreed to', async () => {
    const { asked, restore } = stubAnswer('Update');
    try {
      await rename();
      await until('the links lead to the new name', () => checkContains(post, changed));
    } finally {
      restore();
    }
    assert.match(asked.join(), /Update what leads to .*2020-01-01-new-name\.md.*2 places in one post/);
  });
});
