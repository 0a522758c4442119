/** More levels than any front matter has, and few enough for every parser to recurse into. */
const maxDepth = 200;

/**
 * Whether a text in YAML, TOML or JSON may be nested so deeply that a parser which recurses would exhaust the stack; counted in
 * one pass: brackets that stay open (those in quotes, too), list marks and indentation of block collections, dotted keys.
 */
export function isNestedTooDeeply(content: string): boolean {
  return hasDeepBrackets(content) || hasDeepLines(content);
}

function hasDeepBrackets(content: string): boolean {
  let open = 0;
  for (const { 0: bracket } of content.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') open++;
    else if (open > 0) open--;
    if (open > maxDepth) return true;
  }
  return false;
}

const dottedKey = new RegExp(`^[ \\t]*\\[*(?:[\\w"'-]+[ \\t]*\\.[ \\t]*){${maxDepth}}`);

/** List and key marks that begin a line, such as `- - ? `, and the indentations around it; or a key of many parts. */
function hasDeepLines(content: string): boolean {
  const indents: number[] = [];
  for (const line of content.split('\n')) {
    const marks = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)![0];
    if (line.trim() === '') continue;
    const indent = marks.length - marks.trimStart().length;
    while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
    indents.push(indent);
    for (let at = indent; at < marks.length; at++) if (marks[at] !== ' ' && marks[at] !== '\t') indents.push(at + 1);
    if (indents.length > maxDepth || dottedKey.test(line)) return true;
  }
  return false;
}
