import assert from 'node:assert/strict';
import { openInBlog } from '../../support/blog.ts';

async function getHover(source: string, path?: string): Promise<string | undefined> {
  const { analysis, uri, post, cursor } = await openInBlog(source, path);
  const found = await analysis.hover(uri, cursor);
  return found && `${post.document.text.slice(found.range.start, found.range.end)}\n${found.markdown}`;
}

describe('hovering front matter', () => {
  it('a hover on a key tells its meaning, its type and how the other posts use it', async () => {
    const text = await getHover('---\ntitle: A\nlay<|>out: post\n---\n');
    assert.match(text!, /^layout\n\*\*layout\*\* \*string\*/);
    assert.match(text!, /_layouts/);
    assert.match(text!, /In 3 of 3 posts/);
    assert.match(text!, /`post` \(2\), `photo` \(1\)/);
  });

  it('a hover on a value tells who else has it, for each item', async () => {
    assert.equal(
      await getHover('---\ntags: [win<|>ter, ice]\n---\n'),
      'winter\n`winter` is in 2 of the other 3 posts.',
    );
    assert.equal(await getHover('---\ntags: [winter, i<|>ce]\n---\n'), 'ice\nNo other post has `ice`.');
  });

  it('a hover on the title or the date tells where the post will be, or why it will not', async () => {
    assert.match((await getHover('---\nti<|>tle: A\n---\n'))!, /\*\*Published\*\* at `\/2025\/06\/01\/draft\/`/);
    assert.match((await getHover('---\ndate: 2099-01-<|>01\n---\n'))!, /\*\*Scheduled\*\*[\s\S]*still to come/);
    assert.match(
      (await getHover('---\ntitle: A<|>\npublished: false\n---\n'))!,
      /\*\*Unpublished\*\*[\s\S]*published: false/,
    );
  });

  it('a hover on an unknown key or a fence is empty', async () => {
    assert.equal(await getHover('---\nmo<|>od: calm\n---\n'), undefined);
    assert.equal(await getHover('--<|>-\nmood: calm\n---\n'), undefined);
  });
});
