import type { PostRow } from '../../../server/src/service/index.ts';
import type { LinkPlace, SiteEngine, WrittenLink } from './engine.ts';
import type { LinkForm, LinkSketch, PageSketch, SiteSketch } from './sketch.ts';

/** The files of a site, and the links in them. */
export interface WrittenSite {
  readonly files: ReadonlyMap<string, string>;
  readonly links: readonly WrittenLink[];
}

/** Writes the links of a sketch to the addresses that its pages have (`rows`, by file). */
export function writeLinks(sketch: SiteSketch, rows: ReadonlyMap<string, PostRow>, engine: SiteEngine): WrittenSite {
  const targets = [...sketch.pages.map(({ path }) => path), ...Object.keys(sketch.files)];
  const files = new Map(Object.entries(sketch.files));
  const links: WrittenLink[] = [];
  const base = engine.getBase(sketch);
  for (const page of sketch.pages) {
    let text = page.head;
    for (const link of page.links) {
      const toFile = targets[link.target % targets.length]!;
      const place = { from: rows.get(page.path), fromFile: page.path, to: rows.get(toFile), toFile };
      const destination = writeDestination(link, place, base, engine);
      if (!destination) continue;
      const line = text.split('\n').length;
      text += `\n[link ${links.length}](${destination})\n`;
      links.push({ file: page.path, line, index: links.length, destination });
    }
    files.set(page.path, text);
  }
  return { files, links };
}

/** Files of a sketch without any link. */
export function withoutLinks({ files, pages }: SiteSketch): ReadonlyMap<string, string> {
  const contents = pages.map(({ path, head }: PageSketch): [string, string] => [path, head]);
  return new Map([...Object.entries(files), ...contents]);
}

function writeDestination(link: LinkSketch, place: LinkPlace, base: string, engine: SiteEngine): string | undefined {
  const { form } = link;
  if (form === 'tag' || form === 'tag2') return engine.writeTag(link, place);
  if (form === 'path of file') return escape(`/${place.toFile}`);
  if (form === 'relative path of file') return escape(toRelative(`/${place.fromFile}`, `/${place.toFile}`));
  const url = place.to?.url ?? `${base}/${place.toFile}`;
  return escape(changeUrl(form, url, place.from?.url ?? `${base}/`, base));
}

type UrlForm = Exclude<LinkForm, 'tag' | 'tag2' | 'path of file' | 'relative path of file'>;

function changeUrl(form: UrlForm, url: string, from: string, base: string): string {
  const changes: Readonly<Record<UrlForm, () => string>> = {
    url: () => url,
    'url without slash': () => url.replace(/\/$/, ''),
    'url with slash': () => (url.endsWith('/') ? url : `${url}/`),
    'url of index': () => (url.endsWith('/') ? `${url}index.html` : url),
    'url without extension': () => url.replace(/\.[a-z]+$/, ''),
    'relative url': () => `./${toRelative(from, url)}`,
    'relative url without dot': () => toRelative(from, url),
    'url of other case': () => base + swapCase(url.slice(base.length)),
    'misspelt url': () => url.replace(/(\w)(\W*)$/, '$1x$2'),
    'url without base': () => url.slice(base.length),
    'url with query': () => `${url}?a=b`,
    'absolute url': () => `https://lighthouse.example${url}`,
    'parent folder': () => url.replace(/[^/]+\/?$/, ''),
  };
  return changes[form]();
}

function swapCase(text: string): string {
  return text.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** The path from one absolute path to another, as a browser resolves it. */
function toRelative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const names = to.split('/');
  let same = 0;
  while (same < folders.length && same < names.length - 1 && folders[same] === names[same]) same++;
  return '../'.repeat(folders.length - same) + names.slice(same).join('/');
}

/** A destination that every Markdown engine reads as one, whatever letters are in it. */
function escape(destination: string): string {
  return destination.replace(/[^\w/.\-~%?=&:]/gu, (letter) =>
    encodeURIComponent(letter).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  );
}
