import type { Connection } from 'vscode-languageserver';

/** How long work lasts before the writer sees that it goes on: most sites are read by then. */
const delayMs = 400;

/** Progress that shows itself only for work that takes a while. */
export interface Progress {
  report(done: number, total: number): void;
  end(): void;
}

/** Shows work under a title in the client once it has lasted a while; `onCancel` is called when the writer stops it. */
export function startProgress(connection: Connection, title: string, onCancel: () => void): Progress {
  let isOver = false;
  let show: ((percentage: number) => void) | undefined;
  let finish: (() => void) | undefined;
  const timer = setTimeout(() => void begin().catch(() => {}), delayMs);
  const begin = async (): Promise<void> => {
    const reporter = await connection.window.createWorkDoneProgress();
    if (isOver) return;
    reporter.token.onCancellationRequested(onCancel);
    reporter.begin(title, 0, undefined, true);
    show = (percentage) => reporter.report(percentage);
    finish = () => reporter.done();
  };
  let lastPercentage = 0;
  return {
    report: (done, total) => {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      if (show && percentage > lastPercentage) show((lastPercentage = percentage));
    },
    end: () => {
      isOver = true;
      clearTimeout(timer);
      finish?.();
    },
  };
}
