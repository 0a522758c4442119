import type { FromPage, PageState, PostMessage, ToPage } from '../messages.ts';
import { createExcerptCard, createShareCard } from './cards.ts';
import { exportArticle } from './exports.ts';
import { Formulas } from './formulas.ts';
import { createHead } from './head.ts';
import { Images } from './images.ts';
import { handleClicks } from './clicks.ts';
import { createElement } from './element.ts';
import * as l10n from './l10n.ts';
import type { Block } from './patch.ts';
import { toKey, patchBlocks } from './patch.ts';
import { markProblems } from './problemMarks.ts';
import { Scroll } from './scroll.ts';
import { applySiteStyle } from './siteStyle.ts';
import { applyInlineStyles } from './styles.ts';
import { Toolbar } from './toolbar.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

interface Rules {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
}

declare function acquireVsCodeApi(): VsCodeApi;
declare const trustedTypes: TrustedTypes | undefined;

/** The page's own script element, which knows where the other one is. */
const ownScript = document.querySelector<HTMLScriptElement>('script[data-math]')!;
/** The server has sanitized the HTML; this is the one place where a string becomes elements, and the only script it may load is Galley's. */
const rules: Rules = { createHTML: (html) => html, createScriptURL: () => ownScript.dataset['math']! };
const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('galley', rules);

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;
/** Where the page was before the window or the panel was loaded again. */
let restoredState = vscode.getState();
// A webview has no origin to name.
const ask = (message: FromPage): void => vscode.postMessage(message);
const images = new Images((uri, sources) => ask({ type: 'images', uri, sources }));
const scroll = new Scroll({
  onScrolledByReader: (line) => toolbar.options.view === 'article' && ask({ type: 'scrolled', line }),
  onScrolled: (scrollTop) => vscode.setState({ ...vscode.getState(), scrollTop }),
});
let shown: PostMessage | undefined;
const formulas = new Formulas(loadMath, () => shown && showPost(shown));
const toolbar = new Toolbar(
  document.querySelector<HTMLElement>('.galley-toolbar')!,
  restoredState?.viewOptions,
  (look) => {
    vscode.setState({ ...vscode.getState(), viewOptions: look });
    showCards();
  },
);

function loadMath(): void {
  const script = document.createElement('script');
  script.nonce = ownScript.nonce;
  script.src = policy.createScriptURL('math');
  document.body.append(script);
}

/** The elements of a post's body; nothing in them loads or runs. */
function parseBlocks(html: string): Element[] {
  const parsed = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  for (const text of [...parsed.body.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
    if (text.textContent?.trim())
      text.replaceWith(Object.assign(parsed.createElement('p'), { textContent: text.textContent }));
  }
  return [...parsed.body.children].map((element) => document.adoptNode(element));
}

function showPost(message: PostMessage): void {
  const { uri, head, html, problems, lineCount, topLine } = message;
  const isOther = uri !== shown?.uri;
  shown = message;
  images.setPost(uri);
  const blocks = parseBlocks(html);
  for (const block of blocks) {
    images.fill(block);
    addTaskLabels(block);
    addLinkTitles(block);
    formulas.fill(block);
  }
  toolbar.setMarkCount(markProblems(blocks, problems));
  const article = ensureArticle();
  const changed = patchBlocks(article, blocks.map(toBlock));
  applyInlineStyles(article);
  patchBlocks(main.querySelector('.galley-head')!, [...createHead(head).children].map(toFilledBlock));
  showCards();
  images.requestMissing();
  document.title = head.title ?? l10n.t('Preview');
  scroll.setLineCount(lineCount);
  if (isOther) {
    const before = restoredState?.uri === uri ? restoredState.scrollTop : undefined;
    restoredState = undefined;
    vscode.setState({ ...vscode.getState(), uri });
    scroll.start(before, topLine);
  } else if (changed) scroll.scrollToChange(changed);
}

function toBlock(element: Element): Block {
  return { element, key: toKey(element) };
}

function toFilledBlock(element: Element): Block {
  images.fill(element);
  return toBlock(element);
}

/** The share card or the excerpt, when one is chosen. */
function showCards(): void {
  const place = main.querySelector('.galley-cards');
  if (!shown || !place) return;
  const { view } = toolbar.options;
  const article = ensureArticle();
  const cards =
    view === 'share'
      ? [createShareCard(shown.head, article)]
      : view === 'excerpt'
        ? [createExcerptCard(shown.head, article)]
        : [];
  patchBlocks(place, cards.map(toFilledBlock));
  images.requestMissing();
}

/** Hovering a link tells where it leads. */
function addLinkTitles(block: Element): void {
  for (const link of block.querySelectorAll('a[href]:not([title])'))
    if (!link.getAttribute('href')!.startsWith('#')) link.setAttribute('title', link.getAttribute('href')!);
}

/** A box of a task list has no label of its own. */
function addTaskLabels(block: Element): void {
  for (const box of block.querySelectorAll('input'))
    box.setAttribute('aria-label', box.checked ? l10n.t('Done') : l10n.t('To do'));
}

/** The article's place; makes it when a notice stood there. */
function ensureArticle(): HTMLElement {
  const present = main.querySelector('article');
  if (present) return present;
  main.replaceChildren(
    createElement('div', 'galley-head'),
    createElement('article'),
    createElement('div', 'galley-cards'),
  );
  return main.querySelector('article')!;
}

function showNotice(text: string): void {
  shown = undefined;
  document.querySelector<HTMLElement>('.galley-toolbar')!.hidden = true;
  const notice = Object.assign(document.createElement('p'), { className: 'galley-notice', textContent: text });
  notice.setAttribute('role', 'status');
  main.replaceChildren(notice);
  document.title = l10n.t('Preview');
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'post') showPost(data);
  else if (data.type === 'notice') showNotice(data.text);
  else if (data.type === 'scroll') scroll.scrollToLine(data.line);
  else if (data.type === 'styles') applySiteStyle(data.addresses);
  else if (data.type === 'lock') vscode.setState({ ...vscode.getState(), isLocked: data.isLocked });
  else if (data.type === 'export') {
    if (shown)
      ask({ type: 'exported', what: data.what, content: exportArticle(data.what, ensureArticle(), shown.head) });
  } else if (data.uri === shown?.uri) images.onFound(main, data.found);
});
handleClicks(main, ask);
ask({ type: 'ready' });
