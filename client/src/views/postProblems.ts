import type { Disposable, Event, Uri } from 'vscode';
import { DiagnosticSeverity, EventEmitter, languages } from 'vscode';

/** How many errors and warnings of Galley a post has; at least one. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Counts the problems of posts: of open ones always, of the others once all posts were checked. Infos and hints are not
 * counted.
 */
export class PostProblems implements Disposable {
  private readonly counts = new Map<string, ProblemCounts>();
  private readonly changed = new EventEmitter<void>();
  private readonly subscription: Disposable;

  constructor() {
    this.update(languages.getDiagnostics().map(([uri]) => uri));
    this.subscription = languages.onDidChangeDiagnostics(({ uris }) => {
      if (this.update(uris)) this.changed.fire();
    });
  }

  /** Fires when the counts of some post changed. */
  get onDidChange(): Event<void> {
    return this.changed.event;
  }

  /** The counts of a post by its URI; undefined where no problem is known. */
  get(uri: string): ProblemCounts | undefined {
    return this.counts.get(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Counts the problems of these files again; whether that changed anything. */
  private update(uris: readonly Uri[]): boolean {
    let isChanged = false;
    for (const uri of uris) {
      const key = uri.toString();
      const previous = this.counts.get(key);
      const current = countProblems(uri);
      if (previous?.errors === current?.errors && previous?.warnings === current?.warnings) continue;
      isChanged = true;
      if (current) this.counts.set(key, current);
      else this.counts.delete(key);
    }
    return isChanged;
  }
}

function countProblems(uri: Uri): ProblemCounts | undefined {
  const all = languages.getDiagnostics(uri).filter(({ source }) => source === 'Galley');
  const errors = all.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  const warnings = all.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
  return errors + warnings > 0 ? { errors, warnings } : undefined;
}
