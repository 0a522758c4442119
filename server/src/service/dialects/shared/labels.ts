/**
 * Returns a label as CommonMark matches it (spec 0.31.2, "matches"): Unicode case fold, spaces, tabs and line endings
 * collapsed. JavaScript has no case fold; upper-casing the lower-cased text has the same result, as micromark does it.
 */
export function foldLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
