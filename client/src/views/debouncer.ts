import type { Disposable } from 'vscode';

/** Runs work after a delay: requests that come in meanwhile are met by the same run. */
export class Debouncer implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => unknown) {}

  /** Runs the work after a delay in milliseconds that begins again with each call. */
  schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), delayMs);
  }

  /** Runs the work after a delay in milliseconds that begins with the first call, however often it is called. */
  scheduleOnce(delayMs: number): void {
    this.timer ??= setTimeout(() => this.run(), delayMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    this.timer = undefined;
    void this.work();
  }
}
