import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator } from 'playwright-core';
import { commands, ConfigurationTarget, Selection, workspace } from 'vscode';
import type { Position, Uri } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, openDraft, findPosition, select, selectText } from './posts.js';
import { untilDiagnostics, toFileUri, takeScreenshot, until, getWindow } from './support.js';
import {
  copyInExplorer,
  drag,
  dragFromExplorer,
  dropImages,
  pasteImage,
  pasteText,
  pressPaste,
} from './transferring.js';

const head = '---\ntitle: T\n---\n\n';

const toAssetUri = (name: string): Uri => toFileUri(`assets/${name}`);

const isThere = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** Waits until none of the images of these names is there. */
async function areGone(...names: readonly string[]): Promise<void> {
  await until(`${names.join(', ')} are gone`, async () =>
    (await Promise.all(names.map((name) => isThere(toAssetUri(name))))).every((found) => !found),
  );
}

/** An address of a host that nobody has: Galley asks none of this computer. */
const toPageUrl = (path: string): string => `http://harbour.example${path}`;

/** Waits until VS Code asks for a name and proposes one. */
async function untilProposed(name: string | RegExp, milliseconds?: number): Promise<Locator> {
  const box = (await getWindow()).locator('.quick-input-widget input[type=text]');
  await until(
    `the name ${String(name)} is proposed`,
    async () => (await box.isVisible()) && new RegExp(name).test(await box.inputValue()),
    milliseconds,
  );
  return box;
}

/** Drops images until VS Code asks for a name and proposes one: it forgets a drop while the one before is not over. */
function dropUntilProposed(names: readonly string[], place: string, name: string): Promise<Locator> {
  return until(`a drop proposes ${name}`, async () => {
    await dropImages(names, place);
    return untilProposed(name, 10_000);
  });
}

