import type {
  CodeAction,
  Diagnostic,
  DocumentHighlight,
  DocumentHighlightKind,
  FoldingRange,
  Hover as LspHover,
  Location,
  LocationLink,
  Range as LspRange,
  SelectionRange,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentHighlightKind as HighlightKind,
  FoldingRangeKind,
  MarkupKind,
} from 'vscode-languageserver';
import type {
  Action,
  Document,
  DocumentEdit,
  Folding,
  Highlight,
  Hover,
  OpenPost,
  Problem,
  Range,
  Rendered,
  Severity,
  Snapshot,
  Target,
  TextEdit,
} from '../../service/index.ts';
import type { RenderResult } from '../../protocol/index.ts';
import type { Client } from './fromProtocol.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Whom an answer is for: what the client can do, and how it spells a document's URI. */
export interface Recipient {
  readonly client: Client;
  /** URI of the folder with the rules' pages; a diagnostic's code leads there. */
  readonly rulePages: string | undefined;
  spelling(uri: string): string;
}

/** Lines and columns of a range of offsets. */
export function toRange(document: Document, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Edits whose ranges are offsets into `document`. */
export function toEdits(document: Document, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}

/** One undoable edit of one document. */
function toWorkspaceEdit(
  { client, spelling }: Recipient,
  document: Document,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  const uri = spelling(document.uri);
  const converted = toEdits(document, edits);
  if (!client.versionsEdits) return { changes: { [uri]: converted } };
  return { documentChanges: [{ textDocument: { uri, version: document.version }, edits: converted }] };
}

/** One undoable edit of several documents, of which the client knows only those in `open` by their version. */
export function toWorkspaceEdits(
  { client, spelling }: Recipient,
  open: Snapshot['open'],
  changes: readonly DocumentEdit[],
): WorkspaceEdit {
  if (!client.versionsEdits)
    return {
      changes: Object.fromEntries(
        changes.map(({ document, edits }) => [spelling(document.uri), toEdits(document, edits)]),
      ),
    };
  return {
    documentChanges: changes.map(({ document, edits }) => ({
      textDocument: { uri: spelling(document.uri), version: open.has(document.uri) ? document.version : null },
      edits: toEdits(document, edits),
    })),
  };
}

/** A problem as the editor shows it. */
export function toDiagnostic(
  { client, spelling, rulePages }: Recipient,
  document: Document,
  problem: Problem,
): Diagnostic {
  const uri = spelling(document.uri);
  const related = problem.related?.map(({ range, message }) => ({
    location: { uri, range: toRange(document, range) },
    message,
  }));
  return {
    range: toRange(document, problem.range),
    message: problem.message,
    severity: severities[problem.severity],
    source: 'Galley',
    code: problem.rule,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}/${problem.rule}.md` } }),
    ...(problem.unnecessary && client.showsUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && client.showsRelated && { relatedInformation: related }),
  };
}

/** A hover over its own range. */
export function toHover({ client }: Recipient, { document }: OpenPost, hover: Hover | undefined): LspHover | null {
  if (!hover) return null;
  const kind = client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(document, hover.range), contents: { kind, value: hover.markdown } };
}

/** Places of labels. */
export function toLocations({ spelling }: Recipient, targets: readonly Target[]): Location[] {
  return targets.map(({ document, range }) => ({ uri: spelling(document.uri), range: toRange(document, range) }));
}

/** Places with the whole definition around the label and what leads there, for clients that show it. */
export function toLinks(
  recipient: Recipient,
  { document: from }: OpenPost,
  targets: readonly Target[],
): Location[] | LocationLink[] {
  if (!recipient.client.followsLinks) return toLocations(recipient, targets);
  return targets.map(({ document, range, fullRange, origin }) => ({
    ...(origin && { originSelectionRange: toRange(from, origin) }),
    targetUri: recipient.spelling(document.uri),
    targetRange: toRange(document, around(fullRange, range)),
    targetSelectionRange: toRange(document, range),
  }));
}

/** LSP wants the outer range to hold the inner one. */
export function around(outer: Range, inner: Range): Range {
  return { start: Math.min(outer.start, inner.start), end: Math.max(outer.end, inner.end) };
}

const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  read: HighlightKind.Read,
  write: HighlightKind.Write,
};

/** Uses (read) and definitions (write) in the document itself. */
export function toHighlights({ document }: OpenPost, highlights: readonly Highlight[]): DocumentHighlight[] {
  return highlights.map(({ range, kind }) => ({ range: toRange(document, range), kind: highlightKinds[kind] }));
}

/** Ranges from the inside out as LSP chains them; a caret alone where there are none. */
export function toSelectionRange({ document }: OpenPost, ranges: readonly Range[], offset: number): SelectionRange {
  const wider = ranges.length > 0 ? ranges : [{ start: offset, end: offset }];
  return wider.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: toRange(document, range), ...(parent && { parent }) }),
    undefined,
  )!;
}

/** Folded lines; a range within one line folds nothing. */
export function toFoldings(
  { client }: Recipient,
  { document }: OpenPost,
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

/** An action with its edit, bound to the diagnostic it mends. */
export function toCodeAction(recipient: Recipient, { document }: OpenPost, action: Action): CodeAction {
  return {
    title: action.title,
    kind: action.kind,
    edit: toWorkspaceEdit(recipient, document, action.edits),
    ...(action.problem && { diagnostics: [toDiagnostic(recipient, document, action.problem)] }),
    ...(action.preferred && { isPreferred: true }),
  };
}

/** A preview with its problems in lines. */
export function toPreview(document: Document, rendered: Rendered): RenderResult {
  const problems = rendered.problems.map(({ range, rule, severity, message }) => ({
    line: document.positionAt(range.start).line,
    endLine: document.positionAt(range.end).line,
    text: document.text.slice(range.start, Math.min(range.end, range.start + longestMark)),
    rule,
    severity,
    message,
  }));
  return { ...rendered, problems };
}

/** Text of a problem beyond this is not looked for in the preview, in UTF-16 units. */
const longestMark = 500;
