import * as protocol from '../../protocol/index.ts';
import { fromRange } from '../convert/fromProtocol.ts';
import { toPreview } from '../convert/toPreview.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, workspaceRequest } from './handler.ts';

/** Posts as their readers meet them. */
export const preview: readonly Handler[] = [
  workspaceRequest(protocol.render, function* ({ analysis }, { uri }) {
    const [document, rendered] = [analysis.document(uri), yield* analysis.render(uri)];
    return document && rendered ? toPreview(document, rendered) : null;
  }),
  dependingOnSite(
    workspaceRequest(protocol.linkedFiles, ({ analysis }, { uri, addresses }) => analysis.linkedFiles(uri, addresses)),
  ),
  workspaceRequest(protocol.siteStyles, ({ analysis }, { uri }) => analysis.siteStyles(uri)),
  workspaceRequest(protocol.wordCount, function* ({ analysis }, { uri, ranges }) {
    const document = analysis.document(uri);
    if (!document) return null;
    return (
      (yield* analysis.wordCount(
        uri,
        ranges.map((range) => fromRange(document, range)),
      )) ?? null
    );
  }),
];
