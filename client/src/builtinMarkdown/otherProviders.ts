import type { Position, TextDocument } from 'vscode';
import { commands, extensions } from 'vscode';

/** The identifier of VS Code's own Markdown support. */
const builtinMarkdown = 'vscode.markdown-language-features';

/** A question about a position: the command by which VS Code asks all providers, and the position. */
export interface ProviderQuery {
  readonly command: string;
  readonly document: TextDocument;
  readonly position: Position;
}

/** Asks VS Code's other providers. VS Code asks Galley along with them, which must not answer then. */
export class OtherProviders {
  /** How often each query is on its way to all providers, by its key. */
  private readonly running = new Map<string, number>();

  /**
   * Whether a query is Galley's own to the others, so that it must not answer; true once for each time that it asks.
   */
  takeOwnQuery(query: ProviderQuery): boolean {
    const key = toKey(query);
    const count = this.running.get(key) ?? 0;
    if (count > 0) this.running.set(key, count - 1);
    return count > 0;
  }

  /** What VS Code's other providers answer; undefined without its own Markdown support or when they fail. */
  async ask<Answer>(query: ProviderQuery): Promise<Answer | undefined> {
    if (!extensions.getExtension(builtinMarkdown)) return undefined;
    const key = toKey(query);
    this.running.set(key, (this.running.get(key) ?? 0) + 1);
    try {
      return await commands.executeCommand<Answer | undefined>(query.command, query.document.uri, query.position);
    } catch {
      return undefined;
    } finally {
      this.running.delete(key);
    }
  }
}

function toKey({ command, document, position }: ProviderQuery): string {
  return `${command} ${document.uri.toString()} ${position.line}:${position.character}`;
}
