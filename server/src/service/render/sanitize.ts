import type { Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { defaultSchema, sanitize } from 'hast-util-sanitize';

/**
 * What a post may show: GitHub's list of elements and attributes, and what Galley's own page needs. Sources of images
 * and inline styles have become data by then; scripts, frames, forms and event handlers are not on the list. Class names
 * of Galley's page were taken from the author's HTML before (blocks.ts).
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
    img: ['dataSrc', 'alt'],
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

/** Returns the tree without anything that could run or load. */
export function sanitizePage(tree: Root): Root {
  return sanitize(tree, schema) as Root;
}
