import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import type { Completion } from '../../../server/src/service/index.ts';
import { openInBlog } from '../../support/blog.ts';
import { createAnalysis } from '../../support/check.ts';

type Files = Readonly<Record<string, string>>;

async function complete(files: Files, source: string, path: string): Promise<Completion[]> {
  const { analysis, uri, cursor } = await openInBlog(source, path, files);
  const { items } = await analysis.completions(uri, cursor);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

async function completeLabels(files: Files, source: string, path: string): Promise<string[]> {
  return (await complete(files, source, path)).map(({ label }) => label);
}

async function listProblems(files: Files, source: string, path: string): Promise<string[]> {
  const { analysis, uri } = await openInBlog(source, path, files);
  const front = new Set(['front-matter-value', 'missing-key', 'unknown-key']);
  return service
    .finish(analysis.problems(uri))
    .filter(({ rule }) => front.has(rule))
    .map(({ message }) => message);
}

const astro: Files = {
  'astro.config.mjs': 'export default {};\n',
  'src/content.config.ts': 'export const collections = {};\n',
  '.astro/collections/log.schema.json': JSON.stringify({
    $ref: '#/definitions/log',
    definitions: {
      log: {
        type: 'object',
        properties: {
          title: { type: 'string' },
          date: {
            anyOf: [
              { type: 'string', format: 'date-time' },
              { type: 'string', format: 'date' },
              { type: 'integer', format: 'unix-time' },
            ],
          },
          weather: { type: 'string', enum: ['calm', 'storm'], markdownDescription: 'How the sea was.' },
          crew: { type: 'array', items: { type: 'string', enum: ['ina', 'mia'] } },
          ship: {
            type: 'object',
            properties: { name: { type: 'string' }, mast: { type: 'number', default: 2 } },
            required: ['name'],
          },
        },
        required: ['title', 'date'],
        additionalProperties: false,
      },
    },
    $schema: 'http://json-schema.org/draft-07/schema#',
  }),
};

describe('a schema of an Astro collection', () => {
  const path = 'src/content/log/fog.md';

  it('offers keys and values of an Astro schema, the required keys first', async () => {
    const keys = await complete(astro, '---\n<|>\n---\n', path);
    assert.deepEqual(
      keys.slice(0, 5).map(({ label }) => label),
      ['title', 'date', 'weather', 'crew', 'ship'],
    );
    assert.match(
      keys[2]!.documentation!,
      /How the sea was[\s\S]*One of `calm`, `storm` \(\.astro\/collections\/log\.schema\.json\)/,
    );
    assert.deepEqual(await completeLabels(astro, '---\nweather: <|>\n---\n', path), ['calm', 'storm']);
    assert.deepEqual(await completeLabels(astro, '---\ncrew: [mia, <|>]\n---\n', path), ['ina']);
    assert.deepEqual(await completeLabels(astro, '---\ncrew:\n  - <|>\n---\n', path), ['ina', 'mia']);
  });

  it('offers the keys of a map in an Astro schema, in YAML and TOML', async () => {
    assert.deepEqual(await completeLabels(astro, '---\nship:\n  <|>\n---\n', path), ['name', 'mast']);
    assert.deepEqual(await completeLabels(astro, '---\nship:\n  name: Tern\n  <|>\n---\n', path), ['mast']);
    assert.deepEqual(await completeLabels(astro, '+++\n[ship]\n<|>\n+++\n', path), ['name', 'mast']);
  });

  it('reports values that an Astro schema refuses, as the build would', async () => {
    assert.deepEqual(await listProblems(astro, '---\ntitle: 7\ndate: 2024-05-01\nweather: clam\n---\n', path), [
      '"title" is a number here, a text in .astro/collections/log.schema.json.',
      '"clam" is not among the values of "weather" in .astro/collections/log.schema.json: "calm", "storm".',
    ]);
    assert.deepEqual(
      await listProblems(astro, '---\ntitle: Fog\ndate: 2024-05-01 10:00:00 +0200\nmood: quiet\n---\n', path),
      [],
    );
  });

  it('applies an Astro schema to its own collection only', async () => {
    assert.deepEqual(await listProblems(astro, '---\nweather: none\n---\n', 'src/content/harbours/north.md'), []);
  });
});

const jekyll: Files = { '_config.yml': 'title: The Ferry\n' };

describe('schemas of content managers', () => {
  it('reads the schema of Pages CMS: fields, components, groups', async () => {
    const files: Files = {
      ...jekyll,
      '.pages.yml': `components:
  ship: { type: object, fields: [{ name: name, type: string }] }
content:
  - type: group
    items:
      - name: log
        type: collection
        path: _posts
        fields:
          - { name: title, type: string, required: true, label: The title }
          - { name: weather, type: select, options: { values: [calm, { value: storm, label: Stormy }] } }
          - { name: ship, component: ship }
          - { name: harbours, type: string, list: true }
`,
    };
    const path = '_posts/2025-06-01-fog.md';
    assert.deepEqual(await completeLabels(files, '---\nweather: <|>\n---\n', path), ['calm', 'storm']);
    assert.deepEqual(await listProblems(files, '---\nweather: fog\nship: Tern\n---\n', path), [
      '"title" is missing: .pages.yml requires it.',
      '"fog" is not among the values of "weather" in .pages.yml: "calm", "storm".',
      '"ship" is a text here, a map of keys in .pages.yml.',
    ]);
  });

  it('reads the schema of Front Matter CMS: content types by folder and by name', async () => {
    const files: Files = {
      ...jekyll,
      'frontmatter.json': JSON.stringify({
        'frontMatter.content.pageFolders': [{ title: 'log', path: '[[workspace]]/_posts', contentTypes: ['log'] }],
        'frontMatter.taxonomy.tags': ['fog', 'crew'],
        'frontMatter.taxonomy.contentTypes': [
          {
            name: 'log',
            fields: [
              {
                title: 'Weather',
                name: 'weather',
                type: 'choice',
                choices: ['calm', { id: 'storm', title: 'Stormy' }],
              },
              { name: 'tags', type: 'tags' },
              { name: 'pinned', type: 'boolean', required: true },
            ],
          },
          { name: 'photo', fields: [{ name: 'weather', type: 'choice', choices: ['grey'] }] },
        ],
      }),
    };
    const path = '_posts/2025-06-01-fog.md';
    assert.deepEqual(await completeLabels(files, '---\nweather: <|>\n---\n', path), ['calm', 'storm']);
    assert.deepEqual(await completeLabels(files, '---\ntype: photo\nweather: <|>\n---\n', path), ['grey']);
    assert.deepEqual(await completeLabels(files, '---\ntags: [<|>]\n---\n', path), ['fog', 'crew']);
    assert.deepEqual(await listProblems(files, '---\nweather: wet\n---\n', path), [
      '"wet" is not among the values of "weather" in frontmatter.json: "calm", "storm".',
    ]);
  });

  it('prefers the schema of Decap CMS in the project to what is known of the generator', async () => {
    const files: Files = {
      ...jekyll,
      'static/admin/config.yml':
        'collections:\n  - { name: posts, folder: /_posts/, fields: [{ name: layout, widget: select, options: [post, photo], hint: Which look }] }\n',
    };
    const path = '_posts/2025-06-01-fog.md';
    const { analysis, uri, cursor } = await openInBlog('---\nlay<|>out: post\n---\n', path, files);
    assert.match(
      (await analysis.hover(uri, cursor))!.markdown,
      /Which look\.[\s\S]*Required; One of `post`, `photo` \(static\/admin\/config\.yml\)/,
    );
    assert.deepEqual((await completeLabels(files, '---\nlayout: <|>\n---\n', path)).slice(0, 2), ['post', 'photo']);
  });

  it('ignores required fields of a CMS that most posts lack', async () => {
    const post = '---\ntitle: A\nweather: mist\n---\n';
    const files: Files = {
      ...jekyll,
      'admin/config.yml':
        'collections:\n  - { name: posts, folder: _posts, fields: [{ name: title }, { name: photo, widget: image }, { name: weather, widget: select, options: [calm] }] }\n',
      '_posts/2025-01-01-a.md': post,
      '_posts/2025-01-02-b.md': post,
      '_posts/2025-01-03-c.md': post,
    };
    assert.deepEqual(await listProblems(files, post, '_posts/2025-06-01-fog.md'), []);
    assert.deepEqual(await listProblems(files, '---\nweather: storm\n---\n', '_posts/2025-06-01-fog.md'), [
      '"title" is missing: admin/config.yml requires it.',
      '"storm" is not among the values of "weather" in admin/config.yml: "calm".',
    ]);
  });

  it('reads broken and strange configurations of a CMS without failing', async () => {
    for (const text of [
      'collections: 5\n',
      ': : :\n',
      'collections: [{ folder: [], fields: 7 }]\n',
      '',
      'collections: [{ folder: _posts, fields: [{ name: a, widget: list, field: 3 }, 7, null] }]\n',
    ]) {
      assert.deepEqual(
        await listProblems(
          {
            ...jekyll,
            'admin/config.yml': text,
            '.pages.yml': text,
            'frontmatter.json': text,
            'post.schema.json': text,
          },
          '---\ntitle: Fog\n---\n',
          '_posts/2025-06-01-fog.md',
        ),
        [],
      );
    }
  });
});

describe('a JSON Schema named by the writer', () => {
  const files: Files = {
    ...jekyll,
    'schemas/trip.json': JSON.stringify({
      allOf: [{ $ref: '#/$defs/base' }],
      oneOf: [{ properties: { kind: { const: 'trip' } } }, { properties: { kind: { const: 'rest' } } }],
      properties: {
        code: { type: 'string', pattern: '^[A-Z]{3}$' },
        slow: { type: 'string', pattern: '(a+)+$' },
        none: { $ref: 'elsewhere.json' },
        loop: { $ref: '#/properties/loop' },
      },
      $defs: {
        base: { required: ['harbour'], properties: { harbour: { enum: ['north', 'south'], deprecated: true } } },
      },
    }),
  };
  const path = '_posts/2025-06-01-fog.md';
  const named = '# yaml-language-server: $schema=/schemas/trip.json\n';

  it('finds a JSON Schema named by a comment or by settings', async () => {
    assert.deepEqual(await completeLabels(files, `---\n${named}harbour: <|>\n---\n`, path), ['north', 'south']);
    const { snapshot, uri, cursor } = await openInBlog('---\nharbour: <|>\n---\n', path, files);
    const set = service.withSettings(snapshot, {
      ...service.defaultSettings,
      schemas: { './schemas/trip.json': ['_posts/**/*.md'] },
    });
    assert.deepEqual(
      (await createAnalysis(set).completions(uri, cursor)).items.map(({ label }) => label),
      ['north', 'south'],
    );
  });

  it('checks combinations and patterns of a JSON Schema, and ignores what it does not know', async () => {
    assert.deepEqual(
      await listProblems(files, `---\n${named}kind: walk\ncode: abc\nslow: aaaa\nnone: 1\nloop: 2\n---\n`, path),
      [
        '"harbour" is missing: schemas/trip.json requires it.',
        '"abc" does not match the pattern of "code" in schemas/trip.json: `^[A-Z]{3}$`.',
      ],
    );
  });
});

describe('what the configuration gives', () => {
  const files: Files = {
    '_config.yml':
      'defaults:\n  - { scope: { path: "" }, values: { layout: page, author: ina } }\n  - { scope: { path: "_posts", type: posts }, values: { layout: post } }\n',
    '_layouts/post.html': '',
    '_layouts/photo.html': '',
    '_data/authors.yml': 'ina: { name: Ina Berg }\nmia: { name: Mia Lund }\n',
  };
  const path = '_posts/2025-06-01-fog.md';

  async function getHover(source: string): Promise<string> {
    const { analysis, uri, cursor } = await openInBlog(source, path, files);
    return (await analysis.hover(uri, cursor))?.markdown ?? '';
  }

  it('a hover tells which default of the configuration applies', async () => {
    assert.match(
      await getHover('---\nlay<|>out: photo\n---\n'),
      /Without it: `post`, from `_config\.yml`, defaults for `_posts`, type `posts`\./,
    );
    assert.match(
      await getHover('---\nau<|>thor: mia\n---\n'),
      /Without it: `ina`, from `_config\.yml`, defaults for all files\./,
    );
  });

  it('offers the layouts and authors of the site, and tells who they are', async () => {
    assert.deepEqual(await completeLabels(files, '---\nlayout: <|>\n---\n', path), ['photo', 'post', 'none']);
    assert.deepEqual(
      (await complete(files, '---\nauthor: <|>\n---\n', path)).map(({ label, detail }) => [label, detail]),
      [
        ['ina', 'Ina Berg'],
        ['mia', 'Mia Lund'],
      ],
    );
    assert.match(await getHover('---\nauthor: m<|>ia\n---\n'), /Mia Lund/);
    assert.match(await getHover('---\nlastmod: 2024-05-<|>01\n---\n'), /Wednesday,? 1 May 2024/);
  });
});

describe('images in front matter', () => {
  const files: Files = {
    '_config.yml': '',
    'assets/img/fog-bank.png': '',
    'assets/img/pier.jpg': '',
    '_posts/2025-01-01-a.md': '---\ntitle: A\ncover: /img/pier.jpg\n---\n',
  };

  it('offers images in front matter as other posts write them, with a preview, the likeliest first', async () => {
    const items = await complete(files, '---\ncover: <|>\n---\n', '_posts/2025-06-01-fog.md');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['/img/pier.jpg', '/img/fog-bank.png'],
    );
    assert.match(items[0]!.documentation!, /!\[\]\(file:\/\/\/blog\/assets\/img\/pier\.jpg\|height=180\)/);
    assert.deepEqual(await completeLabels(files, '---\nimage: <|>\n---\n', '_posts/2025-06-01-fog.md'), [
      '/assets/img/fog-bank.png',
      '/assets/img/pier.jpg',
    ]);
  });

  it('a hover shows an image of the front matter', async () => {
    const { analysis, uri, cursor } = await openInBlog(
      '---\ncover: /img/fog-<|>bank.png\n---\n',
      '_posts/2025-06-01-fog.md',
      files,
    );
    assert.match((await analysis.hover(uri, cursor))!.markdown, /assets\/img\/fog-bank\.png\|height=180/);
  });
});
