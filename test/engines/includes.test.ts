import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as service from '../../server/src/service/index.ts';
import { root, readSites } from '../support/site.ts';
import { describeWith } from './describeWith.ts';
import { createAnalysis } from '../support/check.ts';

/** The site around the posts. */
const surroundings = `-- _config.yml --
title: The ferry
permalink: /:title
-- _includes/links.md --
[cat]: /cat

[^cat]: A note on cats.
-- _includes/nested.md --
{% include links.md %}

[dog]: /dog
-- _includes/uses.md --
[t][cat] x[^1]
-- _posts/2024-05-01-fog.md --
---
title: Fog
---
It came at night.
-- about.md --
---
title: About
---
We wait.
`;

/** Posts by what is in them. */
const cases: Readonly<Record<string, string>> = {
  'a blank label': '[ ] [] [t][cat]\n\n[ ]: /u\n\n[cat]: /cat',
  'a label of 1000 characters': `[t][${'m'.repeat(1000)}] [t][eel]\n\n[${'m'.repeat(1000)}]: /u`,
  'a note of 1000 characters': `text[^${'m'.repeat(1000)}] y[^eel]\n\n[^${'m'.repeat(1000)}]: note`,
  'brackets in front matter':
    '---\ntitle: "[t][nothing]"\ntags: [cat, dog]\nnote: "[^1]"\n---\n[t][cat]\n\n[cat]: /cat',
  'definitions in an include': '[t][cat] [t][eel] x[^cat] y[^eel]\n\n{% include links.md %}',
  'definitions in an include of an include': '[t][cat] [t][dog] [t][eel]\n\n{% include nested.md %}',
  'definitions that an include uses': '{% include uses.md %}\n\n[cat]: /cat\n\n[^1]: note',
  'destinations that tags write':
    '[t][a] [t][b] [t][c] [t][eel]\n\n[a]: {% link about.md %}\n[b]: {% post_url 2024-05-01-fog %}\n[c]: {{ site.url }}/x "A title"',
  'a marker that a template writes': '{% assign n = 1 %}text[^{{ n }}]\n\n[^1]: note',
};

const posts = Object.entries(cases).map(([name, text], index) => ({
  name,
  slug: `case-${index}`,
  path: `_posts/2024-06-01-case-${index}.md`,
  text: text.startsWith('---') ? text : `---\ntitle: x\n---\n${text}`,
}));
const txtar = surroundings + posts.map(({ path, text }) => `-- ${path} --\n${text}\n`).join('');

/** The HTML of each post. */
function build(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-includes-'));
  try {
    for (const [, path, text] of txtar.matchAll(/^-- (.+) --\n([\s\S]*?)(?=^-- |(?![\s\S]))/gm)) {
      mkdirSync(dirname(join(folder, path!)), { recursive: true });
      writeFileSync(join(folder, path!), text!);
    }
    const { status, stderr } = spawnSync('ruby', ['test/engines/jekyll.rb', folder], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8' },
    });
    assert.equal(status, 0, stderr);
    return new Map(posts.map(({ name, slug }) => [name, readFileSync(join(folder, '_site', `${slug}.html`), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The brackets that are reported as leading nowhere. */
async function listReports(path: string, text: string): Promise<string[]> {
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  const found = service
    .finish(createAnalysis(snapshot).problems(uri))
    .filter(({ rule }) => /reference|definition|footnote/.test(rule));
  return found.map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

describeWith('jekyll', 'posts with includes, tags and front matter', () => {
  let html = new Map<string, string>();

  before(function () {
    this.timeout(60_000);
    html = build();
  });

  for (const { name, path, text } of posts) {
    it(`reads includes, tags and front matter as Jekyll does: ${name}`, async () => {
      const literal = [...html.get(name)!.matchAll(/\[t\]\[\w+\]|\[\^\w+\]/g)].map(
        ([brackets]) => `${brackets.startsWith('[^') ? 'undefined-footnote' : 'undefined-reference'}: ${brackets}`,
      );
      assert.deepEqual(await listReports(path, text), literal);
    });
  }
});
