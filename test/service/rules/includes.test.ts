import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { parseTxtar, root, readSites } from '../../support/site.ts';
import { createAnalysis } from '../../support/check.ts';

/** Rule, severity and text of each problem with references and notes in the first post of a txtar text. */
async function listProblems(txtar: string): Promise<string[]> {
  const [path, text] = [...parseTxtar(txtar)].find(([file]) => file.startsWith('_posts/'))!;
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  const found = service.finish(createAnalysis(snapshot).problems(uri));
  return found
    .filter(({ rule }) => /reference|definition|footnote/.test(rule))
    .map(({ rule, severity, range }) => `${rule} ${severity}: ${text.slice(range.start, range.end)}`);
}

function toSite(body: string, files = ''): string {
  return `-- _config.yml --\ntitle: The ferry\n-- _posts/2024-05-01-fog.md --\n---\ntitle: Fog\n---\n${body}\n${files}`;
}

const links = '-- _includes/links.md --\n[pier]: /pier\n\n[^tide]: It turns at noon.\n';

describe('definitions that an include brings', () => {
  it('definitions in an included file count as those of the post', async () => {
    assert.deepEqual(
      await listProblems(toSite('The [old pier][pier] at noon.[^tide]\n\n{% include links.md %}', links)),
      [],
    );
  });

  it('reports a label that neither the post nor its include defines', async () => {
    assert.deepEqual(
      await listProblems(toSite('The [new quay][quay] at noon.[^ebb]\n\n{% include links.md %}', links)),
      ['undefined-reference warning: [new quay][quay]', 'undefined-footnote warning: [^ebb]'],
    );
  });

  it('finds definitions in nested includes, even if they include one another in a circle', async () => {
    const files = `-- _includes/all.md --\n{% include more/links.md %}{% include all.md %}\n${links.replace('links', 'more/links')}`;
    assert.deepEqual(
      await listProblems(toSite('The [old pier][pier] and a [quay][].\n\n{%- include all.md -%}', files)),
      ['undefined-reference warning: [quay][]'],
    );
  });

  it('looks for includes in the folder that the configuration names', async () => {
    const moved = toSite(
      'The [old pier][pier].\n\n{% include links.md %}',
      links.replace('_includes', '_parts'),
    ).replace('title: The ferry', 'title: The ferry\nincludes_dir: _parts');
    assert.deepEqual(await listProblems(moved), []);
  });

  it('reports an undefined label as a hint only where a file is missing or made by a template', async () => {
    const doubtful = ['undefined-reference hint: [new quay][quay]'];
    assert.deepEqual(await listProblems(toSite('The [new quay][quay].\n\n{% include links.md %}')), doubtful);
    assert.deepEqual(
      await listProblems(toSite('The [new quay][quay].\n\n{% include {{ page.links }} %}', links)),
      doubtful,
    );
    const loop =
      '-- _includes/links.md --\n{% for link in site.links %}\n[{{ link.id }}]: {{ link.url }}\n{% endfor %}\n';
    assert.deepEqual(await listProblems(toSite('The [new quay][quay].\n\n{% include links.md %}', loop)), doubtful);
  });

  it('reports an undefined label as a warning where the included file defines none', async () => {
    const figure = '-- _includes/figure.html --\n<figure><img src="{{ include.src }}"></figure>\n';
    assert.deepEqual(
      await listProblems(toSite('The [new quay][quay].\n\n{% include figure.html src="/fog.png" %}', figure)),
      ['undefined-reference warning: [new quay][quay]'],
    );
  });

  it('counts a definition as used where only an include uses it', async () => {
    const body = '{% include seen.md %}\n\n[pier]: /pier\n\n[^tide]: It turns at noon.';
    assert.deepEqual(
      await listProblems(toSite(body, '-- _includes/seen.md --\nThe [old pier][pier] at noon.[^tide]\n')),
      [],
    );
  });
});
