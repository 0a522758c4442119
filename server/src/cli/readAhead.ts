import type { Workspace } from '../service/index.ts';

/** Files that are read while earlier ones are being checked: enough to keep the disk busy, few enough to keep memory flat. */
const ahead = 16;

/** Files in their order with their texts, undefined for what is no text. */
export async function* textsOf(workspace: Workspace, uris: readonly string[]): AsyncGenerator<{ readonly uri: string; readonly text: string | undefined }> {
  const reading = uris.slice(0, ahead).map((uri) => workspace.read(uri));
  for (const [index, uri] of uris.entries()) {
    const text = await reading.shift();
    const next = uris[index + ahead];
    if (next !== undefined) reading.push(workspace.read(next));
    yield { uri, text };
  }
}
