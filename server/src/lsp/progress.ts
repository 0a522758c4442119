import type { Connection } from 'vscode-languageserver';

/** How long reading may take before the writer is told about it, in milliseconds: most sites are read by then. */
const patience = 400;

/** Progress that shows itself only for work that takes a while. */
export interface Progress {
  report(done: number, total: number): void;
  end(): void;
}

/** Shows work under a title in the client once it has lasted a while; `cancelled` is called when the writer stops it. */
export function progressLater(connection: Connection, title: string, cancelled: () => void): Progress {
  let over = false;
  let show: ((percentage: number) => void) | undefined;
  let finish: (() => void) | undefined;
  const timer = setTimeout(() => void begin().catch(() => {}), patience);
  const begin = async (): Promise<void> => {
    const reporter = await connection.window.createWorkDoneProgress();
    if (over) return;
    reporter.token.onCancellationRequested(cancelled);
    reporter.begin(title, 0, undefined, true);
    show = (percentage) => reporter.report(percentage);
    finish = () => reporter.done();
  };
  let shown = 0;
  return {
    report: (done, total) => {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      if (show && percentage > shown) show((shown = percentage));
    },
    end: () => {
      over = true;
      clearTimeout(timer);
      finish?.();
    },
  };
}
