import type { Disposable } from 'vscode';

/** Work that is put off: what is asked for in the meantime is done along with it. */
export class Debouncer implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => unknown) {}

  /** Does the work after so many milliseconds, instead of when it was to be done before: the last who asks waits so long. */
  schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), milliseconds);
  }

  /** Does the work after so many milliseconds at the latest, however often somebody asks: the first who asks waits so long. */
  scheduleOnce(milliseconds: number): void {
    this.timer ??= setTimeout(() => this.run(), milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    this.timer = undefined;
    void this.work();
  }
}
