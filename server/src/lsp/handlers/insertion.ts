import * as protocol from '../../protocol/index.ts';
import { fromRange } from '../convert/fromProtocol.ts';
import { toInsertion } from '../convert/toInsertion.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, workspaceRequest } from './handler.ts';

const notOpen: protocol.Refusal = { refusal: 'This document is not open any more.' };

/** What is put into posts. */
export const insertion: readonly Handler[] = [
  dependingOnSite(
    workspaceRequest(protocol.insert, async ({ analysis }, { uri, selection, what }) => {
      const document = analysis.document(uri);
      const inserted = document && (await analysis.insert(uri, fromRange(document, selection), what));
      if (!inserted) return notOpen;
      return 'refusal' in inserted ? inserted : toInsertion(document, inserted);
    }),
  ),
  dependingOnSite(
    workspaceRequest(protocol.imagePlaces, async ({ analysis }, { uri, names, isChosen }) => {
      const places = await analysis.imagePlaces(uri, names, isChosen ? 'chosen' : 'proposed');
      return places ?? notOpen;
    }),
  ),
  dependingOnSite(workspaceRequest(protocol.choices, ({ analysis }, { uri, kind }) => analysis.choices(uri, kind))),
  workspaceRequest(protocol.pageTitle, ({ analysis }, { html }) => analysis.pageTitle(html) ?? null),
];
