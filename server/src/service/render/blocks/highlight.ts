import type { Element, Nodes } from 'hast';
import { common, createLowlight } from 'lowlight';
import { computeOnce } from '../../text/memo.ts';

/** Created when the first code is rendered. */
const getLowlight = computeOnce(() => createLowlight(common));

/** Longer code is not highlighted, in UTF-16 code units: typing in it must stay quick. */
const maxCodeLength = 20_000;

/** Highlights code blocks whose language is known. */
export function highlight(node: Nodes): void {
  if (node.type === 'element' && node.tagName === 'pre') {
    const code = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code');
    if (code) highlightCode(code);
  } else if ('children' in node) node.children.forEach(highlight);
}

function highlightCode(code: Element): void {
  const [only] = code.children;
  const name = findLanguage(code);
  if (
    name === undefined ||
    code.children.length !== 1 ||
    only?.type !== 'text' ||
    only.value.length > maxCodeLength ||
    only.value.includes('\uE000')
  )
    return;
  const { registered, highlight: parse } = getLowlight();
  if (registered(name)) code.children = parse(name, only.value).children as Element[];
}

function findLanguage({ properties }: Element): string | undefined {
  const classes = properties['className'];
  const name = Array.isArray(classes) ? classes.find((each) => String(each).startsWith('language-')) : undefined;
  return name === undefined ? undefined : /^language-([\w+#.-]+)/.exec(String(name))?.[1]?.toLowerCase();
}
