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
import { isPost } from '../posts/posts.ts';
import { fromRange } from '../editing/ranges.ts';
import { askForNames } from './imageNames.ts';
import { sizeOfFile } from './imageSize.ts';
import type { Picture } from './transferred.ts';
import { filesIn, picturesIn } from './transferred.ts';

/** An image that comes from outside of the site goes to the folder in which this site keeps images. */
export const imageKind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'image', 'galley');

const images = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Where in a post images are to be shown. */
interface Spot {
  readonly document: TextDocument;
  readonly range: Range;
}

/** Images on their way into a post. */
interface Addition {
  readonly spot: Spot;
  readonly title: string;
  readonly edit: WorkspaceEdit;
  /** Those that are copied, none where the images are in the site already. */
  readonly pictures: readonly Picture[];
  readonly places: readonly ImagePlace[];
}

/** What is pasted stands in the additional edit: VS Code loses a snippet beside it when an edit is resolved. */
class ImagePaste extends DocumentPasteEdit {
  constructor(readonly addition: Addition) {
    super('', addition.title, imageKind);
    this.additionalEdit = addition.edit;
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
    const addition = range && others.length === 0 ? await this.addition({ document, range }, transfer) : undefined;
    return addition && !token.isCancellationRequested ? [new ImagePaste(addition)] : undefined;
  }

  async resolveDocumentPasteEdit(paste: ImagePaste): Promise<ImagePaste> {
    const named = await this.named(paste.addition);
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
    const addition = await this.addition({ document, range: new Range(position, position) }, transfer);
    if (!addition || token.isCancellationRequested) return undefined;
    const drop = new DocumentDropEdit('', addition.title, imageKind);
    // An edit that does nothing, when the writer leaves: without one VS Code would insert its own.
    drop.additionalEdit = (await this.named(addition)) ?? new WorkspaceEdit();
    return drop;
  }

  private async addition(spot: Spot, transfer: DataTransfer): Promise<Addition | undefined> {
    if (!isPost(spot.document)) return undefined;
    const files = await filesIn(transfer, images);
    const shown = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), size: await sizeOfFile(uri) })));
    const edit = shown.length > 0 ? await this.planned(spot, shown) : undefined;
    return edit
      ? { spot, title: l10n.t('Insert Image'), edit, pictures: [], places: [] }
      : this.copied(spot, await picturesIn(transfer));
  }

  private async copied(spot: Spot, pictures: readonly Picture[]): Promise<Addition | undefined> {
    if (pictures.length === 0) return undefined;
    const places = await askForPlan(this.server, imagePlaces, {
      uri: spot.document.uri.toString(),
      names: pictures.map(({ name }) => name),
    });
    if ('refusal' in places) return undefined;
    const edit = await this.put(spot, pictures, places, places);
    return edit && { spot, title: titleFor(places[0]!), edit, pictures, places };
  }

  /** The edit once the writer has named what has no name; undefined when the writer leaves. */
  private async named({ spot, edit, pictures, places }: Addition): Promise<WorkspaceEdit | undefined> {
    if (!places.some(({ isNameless }) => isNameless)) return edit;
    const chosen = await askForNames(this.server, spot.document, places);
    return chosen && this.put(spot, pictures, places, chosen);
  }

  /** Creates the files and shows them; nobody can tell what a picture shows from a name that was only proposed. */
  private async put(
    spot: Spot,
    pictures: readonly Picture[],
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
    return this.planned(spot, shown, created);
  }

  private async planned(
    { document, range }: Spot,
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

function titleFor({ path }: ImagePlace): string {
  return l10n.t('Insert Image in {0}', path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.');
}
