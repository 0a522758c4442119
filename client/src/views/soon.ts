import type { Disposable } from 'vscode';

/** Work that is put off: what is asked for in the meantime is done along with it. */
export class Soon implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => unknown) {}

  /** Does the work after so many milliseconds, instead of when it was to be done before: the last who asks waits so long. */
  in(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), milliseconds);
  }

  /** Does the work after so many milliseconds at the latest, however often somebody asks: the first who asks waits so long. */
  within(milliseconds: number): void {
    this.timer ??= setTimeout(() => this.now(), milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private now(): void {
    this.timer = undefined;
    void this.work();
  }
}
