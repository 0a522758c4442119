import type { CompletionContext, CompletionItem, Hover, Location, LocationLink, Range, Uri } from 'vscode';
import {
  CompletionItemKind,
  CompletionList,
  CompletionTriggerKind,
  Hover as VSCodeHover,
  MarkdownString,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { ProviderQuery } from './otherProviders.ts';
import { askOthers, isForOthers } from './otherProviders.ts';

/** The characters for which VS Code's own Markdown support listens too; after another one only Galley is asked. */
const sharedCharacters: ReadonlySet<string | undefined> = new Set(['.', '/', '#']);

/**
 * Keeps what VS Code's own Markdown support answers as well from showing twice: VS Code lists the answers of all
 * providers, so Galley asks what the others say and adds only what they leave out.
 */
export const withoutDuplicates: Middleware = {
  provideDefinition: async (document, position, token, next) => {
    const question = { command: 'vscode.executeDefinitionProvider', document, position };
    if (isForOthers(question)) return undefined;
    const own = await next(document, position, token);
    return (
      own && (keepNewLocations<Location | LocationLink>([own].flat(), question) as Promise<Location[] | LocationLink[]>)
    );
  },
  provideReferences: async (document, position, options, token, next) => {
    const question = { command: 'vscode.executeReferenceProvider', document, position };
    if (isForOthers(question)) return undefined;
    const own = await next(document, position, options, token);
    return own && keepNewLocations(own, question);
  },
  provideCompletionItem: async (document, position, context, token, next) => {
    const question = { command: 'vscode.executeCompletionItemProvider', document, position };
    if (isForOthers(question)) return undefined;
    const own = await next(document, position, context, token);
    return own && isSharedTrigger(context) ? keepNewItems(own, question) : own;
  },
  provideHover: async (document, position, token, next) => {
    const question = { command: 'vscode.executeHoverProvider', document, position };
    if (isForOthers(question)) return undefined;
    const own = await next(document, position, token);
    return own && hasImage(own) ? removeDuplicateImage(own, question) : own;
  },
};

async function keepNewLocations<Place extends Location | LocationLink>(
  own: readonly Place[],
  question: ProviderQuery,
): Promise<Place[]> {
  if (own.length === 0) return [];
  const theirs = ((await askOthers<(Location | LocationLink)[]>(question)) ?? []).map(toLocation);
  return own.filter((each) => {
    const { uri, range } = toLocation(each);
    return !theirs.some(
      (other) =>
        other.uri.toString() === uri.toString() && (range.contains(other.range) || other.range.contains(range)),
    );
  });
}

function toLocation(place: Location | LocationLink): { readonly uri: Uri; readonly range: Range } {
  return 'targetUri' in place ? { uri: place.targetUri, range: place.targetRange } : place;
}

function isSharedTrigger({ triggerKind, triggerCharacter }: CompletionContext): boolean {
  return triggerKind !== CompletionTriggerKind.TriggerCharacter || sharedCharacters.has(triggerCharacter);
}

async function keepNewItems(
  own: CompletionList | CompletionItem[],
  question: ProviderQuery,
): Promise<CompletionList | CompletionItem[]> {
  const items = own instanceof CompletionList ? own.items : own;
  if (!items.some(isShared)) return own;
  const theirs = (await askOthers<CompletionList>(question))?.items.filter(isShared) ?? [];
  const known = new Set(theirs.map((item) => toCompletedText(item, question)));
  const fresh = items.filter((item) => !isShared(item) || !known.has(toCompletedText(item, question)));
  return own instanceof CompletionList ? new CompletionList(fresh, own.isIncomplete) : fresh;
}

/** Labels and paths of files, which VS Code's own Markdown support completes too. */
function isShared({ kind }: CompletionItem): boolean {
  return kind === CompletionItemKind.Reference || kind === CompletionItemKind.File;
}

/** What tells two items apart: a label as it is, a file by all that stands on its line up to the end of what is inserted, since paths are completed whole or name by name. */
function toCompletedText(
  { kind, label, insertText, range }: CompletionItem,
  { document, position }: ProviderQuery,
): string {
  const name = typeof label === 'string' ? label : label.label;
  if (kind !== CompletionItemKind.File) return name;
  const start = range && ('inserting' in range ? range.inserting : range).start;
  const text = typeof insertText === 'string' ? insertText : (insertText?.value ?? name);
  return decodePath(document.lineAt(position).text.slice(0, start?.character ?? position.character) + text);
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** An image as Galley's server writes it, and as others do. */
const galleyImage = /^!\[\]\([^\n]*\)\n*/;
const anyImage = /!\[[^\]]*\]\(|<img\b/;

function toTexts({ contents }: Hover): string[] {
  return contents.map((content) => (typeof content === 'string' ? content : content.value));
}

function hasImage(hover: Hover): boolean {
  return toTexts(hover).some((text) => galleyImage.test(text));
}

async function removeDuplicateImage(own: Hover, question: ProviderQuery): Promise<Hover | undefined> {
  const theirs = await askOthers<Hover[]>(question);
  if (!theirs?.some((hover) => toTexts(hover).some((text) => anyImage.test(text)))) return own;
  const rest = toTexts(own)
    .map((text) => text.replace(galleyImage, ''))
    .filter((text) => text !== '');
  return rest.length === 0
    ? undefined
    : new VSCodeHover(
        rest.map((text) => new MarkdownString(text)),
        own.range,
      );
}
