import assert from 'node:assert/strict';
import type { Post, Site } from '../../../server/src/service/site/model/site.ts';
import { createEmptySite, withChanges, withPost } from '../../../server/src/service/site/model/site.ts';
import { jekyll } from '../../../server/src/service/generators/jekyll/index.ts';
import { findAdjacentPosts } from '../../../server/src/service/site/resolution/adjacentPosts.ts';
import { getTermIndex } from '../../../server/src/service/site/frontMatter/terms.ts';
import { getVocabulary } from '../../../server/src/service/site/frontMatter/vocabulary/index.ts';
import { toFrontMatterOutline } from '../../../server/src/service/syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../../../server/src/service/syntax/frontMatter/parseFrontMatter.ts';
import { parseOutline, createPost } from '../../../server/src/service/site/model/site.ts';
import fc from '../../support/property.ts';

const lines = [
  'title: A',
  'title: "B"',
  'tags: [fog, crew]',
  'tags:\n- fog\n- ice',
  'tags: fog crew',
  'date: 2024-05-01',
  'date: "2024-05-02 10:00:00 +0200"',
  '# mood: calm',
  'pinned: true',
  'ship:\n  name: Tern\n  mast: 2',
  'category: crew',
  'about: |\n  Long\n  text',
];

function createSitePost(site: Site, name: string, chosen: readonly number[]): Post {
  const text = `---\n${[...new Set(chosen)].map((index) => lines[index % lines.length]).join('\n')}\n---\n`;
  return createPost(site, `${site.root}/${name}`, toFrontMatterOutline(parseFrontMatter(text, ['yaml']), text), () =>
    parseOutline(site, text, text.length),
  )!;
}

/** Everything counted, in an order of its own. */
function countVocabulary(site: Site, asked: Post): unknown {
  const toPlain = (value: unknown): unknown => {
    if (value instanceof Map)
      return [...value]
        .map(([key, each]) => [key, toPlain(each)] as const)
        .filter(([, each]) => each !== 0 && !(Array.isArray(each) && each.length === 0))
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    if (value instanceof Set) return [...value].map((each) => (each as Post).path).sort();
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]))
      : value;
  };
  const { posts, keys, formats } = getVocabulary(site, asked);
  return {
    posts,
    keys: toPlain(keys),
    formats: toPlain(formats),
    terms: toPlain(getTermIndex(site)),
    near: findAdjacentPosts(site, asked, 5).map(({ path }) => path),
  };
}

const names = [
  '_posts/2024-01-01-a.md',
  '_posts/2024-01-02-b.md',
  '_posts/2024-01-03-c.md',
  '_drafts/d.md',
  'about.md',
];

describe('what posts say, followed while they change', () => {
  it('keys and terms counted while posts change equal those counted from scratch', () => {
    const step = fc.record({
      name: fc.constantFrom(...names),
      lines: fc.array(fc.nat(lines.length - 1), { maxLength: 6 }),
      asks: fc.boolean(),
      removes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let site = createEmptySite('file:///site', jekyll.configure(new Map())!);
        for (const { name, lines: chosen, asks, removes } of steps) {
          const changed = createSitePost(site, name, chosen);
          site = removes ? withChanges(site, { posts: new Map([[changed.uri, undefined]]) }) : withPost(site, changed);
          if (asks) countVocabulary(site, changed);
        }
        const asked = createSitePost(site, names[0]!, []);
        const fresh = { ...site, generator: { ...site.generator }, posts: new Map(site.posts) };
        assert.deepEqual(countVocabulary(site, asked), countVocabulary(fresh, asked));
      }),
      { numRuns: 300 },
    );
  });
});
