import * as l10n from './l10n.ts';

/** How long the page waits before it asks again for a file that was missing. */
const retryDelayMs = 2000;

/**
 * Shows the images of a post: files of the workspace once the extension has sent their addresses, a note for all
 * others.
 */
export class Images {
  private uri = '';
  private readonly addresses = new Map<string, string | null>();
  private readonly requestedAt = new Map<string, number>();
  private missing = new Set<string>();

  constructor(private readonly request: (uri: string, sources: readonly string[]) => void) {}

  /** Sources are relative to a post: forgets those of another. */
  setPost(uri: string): void {
    if (uri === this.uri) return;
    this.uri = uri;
    this.addresses.clear();
    this.requestedAt.clear();
  }

  /** Sets the addresses of the images in a new block, as far as they are known. */
  fill(block: Element): void {
    for (const image of findImages(block)) this.show(image);
  }

  /** Asks the extension for the addresses that were not known. */
  requestMissing(): void {
    const now = Date.now();
    const sources = [...this.missing].filter(
      (source) => now - (this.requestedAt.get(source) ?? -Infinity) > retryDelayMs,
    );
    this.missing.clear();
    for (const source of sources) this.requestedAt.set(source, now);
    if (sources.length > 0) this.request(this.uri, sources);
  }

  /** Shows the images whose addresses the extension sent; null for those without a file. */
  onFound(page: Element, found: Readonly<Record<string, string | null>>): void {
    for (const [source, address] of Object.entries(found)) this.addresses.set(source, address);
    for (const image of findImages(page)) if (Object.hasOwn(found, image.dataset['src'] ?? '')) this.show(image);
    this.missing.clear();
  }

  private show(image: HTMLImageElement): void {
    const source = image.dataset['src']!;
    if (/^data:image\//i.test(source)) image.src = source;
    else if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(source)) showNote(image, l10n.t('Remote image, not loaded'));
    else this.showFile(image, source);
  }

  private showFile(image: HTMLImageElement, source: string): void {
    const address = this.addresses.get(source);
    if (typeof address !== 'string') this.missing.add(source);
    if (address === null) showNote(image, l10n.t('No file {0}', source));
    else if (address !== undefined) {
      image.src = address;
      image.removeAttribute('data-note');
    }
  }
}

function findImages(block: Element): HTMLImageElement[] {
  const all = [block, ...block.querySelectorAll('img')];
  return all.filter(
    (element): element is HTMLImageElement =>
      element instanceof HTMLImageElement && element.dataset['src'] !== undefined,
  );
}

/** Shows a note in place of an image; CSS prints it, so the page's text stays the post's. */
function showNote(image: HTMLImageElement, text: string): void {
  image.removeAttribute('src');
  image.dataset['note'] = text;
}
