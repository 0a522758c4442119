import type { Webview } from 'vscode';
import { FileType, Uri, workspace } from 'vscode';
import { linkedFiles } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { sendRequest } from '../server/requests.ts';

/** A file of the workspace, and when it changed last in milliseconds since 1970. */
interface LinkedFile {
  readonly uri: Uri;
  readonly mtime: number;
}

/** The addresses from which the page loads images, by source as written; null where there is no such file. */
export async function findImageAddresses(
  server: LanguageServer,
  webview: Webview,
  { uri, sources }: { readonly uri: string; readonly sources: readonly string[] },
): Promise<Record<string, string | null>> {
  const candidates = await sendRequest(server, linkedFiles, { uri, addresses: sources });
  const found = await Promise.all(
    sources.map(async (source): Promise<[string, string | null]> => {
      const file = await findFirstFile(candidates[source] ?? []);
      return [source, file ? toImageAddress(webview, file) : null];
    }),
  );
  return Object.fromEntries(found);
}

/** The file that a link in the preview of a post leads to; undefined where there is none. */
export async function findLinkedFile(server: LanguageServer, post: Uri, href: string): Promise<Uri | undefined> {
  const candidates = await sendRequest(server, linkedFiles, { uri: post.toString(), addresses: [href] });
  return (await findFirstFile(candidates[href] ?? []))?.uri;
}

async function findFirstFile(candidates: readonly string[]): Promise<LinkedFile | undefined> {
  for (const candidate of candidates) {
    const uri = Uri.parse(candidate);
    const stat = await workspace.fs.stat(uri).then(undefined, () => undefined);
    if (stat && (stat.type & FileType.File) !== 0) return { uri, mtime: stat.mtime };
  }
  return undefined;
}

/** The address of an image in the page: another one when the file changed, so that it is loaded again. */
function toImageAddress(webview: Webview, { uri, mtime }: LinkedFile): string {
  return webview
    .asWebviewUri(uri)
    .with({ query: `v=${mtime}` })
    .toString();
}
