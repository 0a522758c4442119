import type {
  DocumentHighlight,
  DocumentHighlightKind,
  FoldingRange,
  Hover as LspHover,
  Location,
  LocationLink,
  SelectionRange,
} from 'vscode-languageserver';
import { DocumentHighlightKind as HighlightKind, FoldingRangeKind, MarkupKind } from 'vscode-languageserver';
import type { Document, Folding, Highlight, Hover, Range, Target } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toOuterRange, toRange } from './toRange.ts';

/** A hover over its own range. */
export function toHover({ client }: ResponseContext, document: Document, hover: Hover | undefined): LspHover | null {
  if (!hover) return null;
  const kind = client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(document, hover.range), contents: { kind, value: hover.markdown } };
}

/** Places of labels. */
export function toLocations({ clientUri }: ResponseContext, targets: readonly Target[]): Location[] {
  return targets.map(({ document, range }) => ({ uri: clientUri(document.uri), range: toRange(document, range) }));
}

/** Places with the whole definition around the label and what leads there, for clients that show it. */
export function toLinks(
  response: ResponseContext,
  from: Document,
  targets: readonly Target[],
): Location[] | LocationLink[] {
  if (!response.client.followsLinks) return toLocations(response, targets);
  return targets.map(({ document, range, fullRange, origin }) => ({
    ...(origin && { originSelectionRange: toRange(from, origin) }),
    targetUri: response.clientUri(document.uri),
    targetRange: toOuterRange(document, fullRange, range),
    targetSelectionRange: toRange(document, range),
  }));
}

const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  read: HighlightKind.Read,
  write: HighlightKind.Write,
};

/** Uses (read) and definitions (write) in the document itself. */
export function toHighlights(document: Document, highlights: readonly Highlight[]): DocumentHighlight[] {
  return highlights.map(({ range, kind }) => ({ range: toRange(document, range), kind: highlightKinds[kind] }));
}

/** Ranges from the inside out as LSP chains them; a caret alone where there are none. */
export function toSelectionRange(document: Document, ranges: readonly Range[], offset: number): SelectionRange {
  const wider = ranges.length > 0 ? ranges : [{ start: offset, end: offset }];
  return wider.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: toRange(document, range), ...(parent && { parent }) }),
    undefined,
  )!;
}

/** Folded lines; a range within one line folds nothing. */
export function toFoldingRanges(
  { client }: ResponseContext,
  document: Document,
  foldings: readonly Folding[],
): FoldingRange[] {
  return foldings.flatMap(({ range, kind }) => {
    const { start, end } = toRange(document, range);
    if (end.line <= start.line) return [];
    const lines = {
      startLine: start.line,
      endLine: end.line,
      ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
    };
    return [
      client.foldsWholeLinesOnly ? lines : { ...lines, startCharacter: start.character, endCharacter: end.character },
    ];
  });
}
