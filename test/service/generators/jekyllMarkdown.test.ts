import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';
import { readSites, root } from '../../support/site.ts';

/** The problems of a post on a Jekyll site with this configuration: rule and marked text. Verdicts are those of Jekyll 4.3.1. */
async function problemsOf(config: string, body: string): Promise<string[]> {
  const path = '_posts/2024-05-01-fog.md';
  const text = `---\nlayout: post\n---\n${body}\n`;
  const snapshot = service.withDocument(
    service.withSites(
      service.emptySnapshot,
      await readSites(
        `-- _config.yml --\n${config}\n-- _layouts/post.html --\n<main id="page">{{ content }}</main>\n-- ${path} --\n${text}`,
      ),
    ),
    new service.Document(`${root}/${path}`, 1, text),
  );
  return service
    .finish(createAnalysis(snapshot).problems(`${root}/${path}`))
    .map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end).split('\n')[0]}`);
}

describe('the Markdown engine of a Jekyll site', () => {
  const anchors = '[a](#a-señal) [b](#a-seal) [c](#tight) [d](#below)\n\n## A señal\n\n#Tight\n\nWords\n## Below';

  it('makes ids of headings by GFM or by kramdown’s own rules, as `input` says', async () => {
    assert.deepEqual(await problemsOf('', anchors), ['broken-anchor #a-seal']);
    assert.deepEqual(await problemsOf('kramdown: {input: kramdown}', anchors), [
      'broken-anchor #a-señal',
      'broken-anchor #below',
    ]);
  });

  it('begins ids of headings with `auto_id_prefix`, and makes none where `auto_ids` is off', async () => {
    assert.deepEqual(await problemsOf('kramdown: {auto_id_prefix: h-}', '[a](#fog) [b](#h-fog)\n\n## Fog'), [
      'broken-anchor #fog',
    ]);
    assert.deepEqual(await problemsOf('kramdown: {auto_ids: false}', '[a](#fog)\n\n## Fog'), []);
  });

  it('makes ids of the Markdown of a heading, or of its text, as `auto_id_stripping` says', async () => {
    const body = '[a](#the-watchu) [b](#the-watch)\n\n## The [watch](/u)';
    assert.deepEqual(await problemsOf('kramdown: {input: kramdown}', body), [
      'broken-anchor #the-watch',
      'broken-link /u',
    ]);
    assert.deepEqual(await problemsOf('kramdown: {input: kramdown, auto_id_stripping: true}', body), [
      'broken-anchor #the-watchu',
      'broken-link /u',
    ]);
  });

  it('gives a heading within HTML the id that kramdown makes by itself', async () => {
    const body = '[a](#deja) [b](#dj-vu) [c](#déjà-vu)\n\n<div markdown="1">\n## Déjà vu\n</div>';
    assert.deepEqual(await problemsOf('', body), ['broken-anchor #deja']);
  });

  it('says nothing about anchors of HTML headings that `html_to_native` gives ids', async () => {
    const body = '[a](#fog)\n\n<h2>Fog</h2>';
    assert.deepEqual(await problemsOf('', body), ['broken-anchor #fog']);
    assert.deepEqual(await problemsOf('kramdown: {html_to_native: true}', body), []);
  });

  it('makes ids of the characters that references in a heading name', async () => {
    assert.deepEqual(await problemsOf('', '[a](#qué) [b](#qu)\n\n## Qu&eacute;'), ['broken-anchor #qu']);
  });

  it('reads Markdown in HTML blocks where `parse_block_html` is on', async () => {
    const body = '<div>\nA claim[^1].\n</div>\n\n[^1]: Source.';
    assert.deepEqual(await problemsOf('', body), ['orphan-footnote [^1]:']);
    assert.deepEqual(await problemsOf('kramdown: {parse_block_html: true}', body), []);
    assert.deepEqual(await problemsOf('kramdown: {parse_block_html: "true"}', body), []);
  });

  it('knows the definitions under `link_defs`', async () => {
    const body = 'See [the map][Map] and [a gap][gap].';
    assert.deepEqual(await problemsOf('kramdown: {link_defs: {map: ["https://example.org/map"]}}', body), [
      'undefined-reference [a gap][gap]',
    ]);
  });

  it('judges no references and notes that a converter of the site’s own reads', async () => {
    const body = 'Text[^1] and [a gap][gap].\n\n[^2]: Nobody.';
    assert.equal((await problemsOf('markdown: CommonMark', body)).length, 3);
    assert.deepEqual(await problemsOf('markdown: OurOwn', body), []);
  });
});
