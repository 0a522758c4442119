/** A text with marks taken out: `<|>` is the caret, `<|` … `|>` a range; offsets into the text that is left. */
export interface Marked {
  readonly text: string;
  /** The caret; throws where the text has none. */
  readonly cursor: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Reads the marks of a text. */
export function parseMarked(source: string): Marked {
  let text = '';
  let cursor: number | undefined;
  const ranges: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const part of source.split(/(<\|>|<\||\|>)/)) {
    if (part === '<|>') cursor = text.length;
    else if (part === '<|') open = text.length;
    else if (part === '|>' && open !== undefined) ranges.push({ start: open, end: text.length });
    else text += part;
  }
  return {
    text,
    ranges,
    get cursor(): number {
      if (cursor === undefined) throw new Error(`No <|> in ${source}`);
      return cursor;
    },
  };
}
