import { canBeInLayout } from '../site/resolution/layoutIds.ts';
import { resolveLinks } from '../site/resolution/resolvedLinks.ts';
import type { Site } from '../site/model/site.ts';
import { parseOutline } from '../site/model/site.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { LinkPlace } from '../syntax/structure/linkPlaces.ts';
import type { BodyOutline } from '../syntax/structure/outline.ts';
import { mayHaveId } from '../syntax/structure/outline.ts';
import { memoize } from '../text/memo.ts';
import { NearMisses } from './nearMiss.ts';
import type { Finding, Rule } from './rule.ts';

/** Links to a heading or an id that the page does not have. */
export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'warning',
  summary: 'A link to a heading or an id that the page it leads to does not have.',
  *check(open, environment) {
    const { site } = open;
    if (site?.generator.dialect.headings.autoIds !== 'always') return;
    for (const { place, destination } of resolveLinks(open, environment)) {
      if (destination.kind !== 'self' && destination.kind !== 'post') continue;
      const { fragment } = destination;
      if (!isAuthorsFragment(fragment)) continue;
      const page = destination.kind === 'self' ? open.post : destination.post;
      const outline = destination.kind === 'self' ? readOutline(open.syntax, site) : destination.post.outline;
      if (
        outline.mayHaveMore ||
        doTagsWriteIds(outline, site) ||
        mayHaveId(outline, fragment) ||
        (site.generator.linking && canBeInLayout(fragment, page, site))
      )
        continue;
      yield toFinding(
        fragment,
        outline,
        place,
        destination.kind === 'self' ? 'this post' : `\`${destination.post.path}\``,
      );
    }
  },
};

/** Browsers know the top themselves, engines write the ids of notes, and scripts read what is no id at all. */
function isAuthorsFragment(fragment: string): boolean {
  return fragment !== '' && fragment !== 'top' && !/^(?:user-content-)?fn(?:ref)?[:\d-]|^[!/:~]|[=&/]/.test(fragment);
}

function doTagsWriteIds({ tags }: BodyOutline, { generator, siteView }: Site): boolean {
  return tags
    .split('\n')
    .some((tag) => tag !== '' && (generator.mayWriteIds?.(tag, siteView) ?? !generator.tags.has(tag)));
}

const readOutline = memoize((syntax: Syntax, site: Site): BodyOutline =>
  parseOutline(site, syntax.text, syntax.body.start),
);

const indexIds = memoize(({ ids }: BodyOutline) => new NearMisses(ids.split('\n')));

function toFinding(fragment: string, outline: BodyOutline, place: LinkPlace, page: string): Finding {
  const hash = place.written.lastIndexOf('#');
  const range =
    hash < 0
      ? place.range
      : { start: place.range.start + hash, end: Math.max(place.range.end, place.range.start + hash) };
  const near = indexIds(outline).find(fragment);
  const hint = near === undefined ? 'Mend the anchor, or give the heading this id.' : `Did you mean "#${near}"?`;
  return {
    range,
    message: `No heading or id of ${page} is "#${fragment}", so readers land at the top of the page. ${hint}`,
    ...(near !== undefined &&
      hash >= 0 && {
        fixes: () => [
          { title: `Change to "#${near}"`, edits: [{ range, newText: `#${near}` }], preferred: true as const },
        ],
      }),
  };
}
