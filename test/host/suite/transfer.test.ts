import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, ConfigurationTarget, Selection, workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, openDraft, positionOf } from './posts.js';
import { fileUri, screenshot, until, window } from './support.js';
import { dragFromExplorer, dropPictures, pastePicture, pasteText } from './transferring.js';

const head = '---\ntitle: T\n---\n\n';

/** Selects a text of a post, or puts the caret behind it. */
function select({ document, editor }: OpenPost, text: string, what: 'text' | 'behind'): void {
  const start = positionOf(document, text);
  const end = document.positionAt(document.offsetAt(start) + text.length);
  editor.selection = new Selection(what === 'text' ? start : end, end);
}

const isThere = (uri: Uri): Thenable<boolean> => workspace.fs.stat(uri).then(() => true, () => false);

async function picture(name: string): Promise<void> {
  if (process.env['GALLEY_SCREENSHOTS']) await screenshot(name);
}

describe('Galley: pasting and dropping', () => {
  let created: Uri | undefined;
  let drafts = 0;
  afterEach(async () => {
    await closeEverything(...(created ? [created] : []));
    created = undefined;
  });
  const draft = async (body: string, name = `transfer-${++drafts}.md`): Promise<OpenPost> => {
    const post = await openDraft(name, head + body);
    created = post.uri;
    return post;
  };
  const becomes = ({ document }: OpenPost, body: string | RegExp): Promise<unknown> => {
    const isDone = (): boolean => (typeof body === 'string' ? document.getText() === head + body : body.test(document.getText()));
    return until(`the post is ${String(body)}`, isDone).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(document.getText().slice(head.length))}`);
    });
  };

  describe('of an address over words', () => {
    it('makes a reference where the post has references, undone at once', async () => {
      const post = await draft('See [a][1] and words.\n\n[1]: https://example.com\n');
      select(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await becomes(post, 'See [a][1] and [words][2].\n\n[1]: https://example.com\n[2]: https://example.org/there\n');
      await commands.executeCommand('undo');
      await becomes(post, 'See [a][1] and words.\n\n[1]: https://example.com\n');
    });

    it('is VS Code’s own link in the sentence where the post writes so', async () => {
      const post = await draft('See [a](https://example.com) and words.\n');
      select(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await becomes(post, 'See [a](https://example.com) and [words](https://example.org/there).\n');
      await (await window()).locator('.post-edit-widget').waitFor();
      await picture('paste-address-widget');
    });

    it('is the bare address where the writer wants no links from VS Code', async () => {
      const settings = workspace.getConfiguration('markdown');
      await settings.update('editor.pasteUrlAsFormattedLink.enabled', 'never', ConfigurationTarget.Global);
      try {
        const post = await draft('See [a](https://example.com) and words.\n');
        select(post, 'words', 'text');
        await pasteText('https://example.org/there');
        await becomes(post, 'See [a](https://example.com) and https://example.org/there.\n');
      } finally {
        await settings.update('editor.pasteUrlAsFormattedLink.enabled', undefined, ConfigurationTarget.Global);
      }
    });

    it('is left to VS Code in code', async () => {
      const post = await draft('See [a][1] and `words`.\n\n[1]: https://example.com\n');
      select(post, 'words', 'text');
      await pasteText('https://example.org/there');
      await becomes(post, 'See [a][1] and `https://example.org/there`.\n\n[1]: https://example.com\n');
    });
  });

  describe('of an address alone', () => {
    let server: Server;
    let requests: { url: string | undefined; method: string | undefined; headers: object }[] = [];
    before(async () => {
      server = createServer((request, response) => {
        requests.push({ url: request.url, method: request.method, headers: request.headers });
        if (request.url === '/moved') response.writeHead(302, { location: '/seals' }).end();
        else if (request.url === '/picture') response.writeHead(200, { 'content-type': 'image/png' }).end('<title>no</title>');
        else if (request.url === '/latin') response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(Buffer.from('<title>Caf\u00e9</title>', 'latin1'));
        else if (request.url === '/gone') response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not found</title>');
        else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><head><title>Grey seals | [The] *Log*\n &amp; {{ more }}</title></head>');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    after(() => new Promise((resolve) => server.close(resolve)));
    const at = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    const allow = (value: boolean | undefined): Thenable<void> => workspace.getConfiguration('galley').update('paste.pageTitles', value, ConfigurationTarget.Global);
    afterEach(async () => {
      await allow(undefined);
      requests = [];
    });

    it('asks nobody unless the writer allows it', async () => {
      const post = await draft('See .\n');
      select(post, 'See ', 'behind');
      await pasteText(at('/seals'));
      await becomes(post, `See ${at('/seals')}.\n`);
      assert.deepEqual(requests, []);
    });

    it('becomes a link with the title of its page, by one request without cookies', async () => {
      await allow(true);
      const post = await draft('See .\n');
      select(post, 'See ', 'behind');
      await pasteText(at('/seals'));
      await becomes(post, `See [Grey seals \\| \\[The\\] \\*Log\\* & &#123;&#123; more }}](${at('/seals')}).\n`);
      assert.deepEqual(requests.map(({ method, url }) => [method, url]), [['GET', '/seals']]);
      assert.deepEqual(Object.keys(requests[0]!.headers).filter((name) => name === 'cookie' || name === 'referer'), []);
      await commands.executeCommand('undo');
      await becomes(post, 'See .\n');
    });

    it('becomes a reference where the post has references, after a redirect too', async () => {
      await allow(true);
      const post = await draft('See [a][1] and .\n\n[1]: https://example.com\n');
      select(post, 'and ', 'behind');
      await pasteText(at('/latin'));
      await becomes(post, `See [a][1] and [Café][2].\n\n[1]: https://example.com\n[2]: ${at('/latin')}\n`);
    });

    it('stays as it is where there is no page or no title', async () => {
      await allow(true);
      for (const path of ['/gone', '/picture']) {
        const post = await draft('See .\n');
        select(post, 'See ', 'behind');
        await pasteText(at(path));
        await becomes(post, `See ${at(path)}.\n`);
        await closeEverything(post.uri);
        created = undefined;
      }
      assert.equal(requests.length, 2);
    });

    it('asks nobody in code, in front matter and inside of a link', async () => {
      await allow(true);
      const post = await draft('See `x ` and [words]() and <a href="">.\n');
      for (const [before, after] of [['`x ', '`'], ['[words](', ')'], ['href="', '"'], ['title: ', 'T']] as const) {
        const text = post.document.getText();
        select(post, before, 'behind');
        await pasteText(at('/seals'));
        await until('the address stands there', () => post.document.getText() === text.replace(before + after, `${before}${at('/seals')}${after}`));
      }
      assert.deepEqual(requests, []);
    });
  });

  describe('of an image', () => {
    const file = (name: string): Uri => fileUri(`assets/${name}`);
    const nameBox = async () => (await window()).locator('.quick-input-widget input[type=text]');

    it('asks for a name, writes it in the author’s form, and one undo takes text and file back', async () => {
      const post = await draft('Here\n', 'grey-seal.md');
      select(post, 'Here', 'text');
      await pastePicture();
      const box = await nameBox();
      await until('the name is proposed', async () => (await box.inputValue()) === 'grey-seal.png');
      await picture('paste-image-name');
      await (await window()).keyboard.type('seal pup');
      await until('it says where the file goes', async () => (await (await window()).locator('.quick-input-message').textContent())?.includes('assets/seal-pup.png'));
      await picture('paste-image-name-typed');
      await (await window()).keyboard.press('Enter');
      await becomes(post, /!\[Here\]\(.*seal-pup\.png.*\)/);
      await until('the file is there', () => isThere(file('seal-pup.png')));
      await (await window()).locator('.post-edit-widget').waitFor();
      await picture('paste-image-done');
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await commands.executeCommand('undo');
      assert.equal(post.document.getText(), `${head}Here\n`);
      assert.equal(await isThere(file('seal-pup.png')), false);
    });

    it('refuses a name that is taken', async () => {
      const post = await draft('Here\n');
      select(post, 'Here', 'text');
      await pastePicture();
      const box = await nameBox();
      await until('a name is proposed', async () => /transfer-\d+\.png/.test(await box.inputValue()));
      await box.fill('midsummer.png');
      await until('it is refused', async () => (await (await window()).locator('.quick-input-message').textContent())?.includes('exists already'));
      await picture('paste-image-taken');
      await (await window()).keyboard.press('Escape');
    });

    it('does nothing when the writer leaves', async () => {
      const post = await draft('Here\n');
      select(post, 'Here', 'text');
      await pastePicture();
      await (await nameBox()).waitFor();
      await (await window()).keyboard.press('Escape');
      await until('the question is gone', async () => !(await (await nameBox()).isVisible()));
      assert.equal(post.document.getText(), `${head}Here\n`);
      assert.equal(await isThere(file(`transfer-${drafts}.png`)), false);
    });

    it('from the desktop keeps its name, and each of several its line', async () => {
      const post = await draft('Here\n');
      await dropPictures(['Puffin.png', 'Gannet Rock.png'], 'Here');
      await becomes(post, /Here!\[.*\]\(.*puffin\.png.*\)\n!\[.*\]\(.*gannet-rock\.png.*\)\n$/);
      await until('both are there', async () => (await isThere(file('puffin.png'))) && (await isThere(file('gannet-rock.png'))));
      await picture('drop-images');
      await commands.executeCommand('undo');
      assert.equal(post.document.getText(), `${head}Here\n`);
      assert.equal((await isThere(file('puffin.png'))) || (await isThere(file('gannet-rock.png'))), false);
    });

    it('of the site is shown where it lies', async () => {
      const post = await draft('Here\n');
      await dragFromExplorer(['assets/midsummer.png'], 'Here');
      await becomes(post, /Here!\[midsummer\]\(.*\/assets\/midsummer\.png.*\)\n$/);
      assert.doesNotMatch(post.document.getText(), /\.\.\//);
    });
  });

  describe('of posts', () => {
    const posts = ['2024-02-09-counting-gannets', '2024-08-30-reading-the-weather'];

    it('links to one in the form of this author', async () => {
      const post = await draft('See \n');
      await dragFromExplorer([`_posts/${posts[0]}.md`], 'See');
      await becomes(post, /See ?\[.+\]\((?:\{% post_url 2024-02-09-counting-gannets %\}|\/\S*gannets\S*)\) ?\n$/);
      await picture('drop-post');
      await commands.executeCommand('undo');
      assert.equal(post.document.getText(), `${head}See \n`);
    });

    it('lists several', async () => {
      const post = await draft('List:\n');
      await dragFromExplorer(posts.map((name) => `_posts/${name}.md`), 'List:');
      await becomes(post, /List:\n\n- \[.+\]\(.*gannets.*\)\n- \[.+\]\(.*weather.*\)\n$/);
    });
  });
});
