import { l10n, SnippetString, SnippetTextEdit, Uri, WorkspaceEdit } from 'vscode';
import type { ImagePlace, ImageToInsert } from '../../../server/src/protocol/index.ts';
import { imagePlaces } from '../../../server/src/protocol/index.ts';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import { planInsertion } from '../editing/planInsertion.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { requestPlan } from '../server/requests.ts';
import { askForNames } from './imageNames.ts';
import type { TransferredImage } from './transferred.ts';

/** Images about to be inserted into a post. */
export interface ImageInsertion {
  readonly target: InsertionTarget;
  readonly title: string;
  readonly edit: WorkspaceEdit;
  /** Those that are copied; none where the images are in the site already. */
  readonly copies: readonly ImageCopy[];
}

/** An image and where it is copied to. */
interface ImageCopy {
  readonly image: TransferredImage;
  readonly place: ImagePlace;
}

/** Plans to show images of the site where they are; undefined where the server refuses, as for files elsewhere. */
export async function planReferences(
  server: LanguageServer,
  target: InsertionTarget,
  images: readonly ImageToInsert[],
): Promise<ImageInsertion | undefined> {
  const edit = await planEdit(server, target, images);
  return edit && { target, title: l10n.t('Insert Image'), edit, copies: [] };
}

/**
 * Plans to copy images into the folder in which the site keeps images, and to show them; undefined where the server
 * refuses.
 */
export async function planCopies(
  server: LanguageServer,
  target: InsertionTarget,
  images: readonly TransferredImage[],
): Promise<ImageInsertion | undefined> {
  if (images.length === 0) return undefined;
  const uri = target.document.uri.toString();
  const places = await requestPlan(server, imagePlaces, { uri, names: images.map(({ name }) => name) });
  if ('refusal' in places) return undefined;
  const copies = images.map((image, index): ImageCopy => ({ image, place: places[index]! }));
  const edit = await planCopyEdit(server, target, copies);
  return edit && { target, title: toTitle(places[0]!), edit, copies };
}

/** The edit once the writer has named the images that have no name; undefined when the writer leaves. */
export async function withChosenNames(
  server: LanguageServer,
  { target, edit, copies }: ImageInsertion,
): Promise<WorkspaceEdit | undefined> {
  if (!copies.some(({ place }) => place.isNameless)) return edit;
  const proposed = copies.map(({ place }) => place);
  const chosen = await askForNames(server, target.document, proposed);
  if (!chosen) return undefined;
  const named = copies.map(({ image, place }, index): ImageCopy => {
    const isKept = place.isNameless && chosen[index]!.uri === place.uri;
    const { uri, path } = chosen[index]!;
    return { image, place: { uri, path, ...(isKept && { isNameless: true }) } };
  });
  return planCopyEdit(server, target, named);
}

/**
 * Creates the files and shows them; the alternative text is left to the writer where a name says nothing of what the
 * image shows.
 */
async function planCopyEdit(
  server: LanguageServer,
  target: InsertionTarget,
  copies: readonly ImageCopy[],
): Promise<WorkspaceEdit | undefined> {
  const images = copies.map(({ image, place }): ImageToInsert => ({
    uri: place.uri,
    size: image.size,
    ...(place.isNameless && { alt: l10n.t('alt text') }),
  }));
  const edit = new WorkspaceEdit();
  for (const { image, place } of copies) edit.createFile(Uri.parse(place.uri), { contents: image.contents });
  return planEdit(server, target, images, edit);
}

/** Adds to an edit, after what is in it, what shows images in a post. */
async function planEdit(
  server: LanguageServer,
  target: InsertionTarget,
  images: readonly ImageToInsert[],
  edit = new WorkspaceEdit(),
): Promise<WorkspaceEdit | undefined> {
  const plan = await planInsertion(server, target, { kind: 'images', images });
  if ('refusal' in plan || !plan.snippet) return undefined;
  edit.set(target.document.uri, [SnippetTextEdit.replace(target.range, new SnippetString(plan.snippet.text))]);
  return edit;
}

function toTitle({ path }: ImagePlace): string {
  return l10n.t('Insert Image in {0}', path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.');
}
