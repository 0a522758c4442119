import type { Environment } from '../../generators/contract/model.ts';
import type { KeyUsage } from '../../site/frontMatter/vocabulary/count.ts';
import { findMostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import { formatLike } from '../text/dateStyle.ts';

/** Now, as the posts of a site write the dates of a key; with time and offset where none has it. */
export function formatNow(use: KeyUsage | undefined, { now, timeZone }: Environment): string {
  return formatLike(commonDateSample(use) ?? '2000-01-01 00:00:00 +0000', { epochMs: now, timeZone });
}

/** The quotes around the dates of a key: '', `"` or `'`. */
export function commonDateQuote(use: KeyUsage | undefined): '' | '"' | "'" {
  const shape = commonDateSample(use);
  return shape?.startsWith('"') ? '"' : shape?.startsWith("'") ? "'" : '';
}

function commonDateSample(use: KeyUsage | undefined): string | undefined {
  return use && findMostFrequent(use.style.datePatterns);
}
