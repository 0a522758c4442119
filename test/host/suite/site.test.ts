import { strict as assert } from 'node:assert';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { commands, env, languages, workspace } from 'vscode';
import { closeEverything, openDraft, openPost, type } from './posts.js';
import { untilDiagnostics, takeScreenshot, until, getWindow, writeFile } from './support.js';

const published = '_posts/2024-05-01-the-fog-signal-returns.md';

describe('The site of a post', () => {
  it('the status bar shows state and URL of a post, and copies the URL', async () => {
    const post = await openDraft('harbour-lights.md', '---\ntitle: Harbour lights\n---\n\nText.\n');
    const bar = (await getWindow()).locator('.statusbar-item', { hasText: 'Draft' });
    await bar.first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('status');
    await openPost(published);
    const copied = await commands.executeCommand<string>('galley.copyUrl');
    assert.equal(copied, 'https://gannet-rock.example/keeping/2024/05/the-fog-signal-returns/');
    assert.equal(await env.clipboard.readText(), copied);
    await closeEverything(post.uri);
  });

  it('opening a post on the site asks the local server before it shows a page there, next to the post, and follows the editor', async () => {
    const asked: string[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('<p>The page</p>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await workspace.getConfiguration('galley').update('site.localServer', address, true);
    await openPost(published);
    const opened = await commands.executeCommand<string>('galley.openOnSite');
    assert.equal(opened, `${address}/keeping/2024/05/the-fog-signal-returns/`);
    assert.ok(asked.includes('HEAD /keeping/2024/05/the-fog-signal-returns/'));
    await until('the page is shown', () =>
      asked.some((line) => line.startsWith('GET ') && line.includes('/the-fog-signal-returns/')),
    );
    await openPost('_posts/2024-08-30-reading-the-weather.md');
    await until('the page follows', () =>
      asked.some((line) => line.startsWith('GET ') && line.includes('/reading-the-weather/')),
    );
    await workspace.getConfiguration('galley').update('site.localServer', undefined, true);
    server.close();
    await closeEverything();
  });

  it('shows the problems of posts that are not open on request, and follows them', async () => {
    const uri = await writeFile('_drafts/never-opened.md', '---\ntitle: Never opened\n---\n\nSee [this][that].\n');
    assert.deepEqual(languages.getDiagnostics(uri), []);
    await commands.executeCommand('galley.checkAllPosts');
    await untilDiagnostics(uri, (all) => all.length === 1);
    const post = await openPost('_drafts/never-opened.md');
    await until(
      'the tab shows each problem once',
      () =>
        languages
          .getDiagnostics(uri)
          .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'undefined-reference').length === 1,
    );
    await type(post, '[this][that]', '[this](https://example.org)');
    await post.document.save();
    await closeEverything();
    await untilDiagnostics(uri, (all) => all.length === 0);
    await workspace.fs.delete(uri);
  });
});
