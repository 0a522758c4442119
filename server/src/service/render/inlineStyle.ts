/**
 * Properties that engines and writers use in inline styles; what could cover the page, animate it or fetch something is not
 * among them.
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

/** Functions of CSS that make colors and lengths of what is written right there. */
const allowedFunctions = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp'.split(' '),
);

/** Characters of values: no quotes, comments or escapes, in which a reader of CSS could find something else. */
const valuePattern = /^[\w #%.,()+*/-]+$/;

/** Returns the declarations of an inline style that change nothing but how its own element looks. Linear in the text. */
export function toSafeDeclarations(style: string): string {
  const safe = style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    return colon > 0 && allowedProperties.has(name) && isSafeValue(value) ? [`${name}: ${value}`] : [];
  });
  return safe.join('; ');
}

function isSafeValue(value: string): boolean {
  if (!valuePattern.test(value) || value.includes('/*')) return false;
  const parts = value.toLowerCase().split('(').slice(0, -1);
  return parts.every((part) => {
    const name = part.split(/[^\w-]/).at(-1)!;
    return name === '' || allowedFunctions.has(name);
  });
}
