import type { Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { defaultSchema, sanitize } from 'hast-util-sanitize';

/**
 * What a post may show: GitHub's list of elements and attributes, and what Galley's own page needs. Sources of images
 * and inline styles have become data by then; scripts, frames, forms and event handlers are not on the list.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'mark', 'abbr', 'small', 'u', 'cite', 'time', 'aside', 'article'],
  attributes: {
    ...defaultSchema.attributes,
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'dataLine', 'dataStyle'],
    img: ['dataSrc', 'alt', 'title', 'width', 'height'],
    span: [['className', 'galley-template']],
    code: [['className', /^language-./]],
    source: [],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'], dataSrc: ['http', 'https'] },
};

/** The tree without anything that could run or load. */
export function sanitized(tree: Root): Root {
  return sanitize(tree, schema) as Root;
}
