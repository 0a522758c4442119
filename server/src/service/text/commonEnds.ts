/**
 * Returns how many UTF-16 code units two texts have in common from their starts. It compares halves: the runtime
 * compares long parts fastest.
 */
export function commonPrefixLength(a: string, b: string): number {
  let length = 0;
  for (let limit = Math.min(a.length, b.length); length < limit;) {
    const middle = (length + limit + 1) >> 1;
    if (a.slice(length, middle) === b.slice(length, middle)) length = middle;
    else limit = middle - 1;
  }
  return length;
}

/** Returns how many UTF-16 code units two texts have in common before their ends. */
export function commonSuffixLength(a: string, b: string): number {
  let length = 0;
  for (let limit = Math.min(a.length, b.length); length < limit;) {
    const middle = (length + limit + 1) >> 1;
    if (a.slice(a.length - middle, a.length - length) === b.slice(b.length - middle, b.length - length))
      length = middle;
    else limit = middle - 1;
  }
  return length;
}
