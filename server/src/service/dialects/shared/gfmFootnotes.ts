import { plainRendering } from './commonMark.ts';
import type { FootnoteRendering } from '../dialect.ts';
import { foldLabel } from './labels.ts';

/** The key of a footnote label to micromark-extension-gfm-footnote: no white space, at most 999 characters, case ignored; undefined for none. */
export function gfmFootnoteLabel(label: string): string | undefined {
  return /\s/.test(label) || label.length > 999 ? undefined : foldLabel(label);
}

/** mdast-util-to-hast, lib/footer.js and lib/handlers/footnote-reference.js, with its default prefix. */
export const gfmFootnoteRendering: FootnoteRendering = {
  ...plainRendering.footnotes,
  id: (label) => `user-content-fn-${label.toLowerCase()}`,
  referenceId: (label, _number, repetition) =>
    `user-content-fnref-${label.toLowerCase()}${repetition === 0 ? '' : `-${repetition + 1}`}`,
  count: 'in the text',
  backlink: '↩',
  numbersBacklinks: true,
};
