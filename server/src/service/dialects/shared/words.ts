/** Returns the words of a text that white space parts. */
export function toWordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
