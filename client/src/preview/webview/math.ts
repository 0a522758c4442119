import temml from 'temml';
import type { RenderFormula } from './formulas.ts';

/**
 * This script is big and loaded when the first formula shows; it gives the page what renders TeX as MathML, which
 * browsers lay out by themselves.
 */
const render: RenderFormula = (tex, place, display) =>
  temml.render(tex, place, { displayMode: display === 'block', throwOnError: false });
window.dispatchEvent(new CustomEvent('galleymath', { detail: render }));
