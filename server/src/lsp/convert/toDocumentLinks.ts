import type { DocumentLink as LspDocumentLink } from 'vscode-languageserver';
import type { Document, DocumentLink, Target } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toRange } from './toRange.ts';

/** Where a link comes out, to be found when it is followed. */
interface LinkData {
  readonly uri: string;
  readonly fragment: string;
}

/** Links that open files; VS Code also opens them at a line, which is looked for when a link is followed. */
export function toDocumentLinks(
  { client, clientUri }: ResponseContext,
  document: Document,
  links: readonly DocumentLink[],
): LspDocumentLink[] {
  return links.map(({ range, target, fragment }) => {
    const data: LinkData = { uri: target, fragment };
    return {
      range: toRange(document, range),
      ...(fragment !== '' && client.isGalley ? { data } : { target: clientUri(target) }),
    };
  });
}

/** Where a link comes out, as `toDocumentLinks` wrote it into the link; undefined where it did not. */
export function toLinkData({ data }: LspDocumentLink): LinkData | undefined {
  const { uri, fragment } = (data ?? {}) as Partial<LinkData>;
  return typeof uri === 'string' && typeof fragment === 'string' ? { uri, fragment } : undefined;
}

/** A link with the line it comes out at. */
export function toResolvedLink(
  { clientUri }: ResponseContext,
  link: LspDocumentLink,
  { document, range }: Target,
): LspDocumentLink {
  const { line, character } = document.positionAt(range.start);
  return { ...link, target: `${clientUri(document.uri)}#L${line + 1},${character + 1}` };
}
