/**
 * Properties that engines and writers use in inline styles; what could cover the page or fetch something is not among
 * them.
 */
const allowedProperties = new Set([
  'background-color',
  'border',
  'border-radius',
  'clear',
  'color',
  'float',
  'font-style',
  'font-variant',
  'font-weight',
  'height',
  'list-style-type',
  'margin',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'max-width',
  'padding',
  'text-align',
  'text-decoration',
  'text-transform',
  'vertical-align',
  'white-space',
  'width',
]);

/**
 * Applies inline styles that sanitizing has kept as data: the page's policy refuses `style` attributes, but not this.
 */
export function applyInlineStyles(article: Element): void {
  for (const element of article.querySelectorAll<HTMLElement>('[data-style]')) {
    for (const declaration of element.dataset['style']!.split(';')) {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      if (allowedProperties.has(name) && !/url\s*\(/i.test(value)) element.style.setProperty(name, value);
    }
  }
}
