/** What begins a link or an image: of `!?[`, either. */
export type LinkOpening = '[' | '![' | '!?[';

/**
 * Returns a text with each `[text]`, and the `(destination)` or `[label]` after it, replaced by what is made of its text.
 * The text ends at the first bracket: brackets within it are not matched. Linear in the text.
 */
export function replaceLinks(text: string, opening: LinkOpening, toReplacement: (inner: string) => string): string {
  // What nothing closes is not looked for again and again.
  const last = { ')': text.lastIndexOf(')'), ']': text.lastIndexOf(']') };
  let result = '';
  let end = 0;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open)) {
    const isImage = text[open - 1] === '!';
    if (opening === '![' && !isImage) {
      open++;
      continue;
    }
    if (last[']'] < open) break;
    const close = text.indexOf(']', open + 1);
    const start = isImage && opening !== '[' ? open - 1 : open;
    result += text.slice(end, start) + toReplacement(text.slice(open + 1, close));
    end = close + 1;
    const closing = text[end] === '(' ? ')' : ']';
    if ('(['.includes(text[end] ?? ' ') && end < last[closing]) end = text.indexOf(closing, end) + 1;
    open = end;
  }
  return result + text.slice(end);
}