/** Waits until the body of a post is as given, or the whole text fits. */
function untilTextIs({ document }: OpenPost, body: string | RegExp): Promise<unknown> {
  const isDone = (): boolean =>
    typeof body === 'string' ? document.getText() === head + body : body.test(document.getText());
  return until(`the post is ${String(body)}`, isDone).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(document.getText().slice(head.length))}`);
  });
}

/** Where VS Code makes links of addresses that are pasted. */
function setPasteLinks(wish: string | undefined): Thenable<void> {
  return workspace
    .getConfiguration('markdown')
    .update('editor.pasteUrlAsFormattedLink.enabled', wish, ConfigurationTarget.Global);
}

/** Whether Galley may ask pages for their titles. */
function allowPageTitles(value: boolean | undefined): Thenable<void> {
  return workspace.getConfiguration('galley').update('paste.pageTitles', value, ConfigurationTarget.Global);
}

/** Whether the Explorer selects the file of the editor. */
function setAutoReveal(value: boolean | undefined): Thenable<void> {
  return workspace.getConfiguration('explorer').update('autoReveal', value, ConfigurationTarget.Global);
}

/** Drags until something is dropped: while VS Code draws a tree again, nothing is. */
async function untilDropped({ document }: OpenPost, dragging: () => Promise<void>): Promise<void> {
  const before = document.getText();
  await until('something is dropped', async () => {
    await dragging();
    return until('the post has changed', () => document.getText() !== before, 3000).then(
      () => true,
      () => false,
    );
  });
}

async function takeOptionalScreenshot(name: string): Promise<void> {
  if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot(name);
}

describe('Galley: pasting and dropping', () => {
  let created: Uri | undefined;
  let drafts = 0;
  before('the Explorer selects what a test selects', () => setAutoReveal(false));
  after(() => setAutoReveal(undefined));
  afterEach(async () => {
    await closeEverything(...(created ? [created] : []));
    created = undefined;
  });
  const createDraft = async (body: string, name = `transfer-${++drafts}.md`): Promise<OpenPost> => {
    const post = await openDraft(name, head + body);
    created = post.uri;
    return post;
  };

  describe('of an address over words', () => {
    it('an address pasted over words becomes a reference where the post has references, undone at once', async () => {
      const post = await createDraft('See [a][1] and words.\n\n[1]: https://example.com\n');
      await selectText(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await untilTextIs(
        post,
        'See [a][1] and [words][2].\n\n[1]: https://example.com\n[2]: https://example.org/there\n',
      );
      await commands.executeCommand('undo');
      await untilTextIs(post, 'See [a][1] and words.\n\n[1]: https://example.com\n');
    });

    it('an address pasted over words becomes VS Code’s own inline link where the post has inline links', async () => {
      const post = await createDraft('See [a](https://example.com) and words.\n');
      await selectText(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await untilTextIs(post, 'See [a](https://example.com) and [words](https://example.org/there).\n');
      await (await getWindow()).locator('.post-edit-widget').waitFor();
      await takeOptionalScreenshot('paste-address-widget');
    });

    const wishes: readonly [wish: string, inSentence: string][] = [
      ['always', '[words](https://example.org/there)'],
      ['smart', '[words](https://example.org/there)'],
      ['never', 'https://example.org/there'],
    ];
    for (const [wish, inSentence] of wishes) {
      it(`an address pasted over words is what VS Code writes with "${wish}", and a reference where the post has references`, async () => {
        await setPasteLinks(wish);
        const inline = await createDraft('See [a](https://example.com) and words.\n');
        await selectText(inline, 'words', 'text');
        await pasteText('https://example.org/there');
        await untilTextIs(inline, `See [a](https://example.com) and ${inSentence}.\n`);
        await closeEverything(inline.uri);
        const post = await createDraft('See [a][1] and words.\n\n[1]: https://example.com\n');
        await selectText(post, 'words', 'text');
        await pasteText('https://example.org/there');
        await untilTextIs(
          post,
          'See [a][1] and [words][2].\n\n[1]: https://example.com\n[2]: https://example.org/there\n',
        );
      });
    }
    afterEach(() => setPasteLinks(undefined));

    it('an address pasted over several selections is left to VS Code', async () => {
      const post = await createDraft('See [a][1], one and two.\n\n[1]: https://example.com\n');
      const [one, two] = ['one', 'two'].map((word) => findPosition(post.document, word)) as [Position, Position];
      await select(post.editor, ...[one, two].map((start) => new Selection(start, start.translate(0, 3))));
      await pasteText('https://example.org/there');
      await untilTextIs(
        post,
        'See [a][1], [one](https://example.org/there) and [two](https://example.org/there).\n\n[1]: https://example.com\n',
      );
    });

    it('pasting an address offers each form once', async () => {
      const post = await createDraft('See [a][1] and words.\n\n[1]: https://example.com\n');
      await selectText(post, 'words', 'text');
      await pasteText('https://example.org/there');
      const page = await getWindow();
      await page.locator('.post-edit-widget').click();
      const rows = page.locator('.action-widget .monaco-list-row');
      await rows.first().waitFor();
      await takeOptionalScreenshot('paste-address-ways');
      const titles = await rows.allInnerTexts();
      assert.deepEqual(titles.filter((title) => /reference/i.test(title)).length, 1, titles.join(', '));
      assert.deepEqual(titles.length, new Set(titles).size);
      await page.keyboard.press('Escape');
    });

    it('an address pasted in code is left to VS Code', async () => {
      const post = await createDraft('See [a][1] and `words`.\n\n[1]: https://example.com\n');
      await selectText(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await untilTextIs(post, 'See [a][1] and `https://example.org/there`.\n\n[1]: https://example.com\n');
    });
  });

  describe('of an address alone', () => {
    let server: Server;
    let requests: { url: string | undefined; method: string | undefined; headers: object }[] = [];
    before(async () => {
      server = createServer((request, response) => {
        requests.push({ url: request.url, method: request.method, headers: request.headers });
        if (request.url === '/moved') response.writeHead(302, { location: '/seals' }).end();
        else if (request.url === '/image')
          response.writeHead(200, { 'content-type': 'image/png' }).end('<title>no</title>');
        else if (request.url === '/latin')
          response
            .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
            .end(Buffer.from('<title>Caf\u00e9</title>', 'latin1'));
        else if (request.url === '/endless')
          response.writeHead(200, { 'content-type': 'text/html' }).write('<head><title>Endless</title></head>');
        else if (request.url === '/gone')
          response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not found</title>');
        else
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<!doctype html><head><title>Grey seals | [The] *Log*\n &amp; {{ more }}</title></head>');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });
    const { fetch } = globalThis;
    before(() => {
      const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      globalThis.fetch = (input, init) => fetch(String(input).replace(/^http:\/\/harbour\.example(?=\/)/, here), init);
    });
    after(() => (globalThis.fetch = fetch));
    afterEach(async () => {
      await allowPageTitles(undefined);
      requests = [];
    });

    it('a pasted address requests no page unless the writer allows it', async () => {
      const post = await createDraft('See .\n');
      await selectText(post, 'See ', 'behind');
      await pasteText(toPageUrl('/seals'));
      await untilTextIs(post, `See ${toPageUrl('/seals')}.\n`);
      assert.deepEqual(requests, []);
    });

    it('a pasted address becomes a link with the title of its page, by one request without cookies', async () => {
      await allowPageTitles(true);
      const post = await createDraft('See .\n');
      await selectText(post, 'See ', 'behind');
      await pasteText(toPageUrl('/seals'));
      await untilTextIs(
        post,
        `See [Grey seals \\| \\[The\\] \\*Log\\* & &#123;&#123; more }}](${toPageUrl('/seals')}).\n`,
      );
      assert.deepEqual(
        requests.map(({ method, url }) => [method, url]),
        [['GET', '/seals']],
      );
      assert.deepEqual(
        Object.keys(requests[0]!.headers).filter((name) => name === 'cookie' || name === 'referer'),
        [],
      );
      await commands.executeCommand('undo');
      await untilTextIs(post, 'See .\n');
    });

    it('a pasted address becomes a link with its title before VS Code’s own, after a redirect and from a page that does not end', async () => {
      await allowPageTitles(true);
      await setPasteLinks('always');
      const post = await createDraft('See one, two.\n');
      await selectText(post, 'one', 'text');
      await post.editor.edit((edit) => edit.delete(post.editor.selection));
      await pasteText(toPageUrl('/endless'));
      await untilTextIs(post, `See [Endless](${toPageUrl('/endless')}), two.\n`);
      await selectText(post, ', ', 'behind');
      await pasteText(toPageUrl('/moved'));
      await untilTextIs(post, new RegExp(`, \\[Grey seals.*\\]\\(${toPageUrl('/moved')}\\)two\\.\\n$`));
      assert.deepEqual(
        requests.map(({ url }) => url),
        ['/endless', '/moved', '/seals'],
      );
      await setPasteLinks(undefined);
    });

    it('a pasted address becomes a reference with its title where the post has references', async () => {
      await allowPageTitles(true);
      const post = await createDraft('See [a][1] and .\n\n[1]: https://example.com\n');
      await selectText(post, 'and ', 'behind');
      await pasteText(toPageUrl('/latin'));
      await untilTextIs(post, `See [a][1] and [Café][2].\n\n[1]: https://example.com\n[2]: ${toPageUrl('/latin')}\n`);
    });

    it('a pasted address stays as it is where there is no page or no title', async () => {
      await allowPageTitles(true);
      for (const path of ['/gone', '/image']) {
        const post = await createDraft('See .\n');
        await selectText(post, 'See ', 'behind');
        await pasteText(toPageUrl(path));
        await untilTextIs(post, `See ${toPageUrl(path)}.\n`);
        await closeEverything(post.uri);
        created = undefined;
      }
      assert.equal(requests.length, 2);
    });

    it('an address pasted in code, in front matter or inside of a link requests no page', async () => {
      await allowPageTitles(true);
      const post = await createDraft('See `x ` and [words]() and <a href="">.\n');
      for (const [before, after] of [
        ['`x ', '`'],
        ['[words](', ')'],
        ['href="', '"'],
        ['title: ', 'T'],
      ] as const) {
        const text = post.document.getText();
        await selectText(post, before, 'behind');
        await pasteText(toPageUrl('/seals'));
        await until(
          'the address stands there',
          () => post.document.getText() === text.replace(before + after, `${before}${toPageUrl('/seals')}${after}`),
        );
      }
      assert.deepEqual(requests, []);
    });
  });

  describe('of an image', () => {
    it('a pasted image asks for a name, is written in the author’s form, and one undo removes text and file', async () => {
      const post = await createDraft('Here\n', 'grey-seal.md');
      await selectText(post, 'Here', 'text');
      await pasteImage();
      await untilProposed('grey-seal.png');
      await takeOptionalScreenshot('paste-image-name');
      await (await getWindow()).keyboard.type('seal pup');
      await until('it says where the file goes', async () =>
        (await (await getWindow()).locator('.quick-input-message').textContent())?.includes('assets/seal-pup.png'),
      );
      await takeOptionalScreenshot('paste-image-name-typed');
      await (await getWindow()).keyboard.press('Enter');
      await untilTextIs(post, /!\[Here\]\(.*seal-pup\.png.*\)/);
      await until('the file is there', () => isThere(toAssetUri('seal-pup.png')));
      await (await getWindow()).locator('.post-edit-widget').waitFor();
      await takeOptionalScreenshot('paste-image-done');
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await commands.executeCommand('undo');
      await untilTextIs(post, 'Here\n');
      await areGone('seal-pup.png');
    });

    it('a pasted image refuses a name that is taken', async () => {
      const post = await createDraft('Here\n');
      await selectText(post, 'Here', 'text');
      await pasteImage();
      const box = await untilProposed(/transfer-\d+\.png/);
      await box.fill('midsummer.png');
      await until('it is refused', async () =>
        (await (await getWindow()).locator('.quick-input-message').textContent())?.includes('exists already'),
      );
      await takeOptionalScreenshot('paste-image-taken');
      await (await getWindow()).keyboard.press('Escape');
    });

    it('a pasted image is discarded when the writer leaves the question', async () => {
      const post = await createDraft('Here\n');
      await selectText(post, 'Here', 'text');
      await pasteImage();
      const box = await untilProposed(/transfer-\d+\.png/);
      await (await getWindow()).keyboard.press('Escape');
      await until('the question is gone', async () => !(await box.isVisible()));
      assert.equal(post.document.getText(), `${head}Here\n`);
      assert.equal(await isThere(toAssetUri(`transfer-${drafts}.png`)), false);
    });

    it('an image from the desktop keeps its name, and each of several has its own line', async () => {
      const post = await createDraft('Here\n');
      await dropImages(['Puffin.png', 'Gannet Rock.png'], 'Here');
      await untilTextIs(post, /Here!\[.*\]\(.*puffin\.png.*\)\n!\[.*\]\(.*gannet-rock\.png.*\)\n$/);
      await until(
        'both are there',
        async () => (await isThere(toAssetUri('puffin.png'))) && (await isThere(toAssetUri('gannet-rock.png'))),
      );
      await untilDiagnostics(post.uri, (found) => found.length === 0);
      await takeOptionalScreenshot('drop-images');
      await commands.executeCommand('undo');
      await untilTextIs(post, 'Here\n');
      await areGone('puffin.png', 'gannet-rock.png');
    });

    it('an image from the desktop without a name asks for one, and does nothing when the writer leaves', async () => {
      const post = await createDraft('Here\n');
      const box = await dropUntilProposed(['image.png'], 'Here', `transfer-${drafts}.png`);
      await takeOptionalScreenshot('drop-image-name');
      await (await getWindow()).keyboard.press('Escape');
      await until('the question is gone', async () => !(await box.isVisible()));
      await dropUntilProposed(['image.png'], 'Here', `transfer-${drafts}.png`);
      await (await getWindow()).keyboard.press('Enter');
      await untilTextIs(post, new RegExp(`Here!\\[alt text\\]\\(.*transfer-${drafts}\\.png.*\\)\\n$`));
      await commands.executeCommand('undo');
      await areGone(`transfer-${drafts}.png`);
    });

    it('a dropped image of the site is linked where it is', async () => {
      const post = await createDraft('Here\n');
      await untilDropped(post, () => dragFromExplorer(['assets/midsummer.png'], 'Here'));
      await untilTextIs(post, /Here!\[midsummer\]\(.*\/assets\/midsummer\.png.*\)\n$/);
      assert.doesNotMatch(post.document.getText(), /\.\.\//);
    });

    it('a dropped image has its size where the images of the post have theirs', async () => {
      const shown =
        '![a](/assets/midsummer.png){: width="3" height="2"}\n![b](/assets/midsummer.png){: width="4" height="2"}\n';
      const post = await createDraft(`${shown}Here\n`);
      await dropImages(['puffin.png'], 'Here');
      await untilTextIs(post, `${shown}Here![puffin](/assets/puffin.png){: width="1" height="1"}\n`);
      await until('the file is there', () => isThere(toAssetUri('puffin.png')));
      await commands.executeCommand('undo');
      await areGone('puffin.png');
      await untilTextIs(post, `${shown}Here\n`);
      await commands.executeCommand('galley.insertImage', 'assets/midsummer.png');
      assert.match(
        post.document.getText(),
        /!\[midsummer\]\(\/assets\/midsummer\.png\)\{: width="\d{2,}" height="\d{2,}"\}/,
      );
    });
  });

  describe('of posts', () => {
    const posts = ['2024-02-09-counting-gannets', '2024-08-30-reading-the-weather'];

    it('a dropped post becomes a link in the author’s form', async () => {
      const post = await createDraft('See \n');
      await untilDropped(post, () => dragFromExplorer([`_posts/${posts[0]}.md`], 'See'));
      await untilTextIs(post, /See ?\[.+\]\((?:\{% post_url 2024-02-09-counting-gannets %\}|\/\S*gannets\S*)\) ?\n$/);
      await takeOptionalScreenshot('drop-post');
      await commands.executeCommand('undo');
      await untilTextIs(post, 'See \n');
    });

    it('a post copied in the Explorer is pasted as a link', async () => {
      const post = await createDraft('See \n');
      await copyInExplorer(`_posts/${posts[0]}.md`);
      await selectText(post, 'See ', 'behind');
      await pressPaste();
      await untilTextIs(post, /See \[Counting gannets\]\(\{% post_url 2024-02-09-counting-gannets %\}\)\n$/);
    });

    it('a post dragged from the Posts view becomes a link', async () => {
      const post = await createDraft('See \n');
      await commands.executeCommand('galley.posts.focus');
      await commands.executeCommand('galley.filterPosts', 'gannets');
      const row = (await getWindow())
        .locator('.tree-explorer-viewlet-tree-view .monaco-list-row')
        .filter({ hasText: 'Counting gannets' })
        .first();
      await untilDropped(post, async () => {
        if (await row.isVisible()) await drag(row, 'See');
      });
      await untilTextIs(post, /See ?\[Counting gannets\]\(\{% post_url 2024-02-09-counting-gannets %\}\) ?\n$/);
      await commands.executeCommand('galley.filterPosts', '');
      await commands.executeCommand('workbench.view.explorer');
    });

    it('several dropped posts become a list of links', async () => {
      const post = await createDraft('List:\n');
      await untilDropped(post, () =>
        dragFromExplorer(
          posts.map((name) => `_posts/${name}.md`),
          'List:',
        ),
      );
      await untilTextIs(post, /List:\n\n- \[.+\]\(.*gannets.*\)\n- \[.+\]\(.*weather.*\)\n$/);
    });
  });
});
