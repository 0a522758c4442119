import type { Post } from '../site/model/site.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { FrontMatter, FrontMatterFormat } from '../syntax/frontMatter/index.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import type { Range } from '../text/range.ts';
import { findContentEnd } from '../text/scan.ts';
import type { Finding, Rule } from './rule.ts';

const formatNames: Readonly<Record<FrontMatterFormat, string>> = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  meta: 'metadata',
};
const allFormats: readonly FrontMatterFormat[] = ['yaml', 'toml', 'json'];

/** Front matter that its format cannot read, or that the site's generator does not take for front matter. */
export const frontMatterSyntax: Rule = {
  id: 'front-matter-syntax',
  severity: 'error',
  summary: 'Front matter that cannot be read, or that the engine does not take for front matter.',
  *check(post) {
    const { frontMatter } = post.syntax;
    if (frontMatter) yield* checkErrors(post, frontMatter);
    yield* checkUnrecognized(post, frontMatter);
    if (!frontMatter) yield* checkMissingFence(post);
  },
};

function* checkErrors(post: OpenPost, frontMatter: FrontMatter): Generator<Finding> {
  const errorEffects = post.site?.generator.frontMatterErrorEffects;
  if (!errorEffects && frontMatter.entries.length === 0) return;
  for (const error of frontMatter.errors) {
    const isUnclosed = !frontMatter.closed && error.range.start === frontMatter.range.start;
    const invalid = error.isProgram ? undefined : errorEffects?.invalid;
    const consequence = isUnclosed ? errorEffects?.unclosed : invalid;
    const { repair } = error;
    yield {
      range: error.range,
      message: consequence ? `${error.message} ${consequence}` : error.message,
      ...(error.isProgram && { severity: 'info' as const }),
      ...(repair && { fixes: () => [{ title: repair.title, edits: repair.edits, preferred: true }] }),
    };
  }
}

/** Front matter that the generator does not recognize: in another format, or not at the very first character. */
function* checkUnrecognized(
  { document, site, post }: OpenPost,
  frontMatter: FrontMatter | undefined,
): Generator<Finding> {
  if (!site || !post) return;
  const { text } = document;
  const { name, frontMatterFormats, frontMatterErrorEffects } = site.generator;
  const mustStartAtFirstCharacter = frontMatterErrorEffects?.mustStartAtFirstCharacter ?? false;
  const isPost = isAmongPosts(post);
  if (mustStartAtFirstCharacter && !isPost && text.startsWith('\ufeff') && frontMatter) {
    yield toRemovalFinding(
      { start: 0, end: 1 },
      toFenceRange(text, 1),
      `A byte order mark stands before the front matter; ${name} then copies the file as it is. Save it as UTF-8 without one.`,
      'Remove the byte order mark',
    );
  }
  if (frontMatter) return;
  const lead = /^\ufeff?\s+/.exec(text)?.[0].length ?? 0;
  const other = parseFrontMatter(text.slice(lead), allFormats);
  if (!other?.closed || other.errors.length > 0 || other.entries.length === 0) return;
  if (!frontMatterFormats.includes(other.format)) {
    const message = `${name} does not read ${formatNames[other.format]} front matter; it takes ${frontMatterFormats.map((format) => formatNames[format]).join(', ')}. ${isPost ? 'This one is printed as text.' : 'The file is copied as it is.'}`;
    yield { range: toFenceRange(text, lead), message };
  } else if (mustStartAtFirstCharacter && lead > 0) {
    yield toRemovalFinding(
      { start: 0, end: lead },
      toFenceRange(text, lead),
      `${name} sees front matter only when it begins with the very first character; here white space comes before it.`,
      'Remove what comes before it',
    );
  }
}

function isAmongPosts({ collection }: Post): boolean {
  return collection.name === 'posts' || collection.name === 'drafts';
}

/** Front matter whose first fence is missing; only where it has a key of the generator and a closing fence. */
function* checkMissingFence({ document, site, post }: OpenPost): Generator<Finding> {
  const { text } = document;
  const errorEffects = site?.generator.frontMatterErrorEffects;
  if (!site || !post || !errorEffects || post.collection.name === 'pages') return;
  const lines = /^(?:[A-Za-z_][\w-]*:(?: .*)?\r?\n(?:(?:[ \t#-].*)?\r?\n)*?)+---[ \t]*(?:\r?\n|$)/.exec(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const read = lines ? parseFrontMatter(`---${newline}${lines[0]}`, ['yaml']) : undefined;
  if (!read?.closed || read.errors.length > 0) return;
  const knownKeys = new Set(site.generator.frontMatterKeys.map(({ key }) => key));
  if (!read.entries.some(({ key }) => knownKeys.has(key))) return;
  const isCopied = errorEffects.mustStartAtFirstCharacter && !isAmongPosts(post);
  const consequence = isCopied ? 'copies the file as it is' : 'prints these lines as text';
  const message = `The line --- is missing above "${read.entries[0]!.key}": ${site.generator.name} sees no front matter and ${consequence}.`;
  const fixes = () => [
    {
      title: 'Add the line ---',
      edits: [{ range: { start: 0, end: 0 }, newText: `---${newline}` }],
      preferred: true as const,
    },
  ];
  yield { range: toFenceRange(text, 0), message, fixes };
}

function toFenceRange(text: string, start: number): Range {
  return { start, end: Math.max(start + 1, findContentEnd(text, start)) };
}

function toRemovalFinding(removed: Range, range: Range, message: string, title: string): Finding {
  return { range, message, fixes: () => [{ title, edits: [{ range: removed, newText: '' }], preferred: true }] };
}
