import type { PageState, PostMessage, ToPage } from '../messages.ts';
import { createExcerptCard, createShareCard } from './cards.ts';
import { createElement } from './element.ts';
import { exportArticle } from './exports.ts';
import { Formulas } from './formulas.ts';
import { createHead } from './head.ts';
import { Images } from './images.ts';
import * as l10n from './l10n.ts';
import { BlockPatcher } from './patch.ts';
import { markProblems } from './problemMarks.ts';
import { Scroll } from './scroll.ts';
import { applySiteStyle } from './siteStyle.ts';
import { applyInlineStyles } from './styles.ts';
import { Toolbar } from './toolbar.ts';
import { TrustedContent } from './trustedContent.ts';
import type { VsCodeApi } from './vscode.ts';

/** The page of a preview: shows the post, or the notice, that the extension sent last. */
export class PreviewPage {
  private readonly bar = document.querySelector<HTMLElement>('.galley-toolbar')!;
  private readonly content = new TrustedContent();
  private readonly patcher = new BlockPatcher();
  private readonly images: Images;
  private readonly formulas: Formulas;
  private readonly toolbar: Toolbar;
  private readonly scroll: Scroll;
  /** The state of the page before the window or the panel was loaded again, until its post is shown. */
  private restored: PageState | undefined;
  private shown: PostMessage | undefined;

  constructor(
    private readonly main: HTMLElement,
    private readonly vscode: VsCodeApi,
  ) {
    this.restored = vscode.getState();
    this.images = new Images((uri, sources) => vscode.postMessage({ type: 'images', uri, sources }));
    this.formulas = new Formulas(
      () => this.content.loadMath(),
      () => this.shown && this.showPost(this.shown),
    );
    this.toolbar = new Toolbar(this.bar, this.restored?.viewOptions, (viewOptions) => {
      this.saveState({ viewOptions });
      this.showCards();
    });
    this.scroll = new Scroll({
      onScrolledByReader: (line) =>
        this.toolbar.options.view === 'article' && vscode.postMessage({ type: 'scrolled', line }),
      onScrolled: (scrollTop) => this.saveState({ scrollTop }),
    });
  }

  /** Handles a message of the extension. */
  onMessage(message: ToPage): void {
    if (message.type === 'post') this.showPost(message);
    else if (message.type === 'notice') this.showNotice(message.text);
    else if (message.type === 'scroll') this.scroll.scrollToLine(message.line);
    else if (message.type === 'styles') applySiteStyle(message.addresses);
    else if (message.type === 'lock') this.saveState({ isLocked: message.isLocked });
    else if (message.type === 'images') {
      if (message.uri === this.shown?.uri) this.images.onFound(this.main, message.found);
    } else if (this.shown) {
      const content = exportArticle(message.what, this.ensureArticle(), this.shown.head);
      this.vscode.postMessage({ type: 'exported', what: message.what, content });
    }
  }

  private saveState(change: PageState): void {
    this.vscode.setState({ ...this.vscode.getState(), ...change });
  }

  private showPost(message: PostMessage): void {
    const { uri, head, lineCount } = message;
    const isOther = uri !== this.shown?.uri;
    this.shown = message;
    this.images.setPost(uri);
    const changed = this.showArticle(message);
    this.patcher.patch(this.main.querySelector('.galley-head')!, this.fillImages([...createHead(head).children]));
    this.showCards();
    document.title = head.title ?? l10n.t('Preview');
    this.scroll.setLineCount(lineCount);
    if (isOther) this.startScroll(message);
    else if (changed) this.scroll.scrollToChange(changed);
  }

  /** Shows the body of a post; returns the first block that changed. */
  private showArticle({ html, problems }: PostMessage): Element | undefined {
    const blocks = this.fillImages(this.content.parseBlocks(html));
    for (const block of blocks) {
      addTaskLabels(block);
      addLinkTitles(block);
      this.formulas.fill(block);
    }
    this.toolbar.setMarkCount(markProblems(blocks, problems));
    const article = this.ensureArticle();
    const changed = this.patcher.patch(article, blocks);
    applyInlineStyles(article);
    return changed;
  }

  /** Scrolls a post that is shown first to where it was left, or to the line at the top of its editor. */
  private startScroll({ uri, topLine }: PostMessage): void {
    const scrollTop = this.restored?.uri === uri ? this.restored.scrollTop : undefined;
    this.restored = undefined;
    this.saveState({ uri });
    this.scroll.start(scrollTop, topLine);
  }

  private fillImages(blocks: readonly Element[]): readonly Element[] {
    for (const block of blocks) this.images.fill(block);
    return blocks;
  }

  /** Shows the share card or the excerpt, when one is chosen. */
  private showCards(): void {
    const place = this.main.querySelector('.galley-cards');
    if (!this.shown || !place) return;
    const { view } = this.toolbar.options;
    const article = this.ensureArticle();
    const cards: Element[] = [];
    if (view === 'share') cards.push(createShareCard(this.shown.head, article));
    if (view === 'excerpt') cards.push(createExcerptCard(this.shown.head, article));
    this.patcher.patch(place, this.fillImages(cards));
    this.images.requestMissing();
  }

  /** The element of the article, created where a notice was shown before. */
  private ensureArticle(): HTMLElement {
    const existing = this.main.querySelector('article');
    if (existing) return existing;
    const article = createElement('article');
    this.main.replaceChildren(createElement('div', 'galley-head'), article, createElement('div', 'galley-cards'));
    return article;
  }

  private showNotice(text: string): void {
    this.shown = undefined;
    this.bar.hidden = true;
    const notice = createElement('p', 'galley-notice', text);
    notice.setAttribute('role', 'status');
    this.main.replaceChildren(notice);
    document.title = l10n.t('Preview');
  }
}

/** Shows where a link leads when the pointer is over it. */
function addLinkTitles(block: Element): void {
  for (const link of block.querySelectorAll('a[href]:not([title])'))
    if (!link.getAttribute('href')!.startsWith('#')) link.setAttribute('title', link.getAttribute('href')!);
}

/** Labels the boxes of task lists, which have no label of their own. */
function addTaskLabels(block: Element): void {
  for (const box of block.querySelectorAll('input'))
    box.setAttribute('aria-label', box.checked ? l10n.t('Done') : l10n.t('To do'));
}
