/** Renders TeX as MathML into an element. */
export type RenderFormula = (tex: string, place: HTMLElement, display: 'block' | 'inline') => void;

/** How many rendered formulas are kept. */
const maxCached = 500;

/** Shows the formulas of a post, as they are written until the script that renders them is loaded. */
export class Formulas {
  private render: RenderFormula | undefined;
  private isLoading = false;
  /** Rendered formulas by their text in the page. */
  private readonly cache = new Map<string, Element>();

  constructor(
    private readonly load: () => void,
    ready: () => void,
  ) {
    window.addEventListener('galleymath', (event) => {
      this.render = (event as CustomEvent<RenderFormula>).detail;
      ready();
    });
  }

  /** Renders the formulas of a block that is about to be shown. */
  fill(block: Element): void {
    const all = [block, ...block.querySelectorAll('.galley-math')].filter((each) =>
      each.classList.contains('galley-math'),
    );
    if (all.length > 0 && !this.render && !this.isLoading) {
      this.isLoading = true;
      this.load();
    }
    if (this.render) for (const place of all) this.show(place, this.render);
  }

  private show(place: Element, render: RenderFormula): void {
    const written = place.textContent ?? '';
    let rendered = this.cache.get(written);
    if (!rendered) {
      const element = document.createElement('div');
      render(written.slice(2, -2), element, written.startsWith('\\[') ? 'block' : 'inline');
      if (this.cache.size >= maxCached) this.cache.clear();
      this.cache.set(written, (rendered = element));
    }
    place.replaceChildren(...[...rendered.childNodes].map((node) => node.cloneNode(true)));
    place.setAttribute('data-tex', written);
    place.classList.add('galley-math-set');
  }
}
