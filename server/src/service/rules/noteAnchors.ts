import type { FootnoteDefinition } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { pickEffective } from '../syntax/syntax.ts';
import type { Range } from '../text/range.ts';
import { matchAt } from '../text/scan.ts';

/** An id in the HTML of a post, or a link to one, `href="#fn:1"`; the range is that of the id. */
export interface Anchor {
  readonly id: string;
  readonly range: Range;
}

/** What is missing for notes that a post makes by hand of HTML, `<a href="#fn1">` and `<li id="fn1">`. */
export interface LooseAnchors {
  /** Links to an id that nothing has. */
  readonly broken: readonly (Anchor & { readonly isWayBack: boolean })[];
  /** Notes that no link leads to. */
  readonly uncited: readonly Anchor[];
}

const attribute = /\s(id|name|href)\s*=\s*(["'])(#?)([^"'\s{}<>]+)(["'])/gi;
const tag = /<[a-z][\w-]*\s[^<>]*>/iy;
/** `fn:1`, `footnote-12`, `fnref1`: a name of notes and a number. */
const numbered = /^((?:user-content-)?(?:fn|footnote|note|endnote|sdfootnote|cite|ref|back)[a-z_:.-]*)(\d{1,3})$/i;

/** Ids and links to ids in the HTML of a post; not those in code and comments. */
function findAnchors({ text, body, occurrences }: Syntax): { readonly ids: Anchor[]; readonly links: Anchor[] } {
  const found = { ids: [] as Anchor[], links: [] as Anchor[] };
  let at = 0;
  const code = occurrences.filter((occurrence) => occurrence.type === 'code' && !occurrence.isHtml);
  for (let start = text.indexOf('<', body.start); start >= 0; start = text.indexOf('<', start + 1)) {
    const written = readComment(text, start) ?? matchAt(text, start, tag)?.[0];
    if (written === undefined) continue;
    while (at < code.length && code[at]!.range.end <= start) at++;
    if (written.startsWith('<!--')) start += written.length - 1;
    if (written.startsWith('<!--') || (code[at]?.range.start ?? Infinity) <= start) continue;
    for (const match of written.matchAll(attribute)) {
      const isLink = match[1]!.toLowerCase() === 'href';
      if (match[2] !== match[5] || isLink !== (match[3] === '#')) continue;
      const end = start + match.index + match[0].length - 1;
      (isLink ? found.links : found.ids).push({ id: match[4]!, range: { start: end - match[4]!.length, end } });
    }
  }
  return found;
}

/** The comment that starts at an offset; undefined where none does, or another one starts before it ends. */
function readComment(text: string, start: number): string | undefined {
  if (!text.startsWith('<!--', start)) return undefined;
  const next = text.indexOf('<!--', start + 4);
  const own = text.slice(start, next < 0 ? text.length : next);
  const close = own.indexOf('-->', 4);
  return close < 0 ? undefined : own.slice(0, close + 3);
}

/**
 * Ids in the HTML of a post that its engine gives to a note or its marker as well, with that note.
 */
export function findTakenIds(syntax: Syntax): (Anchor & { readonly note: FootnoteDefinition })[] {
  if (syntax.footnoteDefinitions.size === 0 || !syntax.text.includes('id=')) return [];
  const owners = new Map<string, FootnoteDefinition>();
  let number = 0;
  for (const identifier of new Set(
    syntax.occurrences.flatMap((each) =>
      each.type === 'footnoteReference' && each.notation === 'markdown' ? [each.identifier] : [],
    ),
  )) {
    const note = pickEffective(syntax.footnoteDefinitions.get(identifier) ?? [], syntax.dialect.footnotes.wins);
    if (!note?.isSupported) continue;
    const { id, referenceId } = syntax.dialect.rendering.footnotes;
    owners.set(id(note.label, ++number), note).set(referenceId(note.label, number, 0), note);
  }
  return findAnchors(syntax).ids.flatMap((anchor) => {
    const note = owners.get(anchor.id);
    return note ? [{ ...anchor, note }] : [];
  });
}

/**
 * Links and notes without their counterparts, where the post makes notes of HTML: at least one link of that name finds
 * its id. Silent where templates, includes or other code may bring the rest.
 */
export function findLooseAnchors(syntax: Syntax): LooseAnchors {
  const { text, includes, dialect } = syntax;
  const none: LooseAnchors = { broken: [], uncited: [] };
  if (!(text.includes('id=') || text.includes('name=')) || includes.length > 0 || dialect.html.kind === 'jsx')
    return none;
  const { ids, links } = findAnchors(syntax);
  if (
    ![...ids, ...links].some(({ id }) => numbered.test(id)) ||
    /\b(?:id|name|href)\s*=\s*["'][^"'>\n]*\{[{%]/.test(text)
  )
    return none;
  const knownIds = new Set([
    ...ids.map(({ id }) => id),
    ...[...text.matchAll(/\{[^{}\n#]*#([\w:.-]+)/g)].map((match) => match[1]!),
    ...listEngineIds(syntax),
  ]);
  const cited = new Set([...links.map(({ id }) => id), ...findMarkdownLinks(syntax)]);
  const inUse = new Set([...cited].filter((id) => knownIds.has(id)).map(toNoteName));
  const isNote = ({ id }: Anchor): boolean => inUse.has(toNoteName(id)) && toNoteName(id) !== undefined;
  return {
    broken: links
      .filter((link) => isNote(link) && !knownIds.has(link.id))
      .map((link) => ({ ...link, isWayBack: /ref|back/i.test(toNoteName(link.id)!) })),
    uncited: ids.filter(
      (anchor) => isNote(anchor) && !cited.has(anchor.id) && !/ref|back/i.test(toNoteName(anchor.id)!),
    ),
  };
}

/** `fn:` of `fn:1`; undefined for what is no numbered note. */
function toNoteName(id: string): string | undefined {
  return numbered.exec(id)?.[1];
}

function findMarkdownLinks({ links, definitions }: Syntax): string[] {
  const urls = [
    ...links.map(({ url }) => url),
    ...[...definitions.values()].flat().map(({ destination }) => destination),
  ];
  return urls.filter((url) => url.startsWith('#')).map((url) => url.slice(1));
}

/** Every id that an engine may give to the footnotes of the post. */
function listEngineIds({ footnoteDefinitions, dialect }: Syntax): string[] {
  const own = [...footnoteDefinitions.values()].flat().filter(({ notation }) => notation === 'markdown');
  return own.flatMap(({ label }, index) => [
    dialect.rendering.footnotes.id(label, index + 1),
    dialect.rendering.footnotes.referenceId(label, index + 1, 0),
  ]);
}
