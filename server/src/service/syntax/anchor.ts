/** The anchor of a heading's plain text as kramdown's GFM parser (generate_gfm_header_id) and GitHub make it. */
export function anchor(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
}

/** An anchor no heading before has: the second of a name gets `-1`; `taken` counts those given so far by name. */
export function freeAnchor(name: string, taken: Map<string, number>): string {
  const count = taken.get(name) ?? 0;
  taken.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}
