import type {
  CancellationToken,
  DataTransfer,
  DocumentDropEditProvider,
  DocumentPasteEditProvider,
  Position,
  TextDocument,
} from 'vscode';
import {
  CancellationError,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  Range,
  SnippetString,
  SnippetTextEdit,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type { ImagePlace, ImageToInsert } from '../../../server/src/protocol/index.ts';
import { imagePlaces, insert } from '../../../server/src/protocol/index.ts';
import { askForPlan } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { askForNames } from './imageNames.ts';
import { readImageSize } from '../editing/imageSize.ts';
import type { TransferredImage } from './transferredFiles.ts';
import { readFileUris, readImages } from './transferredFiles.ts';

/** An image that comes from outside of the site goes to the folder in which this site keeps images. */
export const imageKind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'image', 'galley');

const imagePattern = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Where in a post images are to be shown. */
interface InsertionTarget {
  readonly document: TextDocument;
  readonly range: Range;
}

/** Images on their way into a post. */
interface ImageInsertion {
  readonly target: InsertionTarget;
  readonly title: string;
  readonly edit: WorkspaceEdit;
  /** Those that are copied, none where the images are in the site already. */
  readonly images: readonly TransferredImage[];
  readonly places: readonly ImagePlace[];
}

/** What is pasted stands in the additional edit: VS Code loses a snippet beside it when an edit is resolved. */
class ImagePaste extends DocumentPasteEdit {
  constructor(readonly insertion: ImageInsertion) {
    super('', insertion.title, imageKind);
    this.additionalEdit = insertion.edit;
  }
}

/**
 * Shows pasted and dropped images in a post as this author's images are written: those of the site where they lie, others put where the
 * posts of the site have theirs. The writer is asked for a name where an image comes without one: for a paste when it is carried out, for
 * a drop at once, because VS Code resolves no drops.
 */
export class ImageTransfer implements DocumentPasteEditProvider<ImagePaste>, DocumentDropEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<ImagePaste[] | undefined> {
    const [range, ...others] = ranges;
    const addition = range && others.length === 0 ? await this.planInsertion({ document, range }, transfer) : undefined;
    return addition && !token.isCancellationRequested ? [new ImagePaste(addition)] : undefined;
  }

  async resolveDocumentPasteEdit(paste: ImagePaste): Promise<ImagePaste> {
    const named = await this.askForMissingNames(paste.insertion);
    if (!named) throw new CancellationError();
    paste.additionalEdit = named;
    return paste;
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    transfer: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const addition = await this.planInsertion({ document, range: new Range(position, position) }, transfer);
    if (!addition || token.isCancellationRequested) return undefined;
    const drop = new DocumentDropEdit('', addition.title, imageKind);
    // An edit that does nothing, when the writer leaves: without one VS Code would insert its own.
    drop.additionalEdit = (await this.askForMissingNames(addition)) ?? new WorkspaceEdit();
    return drop;
  }

  private async planInsertion(spot: InsertionTarget, transfer: DataTransfer): Promise<ImageInsertion | undefined> {
    if (!isPost(spot.document)) return undefined;
    const files = await readFileUris(transfer, imagePattern);
    const shown = await Promise.all(
      files.map(async (uri) => ({ uri: uri.toString(), size: await readImageSize(uri) })),
    );
    const edit = shown.length > 0 ? await this.planInsertEdit(spot, shown) : undefined;
    return edit
      ? { target: spot, title: l10n.t('Insert Image'), edit, images: [], places: [] }
      : this.planCopies(spot, await readImages(transfer));
  }

  private async planCopies(
    spot: InsertionTarget,
    pictures: readonly TransferredImage[],
  ): Promise<ImageInsertion | undefined> {
    if (pictures.length === 0) return undefined;
    const places = await askForPlan(this.server, imagePlaces, {
      uri: spot.document.uri.toString(),
      names: pictures.map(({ name }) => name),
    });
    if ('refusal' in places) return undefined;
    const edit = await this.planEdit(spot, pictures, places, places);
    return edit && { target: spot, title: toTitle(places[0]!), edit, images: pictures, places };
  }

  /** The edit once the writer has named what has no name; undefined when the writer leaves. */
  private async askForMissingNames({
    target: spot,
    edit,
    images: pictures,
    places,
  }: ImageInsertion): Promise<WorkspaceEdit | undefined> {
    if (!places.some(({ isNameless }) => isNameless)) return edit;
    const chosen = await askForNames(this.server, spot.document, places);
    return chosen && this.planEdit(spot, pictures, places, chosen);
  }

  /** Creates the files and shows them; nobody can tell what a picture shows from a name that was only proposed. */
  private async planEdit(
    spot: InsertionTarget,
    pictures: readonly TransferredImage[],
    proposed: readonly ImagePlace[],
    places: readonly ImagePlace[],
  ): Promise<WorkspaceEdit | undefined> {
    const shown = places.map(({ uri }, index): ImageToInsert => {
      const { isNameless, uri: first } = proposed[index]!;
      return { uri, size: pictures[index]!.size, ...(isNameless && uri === first && { alt: l10n.t('alt text') }) };
    });
    const created = new WorkspaceEdit();
    for (const [index, { uri }] of places.entries())
      created.createFile(Uri.parse(uri), { contents: pictures[index]!.contents });
    return this.planInsertEdit(spot, shown, created);
  }

  private async planInsertEdit(
    { document, range }: InsertionTarget,
    shown: readonly ImageToInsert[],
    edit = new WorkspaceEdit(),
  ): Promise<WorkspaceEdit | undefined> {
    const planned = await askForPlan(this.server, insert, {
      uri: document.uri.toString(),
      selection: fromRange(range),
      what: { kind: 'images', images: shown },
    });
    if ('refusal' in planned || !planned.snippet) return undefined;
    edit.set(document.uri, [SnippetTextEdit.replace(range, new SnippetString(planned.snippet.text))]);
    return edit;
  }
}

function toTitle({ path }: ImagePlace): string {
  return l10n.t('Insert Image in {0}', path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.');
}
