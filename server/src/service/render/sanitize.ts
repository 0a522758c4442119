import type { Element, Nodes, Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toSafeDeclarations } from './inlineStyle.ts';

/** How the class names of the page around the article and of VS Code begin. */
const pageClass = /^(?:galley|vscode)/i;

/** The class names of what Galley makes of a post. All others that begin so are for the page alone, whoever wrote them. */
const ownClasses: ReadonlySet<string> = new Set([
  'galley-template',
  'galley-embed',
  'galley-math',
  'galley-cut',
  'galley-box',
  'galley-box-title',
  'galley-box-note',
  'galley-box-tip',
  'galley-box-important',
  'galley-box-warning',
  'galley-box-caution',
]);

/** Not a `data:` address of anything but an image. */
const imageSource = /^(?!data:(?!image\/))/i;

/**
 * What a post may show: GitHub's list of elements and attributes, and what Galley's own page needs. Sources of images
 * and inline styles have become data by then; scripts, frames, forms and event handlers are not on the list.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'mark',
    'abbr',
    'small',
    'u',
    'cite',
    'time',
    'aside',
    'article',
    'center',
    'font',
    'big',
    'address',
    'hgroup',
    'bdi',
    'bdo',
    'wbr',
    'data',
    'col',
    'colgroup',
    'caption',
  ],
  attributes: {
    '*': [
      'className',
      'dataLine',
      'dataStyle',
      'id',
      'lang',
      'dir',
      'title',
      'role',
      'ariaLabel',
      'align',
      'width',
      'height',
    ],
    a: ['href', 'rel'],
    img: [['dataSrc', imageSource], 'alt'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    th: ['colSpan', 'rowSpan', 'scope'],
    td: ['colSpan', 'rowSpan'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    details: ['open'],
    time: ['dateTime'],
    font: ['color'],
  },
  ancestors: { ...defaultSchema.ancestors, summary: ['details'] },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], dataSrc: ['http', 'https', 'data'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: [
    'script',
    'style',
    'iframe',
    'noscript',
    'template',
    'svg',
    'math',
    'object',
    'video',
    'audio',
    'title',
    'select',
    'textarea',
  ],
  clobber: ['id', 'name', 'ariaLabelledBy', 'ariaDescribedBy'],
  clobberPrefix: 'user-content-',
};

/** Returns the tree without anything that could run, load or leave the article. */
export function sanitizePage(tree: Root): Root {
  const safe = sanitize(tree, schema) as Root;
  restrictLooks(safe);
  return safe;
}

/** Removes styles and class names with which a post would reach beyond its article. */
function restrictLooks(node: Nodes): void {
  if (node.type === 'element') {
    restrictStyle(node);
    restrictClasses(node);
  }
  if ('children' in node) node.children.forEach(restrictLooks);
}

function restrictStyle({ properties }: Element): void {
  if (properties['dataStyle'] === undefined) return;
  const declarations = toSafeDeclarations(String(properties['dataStyle']));
  if (declarations === '') delete properties['dataStyle'];
  else properties['dataStyle'] = declarations;
}

function restrictClasses({ properties }: Element): void {
  if (properties['className'] === undefined) return;
  const names = [properties['className']].flat().map(String);
  const safe = names.filter((name) => ownClasses.has(name) || !pageClass.test(name));
  if (safe.length === 0) delete properties['className'];
  else properties['className'] = safe;
}
