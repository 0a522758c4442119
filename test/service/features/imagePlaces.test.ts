import assert from 'node:assert/strict';
import { findImagePlaces, insert } from '../../support/site.ts';

const config = '-- _config.yml --\nbaseurl: /log\n';
const post = '_posts/2025-05-01-fog.md';

describe('the place of an image that is added to a post', () => {
  const cases: readonly [
    what: string,
    files: string,
    path: string,
    name: string,
    expected: readonly [path: string, destination: string],
  ][] = [
    [
      'is the folder the newer posts use',
      `${config}-- img/a.png --\nx\n-- pictures/b.png --\nx\n-- pictures/c.png --\nx\n-- _posts/2025-01-01-a.md --\n![x](/log/img/a.png)\n-- ${post} --\n---\n---\n`,
      post,
      'Grey Seal.PNG',
      ['img/grey-seal.png', '/log/img/grey-seal.png'],
    ],
    [
      'is a folder named as the post where each post has one',
      `${config}-- img/2025-01-01-a/x.png --\nx\n-- _posts/2025-01-01-a.md --\n![x]({{ '/img/2025-01-01-a/x.png' | relative_url }})\n-- ${post} --\n---\n---\n`,
      post,
      'seal.png',
      ['img/2025-05-01-fog/seal.png', "{{ '/img/2025-05-01-fog/seal.png' | relative_url }}"],
    ],
    [
      'is a folder of the year where images are kept so',
      `${config}-- img/2024/x.png --\nx\n-- _posts/2024-01-01-a.md --\n![x]({{ site.baseurl }}/img/2024/x.png)\n-- ${post} --\n---\n---\n`,
      post,
      'seal.png',
      ['img/2025/seal.png', '{{ site.baseurl }}/img/2025/seal.png'],
    ],
    [
      'is where most images are when no post shows any',
      `${config}-- img/a.png --\nx\n-- img/b.png --\nx\n-- x/c.png --\nx\n-- ${post} --\n---\n---\n`,
      post,
      'seal.png',
      ['img/seal.png', '/log/img/seal.png'],
    ],
    [
      'is the generator’s usual one on a new site',
      `${config}-- ${post} --\n---\n---\n`,
      post,
      'seal.png',
      ['assets/images/seal.png', '/log/assets/images/seal.png'],
    ],
    [
      'is next to a post that has a folder of its own',
      '-- hugo.toml --\n-- content/posts/fog/index.md --\n---\n---\n',
      'content/posts/fog/index.md',
      'seal.png',
      ['content/posts/fog/seal.png', 'seal.png'],
    ],
    [
      'is named after the post where its own name says nothing',
      `${config}-- ${post} --\n---\n---\n`,
      post,
      'image.png',
      ['assets/images/fog.png', '/log/assets/images/fog.png'],
    ],
    [
      'has a number where the name is taken',
      `${config}-- assets/images/fog.png --\nx\n-- ${post} --\n---\n---\n`,
      post,
      'Screenshot 2025-05-01 at 10.00.00.png',
      ['assets/images/fog-2.png', '/log/assets/images/fog-2.png'],
    ],
  ];
  for (const [what, files, path, name, expected] of cases) {
    it(`the place of a new image ${what}`, async () => {
      const places = await findImagePlaces(files, path, [name]);
      assert.ok(typeof places === 'object');
      const { uri, path: file } = places[0]!;
      const snippet = await insert(files.replace(`-- ${path} --\n---\n---\n`, `-- ${path} --\n---\n---\n<|>`), path, {
        kind: 'images',
        images: [{ uri, alt: 'x' }],
      });
      assert.deepEqual(
        [file, snippet.replace('---\n---\n', '')],
        [expected[0], `![\${1:x}](${expected[1].replaceAll('}', '\\}')})$0`],
      );
    });
  }

  const fog = `${config}-- assets/images/fog.png --\nx\n-- ${post} --\n---\n---\n`;
  it('several new images get different places', async () => {
    const places = await findImagePlaces(fog, post, ['image.png', 'image.png', 'seal.jpg', 'Seal.jpg']);
    assert.deepEqual(typeof places === 'object' && places.map((place) => place.path), [
      'assets/images/fog-2.png',
      'assets/images/fog-3.png',
      'assets/images/seal.jpg',
      'assets/images/seal-2.jpg',
    ]);
  });

  const programs = [
    'image.png',
    'Screenshot 2025-05-01 at 10.00.00 AM.png',
    'Screenshot from 2025-05-01 10-00-00.png',
    'Bildschirmfoto 2025-05-01 um 10.00.00.png',
    'Capture d’écran 2025-05-01 à 10.00.00.png',
    'IMG_1234.JPG',
    'DSC01234.jpg',
    '20250501_100000.jpg',
    'Unnamed (1).png',
    '0b5d9f04-7e0c-4f0a-9b7e-3b6a2f1c9d10.png',
  ];
  const people = [
    'fog-at-dawn.png',
    'Image of fog.png',
    'screenshot-of-galley.png',
    'paste-board.jpg',
    'at.png.webp',
    '图.png',
    'seal 2.png',
  ];
  for (const name of programs)
    it(`asks for a better name than ${name} of a new image`, async () =>
      assert.deepEqual(
        await findImagePlaces(fog, post, [name]).then((places) => typeof places === 'object' && places[0]!.isNameless),
        true,
      ));
  for (const name of people)
    it(`keeps the name ${name} of a new image without asking`, async () =>
      assert.deepEqual(
        await findImagePlaces(fog, post, [name]).then((places) => typeof places === 'object' && places[0]!.isNameless),
        undefined,
      ));

  const typed: readonly [name: string, expected: string][] = [
    ['Grey Seal.png', 'assets/images/Grey Seal.png'],
    ['Fog.PNG', 'assets/images/Fog.PNG exists already.'],
    [
      '../seal.png',
      '"../seal.png" cannot be the name of a file that is served on the web: leave out \\ / : * ? " < > | # %.',
    ],
    ['a#b.png', '"a#b.png" cannot be the name of a file that is served on the web: leave out \\ / : * ? " < > | # %.'],
    ['seal.txt', '"seal.txt" does not end like an image: .png, .jpg, .gif, .svg, .webp or .avif.'],
  ];
  for (const [name, expected] of typed) {
    it(`takes or refuses ${name} as the name that a writer typed for an image`, async () => {
      const places = await findImagePlaces(fog, post, [name], 'chosen');
      assert.equal(typeof places === 'string' ? places : places[0]!.path, expected);
    });
  }
  it('refuses the name that another image has just got', async () => {
    assert.equal(
      await findImagePlaces(fog, post, ['seal.png', 'seal.png'], 'chosen'),
      'assets/images/seal.png exists already.',
    );
  });
});
