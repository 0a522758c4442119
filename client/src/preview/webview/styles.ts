/**
 * Applies the inline styles that sanitizing has left and kept as data: the page's policy refuses `style` attributes, but
 * not this.
 */
export function applyInlineStyles(article: Element): void {
  for (const element of article.querySelectorAll<HTMLElement>('[data-style]')) {
    for (const declaration of element.dataset['style']!.split(';')) {
      const colon = declaration.indexOf(':');
      element.style.setProperty(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
    }
  }
}
