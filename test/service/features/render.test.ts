import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import type { Rendered } from '../../../server/src/service/index.ts';
import { parseTxtar, root, readSites } from '../../support/site.ts';
import { createAnalysis } from '../../support/check.ts';

/** The preview of a post of a site in a txtar text. */
async function renderPost(txtar: string, path: string): Promise<Rendered> {
  const snapshot = service.withSites(service.emptySnapshot, await readSites(txtar));
  const uri = `${root}/${path}`;
  const opened = service.withDocument(snapshot, new service.Document(uri, 1, parseTxtar(txtar).get(path)!));
  return service.finish(createAnalysis(opened).render(uri))!;
}

const site = `-- _config.yml --
url: https://rock.example
baseurl: /blog
lang: de
-- _data/authors.yml --
anna:
  name: Anna Gannet
-- _includes/note.html --
<aside>Note {{ include.n }} of {{ page.title }}, by {{ site.data.authors.anna.name }}</aside>
-- _posts/2024-05-01-lamp.md --
---
title: The lamp
author: anna
tags: [light]
categories: [work]
description: How it works.
image: {path: /img/lamp.png}
---
${'word '.repeat(440)}

\`\`\`
not a word
\`\`\`

{% include note.html n="1" %}

[old]({% post_url 2023-01-01-bell %}) and [gone][nowhere]
-- _posts/2023-01-01-bell.md --
---
title: The bell
published: false
---
Ding.
`;

describe('the preview of a post', () => {
  it('the preview shows the title and date that the site would print', async () => {
    const { head } = await renderPost(site, '_posts/2024-05-01-lamp.md');
    assert.deepEqual(head, {
      title: 'The lamp',
      date: '1. Mai 2024',
      author: 'Anna Gannet',
      description: 'How it works.',
      image: '/img/lamp.png',
      url: '/blog/work/2024/05/01/lamp.html',
      host: 'rock.example',
      terms: ['work', 'light'],
      state: 'published',
      reasons: [],
      words: 444,
      readingMinutes: 2,
    });
  });

  it('the preview says why a post is not on the site', async () => {
    const { head } = await renderPost(site, '_posts/2023-01-01-bell.md');
    assert.equal(head.state, 'unpublished');
    assert.match(head.reasons.join(' '), /published/);
  });

  it('the preview fills templates from the site, with paths that the workspace can resolve', async () => {
    const { html } = await renderPost(site, '_posts/2024-05-01-lamp.md');
    assert.match(html, /<aside>Note 1 of The lamp, by Anna Gannet<\/aside>/);
    assert.match(html, /<a href="\/2023\/01\/01\/bell\.html">old<\/a>/);
  });

  it('the preview receives the problems to mark', async () => {
    const { problems } = await renderPost(site, '_posts/2024-05-01-lamp.md');
    assert.ok(problems.some(({ rule }) => rule === 'undefined-reference'));
    assert.ok(!problems.some(({ rule, severity }) => rule === 'not-published' || severity === 'hint'));
  });
});
