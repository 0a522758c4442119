import type { Disposable, Event, Uri } from 'vscode';
import { DiagnosticSeverity, EventEmitter, languages } from 'vscode';

/** How many errors and warnings are known of a post; at least one. */
export interface Problems {
  readonly errors: number;
  readonly warnings: number;
}

/** What is known to be wrong with which posts: of open ones always, of the others once all posts were checked. Remarks and hints are no problems. */
export class PostProblems implements Disposable {
  private readonly known = new Map<string, Problems>();
  private readonly changed = new EventEmitter<void>();
  private readonly following: Disposable;

  constructor() {
    this.take(languages.getDiagnostics().map(([uri]) => uri));
    this.following = languages.onDidChangeDiagnostics(({ uris }) => this.take(uris) && this.changed.fire());
  }

  /** Tells that the numbers of some file are others than before. */
  get onDidChange(): Event<void> {
    return this.changed.event;
  }

  /** By the URI of a post; undefined where nothing is known to be wrong. */
  of(uri: string): Problems | undefined {
    return this.known.get(uri);
  }

  dispose(): void {
    this.following.dispose();
    this.changed.dispose();
  }

  /** Counts anew; whether that makes a difference. */
  private take(uris: readonly Uri[]): boolean {
    let isOther = false;
    for (const uri of uris) {
      const key = uri.toString();
      const [before, now] = [this.known.get(key), problemsAt(uri)];
      if (before?.errors === now?.errors && before?.warnings === now?.warnings) continue;
      isOther = true;
      if (now) this.known.set(key, now);
      else this.known.delete(key);
    }
    return isOther;
  }
}

function problemsAt(uri: Uri): Problems | undefined {
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === 'Galley');
  const [errors, warnings] = [DiagnosticSeverity.Error, DiagnosticSeverity.Warning].map(
    (wanted) => found.filter(({ severity }) => severity === wanted).length,
  ) as [number, number];
  return errors + warnings > 0 ? { errors, warnings } : undefined;
}
