import type { Environment } from '../../generators/contract/model.ts';
import type { KeyUse } from '../../site/frontMatter/vocabulary/count.ts';
import { mostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import { formatLike } from '../text/dateStyle.ts';

/** Now, as the posts of a site write the dates of a key; with time and offset where none has it. */
export function formatNow(use: KeyUse | undefined, { now, timeZone }: Environment): string {
  return formatLike(commonDateSample(use) ?? '2000-01-01 00:00:00 +0000', { epochMs: now, timeZone });
}

/** The quotes around the dates of a key: '', `"` or `'`. */
export function commonDateQuote(use: KeyUse | undefined): '' | '"' | "'" {
  const shape = commonDateSample(use);
  return shape?.startsWith('"') ? '"' : shape?.startsWith("'") ? "'" : '';
}

function commonDateSample(use: KeyUse | undefined): string | undefined {
  return use && mostFrequent(use.style.dates);
}
