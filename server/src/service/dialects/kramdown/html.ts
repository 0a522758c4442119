import type { HtmlElements } from '../dialect.ts';
import { toWordSet } from '../shared/words.ts';
import type { KramdownOptions } from './options.ts';

/** HTML_CONTENT_MODEL_BLOCK, HTML_CONTENT_MODEL_SPAN (any other element is raw), HTML_SPAN_ELEMENTS, HTML_BLOCK_ELEMENTS and HTML_ELEMENTS_WITHOUT_BODY in parser/html.rb. */
const blockContent = toWordSet(`
  address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe
  li main map menu nav noscript object section summary td`);
const spanContent = toWordSet(`
  a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt
  rtc ruby select small span strong sub sup th tt`);
const spanElements = toWordSet(`
  a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp
  select small span strong sub sup tt u var`);
const blockElements = toWordSet(`
  address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4
  h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th
  thead tfoot tr ul`);

const voidElements = toWordSet('area base br col command embed hr img input keygen link meta param source track wbr');

function contentModel(name: string): 'raw' | 'span' | 'block' {
  return blockContent.has(name) ? 'block' : spanContent.has(name) ? 'span' : 'raw';
}

/** Returns the facts of HTML elements that kramdown decides by. */
export function createHtmlElements({ parseBlockHtml, parseSpanHtml }: KramdownOptions): HtmlElements {
  return {
    isVoid: (name) => voidElements.has(name),
    isSpan: (name) => spanElements.has(name),
    isBlock: (name) => blockElements.has(name),
    /** handle_kramdown_html_tag in parser/kramdown/html.rb; any value but those of HTML_MARKDOWN_ATTR_MAP says nothing. */
    blockContent: (name, markdown) =>
      markdown === 'span' || markdown === 'block'
        ? markdown
        : markdown !== '0' && (markdown === '1' || parseBlockHtml)
          ? contentModel(name)
          : 'raw',
    /** parse_span_html. */
    spanContent: (name, markdown) => {
      if (markdown === 'span' || markdown === '0') return markdown === 'span' ? 'span' : 'raw';
      return (parseSpanHtml || markdown === '1') && contentModel(name) !== 'raw' ? 'span' : 'raw';
    },
  };
}
