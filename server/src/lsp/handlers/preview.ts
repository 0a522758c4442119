import * as protocol from '../../protocol/index.ts';
import { fromRange } from '../convert/fromProtocol.ts';
import { toPreview } from '../convert/toPreview.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, workspaceRequest } from './handler.ts';

/** Posts as their readers meet them. */
export const preview: readonly Handler[] = [
  workspaceRequest(protocol.render, ({ analysis }, { uri }) => {
    const [document, rendered] = [analysis.document(uri), analysis.render(uri)];
    return document && rendered ? toPreview(document, rendered) : null;
  }),
  dependingOnSite(
    workspaceRequest(protocol.linkedFiles, ({ analysis }, { uri, addresses }) => analysis.linkedFiles(uri, addresses)),
  ),
  workspaceRequest(protocol.siteStyles, ({ analysis }, { uri }) => analysis.siteStyles(uri)),
  workspaceRequest(protocol.wordCount, ({ analysis }, { uri, ranges }) => {
    const document = analysis.document(uri);
    if (!document) return null;
    return (
      analysis.wordCount(
        uri,
        ranges.map((range) => fromRange(document, range)),
      ) ?? null
    );
  }),
];
