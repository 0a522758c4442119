import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { Completion, Completions, Document } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toTextEdits } from './toEdits.ts';
import { toRange } from './toRange.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  label: CompletionItemKind.Reference,
  footnote: CompletionItemKind.Reference,
  anchor: CompletionItemKind.Reference,
  page: CompletionItemKind.File,
  file: CompletionItemKind.File,
  date: CompletionItemKind.Event,
};

/** Completions at a caret; snippets lose their placeholders for clients that would print them. */
export function toCompletions(
  response: ResponseContext,
  document: Document,
  { items, isIncomplete }: Completions,
): CompletionList {
  return { isIncomplete, items: items.map((item) => toItem(response, document, item)) };
}

function toItem({ client }: ResponseContext, document: Document, item: Completion): CompletionItem {
  const isSnippet = item.snippet === true && client.fillsSnippets;
  const newText = item.snippet && !client.fillsSnippets ? withoutPlaceholders(item.edit.newText) : item.edit.newText;
  return {
    label: item.label,
    kind: kinds[item.kind],
    textEdit: { range: toRange(document, item.edit.range), newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: item.sortText,
    ...(item.additionalEdits && { additionalTextEdits: toTextEdits(document, item.additionalEdits) }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(item.again && client.isGalley && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}

/** The text a snippet of LSP 3.18 inserts when it is not filled in: first choices, defaults, nothing for bare stops. */
function withoutPlaceholders(snippet: string): string {
  const lastClose = snippet.lastIndexOf('}');
  let text = '';
  let at = 0;
  for (const { 0: found, 1: escaped, index } of snippet.matchAll(/\\([\\$}])|\$\{\d+[|:]|\$\{?\d+\}?/g)) {
    if (index < at) continue;
    text += snippet.slice(at, index) + (escaped ?? '');
    at = index + found.length;
    if (!/[|:]$/.test(found)) continue;
    if (lastClose < at) at--;
    else {
      const choiceEnd = found.endsWith('|') ? findChoiceEnd(snippet, at) : undefined;
      const next = snippet.indexOf('}', choiceEnd ?? at);
      const close = next < 0 ? lastClose : next;
      text += snippet.slice(at, Math.min(choiceEnd ?? close, close));
      at = close + 1;
    }
  }
  return text + snippet.slice(at);
}

/** Returns where the first of several choices ends. */
function findChoiceEnd(snippet: string, at: number): number {
  const end = /[,|]/g;
  end.lastIndex = at;
  return end.exec(snippet)?.index ?? snippet.length;
}
