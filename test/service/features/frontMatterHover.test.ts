import assert from 'node:assert/strict';
import { openInBlog } from '../../support/blog.ts';

async function hover(source: string, path?: string): Promise<string | undefined> {
  const { analysis, uri, post, cursor } = await openInBlog(source, path);
  const found = await analysis.hover(uri, cursor);
  return found && `${post.document.text.slice(found.range.start, found.range.end)}\n${found.markdown}`;
}

describe('hovering front matter', () => {
  it('says of a key what it means, its kind and how the other posts use it', async () => {
    const text = await hover('---\ntitle: A\nlay<|>out: post\n---\n');
    assert.match(text!, /^layout\n\*\*layout\*\* \*string\*/);
    assert.match(text!, /_layouts/);
    assert.match(text!, /In 3 of 3 posts/);
    assert.match(text!, /`post` \(2\), `photo` \(1\)/);
  });

  it('says of a value who else has it, item by item', async () => {
    assert.equal(await hover('---\ntags: [win<|>ter, ice]\n---\n'), 'winter\n`winter` is in 2 of the other 3 posts.');
    assert.equal(await hover('---\ntags: [winter, i<|>ce]\n---\n'), 'ice\nNo other post has `ice`.');
  });

  it('says at the title and the date where the post will be, or why it will not', async () => {
    assert.match((await hover('---\nti<|>tle: A\n---\n'))!, /\*\*Published\*\* at `\/2025\/06\/01\/draft\/`/);
    assert.match((await hover('---\ndate: 2099-01-<|>01\n---\n'))!, /\*\*Scheduled\*\*[\s\S]*still to come/);
    assert.match(
      (await hover('---\ntitle: A<|>\npublished: false\n---\n'))!,
      /\*\*Unpublished\*\*[\s\S]*published: false/,
    );
  });

  it('has nothing to say of a key nobody knows, nor of the fences', async () => {
    assert.equal(await hover('---\nmo<|>od: calm\n---\n'), undefined);
    assert.equal(await hover('--<|>-\nmood: calm\n---\n'), undefined);
  });
});
