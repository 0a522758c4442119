/** A half-open stretch of text, `{start: 2, end: 5}` is three UTF-16 code units from offset 2. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset lies in a range or at its end, where a caret still touches it. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one UTF-16 code unit, or touch where one of them is empty. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
    ? true
    : (a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end;
}

/** Returns the range moved by `by` UTF-16 code units. */
export function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}
