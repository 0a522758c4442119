import type {
  DataTransfer,
  DocumentDropEdit,
  DocumentDropEditProvider,
  DocumentPasteEdit,
  DocumentPasteEditProvider,
} from 'vscode';
import { Range } from 'vscode';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import { isPost } from '../server/postDocuments.ts';

/** Creates what is offered for a transfer; undefined where Galley has nothing to offer. */
export type CreateEdit<Edit> = (target: InsertionTarget, transfer: DataTransfer) => Promise<Edit | undefined>;

/** Offers an edit for what is pasted into a post at one place. */
export function createPasteProvider<Edit extends DocumentPasteEdit>(
  create: CreateEdit<Edit>,
): DocumentPasteEditProvider<Edit> {
  return {
    provideDocumentPasteEdits: async (document, ranges, transfer, _context, token) => {
      const [range, ...others] = ranges;
      if (!range || others.length > 0 || !isPost(document)) return undefined;
      const edit = await create({ document, range }, transfer);
      return edit && !token.isCancellationRequested ? [edit] : undefined;
    },
  };
}

/** Offers an edit for what is dropped into a post. */
export function createDropProvider(create: CreateEdit<DocumentDropEdit>): DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (document, position, transfer, token) => {
      if (!isPost(document)) return undefined;
      const edit = await create({ document, range: new Range(position, position) }, transfer);
      return token.isCancellationRequested ? undefined : edit;
    },
  };
}
