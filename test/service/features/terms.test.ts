import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { openInBlog } from '../../support/blog.ts';

const files: Readonly<Record<string, string>> = {
  '_config.yml': '',
  '_posts/2025-01-01-a.md': '---\ntitle: Leaving port\ntags: [fog, "crew", winter]\n---\n',
  '_posts/2025-01-02-b.md': '---\ntitle: Ice\ntags:\n  - crew # both of them\n  - winter\n---\n',
  '_posts/2025-01-03-c.md': '---\ntitle: Thaw\ntags: winter crew\n---\n',
  '_posts/2025-01-04-d.md': "---\ntitle: Tern\ntag: 'crew'\n---\n",
  '_posts/2025-01-05-e.md': '---\ntitle: Tern again\ncategories: [crew]\ntags: [boats]\n---\n',
};

const openBlogPost = (source: string) => openInBlog(source, '_posts/2025-06-01-now.md', files);

async function renameTerm(source: string, name: string): Promise<Record<string, string> | string> {
  const { analysis, uri, cursor } = await openBlogPost(source);
  const result = await analysis.rename(uri, cursor, name);
  assert.ok(result);
  if ('refusal' in result) return result.refusal;
  return Object.fromEntries(
    result.map(({ document, edits }) => [document.uri.slice(-4, -3), service.applyEdits(document.text, edits)]),
  );
}

describe('a term of the site', () => {
  it('renames a term in every post that has it, in the quotes and lists it is in', async () => {
    assert.deepEqual(await renameTerm('---\ntags: [cr<|>ew]\n---\n', 'sailors'), {
      a: '---\ntitle: Leaving port\ntags: [fog, "sailors", winter]\n---\n',
      b: '---\ntitle: Ice\ntags:\n  - sailors # both of them\n  - winter\n---\n',
      c: '---\ntitle: Thaw\ntags: winter sailors\n---\n',
      d: "---\ntitle: Tern\ntag: 'sailors'\n---\n",
      w: '---\ntags: [sailors]\n---\n',
    });
  });

  it('renaming a term to one that a post already has removes it there', async () => {
    const result = (await renameTerm('---\ntags: [cr<|>ew]\n---\n', 'winter')) as Record<string, string>;
    assert.equal(result['a'], '---\ntitle: Leaving port\ntags: [fog, winter]\n---\n');
    assert.equal(result['b'], '---\ntitle: Ice\ntags:\n  - winter\n---\n');
    assert.equal(result['c'], '---\ntitle: Thaw\ntags: winter\n---\n');
  });

  it('quotes a renamed term where needed, and refuses a name that would become two terms', async () => {
    assert.match(
      (await renameTerm('---\ntags: [win<|>ter]\n---\n', 'deep winter')) as string,
      /2025-01-03-c\.md has its tags as one text with spaces between them/,
    );
    assert.deepEqual(await renameTerm('---\ntags: [boa<|>ts]\n---\n', 'boats: small'), {
      e: '---\ntitle: Tern again\ncategories: [crew]\ntags: ["boats: small"]\n---\n',
      w: '---\ntags: ["boats: small"]\n---\n',
    });
    assert.equal(await renameTerm('---\ntags: [boa<|>ts]\n---\n', '  '), 'A term needs a name on one line.');
  });

  it('finds a term in every post, tags apart from categories', async () => {
    const { analysis, uri, cursor } = await openBlogPost('---\ntags: [cr<|>ew]\n---\n');
    const places = await analysis.references(uri, cursor, 'all');
    assert.deepEqual(
      places.map(
        ({ document, range }) => `${document.uri.slice(-4, -3)} ${document.text.slice(range.start, range.end)}`,
      ),
      ['a "crew"', 'b crew', 'c crew', "d 'crew'", 'w crew'],
    );
    assert.deepEqual(await analysis.references(uri, 1, 'all'), []);
  });

  it('rename offers a term without its quotes', async () => {
    const { analysis, uri, post, cursor } = await openBlogPost('---\ntags: ["cr<|>ew"]\n---\n');
    const found = analysis.prepareRename(uri, cursor)!;
    assert.ok(
      'placeholder' in found &&
        found.placeholder === 'crew' &&
        post.document.text.slice(found.range.start, found.range.end) === 'crew',
    );
  });

  it('renames a term in tables of TOML', async () => {
    const site = {
      'zola.toml': 'taxonomies = [{ name = "tags" }]\n',
      'content/a.md': '+++\ntitle = "A"\n[taxonomies]\ntags = ["fog", "crew"]\n+++\n',
    };
    const { analysis, uri, cursor } = await openInBlog(
      '+++\ntitle = "B"\n[taxonomies]\ntags = ["f<|>og"]\n+++\n',
      'content/b.md',
      site,
    );
    const result = await analysis.rename(uri, cursor, 'mist');
    assert.ok(result && !('refusal' in result));
    assert.deepEqual(
      result.map(({ document, edits }) => service.applyEdits(document.text, edits)),
      [
        '+++\ntitle = "A"\n[taxonomies]\ntags = ["mist", "crew"]\n+++\n',
        '+++\ntitle = "B"\n[taxonomies]\ntags = ["mist"]\n+++\n',
      ],
    );
  });
});

describe('a key of the post', () => {
  it('renames a key in its own post only', async () => {
    const { analysis, uri, post, cursor } = await openBlogPost('---\ntit<|>le: A # kept\n---\n');
    const result = await analysis.rename(uri, cursor, 'heading');
    assert.ok(result && !('refusal' in result) && result.length === 1);
    assert.equal(service.applyEdits(post.document.text, result[0]!.edits), '---\nheading: A # kept\n---\n');
    assert.ok('refusal' in (await analysis.rename(uri, cursor, 'a key'))!);
  });
});

describe('symbols of the workspace', () => {
  it('workspace symbols are posts by title and terms with their counts, the best match first', async () => {
    const { analysis } = await openBlogPost('---\ntitle: Tern\n---\n');
    const found = await analysis.workspaceSymbols('tern');
    assert.deepEqual(
      found.map(({ name, kind }) => `${kind} ${name}`),
      ['post Tern', 'post Tern', 'post Tern again'],
    );
    assert.deepEqual(
      (await analysis.workspaceSymbols('crew')).map(({ name, kind, container }) => `${kind} ${name} ${container}`),
      ['term crew tags, 4 posts', 'term crew categories, 1 post'],
    );
    assert.equal((await analysis.workspaceSymbols('lvgp'))[0]!.name, 'Leaving port');
    assert.ok((await analysis.workspaceSymbols('')).length > 5);
    assert.deepEqual(await analysis.workspaceSymbols('zzz'), []);
  });
});
