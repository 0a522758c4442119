import temml from 'temml';
import type { SetFormula } from './formulas.ts';

/** This script is big and loaded when the first formula shows; it hands the page what sets TeX as MathML, which browsers lay out by themselves. */
const set: SetFormula = (tex, place, display) =>
  temml.render(tex, place, { displayMode: display === 'block', throwOnError: false });
window.dispatchEvent(new CustomEvent('galleymath', { detail: set }));
