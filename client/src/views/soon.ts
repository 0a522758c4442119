import type { Disposable } from 'vscode';

/** Work that is put off until nobody has asked for it again for a while. */
export class Soon implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => Promise<unknown>) {}

  /** Does the work after so many milliseconds, instead of when it was to be done before. */
  in(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.work(), milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
