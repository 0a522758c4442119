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
import { OtherProviders } from './otherProviders.ts';

/** The trigger characters of VS Code's own Markdown support; after another one only Galley is asked. */
const sharedCharacters: ReadonlySet<string | undefined> = new Set(['.', '/', '#']);

/**
 * Keeps what VS Code's own Markdown support answers as well from showing twice: VS Code lists the answers of all
 * providers, so Galley asks what the others say and adds only what they leave out.
 */
export function createBuiltinMarkdownMiddleware(): Middleware {
  const others = new OtherProviders();
  return {
    provideDefinition: async (document, position, token, next) => {
      const query = { command: 'vscode.executeDefinitionProvider', document, position };
      if (others.takeOwnQuery(query)) return undefined;
      const own: (Location | LocationLink)[] = [(await next(document, position, token)) ?? []].flat();
      return own.length === 0 ? undefined : (removeKnownLocations(own, await others.ask(query)) as Location[]);
    },
    provideReferences: async (document, position, options, token, next) => {
      const query = { command: 'vscode.executeReferenceProvider', document, position };
      if (others.takeOwnQuery(query)) return undefined;
      const own = await next(document, position, options, token);
      return own?.length ? removeKnownLocations(own, await others.ask(query)) : own;
    },
    provideCompletionItem: async (document, position, context, token, next) => {
      const query = { command: 'vscode.executeCompletionItemProvider', document, position };
      if (others.takeOwnQuery(query)) return undefined;
      const own = await next(document, position, context, token);
      const items = own instanceof CompletionList ? own.items : (own ?? []);
      if (!own || !isSharedTrigger(context) || !items.some(isShared)) return own;
      const fresh = removeKnownItems(items, (await others.ask<CompletionList>(query))?.items ?? [], query);
      return own instanceof CompletionList ? new CompletionList(fresh, own.isIncomplete) : fresh;
    },
    provideHover: async (document, position, token, next) => {
      const query = { command: 'vscode.executeHoverProvider', document, position };
      if (others.takeOwnQuery(query)) return undefined;
      const own = await next(document, position, token);
      return own && hasImage(own) ? removeKnownImage(own, (await others.ask<Hover[]>(query)) ?? []) : own;
    },
  };
}

/** Those of Galley's locations that no other provider returns: none in the same file overlaps them. */
function removeKnownLocations<Place extends Location | LocationLink>(
  own: readonly Place[],
  others: readonly (Location | LocationLink)[] = [],
): Place[] {
  const known = others.map(toLocation);
  return own.filter((each) => {
    const { uri, range } = toLocation(each);
    return !known.some(
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

function removeKnownItems(
  own: readonly CompletionItem[],
  others: readonly CompletionItem[],
  query: ProviderQuery,
): CompletionItem[] {
  const known = new Set(others.filter(isShared).map((item) => toCompletedText(item, query)));
  return own.filter((item) => !isShared(item) || !known.has(toCompletedText(item, query)));
}

/** Whether VS Code's own Markdown support completes such items too: labels and paths of files. */
function isShared({ kind }: CompletionItem): boolean {
  return kind === CompletionItemKind.Reference || kind === CompletionItemKind.File;
}

/**
 * What is the same in two items that complete the same: a label as it is; for a file, whose path is completed whole or
 * name by name, the line up to the end of what is inserted.
 */
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

/** An image as Galley's server writes it. */
const galleyImage = /^!\[\]\([^\n]*\)\n*/;

/** Whether a text shows an image, whoever wrote it. */
function showsImage(text: string): boolean {
  const parts = text.split(']');
  return /<img\b/.test(text) || parts.some((part, at) => part.includes('![') && parts[at + 1]?.startsWith('('));
}

function toTexts({ contents }: Hover): string[] {
  return contents.map((content) => (typeof content === 'string' ? content : content.value));
}

function hasImage(hover: Hover): boolean {
  return toTexts(hover).some((text) => galleyImage.test(text));
}

/** Galley's hover without its image where another one shows it; undefined when nothing else is in it. */
function removeKnownImage(own: Hover, others: readonly Hover[]): Hover | undefined {
  if (!others.some((hover) => toTexts(hover).some(showsImage))) return own;
  const rest = toTexts(own)
    .map((text) => text.replace(galleyImage, ''))
    .filter((text) => text !== '')
    .map((text) => new MarkdownString(text));
  return rest.length === 0 ? undefined : new VSCodeHover(rest, own.range);
}
