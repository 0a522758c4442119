/** A value as written on one line without a YAML comment and the blanks before it; a `#` inside a word begins none. */
export function stripComment(written: string): string {
  for (let at = written.indexOf('#'); at >= 0; at = written.indexOf('#', at + 1)) {
    if (at === 0 || written[at - 1] === ' ' || written[at - 1] === '\t') return written.slice(0, at).trimEnd();
  }
  return written;
}
