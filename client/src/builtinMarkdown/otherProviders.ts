import type { Position, TextDocument } from 'vscode';
import { commands, extensions } from 'vscode';

/** VS Code's own Markdown support; it runs beside Galley wherever it is. */
const neighbour = 'vscode.markdown-language-features';

/** Questions that are on their way to everybody: when they come by here, Galley leaves them to the others. */
const passing = new Map<string, number>();

/** One question about a place: the command by which VS Code asks all providers, and the place. */
export interface ProviderQuery {
  readonly command: string;
  readonly document: TextDocument;
  readonly position: Position;
}

/** Whether this question is Galley's own to the others, which it must not answer itself; each is told once. */
export function isForOthers(question: ProviderQuery): boolean {
  const key = toKey(question);
  const count = passing.get(key) ?? 0;
  if (count > 0) passing.set(key, count - 1);
  return count > 0;
}

/** What VS Code's other providers answer to a question; undefined without the neighbour or when they fail. */
export async function askOthers<Answer>(question: ProviderQuery): Promise<Answer | undefined> {
  if (!extensions.getExtension(neighbour)) return undefined;
  const key = toKey(question);
  passing.set(key, (passing.get(key) ?? 0) + 1);
  try {
    return await commands.executeCommand<Answer | undefined>(
      question.command,
      question.document.uri,
      question.position,
    );
  } catch {
    return undefined;
  } finally {
    passing.delete(key);
  }
}

function toKey({ command, document, position }: ProviderQuery): string {
  return `${command} ${document.uri.toString()} ${position.line}:${position.character}`;
}
