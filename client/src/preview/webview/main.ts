import type { FromPage, PageState, PostMessage, ToPage } from '../messages.ts';
import { headElement } from './head.ts';
import { Images } from './images.ts';
import { followClicks } from './clicks.ts';
import { keyOf, patchBlocks } from './patch.ts';
import { Scroll } from './scroll.ts';
import { applyStyles } from './styles.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

declare function acquireVsCodeApi(): VsCodeApi;
declare const trustedTypes: TrustedTypes | undefined;

/** The server has sanitized the HTML; this is the one place where a string becomes elements. */
const rules = { createHTML: (html: string) => html };
const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('galley', rules);

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;
/** Where the page was before the window or the panel was loaded again. */
let remembered = vscode.getState();
// A webview has no origin to name.
const ask = (message: FromPage): void => vscode.postMessage(message);
const images = new Images((uri, sources) => ask({ type: 'images', uri, sources }));
const scroll = new Scroll({
  scrolled: (line) => ask({ type: 'scrolled', line }),
  settled: (scrollTop) => vscode.setState({ ...vscode.getState(), scrollTop }),
});
let shownUri: string | undefined;

/** The elements of a post's body; nothing in them loads or runs. */
function elementsOf(html: string): Element[] {
  const parsed = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  for (const text of [...parsed.body.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
    if (text.textContent?.trim()) text.replaceWith(Object.assign(parsed.createElement('p'), { textContent: text.textContent }));
  }
  return [...parsed.body.children].map((element) => document.adoptNode(element));
}

function showPost({ uri, head, html, lineCount, topLine }: PostMessage): void {
  const isOther = uri !== shownUri;
  shownUri = uri;
  images.belongTo(uri);
  const next = elementsOf(html).map((element) => ({ element, key: keyOf(element) }));
  for (const { element } of next) {
    images.fill(element);
    nameTasks(element);
  }
  const article = articleElement();
  const changed = patchBlocks(article, next);
  applyStyles(article);
  patchBlocks(main.querySelector('header')!, [...headElement(head).children].map((element) => ({ element, key: keyOf(element) })));
  images.ask();
  document.title = head.title ?? 'Preview';
  scroll.measure(lineCount);
  if (isOther) {
    const before = remembered?.uri === uri ? remembered.scrollTop : undefined;
    remembered = undefined;
    vscode.setState({ uri });
    scroll.begin(before, topLine);
  } else if (changed) scroll.toChange(changed);
}

/** A box of a task list has no label of its own. */
function nameTasks(block: Element): void {
  for (const box of block.querySelectorAll('input')) box.setAttribute('aria-label', box.checked ? 'Done' : 'To do');
}

/** The article's place; makes it when a notice stood there. */
function articleElement(): Element {
  const present = main.querySelector('article');
  if (present) return present;
  main.replaceChildren(document.createElement('header'), document.createElement('article'));
  return main.querySelector('article')!;
}

function showNotice(text: string): void {
  shownUri = undefined;
  const notice = Object.assign(document.createElement('p'), { className: 'galley-notice', textContent: text });
  notice.setAttribute('role', 'status');
  main.replaceChildren(notice);
  document.title = 'Preview';
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'post') showPost(data);
  else if (data.type === 'notice') showNotice(data.text);
  else if (data.type === 'scroll') scroll.toLine(data.line);
  else if (data.uri === shownUri) images.found(main, data.found);
});
followClicks(main, ask);
ask({ type: 'ready' });
