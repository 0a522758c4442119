import type { Environment } from '../../generators/contract/model.ts';
import { servedFiles } from '../../site/resolution/addresses.ts';
import type { Listed } from '../../site/resolution/catalogue.ts';
import { newestFirst, wordsOf } from '../../site/resolution/catalogue.ts';
import { fromOf } from '../../site/resolution/resolvedLinks.ts';
import type { Destination, From } from '../../site/resolution/links.ts';
import { destination } from '../../site/resolution/links.ts';
import { sourceOf } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { dayInWords } from '../../text/calendar.ts';
import type { LinkConventions } from '../links/conventions.ts';
import { conventionsOf } from '../links/conventions.ts';
import type { Addressed, Form } from '../links/linkForms.ts';
import { addressed, addressedFile, basePathOf, inForm } from '../links/linkForms.ts';
import type { Context } from '../context.ts';
import type { Completion } from '../results.ts';
import type { LinkCaret } from './linkCaret.ts';
import { linkCaret } from './linkCaret.ts';

/** More are never listed: who looks for one of ten thousand types a word of it. */
export const mostLinks = 200;
/** Files that a name may turn out not to fit before the search ends. */
const mostMisses = 600;

const images = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)$/i;
const parts = /\.(?:css|js|map|scss|sass|woff2?|ttf|eot|less|ts)$/i;

/** Posts, pages, files and images of the site where an address or what a tag names is being written, as this author writes links. */
export async function linkCompletion(
  context: Context,
  open: OpenPost,
  offset: number,
): Promise<Completion[] | undefined> {
  const { environment } = context;
  const caret = linkCaret(open.syntax, offset);
  const from = caret && fromOf(open, environment);
  if (!from) return undefined;
  if (/^(?!https?:\/\/)[a-z][\w+.-]*:/i.test(caret.typed)) return [];
  const hash = caret.tag ? -1 : caret.typed.indexOf('#');
  if (hash >= 0) return anchors(caret, hash, from, environment);
  return new Chooser(caret, from, await conventionsOf(context, open, offset), environment).items();
}

/** Headings and ids of the post that the address before `#` leads to. */
function anchors({ typed, range }: LinkCaret, hash: number, from: From, environment: Environment): Completion[] {
  const address = typed.slice(0, hash);
  const target = destination(address, from, environment);
  if (target.kind !== 'post') return [];
  const ids = target.post.outline.ids.split('\n').filter((id) => id !== '');
  return ids.slice(0, mostLinks).map((id, index) => ({
    label: `#${id}`,
    kind: 'anchor',
    edit: { range, newText: `${address}#${id}` },
    filterText: `${address}#${id}`,
    detail: target.post.path,
    sortText: order(index),
  }));
}

/** Collects what fits a caret. */
class Chooser {
  private readonly found: Completion[] = [];
  private readonly words: readonly string[];
  private readonly here: Addressed;
  private readonly basePath: string;

  constructor(
    private readonly caret: LinkCaret,
    private readonly from: From,
    private readonly conventions: LinkConventions,
    private readonly environment: Environment,
  ) {
    this.words = typedWords(caret.typed, from);
    this.here = { path: from.post.path, url: from.publication.url };
    this.basePath = basePathOf(from.site);
  }

  items(): Completion[] {
    const { wants } = this.caret;
    if (wants === 'image' || wants === 'own file') this.files(this.besides(), relativeFirst);
    if (wants === 'image') this.files([...servedFiles(this.from.site).values()].filter((path) => images.test(path)));
    if (wants === 'link' || wants === 'post' || wants === 'any file') this.posts();
    if (wants === 'any file') this.files([...servedFiles(this.from.site).values()]);
    if (wants === 'include') this.files(this.includes());
    if (wants !== 'link') return this.found;
    this.files(this.besides(), relativeFirst);
    this.files([...servedFiles(this.from.site).values()].filter((path) => !parts.test(path)));
    return this.found;
  }

  private includes(): string[] {
    const { files, generator } = this.from.site;
    const { includesFolder } = generator;
    return includesFolder === undefined ? [] : [...files].filter((path) => path.startsWith(`${includesFolder}/`));
  }

  /** Files in the post's own folder, and in the one that is named like it. */
  private besides(): string[] {
    const { site, post } = this.from;
    const folder = post.path.slice(0, post.path.lastIndexOf('/') + 1);
    const own = `${post.path.replace(/\.[^./]+$/, '')}/`;
    const isBeside = (path: string): boolean =>
      path.startsWith(own) || (path.startsWith(folder) && !path.includes('/', folder.length));
    const isRoot = folder === '' && site.generator.linking !== undefined;
    return isRoot
      ? []
      : [...site.files].filter(
          (path) =>
            isBeside(path) &&
            path !== post.path &&
            !path.endsWith('.md') &&
            (this.caret.wants !== 'image' || images.test(path)),
        );
  }

