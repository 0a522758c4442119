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
