import { commonRendering } from './commonMark.ts';
import type { FootnoteRendering } from '../dialect.ts';
import { foldLabel } from './labels.ts';

/**
 * Returns the identifier of a footnote label as micromark-extension-gfm-footnote has it: case is ignored; undefined for
 * a label with white space or of more than 999 characters.
 */
export function normalizeGfmFootnoteLabel(label: string): string | undefined {
  return /\s/.test(label) || label.length > 999 ? undefined : foldLabel(label);
}

/** mdast-util-to-hast, lib/footer.js and lib/handlers/footnote-reference.js, with its default prefix. */
export const gfmFootnoteRendering: FootnoteRendering = {
  ...commonRendering.footnotes,
  id: (label) => `user-content-fn-${label.toLowerCase()}`,
  referenceId: (label, _number, repetition) =>
    `user-content-fnref-${label.toLowerCase()}${repetition === 0 ? '' : `-${repetition + 1}`}`,
  count: 'in the text',
  backlink: '↩',
  numbersBacklinks: true,
};
