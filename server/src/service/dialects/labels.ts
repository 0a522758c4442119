/**
 * CommonMark's label match (spec 0.31.2, "matches"): Unicode case fold, spaces, tabs and line endings collapsed.
 * JavaScript has no case fold; upper-casing the lower-cased text folds alike, as micromark does it.
 */
export function foldLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/** The key of a footnote label to micromark-extension-gfm-footnote: no white space, at most 999 characters, case ignored; undefined for none. */
export function gfmFootnoteLabel(label: string): string | undefined {
  return /\s/.test(label) || label.length > 999 ? undefined : foldLabel(label);
}
