import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { openInBlog } from '../../support/blog.ts';

async function listProblems(
  text: string,
  path?: string,
): Promise<{ readonly messages: string[]; readonly fixed: string }> {
  const { analysis, uri } = await openInBlog(text, path);
  const found = service.finish(analysis.problems(uri)).filter(({ rule }) => rule === 'front-matter-syntax');
  const edits = found.flatMap((problem) => problem.fixes?.()[0]?.edits ?? []);
  return { messages: found.map(({ message }) => message), fixed: service.applyEdits(text, edits) };
}

describe('front matter in a Jekyll site', () => {
  it('reports what Jekyll does with broken front matter', async () => {
    const { messages, fixed } = await listProblems('---\ntitle: Fog: a story\n---\n');
    assert.match(messages.join(), /Jekyll ignores the whole front matter/);
    assert.equal(fixed, '---\ntitle: "Fog: a story"\n---\n');
  });

  it('reports that unclosed front matter is text, and closes it', async () => {
    const { messages, fixed } = await listProblems('---\ntitle: Fog\ntags: [a]\n\nIt came.\n');
    assert.match(messages.join(), /Jekyll prints it as text/);
    assert.equal(fixed, '---\ntitle: Fog\ntags: [a]\n---\n\nIt came.\n');
  });

  it('reports front matter that Jekyll does not see below a blank line or in another format', async () => {
    assert.equal((await listProblems('\n---\ntitle: Fog\n---\n')).fixed, '---\ntitle: Fog\n---\n');
    assert.match((await listProblems('+++\ntitle = "Fog"\n+++\n')).messages.join(), /does not read TOML/);
  });

  it('reports front matter that Jekyll does not see after a byte order mark in a page, but not in a post', async () => {
    assert.equal((await listProblems('\ufeff---\ntitle: Fog\n---\n', 'about.md')).fixed, '---\ntitle: Fog\n---\n');
    assert.deepEqual((await listProblems('\ufeff---\ntitle: Fog\n---\n')).messages, []);
  });

  it('reports a text between two lines of dashes, which Jekyll takes for front matter', async () => {
    assert.equal((await listProblems('---\n\nIt came.\n\n---\n')).messages.length, 1);
  });
});
