/** Where a line of the document, from 0, is on the page; `top` in CSS pixels from the top of the page. */
interface Mark {
  readonly line: number;
  readonly top: number;
}

interface ScrollListener {
  /** The reader scrolled so that this line (a fraction between two blocks) is at the top. */
  onScrolledByReader(line: number): void;
  /** The page was scrolled this far, by the reader or by the extension. */
  onScrolled(scrollTop: number): void;
}

/** How long after a wheel, touch or key event the editor follows the reader. */
const readerLeadMs = 400;

/** Keeps editor and preview at the same place: whichever is scrolled, the other follows. */
export class Scroll {
  private marks: readonly Mark[] | undefined;
  private lineCount = 1;
  private lastGesture = -Infinity;

  constructor(private readonly listener: ScrollListener) {
    const gesture = (): void => void (this.lastGesture = performance.now());
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      window.addEventListener(type, gesture, { passive: true });
    window.addEventListener('pointermove', ({ buttons }) => buttons > 0 && gesture(), { passive: true });
    window.addEventListener('scroll', () => this.onScroll(), { passive: true });
    new ResizeObserver(() => (this.marks = undefined)).observe(document.body);
  }

  /** Takes the number of lines of a text that is shown now. */
  setLineCount(lineCount: number): void {
    this.lineCount = lineCount;
    this.marks = undefined;
  }

  /** Scrolls a post that is shown first to where it was left, or to the line at the top of its editor. */
  start(scrollTop: number | undefined, topLine: number): void {
    if (scrollTop === undefined) this.scrollTo(this.toTop(topLine));
    else this.scrollTo(scrollTop);
  }

  /** Follows the editor, unless the reader is scrolling the preview right now. */
  scrollToLine(line: number): void {
    if (!this.isReaderLeading()) this.scrollTo(this.toTop(line));
  }

  /** Scrolls to what was typed when it is out of view. */
  scrollToChange(block: Element): void {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) block.scrollIntoView({ block: 'nearest' });
  }

  private isReaderLeading(): boolean {
    return performance.now() - this.lastGesture < readerLeadMs;
  }

  private scrollTo(top: number): void {
    window.scrollTo({ top, behavior: 'instant' });
  }

  private onScroll(): void {
    this.listener.onScrolled(window.scrollY);
    if (this.isReaderLeading()) this.listener.onScrolledByReader(this.toLine(window.scrollY));
  }

  /**
   * The blocks in the order of the document, without footnotes, which are printed at the end wherever they were
   * written.
   */
  private getMarks(): readonly Mark[] {
    if (this.marks) return this.marks;
    const marks: Mark[] = [{ line: 0, top: 0 }];
    // What is below the bar cannot be seen.
    const covered = document.querySelector<HTMLElement>('.galley-toolbar')?.offsetHeight ?? 0;
    for (const block of document.querySelectorAll<HTMLElement>('article [data-line]')) {
      const line = Number(block.dataset['line']);
      if (block.closest('.footnotes') || line <= marks.at(-1)!.line) continue;
      marks.push({
        line,
        top: Math.max(marks.at(-1)!.top, block.getBoundingClientRect().top + window.scrollY - covered),
      });
    }
    marks.push({ line: Math.max(this.lineCount, marks.at(-1)!.line + 1), top: document.documentElement.scrollHeight });
    return (this.marks = marks);
  }

  private toTop(line: number): number {
    const [before, after] = this.findMarksAround((mark) => mark.line > line);
    return before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line);
  }

  private toLine(top: number): number {
    const [before, after] = this.findMarksAround((mark) => mark.top > top);
    const height = after.top - before.top;
    return height === 0 ? before.line : before.line + ((after.line - before.line) * (top - before.top)) / height;
  }

  private findMarksAround(isAfter: (mark: Mark) => boolean): readonly [Mark, Mark] {
    const marks = this.getMarks();
    const found = marks.findIndex(isAfter);
    const index = found === -1 ? marks.length - 1 : Math.max(1, found);
    return [marks[index - 1]!, marks[index]!];
  }
}
