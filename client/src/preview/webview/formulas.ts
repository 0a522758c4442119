/** Sets TeX as MathML in an element. */
export type SetFormula = (tex: string, place: HTMLElement, display: 'block' | 'inline') => void;

/** How many formulas are kept set. */
const maxCached = 500;

/** The formulas of a post. They stay as they are written until the script that sets them is there. */
export class Formulas {
  private set: SetFormula | undefined;
  private isLoading = false;
  /** Formulas set so far, by their text as it stands in the page. */
  private readonly cache = new Map<string, Element>();

  constructor(
    private readonly load: () => void,
    ready: () => void,
  ) {
    window.addEventListener('galleymath', (event) => {
      this.set = (event as CustomEvent<SetFormula>).detail;
      ready();
    });
  }

  /** Sets the formulas of a block that is about to be shown. */
  fill(block: Element): void {
    const all = [block, ...block.querySelectorAll('.galley-math')].filter((each) =>
      each.classList.contains('galley-math'),
    );
    if (all.length > 0 && !this.set && !this.isLoading) {
      this.isLoading = true;
      this.load();
    }
    if (this.set) for (const place of all) this.show(place, this.set);
  }

  private show(place: Element, set: SetFormula): void {
    const written = place.textContent ?? '';
    let made = this.cache.get(written);
    if (!made) {
      const fresh = document.createElement('div');
      set(written.slice(2, -2), fresh, written.startsWith('\\[') ? 'block' : 'inline');
      if (this.cache.size >= maxCached) this.cache.clear();
      this.cache.set(written, (made = fresh));
    }
    place.replaceChildren(...[...made.childNodes].map((node) => node.cloneNode(true)));
    place.setAttribute('data-tex', written);
    place.classList.add('galley-math-set');
  }
}
