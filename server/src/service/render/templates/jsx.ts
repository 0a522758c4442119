import { findJsxParts } from '../../syntax/templates/jsx.ts';
import type { Range } from '../../text/range.ts';
import type { Shown } from './shown.ts';
import { box, nothing } from './shown.ts';

/** What shows of the JSX in an MDX text: elements as HTML, components and expressions as boxes with their words. */
export function shownJsx(text: string): { readonly range: Range; readonly shown: Shown }[] {
  const { blanks, words } = findJsxParts(text);
  return [...blanks, ...words].map((range) => ({ range, shown: shown(text.slice(range.start, range.end)) }));
}

function shown(source: string): Shown {
  const comment = /^\{\s*\/\*([^]*)\*\/\s*\}$/.exec(source);
  if (comment)
    return { stand: { kind: 'html', html: `<!-- ${comment[1]!.replaceAll('--', '- -')} -->`, isBlock: true } };
  if (source.startsWith('{')) return expression(source);
  if (/^<\/?>?$|^<\//.test(source) && !/^<\/[a-z]/.test(source)) return nothing;
  if (/^<\/?[a-z]/.test(source))
    return { stand: { kind: 'html', html: source.replace(/\sclassName=/g, ' class='), isBlock: true } };
  return source.startsWith('<') ? box(source.replace(/^<|\/?>$/g, '')) : nothing;
}

/** `{'text'}` is its text; what else stands in braces only the build can work out. */
function expression(source: string): Shown {
  const [, opening, inner, closing] = /^\{\s*(["'`])([^"'`$]*)(["'`])\s*\}$/.exec(source) ?? [];
  const text = opening === closing ? inner : undefined;
  return text === undefined ? box(source) : { stand: { kind: 'nodes', nodes: [{ type: 'text', value: text }] } };
}
