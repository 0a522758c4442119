import type { Site } from '../model/site.ts';

/** Returns a sentence for the writer for each kind of broken link of a site that is not reported; none where all are. */
export function listUnreportedLinks({ generator, siteView, isRead }: Site): readonly string[] {
  return isRead ? (generator.linking?.listUnreported?.(siteView) ?? []) : [];
}
