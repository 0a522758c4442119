/** Runs an action once after a series of events, when the last of them is a while ago. */
export class Debouncer {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly delayMs: number,
    private readonly action: () => void,
  ) {}

  /** Something happened: the delay begins again. */
  schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.delayMs);
  }

  /** Runs the action now. */
  flush(): void {
    clearTimeout(this.timer);
    this.action();
  }
}
