import { matchAt } from '../../text/scan.ts';

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

const keyPart = /[\w"'-]+[ \t]*\.[ \t]*/y;

/** Whether a line begins with a key of too many parts: `a.b.c = 1`. */
function hasDeepKey(line: string): boolean {
  let at = /^[ \t]*\[*/.exec(line)![0].length;
  for (let depth = 0; depth < maxDepth; depth++) {
    const part = matchAt(line, at, keyPart);
    if (!part) return false;
    at += part[0].length;
  }
  return true;
}

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
    if (indents.length > maxDepth || hasDeepKey(line)) return true;
  }
  return false;
}
