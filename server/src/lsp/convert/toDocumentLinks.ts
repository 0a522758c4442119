import type { DocumentLink as LspDocumentLink } from 'vscode-languageserver';
import type { DocumentLink, OpenPost, Snapshot, Workspace } from '../../service/index.ts';
import { canonical, landing } from '../../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toRange } from './toProtocol.ts';

/** Where a link comes out, to be found when it is followed. */
interface Data {
  readonly uri: string;
  readonly fragment: string;
}

/** Links that open files; VS Code also opens them at a line, which is looked for when a link is followed. */
export function toDocumentLinks(
  { client, spelling }: Recipient,
  { document }: OpenPost,
  links: readonly DocumentLink[],
): LspDocumentLink[] {
  return links.map(({ range, target, fragment }) => {
    const data: Data = { uri: target, fragment };
    return {
      range: toRange(document, range),
      ...(fragment !== '' && client.isGalley ? { data } : { target: spelling(target) }),
    };
  });
}

/** A link with the line of its heading. */
export async function resolvedLink(
  { spelling }: Recipient,
  snapshot: Snapshot,
  files: Workspace,
  link: LspDocumentLink,
): Promise<LspDocumentLink> {
  const { uri, fragment } = (link.data ?? {}) as Partial<Data>;
  if (typeof uri !== 'string' || typeof fragment !== 'string') return link;
  const { document, range } = await landing(canonical(uri), fragment, snapshot, files);
  const { line, character } = document.positionAt(range.start);
  return { ...link, target: `${spelling(uri)}#L${line + 1},${character + 1}` };
}
