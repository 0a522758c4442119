import type { Environment } from '../../generators/generator.ts';
import { momentLike } from '../moment.ts';

const dateShape = /^(["']?)\d{4}-\d\d-\d\d(?:([ T])\d\d:\d\d(:\d\d)?(?:\.\d+)?(?:( ?)(Z|[+-]\d\d(:?)\d\d))?)?\1$/;

/** This moment as the authors of a site write dates: `written` are theirs, by how often; without any, with time and offset. */
export function dateLike(written: ReadonlyMap<string, number>, { now, timeZone }: Environment): string {
  return momentLike(commonShape(written) ?? '2000-01-01 00:00:00 +0000', { now, zone: timeZone });
}

/** Which quotes stand round the dates of a site: none, `"` or `'`. */
export function dateQuote(written: ReadonlyMap<string, number>): '' | '"' | "'" {
  const shape = commonShape(written);
  return shape?.startsWith('"') ? '"' : shape?.startsWith("'") ? "'" : '';
}

function commonShape(written: ReadonlyMap<string, number>): string | undefined {
  const shapes = new Map<string, { readonly example: string; count: number }>();
  for (const [example, times] of written) {
    if (!dateShape.test(example)) continue;
    const shape = example.replace(/[+-](?=\d\d:?\d\d["']?$)/, '+').replace(/\d/g, '0');
    const known = shapes.get(shape);
    if (known) known.count += times;
    else shapes.set(shape, { example, count: times });
  }
  return [...shapes.values()].sort((a, b) => b.count - a.count)[0]?.example;
}