  private posts(): void {
    for (const each of newestFirst(this.from.site, this.environment)) {
      if (this.found.length >= mostLinks) return;
      if (each.post.uri === this.from.post.uri || (this.words.length > 0 && !this.fits(wordsOf(each)))) continue;
      const newText = this.written(
        addressed(each.post.path, each.url, this.from.site),
        [...this.conventions.posts, ...this.recommended(), ...urlFirst],
        (target) => target.kind === 'post' && target.post.uri === each.post.uri,
      );
      if (newText !== undefined) this.add(each.title, 'page', newText, wordsOf(each), this.about(each));
    }
  }

  private files(paths: readonly string[], usual: readonly Form[] = urlFirst): void {
    let misses = 0;
    const known = new Set(this.found.map(({ label }) => label));
    for (const path of paths) {
      if (this.found.length >= mostLinks || misses > mostMisses) return;
      if (known.has(path) || !this.fits(path.toLowerCase())) continue;
      known.add(path);
      const newText = this.written(
        addressedFile(path, this.from.site),
        [...this.conventions.files, ...(usual === urlFirst ? this.conventions.posts : []), ...usual],
        (target) => target.kind === 'file' && target.path === path,
      );
      if (newText === undefined) misses++;
      else this.add(path, 'file', newText, path.toLowerCase(), newText);
    }
  }

  private fits(words: string): boolean {
    return this.words.every((word) => words.includes(word));
  }

  private add(label: string, kind: Completion['kind'], newText: string, words: string, detail: string): void {
    const { range, typed, closing } = this.caret;
    this.found.push({
      label,
      kind,
      edit: { range, newText: `${newText}${closing}` },
      detail,
      filterText: `${label} ${typed} ${newText} ${words}`,
      sortText: order(this.found.length),
    });
  }

  /** A scheduled post may have come out since the site was read. */
  private about({ post, date, url, state: known }: Listed): string {
    const { site } = this.from;
    const state =
      known === 'scheduled' ? site.generator.publication(sourceOf(site, post), this.environment).state : known;
    return [
      url ?? post.path,
      ...(date === undefined ? [] : [dayInWords(date)]),
      ...(state === 'published' ? [] : [state]),
    ].join(' · ');
  }

  private recommended(): readonly Form[] {
    const before = this.from.site.generator.linking?.contentPathPrefix;
    return before === undefined ? [] : [{ before, kind: 'path 1', after: '' }];
  }

  /** A target in the first form that leads there; those that begin as what is typed go first. */
  private written(
    target: Addressed,
    forms: readonly Form[],
    isRight: (target: Destination) => boolean,
  ): string | undefined {
    const { tag, typed } = this.caret;
    const leadsThere = (text: string): boolean => isRight(destination(this.around(text), this.from, this.environment));
    const begun = tag ? '' : (beginning.exec(typed)?.[0] ?? '');
    const others: string[] = [];
    for (const form of tag ? tagForms : forms) {
      const text = inForm(form, target, this.here, this.basePath);
      if (text === undefined) continue;
      if (!text.startsWith(begun)) others.push(text);
      else if (leadsThere(text)) return text;
    }
    return others.find(leadsThere);
  }

  private around(text: string): string {
    const { tag } = this.caret;
    return tag ? `${tag.before}${text}${tag.after}` : text;
  }
}

/** How an address begins says which kind it is to be. */
const beginning = /^(?:@\/|\{\{|\{%|\.\.?\/|\/|https?:)/;

const urlFirst: readonly Form[] = ['url', 'path from here'].map((kind) => ({ before: '', kind, after: '' }));
const relativeFirst = urlFirst.toReversed();

/** The names that tags know: what the generator says they call a file, paths below the folder of all posts without extension, whole paths. */
const tagForms = ['tag name, bare', 'path 1, folder', 'path 1, bare', 'path 0', 'path 1', 'path 2, bare', 'path 2'].map(
  (kind): Form => ({ before: '', kind, after: '' }),
);

/** What was typed as words to look for: without templates, the site's own host and what only leads up or down. */
function typedWords(typed: string, { site }: From): string[] {
  const origins = site.generator.linking?.origins ?? [];
  const origin = origins.find((each) => typed.startsWith(each)) ?? '';
  const bare = typed
    .slice(origin.length)
    .replace(/\{[{%][^{}]*[%}]\}/g, '')
    .toLowerCase();
  return bare.split(/[\s/"'@]+/).filter((word) => !/^\.*$/.test(word));
}

function order(index: number): string {
  return String(index).padStart(6, '0');
}
