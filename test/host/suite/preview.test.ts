import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import type { Uri } from 'vscode';
import { commands, ConfigurationTarget, env, Position, Range, TextEditorRevealType, window, workspace } from 'vscode';
import { hostile } from '../../support/hostile/index.js';
import { closeEverything, openDraft, openPost, findPosition, type } from './posts.js';
import { listAccessibilityProblems, takeScreenshot, until, findWebview, getWindow } from './support.js';

/** A draft of many paragraphs, one every two lines, the n-th (from 0) on line 4 + 2n. */
const long = `---\ntitle: A long day\n---\n\n${Array.from({ length: 80 }, (_, index) => `Hour ${index}. The sea did what the sea does, and the lamp turned over it. ${'Nothing else happened. '.repeat(8)}`).join('\n\n')}\n\n<details markdown="1">\n<summary>Afterwards</summary>\n\nIt rained.\n\n</details>\n`;

const readScrollTop = (frame: FrameLocator): Promise<number> =>
  frame.locator('html').evaluate(() => globalThis.scrollY);

function listTabLabels(): string[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function openPreview(): Promise<FrameLocator> {
  await commands.executeCommand('galley.openPreview');
  const frame = await findWebview();
  await frame.locator('article > *').first().waitFor();
  return frame;
}

/** Turns the wheel over the preview. */
async function wheel(pixels: number): Promise<void> {
  const page = await getWindow();
  const box = await page.locator('iframe.webview.ready[src*="extensionId=galley.galley"]').boundingBox();
  if (!box) throw new Error('The preview is not on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, pixels);
}

function setTheme(theme: string | undefined): Thenable<void> {
  return workspace.getConfiguration('workbench').update('colorTheme', theme, ConfigurationTarget.Global);
}

/** A text as VS Code's editor holds it: it ends lines in one way, and shows no file with a character 0. */
function toEditorText(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r', '\n');
}

describe('Live preview', () => {
  const created: Uri[] = [];
  const refused: string[] = [];
  before(async () => {
    (await getWindow()).on('console', (message) => {
      if (/content security policy|trusted(html|script)/i.test(message.text()))
        refused.push(`${message.text()} (${message.location().url})`);
    });
  });
  afterEach(() => closeEverything(...created.splice(0)));

  it('the preview opens next to the post and shows it as its reader will see it', async () => {
    await openPost('_posts/2024-02-09-counting-gannets.md');
    const frame = await openPreview();
    assert.ok(listTabLabels().includes('Preview 2024-02-09-counting-gannets.md'), listTabLabels().join(', '));
    assert.equal(
      window.activeTextEditor?.document.uri.path.endsWith('counting-gannets.md'),
      true,
      'the editor keeps the focus',
    );
    assert.equal(await frame.locator('.galley-head h1').innerText(), 'Counting gannets');
    assert.match(await frame.locator('.galley-byline').innerText(), /9 February 2024.*1 min read/s);
    assert.equal(await frame.locator('.galley-state').innerText(), 'Published');
    const readImageWidth = () =>
      frame
        .locator('img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await until('the image below the site root is there', async () => (await readImageWidth()) > 0);
    assert.match(await frame.locator('.footnotes').innerText(), /Counting the same cliff twice/);
    assert.equal(
      await frame
        .locator('article pre')
        .first()
        .innerText()
        .then((code) => code.includes('puts "about')),
      true,
    );
    assert.equal(await frame.locator('html').evaluate(() => document.title), 'Counting gannets');
  });

  it('the preview follows each keystroke', async () => {
    const post = await openDraft('a-word-more.md', '---\ntitle: A word more\n---\n\nThe gull is back.\n');
    created.push(post.uri);
    const frame = await openPreview();
    await type(post, 'gull', 'gull[^one] we *named*');
    await frame.locator('article em', { hasText: 'named' }).waitFor();
    await type(post, 'back.\n', 'back.\n\n[^one]: A herring gull.\n');
    await frame.locator('.footnotes li', { hasText: 'herring' }).waitFor();
    await type(post, 'A word more', 'A last word');
    await frame.locator('h1', { hasText: 'A last word' }).waitFor();
    assert.equal(await frame.locator('.galley-state').innerText(), 'Draft');
  });

  it('the preview switches to the post that is edited', async () => {
    await openPost('_posts/2024-02-09-counting-gannets.md');
    const frame = await openPreview();
    await openPost('_drafts/what-the-tide-brings.md');
    await frame.locator('h1', { hasText: 'What the tide brings' }).waitFor();
    await until('the tab has its name', () => listTabLabels().includes('Preview what-the-tide-brings.md'));
  });

  it('the preview keeps the position, the selection and opened details while the writer types', async () => {
    const post = await openDraft('a-long-day.md', long);
    created.push(post.uri);
    const frame = await openPreview();
    await frame.locator('summary').click();
    await frame.locator('details[open]').waitFor();
    const paragraph = frame.locator('article p', { hasText: 'It rained.' });
    await paragraph.evaluate((element) => element.ownerDocument.getSelection()!.selectAllChildren(element));
    const before = await readScrollTop(frame);
    assert.ok(before > 1000);
    await type(post, 'Hour 79. The sea', 'Hour 79. Then the sea');
    await frame.locator('article p', { hasText: 'Then the sea' }).waitFor();
    assert.ok(
      Math.abs((await readScrollTop(frame)) - before) < 40,
      `it moved from ${before} to ${await readScrollTop(frame)}`,
    );
    assert.equal(await frame.locator('details[open]').count(), 1);
    assert.equal(await frame.locator('html').evaluate(() => document.getSelection()?.toString().trim()), 'It rained.');
  });

  it('the preview scrolls with the editor, and the editor with it', async () => {
    const post = await openDraft('a-long-day.md', long);
    created.push(post.uri);
    const frame = await openPreview();
    const line = 4 + 2 * 40;
    post.editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
    const readFirstLine = () => post.editor.visibleRanges[0]!.start.line;
    await until('the paragraph at the top of the editor is at the top of the preview', async () => {
      const shown = frame.locator(`article p[data-line="${readFirstLine()}"]`);
      return (
        readFirstLine() > line - 8 &&
        Math.abs(await shown.evaluate((element) => element.getBoundingClientRect().top)) < 60
      );
    });
    const before = readFirstLine();
    await wheel(-1500);
    await until('the editor went back', () => readFirstLine() < before - 3);
  });

  it('a click in the preview goes from a paragraph to its line, and from a marker to its footnote', async () => {
    const post = await openPost('_posts/2024-02-09-counting-gannets.md');
    const frame = await openPreview();
    await frame.locator('article p', { hasText: 'So one does not count' }).click({ position: { x: 4, y: 8 } });
    const { line } = findPosition(post.document, 'So one does not count');
    await until('the caret is there', () => post.editor.selection.active.isEqual(new Position(line, 0)));
    await frame.locator('article sup a').first().click();
    await frame.locator('.footnotes li.galley-target').waitFor();
  });

  it('the preview says so when there is no post', async () => {
    await commands.executeCommand('galley.openPreview');
    const notice = (await findWebview()).locator('[role=status]');
    await notice.waitFor();
    assert.equal(await notice.innerText(), 'Open a Markdown post and its preview appears here.');
  });

  it('the preview comes back when the language server restarts', async () => {
    const post = await openDraft('again.md', '---\ntitle: Again\n---\n\nOnce.\n');
    created.push(post.uri);
    const frame = await openPreview();
    await commands.executeCommand('galley.restartServer');
    await type(post, 'Once.', 'Once and *again*.');
    await frame.locator('article em', { hasText: 'again' }).waitFor();
  });

  describe('in every theme', () => {
    const themes = {
      light: 'Default Light Modern',
      dark: 'Default Dark Modern',
      'high-contrast': 'Default High Contrast',
    };
    after(() => setTheme(undefined));

    for (const [name, theme] of Object.entries(themes)) {
      it(`the preview is accessible in the theme ${name}`, async () => {
        await setTheme(theme);
        await openPost('_posts/2023-04-02-how-the-lamp-works.md');
        const frame = await openPreview();
        await frame.locator(`body.vscode-${name}`).waitFor();
        await frame.locator('.footnotes').waitFor();
        assert.deepEqual(await listAccessibilityProblems(frame), []);
        if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot(`preview-${name}`);
      });
    }
  });

  it('the preview marks problems in the text, and hides the marks on request', async () => {
    const post = await openDraft('marks.md', '---\ntitle: Marks\n---\n\nSee [the guide][gide] there.\n');
    created.push(post.uri);
    const frame = await openPreview();
    const mark = frame.locator('mark.galley-mark', { hasText: '[the guide][gide]' });
    await mark.waitFor();
    assert.match((await mark.getAttribute('aria-description')) ?? '', /gide/);
    await mark.focus();
    assert.match(await mark.evaluate((element) => getComputedStyle(element, '::after').content), /gide/);
    assert.deepEqual(await listAccessibilityProblems(frame), []);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-marks');
    await frame.locator('button', { hasText: '1 proof mark' }).click();
    await frame.locator('body[data-marks=hidden]').waitFor();
    await type(post, 'there.', 'there.\n\n[gide]: /about/');
    await frame.locator('article a', { hasText: 'the guide' }).waitFor();
    assert.equal(await frame.locator('.galley-mark').count(), 0);
    await type(post, 'See', 'See [a][b] and');
    await frame.locator('button', { hasText: '1 proof mark' }).click();
  });

  it('the preview shows the share card and the excerpt, as wide as a phone', async () => {
    await openPost('_posts/2023-04-02-how-the-lamp-works.md');
    const frame = await openPreview();
    await frame.locator('button', { hasText: 'Share card' }).click();
    assert.equal(await frame.locator('.galley-card-title').innerText(), 'How the lamp works: glass, mostly');
    assert.match(await frame.locator('.galley-facts').innerText(), /Title: 33 characters/);
    assert.equal(await frame.locator('article').isVisible(), false);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-share');
    await frame.locator('button', { hasText: 'Excerpt' }).click();
    assert.match(await frame.locator('.galley-excerpt').innerText(), /People expect a lamp[^]*Read more/);
    await frame.locator('button', { hasText: 'Article' }).click();
    await frame.locator('button', { hasText: 'Phone' }).click();
    await until('the page is narrow', () => frame.locator('main').evaluate((element) => element.clientWidth <= 390));
    assert.deepEqual(await listAccessibilityProblems(frame), []);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-phone');
    await frame.locator('button', { hasText: 'Full' }).click();
  });

  it('a locked preview stays with its post, while another preview follows', async () => {
    await openPost('_posts/2024-02-09-counting-gannets.md');
    const frame = await openPreview();
    await frame.locator('h1', { hasText: 'Counting gannets' }).waitFor();
    await commands.executeCommand('galley.togglePreviewLock');
    await openPost('_drafts/what-the-tide-brings.md');
    await until('the tab says that it is locked', () =>
      listTabLabels().includes('[Preview] 2024-02-09-counting-gannets.md'),
    );
    await commands.executeCommand('galley.openPreview');
    await until(
      'there are two',
      () =>
        listTabLabels().includes('Preview what-the-tide-brings.md') &&
        listTabLabels().includes('[Preview] 2024-02-09-counting-gannets.md'),
    );
  });

  it('the preview copies the post as clean HTML and as plain text', async () => {
    const post = await openDraft(
      'copy.md',
      '---\ntitle: Copy\n---\n\nThe "lamp"[^1] and `x`.\n\n<!--more-->\n\n```ruby\nputs 1\n```\n\n[^1]: A note.\n',
    );
    created.push(post.uri);
    const frame = await openPreview();
    await frame.locator('.footnotes').waitFor();
    await commands.executeCommand('galley.copyAsHtml');
    const html = await env.clipboard.readText();
    assert.match(html, /^<p>The “lamp”<sup id="fnref:1"><a href="#fn:1"/);
    assert.match(html, /<pre><code class="language-ruby">puts 1\n<\/code><\/pre>/);
    assert.ok(!/galley|hljs|data-|user-content/.test(html), html);
    await commands.executeCommand('galley.copyAsText');
    assert.match(await env.clipboard.readText(), /^Copy\n\nThe “lamp”/);
  });

  it('the preview renders formulas', async () => {
    const post = await openDraft('formula.md', '---\ntitle: Formula\n---\n\nLet $$a^2$$ be.\n\n$$\n\\frac{1}{2}\n$$\n');
    created.push(post.uri);
    const frame = await openPreview();
    await frame.locator('article p math msup').waitFor();
    await frame.locator('article div math mfrac').waitFor();
    await commands.executeCommand('galley.copyAsHtml');
    assert.match(await env.clipboard.readText(), /Let <span>\\\(a\^2\\\)<\/span> be/);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-formula');
  });

  it('the preview runs and loads nothing that a post brings', async () => {
    const requested: string[] = [];
    const page = await getWindow();
    const listener = (request: { url(): string }): void => void requested.push(request.url());
    page.on('request', listener);
    const head = '---\ntitle: "<img src=x onerror=alert(1)>"\nimage: https://evil.example/hero.png\n---\n\n';
    const post = await openDraft('hostile.md', `${head}Harmless.\n`);
    created.push(post.uri);
    const frame = await openPreview();
    await frame.locator('h1', { hasText: '<img src=x' }).waitFor();
    const danger =
      'script:not([nonce]):not([src$="/dist/math.js"]), iframe, object, embed, form, style:not([id]), svg, base, meta[http-equiv=refresh], [onclick], [onerror], [onload], article [src]:not([src^="data:image"])';
    let shown = 'Harmless.';
    for (const [kind, bodies] of Object.entries(hostile)) {
      const body = `Kind ${kind}\n\n${bodies.map(toEditorText).join('\n\n')}\n`;
      await type(post, shown, body);
      await frame.locator('article', { hasText: `Kind ${kind}` }).waitFor();
      const found = await frame
        .locator('body')
        .evaluate(
          (element, selector) => [...element.querySelectorAll(selector)].map((each) => each.outerHTML.slice(0, 200)),
          danger,
        );
      assert.deepEqual(found, [], kind);
      assert.equal(await frame.locator('body').evaluate(() => Reflect.get(globalThis, '__xss')), undefined, kind);
      shown = body;
    }
    page.off('request', listener);
    assert.deepEqual(
      requested.filter((url) => /evil\.example/.test(url)),
      [],
    );
  });

  it('the preview uses the style sheets of the site on request', async () => {
    await openPost('_posts/2023-04-02-how-the-lamp-works.md');
    const frame = await openPreview();
    await frame.locator('article p').first().waitFor();
    const readFontFamily = () => frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
    const before = await readFontFamily();
    await commands.executeCommand('galley.togglePreviewSiteStyle');
    await until('the style of the site is there', async () => (await readFontFamily()) !== before);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-site-style');
    await commands.executeCommand('galley.togglePreviewSiteStyle');
    await until('the preview has its own look again', async () => (await readFontFamily()) === before);
  });

  it('the preview fits a narrow column', async () => {
    await openPost('_posts/2023-04-02-how-the-lamp-works.md');
    const frame = await openPreview();
    const page = await getWindow();
    const size = await page.evaluate(() => ({ width: globalThis.innerWidth, height: globalThis.innerHeight }));
    await page.setViewportSize({ width: 900, height: 800 });
    const readWidths = () =>
      frame.locator('html').evaluate(({ clientWidth, scrollWidth }) => ({ clientWidth, scrollWidth }));
    await until('the column is narrow', async () => (await readWidths()).clientWidth < 350);
    const { clientWidth, scrollWidth } = await readWidths();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('preview-narrow');
    await page.setViewportSize(size);
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
  });

  it('the preview requests nothing that its own policy refuses', () => {
    assert.deepEqual(refused, []);
  });
});
