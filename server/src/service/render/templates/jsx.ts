import { findJsxParts } from '../../syntax/templates/jsx.ts';
import type { Range } from '../../text/range.ts';
import type { RenderedTag } from './renderedTag.ts';
import { createBox, emptyOutput } from './renderedTag.ts';

/** Renders the JSX in an MDX text, with ranges in it: elements as HTML, components and expressions as boxes with their text. */
export function renderJsx(text: string): { readonly range: Range; readonly rendered: RenderedTag }[] {
  const { blanks, words } = findJsxParts(text);
  return [...blanks, ...words].map((range) => ({ range, rendered: renderPart(text.slice(range.start, range.end)) }));
}

function renderPart(source: string): RenderedTag {
  const comment = /^\{\s*\/\*([^]*)\*\/\s*\}$/.exec(source);
  if (comment)
    return { placeholder: { kind: 'html', html: `<!-- ${comment[1]!.replaceAll('--', '- -')} -->`, isBlock: true } };
  if (source.startsWith('{')) return renderExpression(source);
  if (/^<\/?>?$|^<\//.test(source) && !/^<\/[a-z]/.test(source)) return emptyOutput;
  if (/^<\/?[a-z]/.test(source))
    return { placeholder: { kind: 'html', html: source.replace(/\sclassName=/g, ' class='), isBlock: true } };
  return source.startsWith('<') ? createBox(source.replace(/^<|\/?>$/g, '')) : emptyOutput;
}

/** Renders `{'text'}` as its text; other expressions only the build can evaluate. */
function renderExpression(source: string): RenderedTag {
  const [, opening, inner, closing] = /^\{\s*(["'`])([^"'`$]*)(["'`])\s*\}$/.exec(source) ?? [];
  const text = opening === closing ? inner : undefined;
  return text === undefined
    ? createBox(source)
    : { placeholder: { kind: 'nodes', nodes: [{ type: 'text', value: text }] } };
}
