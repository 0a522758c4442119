import type { Environment } from '../../generators/contract/model.ts';
import type { KeyUse } from '../../site/frontMatter/vocabulary/count.ts';
import { mostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import { momentLike } from '../text/dateStyle.ts';

/** A moment as the authors of a site write the dates of a key; without any, with time and offset. */
export function dateLike(use: KeyUse | undefined, { now, timeZone }: Environment): string {
  return momentLike(commonShape(use) ?? '2000-01-01 00:00:00 +0000', { now, zone: timeZone });
}

/** Which quotes stand round the dates of a key: none, `"` or `'`. */
export function dateQuote(use: KeyUse | undefined): '' | '"' | "'" {
  const shape = commonShape(use);
  return shape?.startsWith('"') ? '"' : shape?.startsWith("'") ? "'" : '';
}

function commonShape(use: KeyUse | undefined): string | undefined {
  return use && mostFrequent(use.style.dates);
}
