/** How long nobody types before others are told what a post has become, in milliseconds. */
const patience = 300;

/** Waits for the writer to pause. */
export class Lull {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `reached` is called once at the end of each spell of edits. */
  constructor(private readonly reached: () => void) {}

  /** Something was typed: the wait begins anew. */
  putOff(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), patience);
  }

  /** Waits no longer, because the writer saved. */
  now(): void {
    clearTimeout(this.timer);
    this.reached();
  }
}
