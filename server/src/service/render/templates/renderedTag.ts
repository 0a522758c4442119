import type { Element, ElementContent } from 'hast';
import type { TagPreview } from '../../generators/contract/preview.ts';
import { skipBackward, skipForward } from '../../text/scan.ts';
import type { Placeholder } from '../replacement/previewSource.ts';

/** The replacement of a tag: text that is parsed as Markdown, or a placeholder. */
export type RenderedTag = { readonly markdown: string } | { readonly placeholder: Placeholder };

/** A tag that prints nothing. */
export const emptyOutput: RenderedTag = { markdown: '' };

/** Creates a box with the tag's own text, at most 80 characters, for what only the build knows. */
export function createBox(source: string): RenderedTag {
  const label = removeTagDelimiters(source).replace(/\s+/g, ' ').trim();
  const value = label.length > 80 ? `${label.slice(0, 79)}…` : label;
  return toNodesTag(createElement('span', { className: ['galley-template'] }, [{ type: 'text', value }]));
}

/** Returns `image a.png` of `{%- image a.png -%}`, with the white space around it. */
function removeTagDelimiters(source: string): string {
  const start = source.startsWith('{') ? skipForward(source, /^\{[{%]/.test(source) ? 2 : 1, '-<%') : 0;
  if (!source.endsWith('}')) return source.slice(start);
  const end = skipBackward(source, source.length - (/[}%]\}$/.test(source.slice(-2)) ? 2 : 1), '->%', start);
  return source.slice(start, end);
}

/** Converts the preview that a generator describes for a tag. */
export function toRenderedTag(preview: TagPreview): RenderedTag {
  switch (preview.kind) {
    case 'nothing':
      return emptyOutput;
    case 'text':
      return toNodesTag({ type: 'text', value: preview.text });
    case 'markdown':
      return { markdown: preview.markdown };
    case 'figure':
      return createFigure(preview.src, preview.alt, preview.caption);
    case 'embed':
      return createEmbed(preview.service, preview.href);
  }
}

/** Returns a placeholder for elements. */
function toNodesTag(...content: ElementContent[]): RenderedTag {
  return { placeholder: { kind: 'nodes', nodes: content } };
}

function createElement(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** Creates an image with an optional caption. */
function createFigure(src: string, alt: string, caption: string): RenderedTag {
  const image = createElement('img', { src, alt }, []);
  return toNodesTag(
    createElement(
      'figure',
      {},
      caption === '' ? [image] : [image, createElement('figcaption', {}, [{ type: 'text', value: caption }])],
    ),
  );
}

/** Creates a box with a link in place of what a page loads from another site. */
function createEmbed(service: string, href: string): RenderedTag {
  const link = createElement('a', { href }, [{ type: 'text', value: href.replace(/^https:\/\/(www\.)?/, '') }]);
  return toNodesTag(
    createElement('div', { className: ['galley-embed'] }, [
      createElement('span', {}, [{ type: 'text', value: service }]),
      { type: 'text', value: ' ' },
      link,
    ]),
  );
}
