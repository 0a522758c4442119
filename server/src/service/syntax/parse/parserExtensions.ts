import type { Extension } from 'micromark-util-types';

/** An extension of micromark, and the one of mdast-util-from-markdown that goes with it. */
export interface ParserExtensions {
  readonly micromark: Extension;
  readonly fromMarkdown?: unknown;
}
