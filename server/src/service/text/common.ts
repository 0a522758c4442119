/**
 * Returns how many UTF-16 code units two texts have in common from their starts. It compares halves: the runtime
 * compares long parts fastest.
 */
export function commonStart(a: string, b: string): number {
  let same = 0;
  for (let open = Math.min(a.length, b.length); same < open;) {
    const middle = (same + open + 1) >> 1;
    if (a.slice(same, middle) === b.slice(same, middle)) same = middle;
    else open = middle - 1;
  }
  return same;
}

/** Returns how many UTF-16 code units two texts have in common before their ends. */
export function commonEnd(a: string, b: string): number {
  let same = 0;
  for (let open = Math.min(a.length, b.length); same < open;) {
    const middle = (same + open + 1) >> 1;
    if (a.slice(a.length - middle, a.length - same) === b.slice(b.length - middle, b.length - same)) same = middle;
    else open = middle - 1;
  }
  return same;
}
