import type { Disposable, Event, Uri } from 'vscode';
import { DiagnosticSeverity, EventEmitter, languages } from 'vscode';

/** How many errors and warnings are known of a post; at least one. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** What is known to be wrong with which posts: of open ones always, of the others once all posts were checked. Remarks and hints are no problems. */
export class PostProblems implements Disposable {
  private readonly counts = new Map<string, ProblemCounts>();
  private readonly changed = new EventEmitter<void>();
  private readonly subscription: Disposable;

  constructor() {
    this.update(languages.getDiagnostics().map(([uri]) => uri));
    this.subscription = languages.onDidChangeDiagnostics(({ uris }) => this.update(uris) && this.changed.fire());
  }

  /** Tells that the numbers of some file are others than before. */
  get onDidChange(): Event<void> {
    return this.changed.event;
  }

  /** By the URI of a post; undefined where nothing is known to be wrong. */
  of(uri: string): ProblemCounts | undefined {
    return this.counts.get(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Counts anew; whether that makes a difference. */
  private update(uris: readonly Uri[]): boolean {
    let isOther = false;
    for (const uri of uris) {
      const key = uri.toString();
      const [before, now] = [this.counts.get(key), countProblems(uri)];
      if (before?.errors === now?.errors && before?.warnings === now?.warnings) continue;
      isOther = true;
      if (now) this.counts.set(key, now);
      else this.counts.delete(key);
    }
    return isOther;
  }
}

function countProblems(uri: Uri): ProblemCounts | undefined {
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === 'Galley');
  const [errors, warnings] = [DiagnosticSeverity.Error, DiagnosticSeverity.Warning].map(
    (wanted) => found.filter(({ severity }) => severity === wanted).length,
  ) as [number, number];
  return errors + warnings > 0 ? { errors, warnings } : undefined;
}
