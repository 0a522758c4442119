import type { Element, ElementContent } from 'hast';
import type { TagPreview } from '../../generators/contract/preview.ts';
import { skipBackward, skipForward } from '../../text/scan.ts';
import type { Placeholder } from '../replacement/previewSource.ts';

/** What shows where a tag stands: text that is read as Markdown, or a stand-in. */
export type Shown = { readonly markdown: string } | { readonly stand: Placeholder };

/** Nothing shows. */
export const nothing: Shown = { markdown: '' };

/** What only the build knows: a box with the tag's own words. */
export function box(source: string): Shown {
  const label = withoutTagMarks(source).replace(/\s+/g, ' ').trim();
  const value = label.length > 80 ? `${label.slice(0, 79)}…` : label;
  return nodes(element('span', { className: ['galley-template'] }, [{ type: 'text', value }]));
}

/** `image a.png` of `{%- image a.png -%}`, with the white space around it. */
function withoutTagMarks(source: string): string {
  const start = source.startsWith('{') ? skipForward(source, /^\{[{%]/.test(source) ? 2 : 1, '-<%') : 0;
  if (!source.endsWith('}')) return source.slice(start);
  const end = skipBackward(source, source.length - (/[}%]\}$/.test(source.slice(-2)) ? 2 : 1), '->%', start);
  return source.slice(start, end);
}

/** What a generator says of a tag, as it is put into the article. */
export function toShown(preview: TagPreview): Shown {
  switch (preview.kind) {
    case 'nothing':
      return nothing;
    case 'text':
      return nodes({ type: 'text', value: preview.text });
    case 'markdown':
      return { markdown: preview.markdown };
    case 'figure':
      return figure(preview.src, preview.alt, preview.caption);
    case 'embed':
      return embedded(preview.service, preview.href);
  }
}

/** Elements in place of a tag. */
function nodes(...content: ElementContent[]): Shown {
  return { stand: { kind: 'nodes', nodes: content } };
}

/** An element. */
function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** An image with an optional caption. */
function figure(src: string, alt: string, caption: string): Shown {
  const image = element('img', { src, alt }, []);
  return nodes(
    element(
      'figure',
      {},
      caption === '' ? [image] : [image, element('figcaption', {}, [{ type: 'text', value: caption }])],
    ),
  );
}

/** What a page loads from another site: a box with a link instead. */
function embedded(what: string, href: string): Shown {
  const link = element('a', { href }, [{ type: 'text', value: href.replace(/^https:\/\/(www\.)?/, '') }]);
  return nodes(
    element('div', { className: ['galley-embed'] }, [
      element('span', {}, [{ type: 'text', value: what }]),
      { type: 'text', value: ' ' },
      link,
    ]),
  );
}
